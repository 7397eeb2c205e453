import { amount, type Dated } from '../scenario/dated.ts';
import { quantileOf } from '../random/distributions.ts';
import type { Package } from '../scenario/service.ts';
import type { Distribution } from '../scenario/distribution.ts';

/** A length of time, or a sum of them one after another, by its mean and variance; days. */
export interface Length {
  mean: number;
  variance: number;
}

export const NO_TIME: Length = { mean: 0, variance: 0 };

/** One after the other, each by a separate random draw. */
export function after(first: Length, ...others: Length[]): Length {
  return others.reduce((sum, { mean, variance }) => ({ mean: sum.mean + mean, variance: sum.variance + variance }), first);
}

/** What a stay in a service takes, mean over people. */
export interface StayMoments {
  /** Bed-days, or hours a week x days, and their square. */
  work: number;
  square: number;
  /** The first three powers of its days. */
  days: [number, number, number];
}

const POINTS = 20_000;
const UNCHANGED: Dated<number> = [{ from: 0, value: 1 }];

const known = new WeakMap<Package, Dated<StayMoments>>();

/** Of a package, as it changes over time; worked out once. */
export function stayMoments(it: Package): Dated<StayMoments> {
  const moments = known.get(it) ?? momentsOf(it);
  known.set(it, moments);
  return moments;
}

/** Midpoint rule over the quantiles, for planning sums, within about 0.1%. */
function momentsOf({ stay, longest, hours }: Package): Dated<StayMoments> {
  const quantile = quantileOf(stay);
  const fresh = Float64Array.from({ length: POINTS }, (_, i) => quantile((i + 0.5) / POINTS));
  return (stay.factor ?? UNCHANGED).map(({ from, value }) => ({ from, value: meanStay(fresh, value, amount(longest), hours) }));
}

function meanStay(drawn: Float64Array, factor: number, longest: number, hours: number[]): StayMoments {
  const each = 1 / drawn.length;
  let [work, square, first, second, third] = [0, 0, 0, 0, 0];
  for (let i = 0; i < drawn.length; i++) {
    const days = Math.min((drawn[i] as number) * factor, longest);
    const units = unitsIn(days, hours);
    work += units * each;
    square += units * units * each;
    first += days * each;
    second += days * days * each;
    third += days * days * days * each;
  }
  return { work, square, days: [first, second, third] };
}

/** Of one stay of so many days. */
export function ofStay(days: number, hours: number[]): StayMoments {
  const work = unitsIn(days, hours);
  return { work, square: work * work, days: [days, days * days, days * days * days] };
}

export function add(sum: StayMoments, more: StayMoments, weight: number): void {
  sum.work += more.work * weight;
  sum.square += more.square * weight;
  for (const power of [0, 1, 2] as const) sum.days[power] += more.days[power] * weight;
}

export function lengthOf({ mean, sd }: Distribution, factor: number): Length {
  return { mean: mean * factor, variance: (sd * factor) ** 2 };
}

/** Of a length known by mean and variance, as if it were gamma. */
export function asGamma({ mean, variance }: Length): StayMoments {
  if (mean === 0) return ofStay(0, []);
  const squared = variance / mean ** 2;
  const second = mean ** 2 * (1 + squared);
  return { work: mean, square: second, days: [mean, second, mean * second * (1 + 2 * squared)] };
}

/** Bed-days, or hours a week x days, used in a stay of so many days. */
function unitsIn(days: number, hours: number[]): number {
  if (hours.length === 0) return days;
  return hours.reduce(
    (sum, week, i) => sum + week * Math.max(0, (i === hours.length - 1 ? days : Math.min(days, 7 * (i + 1))) - 7 * i),
    0,
  );
}
