/** Days (or whatever the series is counted in) averaged before the rule looks at them. */
const BATCH = 5;
/** Batches that must be left: the spread of fewer says nothing. */
const LEFT = 5;

export interface Truncation {
  /** Batches in all, and those to leave out. */
  batches: number;
  cut: number;
  /** Observations to leave out: `cut` batches of 5. */
  truncate: number;
  /** The least value of the statistic, in squared units of the series. */
  value: number;
  /** Mean of what is left. */
  mean: number;
  /** The cut falls in the second half: the series is too short to say when it settles, or never does. */
  tooShort: boolean;
}

/**
 * MSER-5 (White, Cobb & Spratt 2000; Hoad, Robinson & Davies 2010): the cut after which the mean of the rest is known best.
 * Of n batch means Y it leaves out the first d for which  sum over i > d of (Y_i - mean of the rest)^2 / (n - d)^2  is least; the
 * earliest of equals. Observations after the last whole batch are not used. Null where there are too few batches to judge by.
 */
export function mser5(series: ArrayLike<number>): Truncation | null {
  const batches = batchMeans(series);
  const n = batches.length;
  if (n < 2 * LEFT) return null;
  let best = { cut: 0, value: Number.POSITIVE_INFINITY, mean: Number.NaN };
  let sum = 0;
  let squares = 0;
  const centre = batches[n - 1] as number; // squares about a value of the series lose no digits
  for (let cut = n - 1; cut >= 0; cut--) {
    const value = (batches[cut] as number) - centre;
    sum += value;
    squares += value * value;
    const left = n - cut;
    const statistic = Math.max(0, squares - (sum * sum) / left) / left ** 2;
    if (left >= LEFT && statistic <= best.value) best = { cut, value: statistic, mean: centre + sum / left };
  }
  return { batches: n, ...best, truncate: best.cut * BATCH, tooShort: best.cut > n / 2 };
}

function batchMeans(series: ArrayLike<number>): Float64Array {
  return new Float64Array(Math.floor(series.length / BATCH)).map((_, batch) => {
    let sum = 0;
    for (let i = 0; i < BATCH; i++) sum += series[batch * BATCH + i] as number;
    return sum / BATCH;
  });
}
