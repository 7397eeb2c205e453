import { describe, expect, test } from 'vitest';
import { planOf } from '../../../sim/plan/plan.ts';
import type { PlacementService } from '../../../sim/scenario/service.ts';
import { answers, MONDAY_TO_FRIDAY, pathway, placements, referral, referred, scenario } from './small.ts';

const withStarts = (
  number: number | 'unlimited',
  more: Partial<PlacementService> = {},
  days: number[] = [],
  holidays: number[] = [],
) =>
  scenario({
    hospitals: [],
    holidays,
    pathways: [pathway('P3', 'home')],
    services: [placements('home', number, more)],
    arrivals: [
      referred(
        'P3',
        days.map((day) => referral(day)),
      ),
    ],
  });
const offered = (...with_: Parameters<typeof withStarts>) => [...(planOf(withStarts(...with_)).services[0]?.offered ?? [])];
const weeksOf = (days: number[]) => [0, 7, 14, 21].map((from) => days.slice(from, from + 7).reduce((a, b) => a + b, 0));
const weekdays = { accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: true } };

describe('new starts a week', () => {
  test('9 over seven days are one or two a day, 9 each week', () => {
    expect(offered(9).slice(0, 7)).toEqual([1, 1, 1, 2, 1, 1, 2]); // floor(9 k / 7): 1 2 3 5 6 7 9
    expect(weeksOf(offered(9))).toEqual([9, 9, 9, 9]);
  });
  test('9 from Monday to Friday are one or two a day and none at weekends', () => {
    expect(offered(9, weekdays).slice(0, 7)).toEqual([1, 2, 2, 2, 2, 0, 0]); // floor(9 k / 5): 1 3 5 7 9
    expect(weeksOf(offered(9, weekdays))).toEqual([9, 9, 9, 9]);
  });
  test('9 at a panel on Wednesdays are given on that day; where it falls on a closed bank holiday they are lost', () => {
    const wednesdays = {
      accepts: { weekdays: [false, false, true, false, false, false, false] as typeof MONDAY_TO_FRIDAY, holidays: false },
    };
    expect(offered(9, wednesdays).slice(0, 7)).toEqual([0, 0, 9, 0, 0, 0, 0]);
    expect(weeksOf(offered(9, wednesdays, [], [9]))).toEqual([9, 0, 9, 9]);
  });
  test('half a start a week is one every other week', () => expect(weeksOf(offered(0.5))).toEqual([0, 1, 0, 1]));
  test('a closed bank holiday loses its starts', () => {
    expect(weeksOf(offered(10, { accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: false } }, [], [0]))).toEqual([8, 10, 10, 10]);
  });
  test('doubled from day 14 are doubled from that very day', () => {
    expect(
      weeksOf(
        offered(7, {
          starts: [
            { from: 0, value: 7 },
            { from: 14, value: 14 },
          ],
        }),
      ),
    ).toEqual([7, 7, 14, 14]);
  });

  test('changed in mid-week start a new count: 3 a week to day 9, then 3.5 from day 10', () => {
    const days = offered(3, {
      starts: [
        { from: 0, value: 3 },
        { from: 10, value: 3.5 },
      ],
    });
    expect(days.slice(7, 14)).toEqual([0, 0, 1, 0, 1, 0, 1]); // floor(3 k / 7) to day 9; then one every other day: floor(k / 2)
  });

  test('not used are lost: 28 offered, 3 used, the third person waits a day though 5 starts went unused before', () => {
    const { whole, weeks } = answers(withStarts(7, { price: { amount: 500, per: 'start', year: null } }, [5.5, 5.6, 5.7]));
    const of = (measure: string) => whole(measure, 'service:home');
    expect([of('starts-offered'), of('starts'), of('starts-lost')]).toEqual([28, 3, 25]);
    expect(of('wait-mean')).toBeCloseTo((0 + 0.4 + 1.3) / 3, 9); // 5.5 at once, 5.6 at 6, 5.7 at 7
    expect(of('waiting')).toBeCloseTo((0.4 + 1.3) / 28, 9);
    expect(weeks('starts', 'service:home')).toEqual([2, 1, 0, 0]);
    expect(of('service-occupancy')).toBe(3 / 28);
    expect([of('cost-commissioned'), of('cost-used')]).toEqual([14_000, 1500]);
  });
  test('that carry over are there for all three', () => {
    expect(answers(withStarts(7, { carryOver: true }, [5.5, 5.6, 5.7])).whole('wait-mean', 'service:home')).toBe(0);
  });

  test('unlimited start everybody at once, and are no start above a ceiling', () => {
    const { whole, care } = answers(withStarts('unlimited', {}, [1, 1, 1, 6.5]));
    expect([
      whole('starts', 'service:home'),
      whole('wait-mean', 'service:home'),
      care.observations.services[0]?.capacity.startsAboveCeiling,
    ]).toEqual([4, 0, 0]);
    expect(whole('starts-offered', 'service:home')).toBeNaN();
  });

  test('unlimited for a time: no figure of what was offered, and what was not used then is not kept', () => {
    const dated = {
      starts: [
        { from: 0, value: 'unlimited' as const },
        { from: 7, value: 7 },
      ],
      carryOver: true,
    };
    const { whole, weeks } = answers(withStarts(7, dated, [1, 1, 1, 7.5, 7.6, 7.7]));
    expect(whole('starts-offered', 'service:home')).toBeNaN();
    expect(weeks('starts-offered', 'service:home').slice(1)).toEqual([7, 7, 7]);
    expect(whole('wait-longest', 'service:home')).toBeCloseTo(9 - 7.7, 9); // one a day from day 7: 7.5, 8, 9
  });
});
