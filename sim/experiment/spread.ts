import type { Summary } from '../result.ts';
import { halfWidth, quantile } from './intervals.ts';
import { Moments } from './moments.ts';
import { quantileInterval } from './quantile-interval.ts';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Mean, interval of the mean and range of single replications from moments and the ordered values. */
export function summaryOf(moments: Moments, ranked: (rank: number) => number): Summary | null {
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

/** Bins of a spread: ranges are read to about one part in this of the whole range, and exactly while they last. */
const BINS = 512;

/**
 * The spread of one quantity over replications without keeping them: moments, and a histogram of whole steps. When the
 * bins run out, two become one: memory has a limit whatever the number of replications and the size of the values.
 */
export class Spread {
  private readonly moments = new Moments();
  private counts = new Uint32Array(32);
  /** Steps in a bin, a power of two, and the first bin's number. */
  private width = 1;
  private first = 0;
  private readonly step: number;

  constructor(step: number) {
    this.step = step;
  }

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const steps = Math.round(value / this.step);
    if (this.moments.n === 0) this.first = steps - this.counts.length / 2;
    this.moments.add(value);
    let i = Math.floor(steps / this.width) - this.first;
    if (i < 0 || i >= this.counts.length) {
      this.makeRoom(steps);
      i = Math.floor(steps / this.width) - this.first;
    }
    this.counts[i] = (this.counts[i] as number) + 1;
  }

  summary(): Summary | null {
    const { counts } = this;
    let i = 0;
    let before = 0;
    // The value at a rank, 0 the lowest: the middle of its bin. Ranks mostly rise, so a search goes on where the last one ended.
    return summaryOf(this.moments, (rank) => {
      if (rank < before) [i, before] = [0, 0];
      while (i < counts.length && before + (counts[i] as number) <= rank) before += counts[i++] as number;
      return i < counts.length ? ((this.first + i) * this.width + (this.width - 1) / 2) * this.step : Number.NaN;
    });
  }

  /** Twice as many bins, or bins twice as wide, until `steps` has one; the room is on its side. */
  private makeRoom(steps: number): void {
    const { counts, first, width } = this;
    let bins = counts.length;
    let i = Math.floor(steps / width) - first;
    for (; bins < BINS && (i < 0 || i >= bins); bins *= 2) {
      if (i < 0) this.first -= bins;
      i = Math.floor(steps / width) - this.first;
    }
    while (i < 0 || i >= bins) {
      this.width *= 2;
      this.first = Math.floor(this.first / 2) - (i < 0 ? BINS / 2 - 1 : 0); // an odd first bin makes one more pair
      i = Math.floor(steps / this.width) - this.first;
    }
    this.counts = new Uint32Array(bins);
    for (let at = 0; at < counts.length; at++) {
      const bin = Math.floor(((first + at) * width) / this.width) - this.first;
      if (counts[at] !== 0) this.counts[bin] = (this.counts[bin] as number) + (counts[at] as number);
    }
  }
}
