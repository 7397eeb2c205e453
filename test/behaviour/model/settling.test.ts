import { describe, expect, test } from 'vitest';
import { engineOf } from '../../../cli/threads/engines.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { Midnights } from '../../../sim/experiment/midnights.ts';
import { numbersOf } from '../../../sim/experiment/numbers.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import { warmUp } from '../../../reports/figures/warm-up.ts';
import { stillSettling } from '../../../reports/words/settled.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { beds, experimentOn, fixed, flow, hours, pathway, referral, referred, scenario } from './small.ts';

/** Two people a day for 60 days each, in as many beds as it takes: 120 in the end, and so many from day 60 on. */
const filling = (warmUpDays: number, more: Partial<Scenario> = {}): Scenario =>
  scenario({
    warmUpDays,
    days: 182,
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', 'unlimited', { stay: fixed(60) })],
    arrivals: [{ ...referred('P2', []), arrivals: flow(2) }],
    run: { replications: 30, seed: '1' },
    ...more,
  });
const inService = async (it: Scenario) => {
  const [result] = await experimentOn([it]);
  return {
    result,
    warnings: result?.warnings.map(({ kind }) => kind),
    level: result?.warmUp?.levels.find(({ measure }) => measure === 'in-service'),
  };
};

describe('whether the warm-up was long enough', () => {
  test('a service that takes 60 days to fill has not settled after 35 days of warm-up, and the result says so', async () => {
    const { result, warnings, level } = await inService(filling(35));
    expect(level).toMatchObject({ judged: true, tooShort: true, settled: 'no', drift: { clear: true } });
    expect(level?.settledAfter).toBeGreaterThanOrEqual(55);
    expect(warnings).toEqual(['warm-up-too-short-by-load', 'warm-up-too-short']);
    expect(result?.warnings[1]?.text).toMatch(
      /^The warm-up of 35 days is too short: still changing when the period begins are people in the service \(step-down\), 4\d(\.\d)? in its last four weeks and 1[12]\d(\.\d)? in the four to 30 June 2024\./,
    );
    expect(result?.warmUp?.settled).toBe('no');
    expect(
      result &&
        warmUp(result)
          .map(({ title }) => title)
          .slice(0, 2),
    ).toEqual([
      'A warm-up of five weeks is too short: step-down takes about 10 weeks to settle',
      'One level of 1 had not settled after 35 days of warm-up',
    ]);
  });

  test('after 90 days it has', async () => {
    const { result, warnings, level } = await inService(filling(90));
    expect(level).toMatchObject({ tooShort: false, settled: 'yes' });
    expect(result?.warmUp?.settled).toBe('yes');
    expect(warnings).toEqual([]);
    expect(
      result &&
        warmUp(result)
          .map(({ title }) => title)
          .slice(0, 2),
    ).toEqual([
      'By its load, nothing takes longer to settle than the 90 days of warm-up',
      'No sign that 90 days of warm-up are too short',
    ]);
  });

  test('one replication sees no drift at all, so it is no comfort', async () => {
    const { result, level } = await inService(filling(90, { run: { replications: 1, seed: '1' } }));
    expect(level).toMatchObject({ tooShort: false, settled: 'cannot tell', drift: { half: null, clear: false } });
    expect(result?.warmUp?.settled).toBe('cannot tell');
    expect(result && warmUp(result)[1]?.title).toBe('The levels cannot tell whether 90 days of warm-up are long enough');
  });

  test('it is judged up to the first dated change; with a season, or from a list of people, not at all', async () => {
    const cut = {
      ...beds('step-down', 'unlimited', { stay: fixed(60) }),
      beds: [
        { from: 0, value: 'unlimited' as const },
        { from: 120, value: 500 },
      ],
    };
    expect((await inService(filling(35, { services: [cut] }))).result?.warmUp?.judgedUntil).toBe(120);
    const wave = filling(35, {
      arrivals: [{ ...referred('P2', []), arrivals: flow(2, { season: { amplitude: 0.2, peakDay: 15 } }) }],
    });
    for (const it of [wave, filling(35, { arrivals: [referred('P2', [referral(1), referral(70)])] })]) {
      const { result, level } = await inService(it);
      expect(result?.warmUp?.judgedUntil).toBeNull();
      expect(level).toMatchObject({ judged: false, settledAfter: null, tooShort: false, settled: 'cannot tell' });
    }
  });

  test('the levels are those of midnight, before anything happens then: one bed taken from 0.5 to 3.0 and from 6.0 to 8.5', async () => {
    const it = filling(5, {
      days: 7,
      services: [beds('step-down', 1, { stay: fixed(2.5) })],
      arrivals: [referred('P2', [referral(0.5), referral(6)])],
      run: { replications: 2, seed: '1' },
    });
    expect((await inService(it)).level?.means).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
  });

  test('without a warm-up no level is watched, but the load says what would be needed; a start from the people present needs none', async () => {
    const { result, warnings } = await inService(filling(0));
    expect(result?.warmUp).toMatchObject({
      days: 0,
      levels: [],
      settled: 'cannot tell',
      needed: [{ scope: 'service:step-down', needed: 120, open: 'unlimited', days: 64.64 }],
    });
    expect(warnings).toEqual(['warm-up-too-short-by-load']);
    const present = await inService(filling(0, { startFrom: { remaining: 'by stay so far', groups: [] } }));
    expect(present.result).not.toHaveProperty('warmUp');
    expect((present.warnings ?? []).filter((kind) => kind.startsWith('warm-up'))).toEqual([]);
  });

  test('a warm-up too long to be kept by day is kept by week', async () => {
    const { result, level } = await inService(filling(1106, { run: { replications: 2, seed: '1' } }));
    expect(result?.warmUp?.step).toBe(7);
    expect(level?.means).toHaveLength(Math.floor((1106 + 182) / 7));
    expect(level?.judged).toBe(true);
    expect(result && warmUp(result).at(-1)?.table?.rows).toHaveLength(184);
  });

  test('looking changes nothing: the same events and the same measures, on either engine', () => {
    const plan = planOf(filling(35));
    const layout = layoutOf(plan);
    const one = (engine: 'native' | 'simjs', looking: boolean) => {
      const midnights = new Midnights(plan, layout);
      const care = replicate(plan, 1, engineOf(engine), undefined, null, looking ? midnights.look : null);
      midnights.finish(care.observations);
      return { ...numbersOf(layout, care), warm: looking ? midnights.values : null };
    };
    for (const engine of ['native', 'simjs'] as const) expect({ ...one(engine, true), warm: null }).toEqual(one(engine, false));
    expect(one('simjs', true)).toEqual(one('native', true));
  });
});

/** Coventry's home support: 92 packages of 20 hours at 97% and more, six weeks at most; hours are added in December. */
const homeSupport = (replications: number, warmUpDays = 182): Scenario =>
  scenario({
    start: '2017-10-01',
    warmUpDays,
    days: 182,
    hospitals: [],
    pathways: [pathway('P1', 'home-support')],
    services: [
      hours('home-support', 0, {
        label: 'Home support',
        stay: { shape: 'gamma', mean: 22.8, sd: 13 },
        longest: 42,
        commissioned: [
          { from: 0, value: 1850 },
          { from: warmUpDays + 61, value: 2095 },
        ],
      }),
    ],
    arrivals: [{ ...referred('P1', []), arrivals: flow(4.1) }],
    run: { replications, seed: '2017' },
  });

describe('a service at 97% that starts empty', () => {
  test.each([20, 50, 200])('is never called settled after 26 weeks, with %i replications', async (replications) => {
    const [result] = await experimentOn([homeSupport(replications)]);
    const waiting = result?.warmUp?.levels.find(({ measure }) => measure === 'waiting');
    expect(waiting?.settled).not.toBe('yes');
    expect(result?.warmUp?.settled).toBe('no');
    const titles = result ? warmUp(result).map(({ title }) => title) : [];
    expect(titles.join(' ')).not.toContain('No sign');
    expect(titles[0]).toMatch(/^A warm-up of 26 weeks is too short: Home support takes about \d+ weeks to settle$/);
    expect(result?.warnings[0]).toMatchObject({ kind: 'warm-up-too-short-by-load' });
    expect(result?.warnings[0]?.text).toMatch(
      /^At 9[78]% of its hours, Home support takes about \d+ weeks to settle from an empty start\. The warm-up is 26 weeks/,
    );
    expect(result && stillSettling(result)).toBe(true);
  });

  test('the check says how small a change it could have seen: half of the interval of the paired drift', async () => {
    const [result] = await experimentOn([homeSupport(20)]);
    const drift = result?.warmUp?.levels.find(({ measure }) => measure === 'waiting')?.drift;
    expect(drift?.half).toBeGreaterThan(2);
    expect(result && JSON.stringify(warmUp(result))).toMatch(
      /could not have seen a change of less than \d+\.\d people in one level: home support: people waiting/i,
    );
  });
});
