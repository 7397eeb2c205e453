import { join } from 'node:path';
import { expect } from 'vitest';
import { readScenario } from '../../../scenarios/index.ts';
import { experiment, measureOptions } from '../../../sim/index.ts';
import type { Result } from '../../../sim/result.ts';

/** A file of a plan's folder, in a few replications that pass their own checks. */
export async function run(folder: string, name: string, replications: number): Promise<Result> {
  const file = join(import.meta.dirname, '../../../scenarios', folder, `${name}.yaml`);
  const read = await readScenario(file, { measures: measureOptions(), set: [`run.replications=${replications}`] });
  const [result] = await experiment([read], { engine: 'native', workers: 1, version: 'test' });
  expect(result?.checks.filter(({ passed }) => !passed)).toEqual([]);
  return result as Result;
}

/** Over replications, of the whole period. */
export function mean(result: Result, measure: string, scope: string): number {
  const found = result.measures.find((it) => it.measure === measure && it.scope === scope)?.summary?.mean;
  if (found === undefined) throw new Error(`no ${measure} of ${scope}`);
  return found;
}

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
  return Array.from({ length: months.length / 3 }, (_, quarter) => months.slice(quarter * 3, quarter * 3 + 3).reduce((sum, it) => sum + it, 0));
}
