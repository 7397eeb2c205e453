import type { Comparison, Difference, Measured, Result, Summary } from '../result.ts';
import { halfWidth } from './intervals.ts';
import { Moments } from './moments.ts';
import { unlike } from './unlike.ts';

const ERROR = 0.05;

/**
 * Each scenario against the first. On the same people (one seed) by paired differences, Student t over the replications
 * that both have; otherwise the difference of means with Welch's interval. Where several scenarios are held against the first, each
 * difference also has an interval by Bonferroni: those of one measure hold together with 95%. One that is of another period, of other
 * people or with another start has no difference: it would not be the effect of the change.
 */
export function compare(results: Result[]): Comparison {
  const base = results[0] as Result;
  const paired = results.every(({ run }) => run.seed === base.run.seed);
  const several = results.length - 1;
  const unlikes = results.slice(1).map(({ scenario }) => unlike(base.scenario, scenario));
  const rows = allMeasures(results).map(({ measure, scope, of }) => {
    const [first, ...others] = of;
    return {
      measure,
      scope,
      means: of.map((it) => it?.summary?.mean ?? null),
      differences: others.map((it, i) => (first === undefined || it === undefined || unlikes[i]?.length !== 0 ? null : difference(first, it, paired, several))),
    };
  });
  return { format: 'd2a-comparison', version: 1, scenarios: results.map(({ scenario }) => scenario.name), paired, ...(unlikes.some((one) => one.length > 0) ? { unlike: unlikes } : {}), rows };
}

/** The base's measures in their order, then those that only others have; of each what every scenario has. */
function allMeasures(results: Result[]): { measure: string; scope: string; of: (Measured | undefined)[] }[] {
  const found = new Map<string, { measure: string; scope: string; of: (Measured | undefined)[] }>();
  results.forEach(({ measures }, i) => {
    for (const it of measures) {
      const key = `${it.measure}\n${it.scope}`;
      const row = found.get(key) ?? { measure: it.measure, scope: it.scope, of: results.map(() => undefined) };
      row.of[i] = it;
      found.set(key, row);
    }
  });
  return [...found.values()];
}

function difference(base: Measured, other: Measured, paired: boolean, several: number): Difference | null {
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
  const freedom = a + b === 0 ? base.n + other.n - 2 : (a + b) ** 2 / (a ** 2 / Math.max(1, base.n - 1) + b ** 2 / Math.max(1, other.n - 1));
  return around(other.mean - base.mean, n, several, (confidence) => (n < 2 ? Number.NaN : halfWidth(freedom + 1, Math.sqrt((a + b) * (freedom + 1)), confidence)));
}

function around(mean: number, n: number, several: number, half: (confidence: number) => number): Difference {
  const interval = (confidence: number): Difference['interval'] => (Number.isNaN(half(confidence)) ? null : [mean - half(confidence), mean + half(confidence)]);
  const found = { n, mean, interval: interval(1 - ERROR) };
  return several > 1 ? { ...found, together: interval(1 - ERROR / several) } : found;
}
