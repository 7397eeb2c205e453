import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLog } from '../../../sim/flow/event-log.ts';
import { read } from '../../unit/scenarios/reading.ts';
import { experimentOn } from './small.ts';
import { anyScenario } from './random-scenarios.ts';

const RUN =
  'd2a: 1\nname: two doors\npopulation: 65+\nperiod: {start: 2024-01-01, length: 26 weeks}\nrun: {warm-up: 0 days, replications: 40, seed: 1}\n';
const doors = (hospital: string, referral: string, label = '') => `${RUN}
hospitals: {${hospital}: {admissions: 4/day${label}}}
referrals: {${referral}: {to: s, arrivals: 4/day${label}}}
pathways: {P1: {share: 100%, acute-stay: {fixed: 1 day}, route: [s]}}
services: {s: {kind: beds, beds: 90 beds, stay: {mean: 10 days, shape: exponential}}}
`;
const families = (first: string, second: string) => `${RUN}
hospitals: {General: {admissions: 2/day}}
pathways: {P1: {share: 100%, acute-stay: {fixed: 1 day}, route: [s]}}
process-delay:
  hub: {mean: 2 days, shape: exponential${first}}
  ward: {mean: 2 days, shape: exponential${second}}
services: {s: {kind: beds, beds: unlimited, stay: {mean: 10 days, shape: exponential}}}
`;
const scenarioOf = async (text: string) => (await read(text)).scenario;
const labelledDoors = ', label: the same';

test('a hospital and referrals of one name have luck of their own: their people do not come at the same instants', async () => {
  const events = eventLog(await scenarioOf(doors('north', 'north')));
  const arrivals = events.filter(({ person }, i) => events.findIndex((one) => one.person === person) === i);
  const times = arrivals.map(({ time }) => time);
  expect(times.length).toBeGreaterThan(1000);
  expect(new Set(times).size).toBe(times.length);
});

test('where a hospital and referrals share a name, delayed bed-days are those of two names, and each keeps figures of its own', async () => {
  const [same, other] = await experimentOn([
    await scenarioOf(doors('north', 'north')),
    await scenarioOf(doors('north', 'south')),
  ]);
  const delayed = (result = same) =>
    result?.measures.find(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all')?.summary;
  const [a, b] = [delayed(), delayed(other)];
  // One stream for both doors gave 356; two streams give about 125.
  expect(Math.abs((a?.mean ?? 0) - (b?.mean ?? 0))).toBeLessThan((4 * Math.hypot(a?.sd ?? 0, b?.sd ?? 0)) / Math.sqrt(40));
  const scopes = same?.measures
    .filter(({ measure, scope }) => measure === 'starts' && scope.includes('/from:'))
    .map(({ scope }) => scope);
  expect(scopes).toEqual(['service:s/from:north', 'service:s/from:north (referrals)']);
});

test('two reasons for process delay with one label are drawn apart: the variance of their sum is the sum of the variances', async () => {
  const delays = async (text: string) => {
    const events = eventLog(await scenarioOf(text));
    const ready = new Map(events.filter(({ what }) => what === 'ready').map(({ person, time }) => [person, time]));
    return events.filter(({ what }) => what === 'referred').map(({ person, time }) => time - (ready.get(person) ?? Number.NaN));
  };
  const found = await delays(families(', label: Hub', ', label: Hub'));
  const mean = found.reduce((a, b) => a + b, 0) / found.length;
  const sd = Math.sqrt(found.reduce((sum, delay) => sum + (delay - mean) ** 2, 0) / (found.length - 1));
  // Two exponential delays of 2 days: sd 2 x root 2 = 2.83; one draw for both would give 4.
  expect(found.length).toBeGreaterThan(300);
  expect(Math.abs(sd - 2 * Math.SQRT2)).toBeLessThan(0.5);
});

test('a new label changes nothing but the words', async () => {
  const story = async (text: string) => eventLog(await scenarioOf(text));
  expect(await story(families(', label: Care transfer hub', ''))).toEqual(await story(families('', '')));
  expect(await story(doors('north', 'gp', labelledDoors))).toEqual(await story(doors('north', 'gp')));
});

test('no two streams of a run have one name', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, async (scenario) => {
      const [result] = await experimentOn([{ ...scenario, run: { ...scenario.run, replications: 1 } }]);
      const { streams } = (result as NonNullable<typeof result>).run;
      expect(streams.filter((name, i) => streams.indexOf(name) !== i)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
