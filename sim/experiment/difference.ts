import type { Measured, Summary } from '../result.ts';
import type { Difference } from '../comparison.ts';
import { halfWidth } from '../statistics/intervals.ts';
import { Moments } from '../statistics/moments.ts';

const ERROR = 0.05;

/** One measure of a scenario less that of the base, with its interval, and, of `several` scenarios, with that which allows for their number. */
export function difference(base: Measured, other: Measured, paired: boolean, several: number): Difference | null {
  if (base.summary === null || other.summary === null) return null;
  return paired ? pairedDifference(base.winters, other.winters, several) : welchDifference(base.summary, other.summary, several);
}

function pairedDifference(base: (number | null)[], other: (number | null)[], several: number): Difference | null {
  const [before, after, change] = [new Moments(), new Moments(), new Moments()];
  other.forEach((value, i) => {
    const was = base[i] ?? null;
    if (value === null || was === null) return;
    before.add(was);
    after.add(value);
    change.add(value - was);
  });
  if (change.n === 0) return null;
  const apart = before.sd() ** 2 + after.sd() ** 2;
  const found = around(change.mean, change.n, several, (confidence) => halfWidth(change.n, change.sd(), confidence));
  return apart > 0 ? { ...found, varianceRatio: change.sd() ** 2 / apart } : found;
}

function welchDifference(base: Summary, other: Summary, several: number): Difference {
  const a = base.sd ** 2 / base.n;
  const b = other.sd ** 2 / other.n;
  const n = Math.min(base.n, other.n);
  const freedom =
    a + b === 0 ? base.n + other.n - 2 : (a + b) ** 2 / (a ** 2 / Math.max(1, base.n - 1) + b ** 2 / Math.max(1, other.n - 1));
  return around(other.mean - base.mean, n, several, (confidence) =>
    n < 2 ? Number.NaN : halfWidth(freedom + 1, Math.sqrt((a + b) * (freedom + 1)), confidence),
  );
}

function around(mean: number, n: number, several: number, half: (confidence: number) => number): Difference {
  const interval = (confidence: number): Difference['interval'] =>
    Number.isNaN(half(confidence)) ? null : [mean - half(confidence), mean + half(confidence)];
  const found = { n, mean, interval: interval(1 - ERROR) };
  return several > 1 ? { ...found, together: interval(1 - ERROR / several) } : found;
}
