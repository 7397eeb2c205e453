import { halfWidth } from '../statistics/intervals.ts';
import { Moments } from '../statistics/moments.ts';

/** Replications that a precision must hold for after it is first reached, up to 100; beyond, 5% of them. */
const LOOK_AHEAD = 5;

/**
 * How many replications are enough (Hoad, Robinson & Davies 2010, J. Opl Res. Soc. 61: 1632-1644): the first n from which on the
 * 95% half-width of every mean is at most `precision` x that mean, and stays so for the next max(5, 5 n / 100) replications
 * (rounded down). Decided on the replications in their order, so the answer is the same whoever simulated them.
 */
export class Enough {
  /** Replications seen. */
  n = 0;
  /** The first replication of the present spell in which all means are precise; null outside of one. */
  since: number | null = null;
  private readonly means: Moments[];
  private readonly precision: number;
  private readonly least: number;

  /** @param least replications before which nothing is decided; at least 3 */
  constructor(measures: number, precision: number, least: number) {
    this.means = Array.from({ length: measures }, () => new Moments());
    this.precision = precision;
    this.least = Math.max(3, least);
  }

  /** One replication's values, one a measure; NaN where it has none. */
  add(values: ArrayLike<number>): void {
    this.n++;
    this.means.forEach((mean, i) => {
      if (!Number.isNaN(values[i])) mean.add(values[i] as number);
    });
    const precise = this.n >= this.least && this.means.every((mean) => relative(mean) <= this.precision);
    this.since = precise ? (this.since ?? this.n) : null;
  }

  /** The precision is reached and has held. */
  get reached(): boolean {
    return this.since !== null && this.n >= this.since + Math.floor((LOOK_AHEAD * Math.max(100, this.since)) / 100);
  }

  /** Half-width of each mean's interval as a fraction of the mean; NaN from fewer than two values, infinite about a mean of 0. */
  halfWidths(): number[] {
    return this.means.map(relative);
  }
}

/** A quantity that is always 0 is known exactly. */
function relative(moments: Moments): number {
  const half = halfWidth(moments.n, moments.sd());
  return half === 0 ? 0 : half / Math.abs(moments.mean);
}
