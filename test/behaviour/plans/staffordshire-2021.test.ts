import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { experiment, measureOptions } from '../../../sim/index.ts';
import type { Result } from '../../../sim/result.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios/staffordshire-2021');
const PROVIDERS = ['north', 'south', 'east'];

async function winter(name: string): Promise<Result> {
  const read = await readScenario(join(FOLDER, `${name}.yaml`), {
    files: filesOnDisk,
    measures: measureOptions(),
    set: ['run.replications=4'],
  });
  const [result] = await experiment([read], { version: 'test' });
  expect(result?.checks.filter(({ passed }) => !passed)).toEqual([]);
  return result as Result;
}

function mean(result: Result, measure: string, scope: string): number {
  const found = result.measures.find((it) => it.measure === measure && it.scope === scope)?.summary?.mean;
  if (found === undefined) throw new Error(`no ${measure} of ${scope}`);
  return found;
}

const homefirst = (result: Result, measure: string) =>
  PROVIDERS.map((place) => mean(result, measure, `service:homefirst-${place}`));
const sum = (values: number[]) => values.reduce((so, value) => so + value, 0);

test('as the trend goes on the year ends within 10% of 163,000 hours over-delivered, half a day from referral to start and 20 days in the service', async () => {
  const plan = await winter('base');
  expect(plan.warnings.map(({ kind }) => kind)).toEqual(['warm-up-too-short-by-load']); // D2A beds at 97%, a warm-up of 13 weeks
  expect(sum(homefirst(plan, 'year-hours-over-delivered')) / 163_000).toBeGreaterThan(0.9);
  expect(sum(homefirst(plan, 'year-hours-over-delivered')) / 163_000).toBeLessThan(1.1);
  for (const wait of homefirst(plan, 'wait-mean')) expect(wait).toBeCloseTo(0.5, 1);
  const days = (sum(homefirst(plan, 'in-service')) * 182) / sum(homefirst(plan, 'starts'));
  expect(Math.abs(days - 20)).toBeLessThan(1.5);
  expect(mean(plan, 'usual-residence', 'place:north')).toBeGreaterThan(mean(plan, 'usual-residence', 'place:south') + 0.01);
  expect(mean(plan, 'usual-residence', 'place:north')).toBeGreaterThan(mean(plan, 'usual-residence', 'place:east') + 0.01);
}, 120_000);

test('held to the contract from November, the hours come down and people wait in hospital for weeks', async () => {
  const held = await winter('held-to-contract');
  expect(sum(homefirst(held, 'year-hours-over-delivered'))).toBeLessThan(130_000);
  expect(mean(held, 'delay-mean', 'pathway:P1')).toBeGreaterThan(10);
}, 120_000);

test('40 beds handed back for Homefirst hours: much less money, and no longer delay for a bed than half a day', async () => {
  const [base, fewer] = [await winter('base'), await winter('beds-handed-back')];
  const cost = (result: Result) => mean(result, 'cost-commissioned', 'all') + mean(result, 'cost-over-delivered', 'all');
  expect(cost(fewer)).toBeLessThan(cost(base) - 200_000);
  expect(mean(fewer, 'delay-capacity', 'pathway:P2')).toBeLessThan(0.5);
  expect(mean(fewer, 'starts', 'service:d2a-beds')).toBeLessThan(0.9 * mean(base, 'starts', 'service:d2a-beds'));
}, 120_000);

test('a contract of 2.6 times the hours goes less than 100,000 hours above it, no wait averages three days, and escalation hours open', async () => {
  const agreed = await winter('contract-with-escalation');
  expect(sum(homefirst(agreed, 'year-hours-over-delivered'))).toBeLessThan(100_000);
  for (const wait of homefirst(agreed, 'wait-mean')) expect(wait).toBeLessThan(3);
  expect(mean(agreed, 'trigger-days-open', 'trigger:escalation-hours')).toBeGreaterThan(0);
}, 120_000);
