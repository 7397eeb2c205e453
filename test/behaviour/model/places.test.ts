import { describe, expect, test } from 'vitest';
import { scopesOf } from '../../../sim/measures/scope.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { ListedPerson, Residence } from '../../../sim/scenario/people.ts';
import {
  always,
  answers,
  beds,
  exponential,
  fixed,
  flow,
  hospital,
  listed,
  pathway,
  person,
  referral,
  referred,
  scenario,
} from './small.ts';

/**
 * Two hospitals, A and B, and two places, north and south; one step-down bed for all, so the second and third person wait.
 *
 *      hospital  lives   pathway  admitted  ready  leaves  midnights delayed
 *   1     A      north     P2        0        2      2          0     (in the bed to 7)
 *   2     A      south     P2        1        4      7          3     (in the bed to 12)
 *   3     B      south     P2        2        5     12          7
 *   4     B      south     P0        3        9      9          0
 *   5     A      north     P0        3       11     11          0     (8 nights)
 */
const pathways = [pathway('P0'), pathway('P2', 'step-down')];
const from = (place: string, one: ListedPerson): ListedPerson => ({ ...one, place });
const lives = (north: number, south: number): Residence[] => [
  { place: 'north', share: always(north), pathways: null },
  { place: 'south', share: always(south), pathways: null },
];
const at = (name: string, people: ListedPerson[]) => ({
  ...listed(pathways, people),
  name,
  label: name,
  enters: { hospital: name },
  livesIn: lives(0.5, 0.5),
});
const places = ['north', 'south'].map((name) => ({ name, label: name }));
const plan: Scenario = scenario({
  places,
  pathways,
  hospitals: ['A', 'B'].map((name) => hospital('unlimited', { name, label: name })),
  services: [beds('step-down', 1, { stay: fixed(5) })],
  arrivals: [
    at('A', [from('north', person(0, 'P2', 2)), from('south', person(1, 'P2', 3)), from('north', person(3, 'P0', 8))]),
    at('B', [from('south', person(2, 'P2', 3)), from('south', person(3, 'P0', 6))]),
  ],
});

describe.each(['native', 'simjs'] as const)('two hospitals and two places on paper (%s)', (engine) => {
  const { whole, weeks, months, daily } = answers(plan, engine);
  const over = (measure: string, ...scopes: string[]) => scopes.map((scope) => whole(measure, scope));

  test('people discharged and their delay, by hospital, by place and by both pathways of each', () => {
    expect(over('discharges', 'all', 'hospital:A', 'hospital:B', 'place:north', 'place:south')).toEqual([5, 3, 2, 2, 3]);
    expect(over('delay-mean', 'hospital:A', 'hospital:B', 'place:north', 'place:south')).toEqual([1, 3.5, 0, 10 / 3]);
    expect(
      over('discharges', 'hospital:A/pathway:P2', 'hospital:B/pathway:P2', 'place:north/pathway:P2', 'place:south/pathway:P2'),
    ).toEqual([2, 1, 1, 2]);
    expect(over('delay-mean', 'hospital:A/pathway:P2', 'place:north/pathway:P2', 'place:south/pathway:P2')).toEqual([1.5, 0, 5]);
    expect(over('pathway-mix', 'place:north/pathway:P2', 'place:south/pathway:P2', 'hospital:B/pathway:P0')).toEqual([
      1 / 2,
      2 / 3,
      1 / 2,
    ]);
    expect(months('discharges', 'place:south/pathway:P2')).toEqual([2]);
  });

  test('who goes home, and the gap between places', () => {
    expect(over('usual-residence', 'place:north', 'place:south')).toEqual([1 / 2, 1 / 3]);
    expect(whole('usual-residence-gap')).toBeCloseTo(1 / 2 - 1 / 3, 12);
    expect(whole('delay-mean-gap')).toBeCloseTo(10 / 3, 12);
  });

  test('acute beds and long stays by place: south has 6 + 10 + 6 bed-days, north 2 + 8', () => {
    expect(over('acute-occupied', 'place:north', 'place:south').map((beds) => beds * 28)).toEqual([10, 22]);
    expect(over('admissions', 'place:north', 'place:south')).toEqual([2, 3]);
    expect(daily('acute-occupied', 'place:south').slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(over('discharges-7-plus', 'place:north', 'place:south')).toEqual([1 / 2, 1 / 3]);
    expect(weeks('bed-days-delayed', 'place:south')[1]).toBe(5);
    expect(over('past-ready-7-plus', 'place:north', 'place:south').map((people) => people * 28)).toEqual([0, 1]);
  });

  test('the wait for step-down by place', () => {
    expect(over('referrals', 'service:step-down/place:north', 'service:step-down/place:south')).toEqual([1, 2]);
    expect(over('wait-mean', 'service:step-down/place:north', 'service:step-down/place:south')).toEqual([0, 5]);
    expect(over('waiting', 'service:step-down', 'service:step-down/place:south').map((people) => people * 28)).toEqual([10, 10]);
  });
});

test('a service of one place has its people by place too, so the longest wait by place is found', () => {
  const own = scenario({
    places,
    pathways: [pathway('P2', 'step-down')],
    hospitals: [],
    services: [beds('step-down', 1, { serves: { places: ['south'], hospitals: null } })],
    arrivals: [{ ...referred('P2', [from('south', referral(0)), from('south', referral(1))]), livesIn: lives(0, 1) }],
  });
  const { whole } = answers(own);
  expect(whole('wait-mean', 'service:step-down/place:south')).toBe(whole('wait-mean', 'service:step-down'));
  expect(whole('wait-mean', 'service:step-down')).toBeGreaterThan(0);
  expect(scopesOf(own).map(({ label }) => label)).not.toContain('service:step-down/place:north');
});

test('a person readmitted to another hospital still lives in the same place', () => {
  const again: Scenario = {
    ...plan,
    services: [
      beds('step-down', 'unlimited', {
        stay: fixed(5),
        outcomes: [{ name: 'readmitted', share: always(1), next: null, readmittedTo: 'B' }],
      }),
    ],
    arrivals: [at('A', [from('north', person(0, 'P2', 2))]), { ...at('B', []), livesIn: lives(0, 1) }],
  };
  const { whole } = answers(again);
  expect(['hospital:A', 'hospital:B', 'place:north', 'place:south'].map((scope) => whole('admissions', scope))).toEqual([
    1, 1, 2, 0,
  ]);
});

test('step-up referrals have a place too', () => {
  const { whole } = answers(
    scenario({
      places,
      pathways,
      hospitals: [],
      services: [beds('step-down', 1)],
      arrivals: [{ ...referred('P2', [from('north', referral(0)), from('south', referral(1))]), livesIn: lives(0.5, 0.5) }],
    }),
  );
  expect([whole('wait-mean', 'service:step-down/place:north'), whole('wait-mean', 'service:step-down/place:south')]).toEqual([
    0, 9,
  ]);
});

describe('drawn at the door', () => {
  const mix = (p2: number) =>
    pathways.map(({ name }, i) => ({ pathway: name, share: always(i === 1 ? p2 : 1 - p2), acuteStay: exponential(3) }));
  const drawn = (livesIn: Residence[], p2 = 0.2): Scenario =>
    scenario({
      places: livesIn.length > 0 ? places : [],
      pathways,
      days: 364,
      hospitals: [hospital()],
      services: [beds('step-down', 'unlimited')],
      arrivals: [{ ...listed(pathways, []), arrivals: flow(20), mix: mix(p2), livesIn }],
    });

  test('telling places apart changes nobody: the same people with the same stays', () => {
    const [without, apart] = [answers(drawn([])), answers(drawn(lives(0.3, 0.7)))];
    for (const measure of ['discharges', 'acute-stay-mean', 'acute-occupied'])
      expect(apart.whole(measure)).toBeCloseTo(without.whole(measure), 9);
    expect(apart.whole('discharges', 'place:north') / apart.whole('discharges')).toBeCloseTo(0.3, 1);
    expect(apart.whole('discharges', 'place:north') + apart.whole('discharges', 'place:south')).toBe(apart.whole('discharges'));
  });

  test('the split of a place is its own: one in ten from north need step-down, four in ten from south', () => {
    const own = lives(0.5, 0.5).map((it, i) => ({ ...it, pathways: [always(i === 0 ? 0.9 : 0.6), always(i === 0 ? 0.1 : 0.4)] }));
    const { whole } = answers(drawn(own, 0.25));
    expect(whole('pathway-mix', 'place:north/pathway:P2')).toBeCloseTo(0.1, 1);
    expect(whole('pathway-mix', 'place:south/pathway:P2')).toBeCloseTo(0.4, 1);
  });
});
