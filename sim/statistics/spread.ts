import type { Summary } from '../result.ts';
import { halfWidth, quantile } from './intervals.ts';
import { Moments } from './moments.ts';
import { quantileInterval } from './quantile-interval.ts';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Mean, interval of the mean and range of single replications from moments and the ordered values. */
export function summaryOf(moments: Pick<Moments, 'n' | 'mean' | 'sd'>, ranked: (rank: number) => number): Summary | null {
  const { n, mean } = moments;
  if (n === 0) return null;
  const sd = moments.sd();
  if (n < 2) return { n, mean, sd, interval: null, range: null };
  const half = halfWidth(n, sd);
  const [p5, p25, p50, p75, p95] = QUANTILES.map((q) => quantile(n, q, ranked)) as [number, number, number, number, number];
  const lowest = ranked(0) >= 0 ? 0 : Number.NEGATIVE_INFINITY; // no measure can be below zero, so no mean can
  return { n, mean, sd, interval: [Math.max(lowest, mean - half), mean + half], range: [p5, p25, p50, p75, p95] };
}

/** Values of all replications kept, in order; NaN counts as no value. */
export function summaryOfAll(values: ArrayLike<number>): Summary | null {
  const kept = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const moments = new Moments();
  for (const value of kept) moments.add(value);
  kept.sort();
  return summaryOf(moments, (rank) => kept[rank] as number);
}

/** Intervals of the percentiles of a range. */
export function rangeIntervals(values: ArrayLike<number>): ([number, number] | null)[] {
  const kept = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return QUANTILES.map((q) => quantileInterval(kept.length, q, (rank) => kept[rank] as number));
}
