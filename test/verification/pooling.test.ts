import { expect, test } from 'vitest';
import { summaryOfAll } from '../../sim/statistics/spread.ts';
import type { Summary } from '../../sim/result.ts';
import { resultOf } from './run-text.ts';

/** Two services of 11 beds, each for one place, stays exponential with mean 10 days, 0.9 people a day from each place. */
const FILE = (rule: string) => `d2a: 1
name: Pooling
period: {start: 2024-01-01, length: 728 days}
run: {warm-up: 364 days, replications: 120, seed: 22}
places: {north: {}, south: {}}
referrals: {community: {to: step-down, arrivals: 1.8/day, places: {north: 50%, south: 50%}}}
services:
  a: {kind: beds, beds: 11 beds, stay: {mean: 10 days, shape: exponential}, serves: {places: [north]}}
  b: {kind: beds, beds: 11 beds, stay: {mean: 10 days, shape: exponential}, serves: {places: [south]}}
sharing: {step-down: {services: [a, b], rule: ${rule}}}
`;

/** Erlang C: mean people in the line of M/M/c. */
function erlangC(load: number, places: number): number {
  let blocked = 1;
  for (let c = 1; c <= places; c++) blocked = (load * blocked) / (c + load * blocked);
  const full = blocked / (1 - (load / places) * (1 - blocked));
  return (full * load) / (places - load);
}

/** People in both lines together: mean over replications, and four standard errors of it. */
async function waiting(rule: string): Promise<{ mean: number; near: number }> {
  const result = await resultOf(FILE(rule));
  const of = (service: string) =>
    result.measures.find((it) => it.measure === 'waiting' && it.scope === `service:${service}`)?.winters ?? [];
  const both = of('a').map((waiting, i) => Number(waiting) + Number(of('b')[i]));
  const { mean, sd } = summaryOfAll(both) as Summary;
  return { mean, near: (4 * sd) / Math.sqrt(both.length) };
}

test('two services of 11 beds that always share have the line of one of 22: M/M/22', async () => {
  const { mean, near } = await waiting('own place first');
  const exact = erlangC(18, 22);
  expect(Math.abs(mean - exact)).toBeLessThan(near);
  expect(near).toBeLessThan(0.4 * exact);
});

test('each waiting for the own place only, they are two of 11: M/M/11', async () => {
  const { mean, near } = await waiting('own place only');
  const exact = 2 * erlangC(9, 11);
  expect(Math.abs(mean - exact)).toBeLessThan(near);
  expect(exact - near).toBeGreaterThan(erlangC(18, 22) + near);
});
