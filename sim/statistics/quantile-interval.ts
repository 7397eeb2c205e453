/**
 * Interval of a quantile from order statistics (binomial; no assumption about the distribution): the ranks r < s, counted from 1,
 * between whose values the p-quantile lies with at least the confidence, each tail at most half of what is left.
 * P(value r <= quantile <= value s) = P(r <= B <= s - 1), B binomial (n, p). A rank is null where n is too small for it: the interval
 * would reach past the extreme value, and none is given on that side.
 */
export function quantileRanks(
  n: number,
  p: number,
  confidence = 0.95,
): { low: number | null; high: number | null; coverage: number } {
  const tail = (1 - confidence) / 2;
  const chances = binomial(n, p);
  let below = 0; // P(B < low)
  let low = 0;
  while (low < n && below + (chances[low] as number) <= tail) below += chances[low++] as number;
  let above = 0; // P(B >= high)
  let high = n + 1;
  while (high > 0 && above + (chances[high - 1] as number) <= tail) above += chances[--high] as number;
  return { low: low === 0 ? null : low, high: high === n + 1 ? null : high, coverage: 1 - below - above };
}

/** The interval itself, of ordered values; null where the ranks reach past the least or the greatest of them. */
export function quantileInterval(n: number, p: number, ranked: (rank: number) => number): [number, number] | null {
  const { low, high } = quantileRanks(n, p);
  return low === null || high === null ? null : [ranked(low - 1), ranked(high - 1)];
}

/** P(B = 0), P(B = 1) … P(B = n), from logarithms so that thousands of trials do not underflow. */
function binomial(n: number, p: number): Float64Array {
  const odds = Math.log(p / (1 - p));
  let log = n * Math.log1p(-p);
  return new Float64Array(n + 1).map((_, k) => {
    if (k > 0) log += Math.log((n - k + 1) / k) + odds;
    return Math.exp(log);
  });
}
