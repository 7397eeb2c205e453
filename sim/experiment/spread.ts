import type { Summary } from '../result.ts';
import { halfWidth, quantile } from './intervals.ts';
import { Moments } from './moments.ts';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Mean, interval of the mean and range of single replications from moments and the ordered values. */
export function summaryOf(moments: Moments, ranked: (rank: number) => number): Summary | null {
  const { n, mean } = moments;
  if (n === 0) return null;
  const sd = moments.sd();
  if (n < 2) return { n, mean, sd, interval: null, range: null };
  const half = halfWidth(n, sd);
  const [p5, p25, p50, p75, p95] = QUANTILES.map((q) => quantile(n, q, ranked)) as [number, number, number, number, number];
  return { n, mean, sd, interval: [mean - half, mean + half], range: [p5, p25, p50, p75, p95] };
}

/** Values of all replications kept, in order; NaN counts as no value. */
export function summaryOfAll(values: ArrayLike<number>): Summary | null {
  const kept = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const moments = new Moments();
  for (const value of kept) moments.add(value);
  kept.sort();
  return summaryOf(moments, (rank) => kept[rank] as number);
}

/**
 * The spread of one quantity over replications without keeping them: moments, and a histogram of whole steps from which
 * ranges are read to the step.
 */
export class Spread {
  private readonly moments = new Moments();
  private counts = new Uint32Array(4);
  private lowest = 0;
  private readonly step: number;

  constructor(step: number) {
    this.step = step;
  }

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const at = Math.round(value / this.step);
    if (this.moments.n === 0) this.lowest = at - 1;
    this.moments.add(value);
    if (at < this.lowest || at >= this.lowest + this.counts.length) this.widen(at);
    const i = at - this.lowest;
    this.counts[i] = (this.counts[i] as number) + 1;
  }

  summary(): Summary | null {
    return summaryOf(this.moments, (rank) => this.ranked(rank));
  }

  /** The value at a rank, 0 the lowest. */
  private ranked(rank: number): number {
    let before = 0;
    for (let i = 0; i < this.counts.length; i++) {
      before += this.counts[i] as number;
      if (before > rank) return (this.lowest + i) * this.step;
    }
    return Number.NaN;
  }

  /** Room for `at` and as much again on its side. */
  private widen(at: number): void {
    const end = this.lowest + this.counts.length;
    const lowest = at < this.lowest ? at - (end - at) : this.lowest;
    const wider = new Uint32Array(Math.max(end, at >= end ? 2 * at - this.lowest + 1 : end) - lowest);
    wider.set(this.counts, this.lowest - lowest);
    this.counts = wider;
    this.lowest = lowest;
  }
}
