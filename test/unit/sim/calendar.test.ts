import { describe, expect, test } from 'vitest';
import { dateOf, firstWeekday, months, weeks } from '../../../sim/scenario/calendar.ts';
import { byDay, valueOn } from '../../../sim/scenario/dated.ts';
import { pick, shareTables } from '../../../sim/plan/shares.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { flow, listed, pathway, scenario } from '../../behaviour/model/small.ts';

const winter = scenario({ start: '2017-10-01', warmUpDays: 182, days: 182, holidays: [182 + 85, 182 + 86] });

describe('the calendar', () => {
  test('days count from the start of the warm-up, dates from the start of the period', () => {
    expect([0, 182, 363].map((day) => dateOf(winter, day))).toEqual(['2017-04-02', '2017-10-01', '2018-03-31']);
    expect(firstWeekday(winter)).toBe(6); // 2 April 2017 was a Sunday
  });
  test('a clock change does not move midnights', () => {
    const spring = scenario({ start: '2024-03-25', days: 14 });
    expect([6, 7].map((day) => dateOf(spring, day))).toEqual(['2024-03-31', '2024-04-01']);
  });
  test('weeks are whole weeks from the start, months are calendar months as far as they lie in the period', () => {
    expect(weeks(winter)).toHaveLength(26);
    expect(weeks(winter)[1]).toEqual({ start: '2017-10-08', window: [[7, 14]] });
    expect(months(winter).map(({ month, days }) => [month, days])).toEqual([
      ['2017-10', 31],
      ['2017-11', 30],
      ['2017-12', 31],
      ['2018-01', 31],
      ['2018-02', 28],
      ['2018-03', 31],
    ]);
    expect(weeks(scenario({ days: 20 }))).toHaveLength(2);
    expect(months(scenario({ start: '2024-02-28', days: 3 })).map(({ days }) => days)).toEqual([2, 1]);
  });
  test('rest days are weekends and bank holidays; the next working day steps over both', () => {
    const { restDays, nextWorkingDay } = planOf(winter);
    const christmas = 182 + 85; // Monday 25 December 2017
    expect([...restDays.slice(christmas - 3, christmas + 3)]).toEqual([0, 1, 1, 1, 1, 0]); // Friday to Wednesday
    expect(nextWorkingDay[christmas - 2]).toBe(christmas + 2);
    expect(nextWorkingDay[christmas - 3]).toBe(christmas - 3);
  });
});

describe('values that change on stated days', () => {
  test('hold from their day until the next', () => {
    const series = [
      { from: 0, value: 10 },
      { from: 5, value: 20 },
      { from: 8, value: 0 },
    ];
    expect([0, 4, 5, 7, 8, 99].map((day) => valueOn(series, day))).toEqual([10, 10, 20, 20, 0, 0]);
    expect([...byDay(series, 10)]).toEqual([10, 10, 10, 10, 10, 20, 20, 20, 0, 0]);
    expect([
      ...byDay(
        [
          { from: 0, value: 1 },
          { from: 50, value: 2 },
        ],
        3,
      ),
    ]).toEqual([1, 1, 1]);
  });
  test('shares in force on the day decide which part a uniform falls into', () => {
    const tables = shareTables([
      [
        { from: 0, value: 0.5 },
        { from: 10, value: 0 },
      ],
      [
        { from: 0, value: 0.25 },
        { from: 10, value: 1 },
      ],
      [
        { from: 0, value: 0.25 },
        { from: 10, value: 0 },
      ],
    ]);
    expect([0.1, 0.499, 0.5, 0.74, 0.75, 0.999].map((u) => pick(tables, 9, u))).toEqual([0, 0, 1, 1, 2, 2]);
    expect([0.001, 0.5, 0.999].map((u) => pick(tables, 10, u))).toEqual([1, 1, 1]);
  });
});

describe('mean arrivals by day', () => {
  const base = (more: Parameters<typeof flow>[1], days = 365) => [
    ...(planOf(
      scenario({ days, pathways: [pathway('P0')], arrivals: [{ ...listed([pathway('P0')], []), arrivals: flow(10, more) }] }),
    ).arrivals[0]?.base ?? []),
  ];
  const total = (rates: number[]) => rates.reduce((a, b) => a + b, 0);

  test('a weekday profile takes its factor by the day of the week', () => {
    expect(base({ weekday: [1.1, 1.05, 1, 1, 1.05, 0.9, 0.9] }, 8).map((rate) => Math.round(rate * 10) / 10)).toEqual([
      11, 10.5, 10, 10, 10.5, 9, 9, 11,
    ]);
  });
  test('a yearly wave peaks at its day and keeps the mean over a year', () => {
    const rates = base({ season: { amplitude: 0.2, peakDay: 15.5 } });
    expect(rates[15]).toBeCloseTo(12, 12); // 15 January at noon
    expect(rates[198]).toBeCloseTo(8, 3); // half a year on
    expect(total(rates) / 3650).toBeCloseTo(1, 9);
  });
  test('monthly factors hold for calendar months', () => {
    const rates = base({ season: { monthly: [1.2, 0.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } });
    expect([30, 31, 59, 60].map((day) => rates[day])).toEqual([12, 8, 8, 10]); // 2024: 29 February is day 59
  });
  test('growth of 3% a year is 3% after a year', () => {
    const rates = base({ trendPerYear: 0.03 }, 731);
    expect((rates[365] as number) / (rates[0] as number)).toBeCloseTo(1.03, 12);
  });
});
