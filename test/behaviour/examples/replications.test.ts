import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { experiment, measureOptions } from '../../../sim/index.ts';
import { halfWidth } from '../../../sim/statistics/intervals.ts';
import { summary } from '../../../reports/index.ts';
import type { Measured, Result } from '../../../sim/result.ts';

const FILE = join(import.meta.dirname, '../../../scenarios/examples/how-many-winters-are-enough.yaml');

async function runWith(...set: string[]): Promise<Result> {
  const read = await readScenario(FILE, { files: filesOnDisk, measures: measureOptions(), set });
  const [result] = await experiment([read], { version: 'test' });
  return result as Result;
}

/** Half of the interval of the mean of the first n winters, as a share of that mean. */
function precisionOf({ winters }: Measured, n: number): number {
  const first = winters.slice(0, n) as number[];
  const mean = first.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return halfWidth(n, sd) / mean;
}

it('winters are simulated until the average number waiting is known within 10% and stays so, and not one before', async () => {
  const result = await runWith();
  const waiting = result.measures.find(({ measure }) => measure === 'waiting') as Measured;
  const reached = result.run.precision?.reachedAt as number;
  expect(precisionOf(waiting, reached - 1)).toBeGreaterThan(0.1);
  for (let n = reached; n <= result.run.replications; n++) expect(precisionOf(waiting, n)).toBeLessThanOrEqual(0.1);
  expect(result.run.replications).toBe(reached + Math.floor((5 * reached) / 100));
  expect(waiting.winters).toHaveLength(result.run.replications);
  expect(summary(result).replaceAll('\n', ' ')).toContain(
    `reached with ${reached} winters, and held for ${result.run.replications - reached} more`,
  );
});

it('where the most winters allowed are not enough, the result and the summary say how far they came', async () => {
  const result = await runWith('run.at-most=40');
  expect(result.run).toMatchObject({ replications: 40, precision: { reachedAt: null, atMost: 40 } });
  expect(result.warnings[0]?.text).toMatch(
    /^The precision asked for \(10%\) was not reached in 40 replications, the most there may be: People waiting of step-down is known within \d+%\.$/,
  );
  expect(summary(result).replaceAll('\n', ' ')).toContain('was not reached in 40 replications');
});

it('the same people are met whether the number of winters is fixed or asked for, and a number on the command line stands instead of a precision', async () => {
  const [asked, fixed] = [await runWith('run.at-most=12', 'run.at-least=12'), await runWith('run.replications=12')];
  expect(fixed.run.precision).toBeUndefined();
  expect(fixed.measures).toEqual(asked.measures);
});
