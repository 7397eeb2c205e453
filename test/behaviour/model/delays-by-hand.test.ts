import { describe, expect, test } from 'vitest';
import { answers, beds, listed, pathway, person, scenario } from './small.ts';

/**
 * One step-down bed, ten days of warm-up (days 0 to 9), 28 collected days (10 to 37, ending at midnight 38):
 *
 *      admitted  ready  left the acute bed       nights in  midnights delayed
 *   A     1.5     5.5    5.5                                                    (all in the warm-up; in the bed to 13.5)
 *   B     2.25    7.25  13.5 (when A leaves)        11             6            (came in the warm-up)
 *   C    12      15.5   15.5 (Pathway 0)             3             0
 *   D    14.5    16.5   25.5 (when B leaves)        11             9
 *   E    20.25   21.25  still there at the end
 *   F    30.25   30.75  30.75 (Pathway 0)            0             0
 */
const pathways = [pathway('P0'), pathway('P2', 'step-down')];
const plan = scenario({
  warmUpDays: 10,
  pathways,
  services: [beds('step-down', 1)],
  delayedBedDay: 346,
  arrivals: [
    listed(pathways, [
      person(1.5, 'P2', 4, { 'step-down': 8 }),
      person(2.25, 'P2', 5, { 'step-down': 12 }),
      person(12, 'P0', 3.5),
      person(14.5, 'P2', 2, { 'step-down': 100 }),
      person(20.25, 'P2', 1),
      person(30.25, 'P0', 0.5),
    ]),
  ],
});

describe.each(['native', 'simjs'] as const)('delays worked out on paper (%s)', (engine) => {
  const { whole, weeks, daily } = answers(plan, engine);

  test('discharges are those inside the period: B, C, D, F; admissions C, D, E, F', () => {
    expect(whole('discharges')).toBe(4);
    expect(whole('discharges', 'pathway:P2')).toBe(2);
    expect(whole('admissions')).toBe(4);
  });

  test('the mean delay is in midnights, and in exact days beside it', () => {
    expect(whole('delay-mean')).toBe((6 + 0 + 9 + 0) / 4);
    expect(whole('delay-mean', 'pathway:P2')).toBe(15 / 2);
    expect(whole('delay-mean-delayed')).toBe(15 / 2);
    expect(whole('delay-exact')).toBe((6.25 + 9) / 4);
    expect(whole('delay-capacity')).toBe((6.25 + 9) / 4);
    expect(whole('delay-process')).toBe(0);
    expect(whole('on-ready-date')).toBe(2 / 4);
  });

  test('the bands share out people and bed-days', () => {
    const people = ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-plus'].map((band) => whole(`delay-band-${band}`));
    const nights = ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-plus'].map((band) => whole(`delay-days-band-${band}`));
    expect(people).toEqual([2 / 4, 0, 0, 1 / 4, 1 / 4, 0, 0]);
    expect(nights).toEqual([0, 0, 0, 6 / 15, 9 / 15, 0, 0]);
  });

  test('bed-days delayed are those inside the period, with B who came before it and E who is still there after it', () => {
    const [b, d, e] = [13.5 - 10, 25.5 - 16.5, 38 - 21.25];
    expect(whole('bed-days-delayed')).toBe(b + d + e);
    expect(whole('bed-days-delayed', 'pathway:P0')).toBe(0);
    expect(whole('bed-days-delayed-capacity')).toBe(b + d + e);
    expect(whole('cost-delayed-bed-days')).toBe((b + d + e) * 346);
    const occupied = b + 3.5 + (25.5 - 14.5) + (38 - 20.25) + 0.5;
    expect(whole('bed-days-delayed-share')).toBe((b + d + e) / occupied);
    expect(whole('acute-occupied')).toBe(occupied / 28);
    expect(weeks('bed-days-delayed')).toEqual([3.5 + 0.5, 7 + 2.75, 1.5 + 7, 7]);
  });

  test('no criteria to reside is a count at midnight; the daily return adds those who left that day', () => {
    const [b, d, e] = [3, 9, 17]; // midnights 11-13, 17-25, 22-38
    expect(whole('no-criteria-to-reside')).toBe((b + d + e) / 28);
    expect(whole('no-criteria-to-reside-return')).toBe((b + d + e + 4) / 28);
    const atMidnight = Array.from({ length: 28 }, (_, i) => i + 11);
    expect(daily('no-criteria-to-reside')).toEqual(
      atMidnight.map((m) => Number(m <= 13) + Number(m >= 17 && m <= 25) + Number(m >= 22)),
    );
  });

  test('7+, 14+ and 21+ of occupied beds: B from midnight 9, D from 21, E from 27', () => {
    const occupied = 3 + 3 + 11 + 18; // B 11-13, C 13-15 (came at midnight 12 itself), D 15-25, E 21-38
    expect(whole('beds-7-plus')).toBe((3 + 5 + 12) / occupied);
    expect(whole('beds-14-plus')).toBe(5 / occupied); // E, midnights 34-38
    expect(whole('beds-21-plus')).toBe(0);
    expect(weeks('beds-7-plus')[0]).toBe(3 / (3 + 3 + 3)); // midnights 11-17: B; of B, C, D
  });

  test('7+, 14+ and 21+ of discharges: B and D after 11 nights', () => {
    expect([7, 14, 21].map((nights) => whole(`discharges-${nights}-plus`))).toEqual([2 / 4, 0, 0]);
    expect(whole('acute-stay-mean')).toBe((11.25 + 3.5 + 11 + 0.5) / 4);
  });

  test('7+, 14+ and 21+ past the ready date: D at midnights 23-25, E from 28', () => {
    expect([7, 14, 21].map((nights) => whole(`past-ready-${nights}-plus`))).toEqual([(3 + 11) / 28, 4 / 28, 0]);
  });

  test('two of four went to their usual place of residence', () => {
    expect(whole('usual-residence')).toBe(0.5);
    expect(whole('pathway-mix', 'pathway:P2')).toBe(0.5);
  });
});

test('a discharge exactly at midnight: the person was there at the count, and leaves on the new day', () => {
  const late = scenario({
    pathways,
    services: [beds('step-down', 'unlimited')],
    arrivals: [listed(pathways, [person(0.5, 'P0', 7.5)])],
  });
  const { whole, daily } = answers(late);
  expect(daily('acute-occupied').slice(6, 9)).toEqual([1, 1, 0]); // midnights 7, 8 and 9; left at 8
  expect(daily('discharges').slice(6, 9)).toEqual([0, 0, 1]); // on day 8
  expect(whole('discharges-7-plus')).toBe(1); // 8 nights
  expect(whole('beds-7-plus')).toBe(2 / 8); // nights 7 and 8 of midnights 1 to 8
});

test('nights are midnights: in from 21:36 on day 0 to 02:24 on day 7 is 7 nights, though only 6.2 days', () => {
  const short = scenario({ pathways, services: [beds('step-down', 1)], arrivals: [listed(pathways, [person(0.9, 'P0', 6.2)])] });
  const { whole } = answers(short);
  expect([whole('discharges-7-plus'), whole('beds-7-plus')]).toEqual([1, 1 / 7]); // of midnights 1 to 7, the last
  expect(whole('acute-stay-mean')).toBeCloseTo(6.2, 9);
});

test('usual place of residence is Pathway 0 and Pathway 1: two of four', () => {
  const all = [pathway('P0'), pathway('P1', 'step-down'), pathway('P2', 'step-down'), pathway('P3', 'step-down')];
  const four = scenario({
    pathways: all,
    services: [beds('step-down', 9)],
    arrivals: [
      listed(
        all,
        all.map(({ name }, i) => person(i, name, 1)),
      ),
    ],
  });
  expect(answers(four).whole('usual-residence')).toBe(2 / 4);
});

test('nobody discharged: means have no value, counts are 0', () => {
  const { whole } = answers(scenario({ pathways, services: [beds('step-down', 1)], arrivals: [listed(pathways, [])] }));
  for (const measure of [
    'delay-mean',
    'on-ready-date',
    'delay-band-0',
    'bed-days-delayed-share',
    'usual-residence',
    'beds-7-plus',
  ])
    expect(whole(measure)).toBeNaN();
  for (const measure of ['discharges', 'bed-days-delayed', 'no-criteria-to-reside', 'past-ready-7-plus'])
    expect(whole(measure)).toBe(0);
});
