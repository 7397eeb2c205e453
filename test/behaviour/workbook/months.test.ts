import { describe, expect, test } from 'vitest';
import { experimentOn } from '../model/small.ts';
import {
  admittedByMonth,
  mistakesIn,
  MONTHS,
  readFiles,
  readTabs,
  smallPlan,
  tabsOf,
  told,
} from '../../fixtures/small-workbook.ts';
import { type Kept, serial, xlsx } from '../../fixtures/xlsx.ts';

const each = (people: number) => Object.fromEntries(MONTHS.map((month) => [month, people]));
const admissions = (unit: string, values: Kept[], headings: Kept[] = MONTHS) =>
  readTabs(
    tabsOf((plan) => {
      plan['Demand by month'] = [
        ['hospitals', 'what', 'unit', ...headings],
        ['General', 'admissions', unit, ...values],
      ];
    }),
  );

describe('a number a month is divided by the days of each month', () => {
  test('where every month says the same', async () => {
    expect(admittedByMonth(await admissions('a month', [900, 900, 900, 900, 900, 900]))).toEqual(each(900));
  });

  test('where the months after the first are empty', async () => {
    expect(admittedByMonth(await admissions('a month', [900, null, null, null, null, null]))).toEqual(each(900));
    expect(admittedByMonth(await admissions('people per month', [900], ['2025-10']))).toEqual(each(900));
  });

  test('so that as many are admitted in each month', async () => {
    const { scenario } = await admissions('a month', [900, null, null, 900, null, null]);
    const [result] = await experimentOn([scenario]);
    const admitted = result?.byMonth.find(({ measure, scope }) => measure === 'admissions' && scope === 'all')?.values ?? [];
    expect(admitted).toHaveLength(6);
    for (const people of admitted) expect(Math.abs((people?.mean ?? 0) - 900)).toBeLessThanOrEqual(1);
  });

  test('where a cell says it by itself, as text, among numbers a day', async () => {
    expect(admittedByMonth(await admissions('a day', [30, '900 a month', null, '30', null, null]))).toEqual({
      ...each(900),
      '2025-10': 930,
      '2026-01': 930,
      '2026-02': 840,
      '2026-03': 930,
    });
  });

  test('from a day within a month on', async () => {
    const people = admittedByMonth(await admissions('a month', [930, 1240], ['2025-10', '2025-12-11']));
    expect(people).toEqual({
      '2025-10': 930,
      '2025-11': 930,
      '2025-12': 300 + 21 * 40,
      '2026-01': 1240,
      '2026-02': 1240,
      '2026-03': 1240,
    });
  });

  test('where the last number is of a month before the period', async () => {
    expect(admittedByMonth(await admissions('a month', [900, null], ['2025-09', '2025-11']))).toEqual(each(900));
  });

  test('in a week that lies in two months', async () => {
    const tabs = tabsOf((plan) => {
      plan['Demand by month'][1] = ['General', 'admissions', 'a month', 900];
    });
    tabs.push({
      name: 'Demand by week',
      rows: [
        ['hospitals', 'what', 'unit', 'week of 2026-02-23'],
        ['General', 'admissions', 'a month', 1800],
      ],
    });
    // Six days of February at 1,800 / 28, one of March at 1,800 / 31.
    expect(admittedByMonth(await readTabs(tabs))).toEqual({
      ...each(900),
      '2026-02': 900 + Number(((6 * 900) / 28).toFixed(6)),
      '2026-03': Number((900 + 900 / 31).toFixed(6)),
    });
  });

  test('of new starts as well', async () => {
    const { scenario } = await readTabs(
      tabsOf((plan) => {
        plan.Services = [
          ['services', 'kind'],
          ['step-down', 'placements'],
        ];
        plan['Capacity by month'][1] = ['step-down', 'starts', 'per month', 93, null, null, null, null, null];
      }),
    );
    const [service] = scenario.services;
    const starts = service?.kind === 'placements' ? service.starts.map(({ value }) => Number(value)) : [];
    expect(starts.map((perWeek) => Number(perWeek.toFixed(6)))).toEqual(
      [31, 30, 31, 28, 31].map((days) => Number(((93 / days) * 7).toFixed(6))),
    );
  });

  test('in a workbook that builds on a plan, whose period it does not say', async () => {
    const more = xlsx([
      {
        name: 'Plan',
        rows: [
          ['key', 'value'],
          ['extends', 'plan.xlsx'],
          ['name', 'More'],
        ],
      },
      {
        name: 'Demand',
        rows: [
          ['hospitals', 'what', 'unit', '2025-10'],
          ['General', 'admissions', 'a month', 1200],
        ],
      },
    ]);
    const files = { 'plan.xlsx': xlsx(tabsOf(() => {})), 'more.xlsx': more };
    expect(admittedByMonth(await readFiles(files, 'more.xlsx'))).toEqual(each(1200));
  });

  test('in a workbook laid over a plan', async () => {
    const more = xlsx([
      {
        name: 'Plan',
        rows: [
          ['key', 'value'],
          ['name', 'More'],
        ],
      },
      {
        name: 'Demand',
        rows: [
          ['hospitals', 'what', 'unit', '2025-12'],
          ['General', 'admissions', 'a month', 1200],
        ],
      },
    ]);
    const files = { 'plan.xlsx': xlsx(tabsOf(() => {})), 'more.xlsx': more };
    expect(admittedByMonth(await readFiles(files, 'plan.xlsx', 'more.xlsx'))).toEqual({
      '2025-10': 930,
      '2025-11': 900,
      '2025-12': 1200,
      '2026-01': 1200,
      '2026-02': 1200,
      '2026-03': 1200,
    });
  });
});

describe('dates for headings', () => {
  const values = [30, 31, 32, 33, 34, 35];
  const byDate = async () => admittedByMonth(await admissions('a day', values));

  test.each<[string, Kept[]]>([
    ['dates of Excel', MONTHS.map((month) => ({ number: serial(`${month}-01`), format: 17 }))],
    ['dates of Excel that show the month only', MONTHS.map((month) => ({ number: serial(`${month}-01`), format: 'mmm' }))],
    ['Oct-25', ['Oct-25', 'Nov-25', 'Dec-25', 'Jan-26', 'Feb-26', 'Mar-26']],
    ['October 2025', ['October 2025', 'November 2025', 'December 2025', 'January 2026', 'Feb 2026', 'mar 26']],
    ['10/2025', ['10/2025', '11/2025', '12/2025', '1/2026', '02/2026', '2026/03']],
    ['01/10/2025', ['01/10/2025', '01/11/2025', '01/12/2025', '01/01/2026', '01/02/2026', '2026-03-01']],
  ])('may be %s', async (_, headings) => {
    expect(admittedByMonth(await admissions('a day', values, headings))).toEqual(await byDate());
  });

  test('on which Excel shows no year are refused, unless they are the first of a month', async () => {
    const mistakes = await mistakesIn(admissions('a day', [30, 31], ['2025-10', { number: serial('2026-11-25'), format: 16 }]));
    expect(told(mistakes)).toEqual([
      ['Demand by month E1', 'This heading shows a day without a year; Excel keeps it as 25 November 2026.'],
    ]);
  });

  test('are refused where they are there twice, in whatever words', async () => {
    const [same] = await mistakesIn(admissions('a day', [30, 31], ['2025-10', '2025-10']));
    expect(same).toMatchObject({
      at: expect.stringContaining('cell E1'),
      problem: 'This heading is there twice: it stands in D1 as well. Keep one of the two columns.',
    });
    const [other] = await mistakesIn(admissions('a day', [30, 31], ['2025-10', 'Oct-25']));
    expect(other).toMatchObject({
      at: expect.stringContaining('cell E1'),
      problem: 'This date is there twice: it stands in D1 as well. Keep one of the two columns.',
    });
  });
});

describe('dates outside the period', () => {
  const YEAR = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', ...MONTHS];

  test('are passed over with one warning, of a whole financial year', async () => {
    const read = await readTabs(
      tabsOf((plan) => {
        plan['Demand by month'] = [
          ['hospitals', 'what', 'unit', ...YEAR],
          ['General', 'admissions', 'a day', 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36],
        ];
        plan['Capacity by month'] = [
          ['services', 'what', 'unit', ...YEAR, '2026-04'],
          ['step-down', 'beds', 'beds', ...YEAR.map(() => 40), 50],
        ];
      }),
    );
    expect(admittedByMonth(read)).toEqual({
      '2025-10': 961,
      '2025-11': 960,
      '2025-12': 1023,
      '2026-01': 1054,
      '2026-02': 980,
      '2026-03': 1116,
    });
    const outside = read.warnings.filter(({ kind }) => kind === 'passed-over');
    expect(outside).toHaveLength(1);
    expect(outside[0]?.text).toContain(
      '2025-04 … 2025-09 (6 columns) on sheet Demand by month; 2025-04 … 2026-04 (7 columns) on sheet Capacity by month',
    );
    expect(read.scenario.services[0]).toMatchObject({ beds: [{ from: 0, value: 40 }] });
  });

  test('with equal values are told as well', async () => {
    const { warnings } = await admissions(
      'a day',
      YEAR.map(() => 30),
      YEAR,
    );
    expect(warnings.filter(({ kind }) => kind === 'passed-over')).toHaveLength(1);
  });

  test('give what is in force when the period starts, where its first month is empty', async () => {
    expect(
      admittedByMonth(await admissions('a day', [20, 25, null, 32], ['2025-08', '2025-09', '2025-10', '2025-11'])),
    ).toMatchObject({ '2025-10': 31 * 25, '2025-11': 30 * 32 });
  });

  test('and none inside it: refused, once a sheet', async () => {
    const lastYear = MONTHS.map((month) => month.replace(/^\d+/, (year) => String(Number(year) - 1)));
    for (const headings of [lastYear, MONTHS.map((month) => month.replace(/^\d+/, (year) => String(Number(year) + 1)))]) {
      const mistakes = await mistakesIn(admissions('a day', [30, 31, 32, 33, 34, 35], headings));
      expect(told(mistakes)).toEqual([
        ['Demand by month D1', 'No date of sheet Demand by month lies in the period: change its headings, or the period.'],
      ]);
    }
  });

  test('of which a week reaches into the period: its days inside', async () => {
    const tabs = [
      ...tabsOf(() => {}),
      {
        name: 'Demand by week',
        rows: [
          ['hospitals', 'what', 'unit', 'w/c 2025-09-29', 'week of 2026-06-01'],
          ['General', 'admissions', 'a day', 60, 99],
        ] as Kept[][],
      },
    ];
    const read = await readTabs(tabs);
    expect(admittedByMonth(read)).toMatchObject({ '2025-10': 31 * 30 + 5 * 30 });
    expect(read.warnings.find(({ kind }) => kind === 'passed-over')?.text).toContain(
      'week of 2026-06-01 on sheet Demand by week',
    );
  });
});

test('the plan of these tests says 30 people a day', async () => {
  expect(Object.keys(smallPlan())).toHaveLength(6);
  expect(admittedByMonth(await readTabs(tabsOf(() => {})))).toEqual({ ...each(930), '2025-11': 900, '2026-02': 840 });
});
