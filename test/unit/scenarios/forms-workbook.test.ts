import { describe, expect, test } from 'vitest';
import { dateInWords, MONTHS, readDate } from '../../../data/dates.ts';
import type { ReadScenario } from '../../../scenarios/index.ts';
import { mistakesIn, type Plan, readTabs, tabsOf, told } from '../../fixtures/small-workbook.ts';
import { type Kept, serial } from '../../fixtures/xlsx.ts';
import { type Form, FORMS_WORKBOOK } from './forms-workbook.ts';

const monthInWords = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
const valueAt = ({ values }: ReadScenario, path: string): string =>
  values.find((value) => value.path === path)?.value ?? 'nothing';

/** Where a form of each kind stands in a plan, and what the plan read then says. */
const PLACES: Record<Form['kind'], { put: (plan: Plan, cell: Kept) => void; read: (read: ReadScenario) => string }> = {
  date: {
    put: ({ Plan: rows }, cell) => {
      rows[2] = ['period.start', cell];
    },
    read: ({ scenario }) => dateInWords(readDate(scenario.start) ?? 0),
  },
  'day of a year': {
    put: ({ Plan: rows }, cell) => {
      rows.push(['hospitals.General.season.amplitude', '10%'], ['hospitals.General.season.peak-day', cell]);
    },
    read: ({ scenario }) => {
      const [stream] = scenario.arrivals;
      const season = stream?.arrivals.kind === 'process' ? stream.arrivals.season : null;
      return season && 'peakDay' in season
        ? dateInWords((readDate('2026-01-01') ?? 0) + season.peakDay).replace(' 2026', '')
        : 'nothing';
    },
  },
  month: {
    put: ({ Plan: rows }, cell) => {
      rows.push(['ambitions.jan.measure', 'on-ready-date'], ['ambitions.jan.at least', '70%'], ['ambitions.jan.in', cell]);
    },
    read: ({ scenario }) => scenario.ambitions.flatMap(({ months }) => (months ?? []).map(monthInWords)).join(' and '),
  },
  heading: {
    put: ({ 'Demand by month': rows }, cell) => {
      rows.splice(0, 2, ['hospitals', 'what', 'unit', '2025-10', cell], ['General', 'admissions', 'a day', 30, 36]);
    },
    read: ({ scenario }) => {
      const [stream] = scenario.arrivals;
      const from = stream?.arrivals.kind === 'process' ? (stream.arrivals.factor[1]?.from ?? 0) : 0;
      return `from ${dateInWords((readDate(scenario.start) ?? 0) + from - scenario.warmUpDays)}`;
    },
  },
  percentage: {
    put: ({ Plan: rows }, cell) => {
      rows.push(['process-delay.weekend.leave-at', cell]);
    },
    read: (read) => valueAt(read, 'process-delay.weekend.leave-at'),
  },
  number: {
    put: ({ Services: rows }, cell) => {
      rows.splice(
        0,
        2,
        ['services', 'kind', 'stay.mean', 'stay.shape', 'stay.cv'],
        ['step-down', 'beds', '14 days', 'gamma', cell],
      );
    },
    read: (read) => valueAt(read, 'services.step-down.stay.cv'),
  },
  amount: {
    put: ({ Plan: rows }, cell) => {
      rows.push(['costs.delayed-bed-day', cell]);
    },
    read: (read) => valueAt(read, 'costs.delayed-bed-day').replace(' per bed-day', ''),
  },
};

const readWith = (kind: Form['kind'], cell: Kept, made = {}) =>
  readTabs(
    tabsOf((plan) => PLACES[kind].put(plan, cell)),
    made,
  );

describe('what is typed into a cell is read as it is meant', () => {
  test.each(FORMS_WORKBOOK)('$kind: $typed ($kept) is $readAs', async ({ kind, cell, readAs }) => {
    expect(PLACES[kind].read(await readWith(kind, cell))).toBe(readAs);
  });

  test('days counted from 1904', async () => {
    const cell = { number: serial('2025-10-01') - 1462, format: 14 };
    expect(PLACES.date.read(await readWith('date', cell, { from1904: true }))).toBe('1 October 2025');
  });

  test('a date kept as a text of dates', async () => {
    expect(PLACES.date.read(await readWith('date', { xml: 't="d"><v>2025-10-01T00:00:00.000Z</v>' }))).toBe('1 October 2025');
  });
});

describe('what would be read in another sense is refused', () => {
  test.each<[Form['kind'], Kept, string]>([
    ['date', { number: serial('2025-10-01') + 0.4375, format: 22 }, '2025-10-01 10:30'],
    ['date', { number: serial('2025-10-01'), format: 0 }, String(serial('2025-10-01'))],
    ['month', { number: serial('2026-01-15'), format: 14 }, '2026-01-15'],
    ['percentage', 0.7, '0.7'],
    ['percentage', { number: serial('2026-01-15'), format: 14 }, '2026-01-15'],
    ['number', { number: 0.6, format: 9 }, '60%'],
    ['number', '1,05', '1,05'],
    ['number', { number: 0.5, format: 20 }, '12:00'],
    ['amount', { number: 395, format: '[$$-409]#,##0' }, '395'],
  ])('%s', async (kind, cell, found) => {
    const mistakes = await mistakesIn(readWith(kind, cell));
    expect(mistakes.map((one) => one.found)).toEqual([found]);
    expect(told(mistakes)[0]?.[0]).toMatch(/^(Plan|Services) [A-Z]\d+$/);
  });
});
