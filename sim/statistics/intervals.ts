import tQuantile from '@stdlib/stats-base-dists-t-quantile';

const criticalValues = new Map<string, number>();

/** Two-sided critical value of Student t; a run asks for the same one thousands of times. */
function critical(freedom: number, confidence: number): number {
  const key = `${freedom}/${confidence}`;
  let value = criticalValues.get(key);
  if (value === undefined) {
    value = tQuantile((1 + confidence) / 2, freedom);
    criticalValues.set(key, value);
  }
  return value;
}

/** Half-width of the 95% confidence interval of a mean of n independent values (Student t); NaN from fewer than two. */
export function halfWidth(n: number, sd: number, confidence = 0.95): number {
  return n < 2 ? Number.NaN : (critical(n - 1, confidence) * sd) / Math.sqrt(n);
}

const Z = 1.959963984540054;

/** Wilson score interval (95%, or of another normal deviate) of a probability seen `met` times in `n`: never 0 or 1 without width. */
export function wilson(met: number, n: number, z = Z): [number, number] {
  if (n === 0) return [0, 1];
  const p = met / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [met === 0 ? 0 : Math.max(0, centre - half), met === n ? 1 : Math.min(1, centre + half)]; // exact at the ends, where rounding would leave a trace
}

/** Quantile of n ordered values by linear interpolation between the two nearest ranks ((n - 1) q). */
export function quantile(n: number, q: number, ranked: (rank: number) => number): number {
  const at = (n - 1) * q;
  const below = Math.floor(at);
  const low = ranked(below);
  return below + 1 < n ? low + (at - below) * (ranked(below + 1) - low) : low;
}
