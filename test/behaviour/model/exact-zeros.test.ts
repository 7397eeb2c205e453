import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { anyScenario, unlimited } from './random-scenarios.ts';
import {
  always,
  answers,
  beds,
  exponential,
  experimentOn,
  flow,
  hospital,
  hours,
  listed,
  pathway,
  person,
  scenario,
} from './small.ts';

/** What never happens is exactly 0, so that a target of `at most 0` is met by whoever meets it: no sum of rounding is left over, above or below. */

/** Every number under a part of a result that is below zero, by its path. */
function belowZero(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return value < 0 ? [`${path} ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => belowZero(inner, `${path}.${key}`));
}

const acuteFlow = (perDay: number): Scenario['arrivals'] => [
  {
    name: 'acute',
    label: 'acute',
    priority: 1,
    livesIn: [],
    enters: { hospital: 'acute' },
    arrivals: flow(perDay),
    mix: [{ pathway: 'P1', share: always(1), acuteStay: exponential(4) }],
  },
];
const LEAVING = [
  { from: 8, to: 12, share: 0.5 },
  { from: 12, to: 18, share: 0.5 },
];
const HUB = { families: [{ name: 'hub', label: 'hub', pathways: ['P1'], delay: exponential(1.3) }], weekend: null };

describe('in any care system', () => {
  test('no measure, interval, range, level or variance is below zero', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (it) => {
        const [result] = await experimentOn([it]);
        expect(belowZero({ ...result, scenario: null, queues: null })).toEqual([]); // a queue may fall: its rise is a difference
      }),
      { seed: 56, numRuns: 25 },
    );
  }, 180_000);

  test('where nobody waits for capacity, nothing of it is waited, whatever the hours of leaving', () => {
    const none = [
      'delay-capacity',
      'bed-days-delayed-capacity',
      ...['home', 'step-down', 'care-home'].flatMap((name) =>
        ['waiting', 'somebody-waiting', 'wait-mean', 'waited-share', 'wait-longest'].map((id) => `${id} service:${name}`),
      ),
    ];
    fc.assert(
      fc.property(anyScenario, (random) => {
        const it = unlimited({ ...random, hospitals: random.hospitals.map((one) => ({ ...one, leavingHours: LEAVING })) });
        const { whole, weeks } = answers(it);
        for (const measure of none) {
          const [id = '', scope] = measure.split(' ');
          const value = whole(id, scope);
          expect(Number.isNaN(value) ? 0 : value, measure).toBe(0);
        }
        for (const value of [...weeks('delay-capacity'), ...weeks('bed-days-delayed-capacity')])
          expect(Number.isNaN(value) ? 0 : value).toBe(0);
      }),
      { seed: 58, numRuns: 60 },
    );
  }, 180_000);
});

test('a target of no capacity delay at all is met in every replication by a plan in which nobody waits', async () => {
  const target = { label: '', scope: 'all', direction: 'at most' as const, target: 0, source: null };
  const [result] = await experimentOn([
    scenario({
      days: 56,
      warmUpDays: 14,
      pathways: [pathway('P1', 'home')],
      services: [hours('home', 'unlimited')],
      hospitals: [hospital('unlimited', { leavingHours: LEAVING })],
      processDelay: HUB,
      arrivals: acuteFlow(5),
      ambitions: [
        { ...target, name: 'none', measure: 'delay-capacity', over: 'together', months: null },
        { ...target, name: 'month', measure: 'delay-capacity', over: 'each', months: null },
        { ...target, name: 'days', measure: 'bed-days-delayed-capacity', over: 'together', months: null },
        { ...target, name: 'share', measure: 'somebody-waiting', scope: 'service:home', over: 'together', months: null },
      ] as Scenario['ambitions'],
      run: { replications: 100, seed: '1' },
    }),
  ]);
  expect(result?.ambitions.map(({ name, rows }) => [name, ...rows.map(({ met }) => met)])).toEqual([
    ['none', 1],
    ['month', 1, 1],
    ['days', 1],
    ['share', 1],
  ]);
});

test('without process there is no bed-day delayed by process, however long people wait for capacity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { whole } = answers(
        scenario({
          days: 40,
          pathways: [pathway('P1', 'ward')],
          services: [beds('ward', 3, { stay: exponential(3.3) })],
          arrivals: acuteFlow(1.2),
          run: { replications: 1, seed: String(seed) },
        }),
      );
      expect(whole('bed-days-delayed-capacity')).toBeGreaterThan(0);
      expect([whole('bed-days-delayed-process'), whole('delay-process')]).toEqual([0, 0]);
    }),
    { seed: 3, numRuns: 30 },
  );
});

test('hours that are always full are neither over- nor under-delivered, by a minute or a rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 40 }), (seed, packages) => {
      const { whole, weeks } = answers(
        scenario({
          days: 40,
          warmUpDays: 30,
          pathways: [pathway('P1', 'home')],
          services: [
            hours('home', packages * 8.25, {
              packageHours: 8.25,
              stay: exponential(9.1),
              price: { amount: 20, per: 'hour', year: null },
            }),
          ],
          arrivals: acuteFlow(14),
          run: { replications: 1, seed: String(seed) },
        }),
      );
      const of = (...measures: string[]) => measures.map((measure) => whole(measure, 'service:home'));
      expect(of('hours-unused', 'hours-over-delivered', 'cost-over-delivered', 'idle-while-waiting')).toEqual([0, 0, 0, 0]);
      expect(of('service-occupancy', 'service-full', 'somebody-waiting')).toEqual([1, 1, 1]);
      expect(of('hours-delivered')).toEqual(of('hours-commissioned'));
      expect(weeks('hours-over-delivered', 'service:home')).toEqual(Array(5).fill(0));
    }),
    { seed: 4, numRuns: 30 },
  );
});

test('a share is one division: one of ten leaves on the ready date, and a target of 10% is met', () => {
  const people = Array.from({ length: 10 }, (_, i) => person(i / 100, 'P1', 1, { ward: i === 0 ? 1 : 2 }));
  const { whole } = answers(
    scenario({
      pathways: [pathway('P1', 'ward')],
      services: [beds('ward', 1)],
      arrivals: [listed([pathway('P1', 'ward')], people)],
    }),
  );
  expect(whole('on-ready-date')).toBe(0.1);
});
