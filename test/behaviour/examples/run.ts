import { join } from 'node:path';
import { expect } from 'vitest';
import { readScenario } from '../../../scenarios/index.ts';
import { experiment, measureOptions } from '../../../sim/index.ts';
import type { Result } from '../../../sim/result.ts';

/** An example of `scenarios/examples`, with some values set, in 20 replications that pass their own checks. */
export async function run(name: string, ...set: string[]): Promise<Result> {
  const read = await readScenario(join(import.meta.dirname, '../../../scenarios/examples', `${name}.yaml`), { measures: measureOptions(), set: ['run.replications=20', ...set] });
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
