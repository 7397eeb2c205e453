import type { Comparison, Measured, Result } from '../result.ts';
import { halfWidth } from './intervals.ts';
import { Moments } from './moments.ts';

/**
 * Each scenario against the first. On the same people (seed and replications alike) by paired differences, Student t over
 * replications; otherwise the difference of means with Welch's interval.
 */
export function compare(results: Result[]): Comparison {
  const base = results[0] as Result;
  const paired = results.every(({ run }) => run.seed === base.run.seed && run.replications === base.run.replications);
  const rows = base.measures.map(({ measure, scope }) => {
    const found = results.map((result) => result.measures.find((it) => it.measure === measure && it.scope === scope));
    return {
      measure,
      scope,
      means: found.map((it) => it?.summary?.mean ?? null),
      differences: found.slice(1).map((it) => (it === undefined ? null : difference(found[0] as Measured, it, paired))),
    };
  });
  return { format: 'd2a-comparison', version: 1, scenarios: results.map(({ scenario }) => scenario.name), paired, rows };
}

type Difference = Comparison['rows'][number]['differences'][number];

function difference(base: Measured, other: Measured, paired: boolean): Difference {
  if (base.summary === null || other.summary === null) return null;
  return paired ? pairedDifference(base.winters, other.winters) : welchDifference(base.summary, other.summary);
}

function pairedDifference(base: (number | null)[], other: (number | null)[]): Difference {
  const moments = new Moments();
  other.forEach((value, i) => {
    const before = base[i];
    if (value !== null && before !== null && before !== undefined) moments.add(value - before);
  });
  return moments.n === 0 ? null : around(moments.mean, moments.n, halfWidth(moments.n, moments.sd()));
}

function welchDifference(base: { n: number; mean: number; sd: number }, other: { n: number; mean: number; sd: number }): Difference {
  const a = base.sd ** 2 / base.n;
  const b = other.sd ** 2 / other.n;
  const freedom = a + b === 0 ? base.n + other.n - 2 : (a + b) ** 2 / (a ** 2 / Math.max(1, base.n - 1) + b ** 2 / Math.max(1, other.n - 1));
  const half = Math.min(base.n, other.n) < 2 ? Number.NaN : halfWidth(freedom + 1, Math.sqrt((a + b) * (freedom + 1)));
  return around(other.mean - base.mean, Math.min(base.n, other.n), half);
}

function around(mean: number, n: number, half: number): Difference {
  return { n, mean, interval: Number.isNaN(half) ? null : [mean - half, mean + half] };
}
