import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { Midnights } from '../../../sim/experiment/midnights.ts';
import { numbersOf } from '../../../sim/experiment/numbers.ts';
import { planOf } from '../../../sim/plan.ts';
import { replicate } from '../../../sim/replication.ts';
import { warmUp } from '../../../reports/figures/warm-up.ts';
import type { Scenario } from '../../../sim/scenario.ts';
import { beds, experimentOn, fixed, flow, pathway, referral, referred, scenario } from './small.ts';

/** Two people a day for 60 days each, in as many beds as it takes: 120 in the end, and so many from day 60 on. */
const filling = (warmUpDays: number, more: Partial<Scenario> = {}): Scenario => scenario({
  warmUpDays, days: 182, hospitals: [], pathways: [pathway('P2', 'step-down')], services: [beds('step-down', 'unlimited', { stay: fixed(60) })],
  arrivals: [{ ...referred('P2', []), arrivals: flow(2) }], run: { replications: 30, seed: '1' }, ...more,
});
const inService = async (it: Scenario) => {
  const [result] = await experimentOn([it]);
  return { result, warnings: result?.warnings.map(({ kind }) => kind), level: result?.warmUp?.levels.find(({ measure }) => measure === 'in-service') };
};

describe('whether the warm-up was long enough', () => {
  test('a service that takes 60 days to fill has not settled after 35 days of warm-up, and the result says so', async () => {
    const { result, warnings, level } = await inService(filling(35));
    expect(level).toMatchObject({ judged: true, tooShort: true, drift: { clear: true } });
    expect(level?.settledAfter).toBeGreaterThanOrEqual(55);
    expect(warnings).toEqual(['warm-up-too-short']);
    expect(result?.warnings[0]?.text).toMatch(/^The warm-up of 35 days may be too short: still changing when the period begins are people in the service \(step-down\), 4\d(\.\d)? in its last four weeks and 1[12]\d(\.\d)? in the four to 2024-06-30\./);
    expect(result && warmUp(result)[0]?.title).toBe('One level of 1 had not settled after 35 days of warm-up');
  });

  test('after 90 days it has', async () => {
    const { result, warnings, level } = await inService(filling(90));
    expect(level?.tooShort).toBe(false);
    expect(warnings).toEqual([]);
    expect(result && warmUp(result)[0]?.title).toBe('No sign that 90 days of warm-up are too short');
  });

  test('it is judged up to the first dated change; with a season, or from a list of people, not at all', async () => {
    const cut = { ...beds('step-down', 'unlimited', { stay: fixed(60) }), beds: [{ from: 0, value: 'unlimited' as const }, { from: 120, value: 500 }] };
    expect((await inService(filling(35, { services: [cut] }))).result?.warmUp?.judgedUntil).toBe(120);
    const wave = filling(35, { arrivals: [{ ...referred('P2', []), arrivals: flow(2, { season: { amplitude: 0.2, peakDay: 15 } }) }] });
    for (const it of [wave, filling(35, { arrivals: [referred('P2', [referral(1), referral(70)])] })]) {
      const { result, level } = await inService(it);
      expect(result?.warmUp?.judgedUntil).toBeNull();
      expect(level).toMatchObject({ judged: false, settledAfter: null, tooShort: false });
    }
  });

  test('the levels are those of midnight, before anything happens then: one bed taken from 0.5 to 3.0 and from 6.0 to 8.5', async () => {
    const it = filling(5, { days: 7, services: [beds('step-down', 1, { stay: fixed(2.5) })], arrivals: [referred('P2', [referral(0.5), referral(6)])], run: { replications: 2, seed: '1' } });
    expect((await inService(it)).level?.means).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
  });

  test('without a warm-up there is nothing to judge', async () => {
    expect((await inService(filling(0))).result).not.toHaveProperty('warmUp');
  });

  test('looking changes nothing: the same events and the same measures, on either engine', () => {
    const plan = planOf(filling(35));
    const layout = layoutOf(plan);
    const one = (engine: 'native' | 'simjs', looking: boolean) => {
      const midnights = new Midnights(plan, layout);
      const care = replicate(plan, 1, engine, undefined, null, looking ? midnights.look : null);
      midnights.finish(care.observations);
      return { ...numbersOf(layout, care), warm: looking ? midnights.values : null };
    };
    for (const engine of ['native', 'simjs'] as const) expect({ ...one(engine, true), warm: null }).toEqual(one(engine, false));
    expect(one('simjs', true)).toEqual(one('native', true));
  });
});
