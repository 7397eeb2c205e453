import { join } from 'node:path';
import type { Result } from '../../../sim/result.ts';
import { runFile } from '../../fixtures/run-file.ts';

export { mean } from '../../fixtures/run-file.ts';

/** A file of a plan's folder, in a few replications that pass their own checks. */
export const run = (folder: string, name: string, replications: number): Promise<Result> =>
  runFile(join(import.meta.dirname, '../../../scenarios', folder, `${name}.yaml`), `run.replications=${replications}`);

/** Over replications, of one month such as `2017-05`. */
export function inMonth(result: Result, measure: string, scope: string, month: string): number {
  const at = result.calendar.months.findIndex((it) => it.month === month);
  const found = result.byMonth.find((it) => it.measure === measure && it.scope === scope)?.values[at]?.mean;
  if (found === undefined) throw new Error(`no ${measure} of ${scope} in ${month}`);
  return found;
}

/** Sums of a count over each three months, the first of them first. */
export function byQuarter(result: Result, measure: string, scope: string): number[] {
  const months = result.calendar.months.map(({ month }) => inMonth(result, measure, scope, month));
  return Array.from({ length: months.length / 3 }, (_, quarter) =>
    months.slice(quarter * 3, quarter * 3 + 3).reduce((sum, it) => sum + it, 0),
  );
}
