import type { Measured, Result } from '../result.ts';
import type { Comparison } from '../comparison.ts';
import { costDifference } from './cost-difference.ts';
import { difference } from './difference.ts';
import { unlike } from './unlike.ts';

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
      differences: others.map((it, i) =>
        first === undefined || it === undefined || unlikes[i]?.length !== 0 ? null : difference(first, it, paired, several),
      ),
    };
  });
  const none = { care: null, value: null, net: null };
  const costs = results
    .slice(1)
    .map((other, i) => ((unlikes[i] ?? []).length > 0 ? none : costDifference(base, other, paired, several)));
  return {
    format: 'd2a-comparison',
    version: 1,
    scenarios: results.map(({ scenario }) => scenario.name),
    paired,
    ...(unlikes.some((one) => one.length > 0) ? { unlike: unlikes } : {}),
    costs,
    rows,
  };
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
