import { describe, expect, test } from 'vitest';
import { explain } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { MEASURES as ALL } from '../../../sim/measures/catalogue.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { good, mistakesOf, read } from './reading.ts';

const DAILY =
  'trust,date,people,gone\nA,2021-10-01,12,2\nB,2021-10-01,70,7\nA,2021-10-03,0,0\nA,2021-10-02,,3\nA,2021-09-30,9,1\nA,2022-01-08,20,4\n';
const MONTHLY = 'month,late,all\n2021-10,10,100\n01/11/2021,30,200\n2021-12,*,300\n2022-01,50,50\n';
const scenario = (observed: string) => good(`observed:\n  seen: {${observed}}\n`);
const reading = (observed: string, csv: string) => read(scenario(observed), { 'seen.csv': csv }, [], measureOptions());

describe('observed by day', () => {
  test('stands on the days of the period; noughts and blanks may be returns that were not made', async () => {
    const { scenario: it, inputs } = await reading(
      'measure: no-criteria-to-reside, of: General, file: seen.csv, date: date, column: people, less: gone, where: {Trust: A}, zeros: missing',
      DAILY,
    );
    expect(it.observed).toMatchObject([
      { name: 'seen', measure: 'no-criteria-to-reside', scope: 'hospital:General', by: 'day', file: 'seen.csv' },
    ]);
    const values = it.observed?.[0]?.values ?? [];
    expect([values.length, values[0], values[1], values[2], values[99]]).toEqual([100, 10, null, null, 16]);
    expect(inputs.map((input) => input.file)).toEqual(['scenario.yaml', 'seen.csv']);
  });

  test('counts noughts unless they are said to be missing', async () => {
    const { scenario: it } = await reading(
      'measure: discharges, file: seen.csv, date: date, column: gone, where: {trust: A}',
      DAILY,
    );
    expect(it.observed?.[0]?.values.slice(0, 3)).toEqual([2, 3, 0]);
  });

  test('is told by explain, with how much of the period was returned and where it is from', async () => {
    const told = explain(
      await reading(
        'measure: discharges, file: {value: seen.csv, source: the trust}, date: date, column: gone, where: {trust: A}',
        DAILY,
      ),
      undefined,
      () => 'Discharges',
    );
    expect(told).toContain('  Observed, seen: Discharges of all, 4 of 100 days, shown beside the simulated.');
    expect(told.slice(told.indexOf('Observed'))).toEqual(
      expect.arrayContaining(['  observed.seen.file: seen.csv', expect.stringMatching(/^ {6}source: the trust/)]),
    );
  });

  test('is left out where nothing is observed, so that results stay as they were', async () => {
    expect((await read(good())).scenario).not.toHaveProperty('observed');
  });
});

describe('observed by month', () => {
  test('pools months by what divides them, and takes whole months only', async () => {
    const { scenario: it } = await reading(
      'measure: delay-mean, by: month, file: seen.csv, date: month, column: late, out-of: all',
      MONTHLY,
    );
    expect(it.observed?.[0]?.values).toEqual([0.1, 0.15, null, null]); // the period ends on 8 January
    expect(it.observed?.[0]?.pooled).toBeCloseTo(40 / 300);
  });

  test('a month that is not one is refused at its cell', async () => {
    const mistakes = await mistakesOf(
      scenario('measure: delay-mean, by: month, file: seen.csv, date: month, column: late'),
      { 'seen.csv': MONTHLY.replace('2021-12', '2021-13') },
      [],
      measureOptions(),
    );
    expect(mistakes.map(({ at, problem }) => `${at.split('/').at(-1)} ${problem}`)).toEqual([
      'seen.csv:4:1 This is not a month.',
    ]);
  });
});

test('a period of more than three years has no days to stand beside', async () => {
  const long = scenario('measure: discharges, file: seen.csv, date: date, column: gone, where: {trust: A}').replace(
    'length: 100 days',
    'length: 1097 days',
  );
  expect((await mistakesOf(long, { 'seen.csv': DAILY }, [], measureOptions())).map(({ path }) => path)).toEqual([
    'observed.seen',
  ]);
});

test('every measure that may be observed by day has a daily series', async () => {
  const daily = ALL.filter((it) => it.daily?.observed).flatMap(({ id, scopes }) =>
    scopes
      .filter((kind) => kind === 'all' || kind === 'hospital')
      .map((kind) => ({ measure: id, of: kind === 'all' ? 'all' : 'General' })),
  );
  const observed = daily.map(
    ({ measure, of }, i) =>
      `  o${i}: {measure: ${measure}, of: ${of}, file: seen.csv, date: date, column: gone, where: {trust: A}}\n`,
  );
  const { scenario: it } = await read(good(`observed:\n${observed.join('')}`), { 'seen.csv': DAILY }, [], measureOptions());
  const series = layoutOf(planOf(it)).series.map(({ measure, scope }) => `${measure} of ${scope.replace('hospital:', '')}`);
  expect(series).toEqual(expect.arrayContaining(daily.map(({ measure, of }) => `${measure} of ${of}`)));
});

test('a file that cannot be dated, or holds only its header, is refused with nothing else said of it', async () => {
  const refused = async (csv: string) =>
    (
      await mistakesOf(
        scenario('measure: discharges, file: seen.csv, date: date, column: gone'),
        { 'seen.csv': csv },
        [],
        measureOptions(),
      )
    ).map(({ at, problem }) => `${at.split('/').at(-1)} ${problem}`);
  expect(await refused('date,gone\nsoon,1\nlater,2\n')).toEqual([
    'seen.csv:2:1 This is not a day.',
    'seen.csv:3:1 This is not a day.',
  ]);
  expect(await refused('date,gone\n')).toEqual(['seen.csv:1:1 There is nothing in this table: only the header.']);
});

describe('what cannot have been observed', () => {
  const daily =
    'measure: no-criteria-to-reside, label: Daily return, of: General, file: seen.csv, date: date, column: people, less: gone';
  const rows = (third: string) => `date,people,gone\n2021-10-01,12,2\n2021-10-02,70,7\n${third}\n2021-10-04,9,1\n`;
  const warned = async (observed: string, csv: string) => {
    const { scenario: it, warnings } = await reading(observed, csv);
    return {
      values: it.observed?.[0]?.values.slice(0, 4),
      texts: warnings.filter(({ kind }) => kind === 'observed-left-out').map(({ text }) => text),
    };
  };

  test.each([
    ['more discharged than counted', '2021-10-03,12,14', '14 in `gone` is more than 12 in `people`, from which it is taken'],
    ['a count below zero', '2021-10-03,-3,1', '-3 in `people` is below zero'],
    ['a number taken away below zero', '2021-10-03,3,-1', '-1 in `gone` is below zero'],
  ])('is left out and named, and the rest stays: %s', async (_, row, why) => {
    expect(await warned(daily, rows(row))).toEqual({
      values: [10, 63, null, 8],
      texts: [`One observed day cannot be right and is left out of Daily return (seen.csv): 3 October 2021 (line 4: ${why}).`],
    });
  });

  test.each([
    ['a blank', ',1'],
    ['a suppressed value', '*,1'],
    ['a small number withheld', '<5,1'],
    ['a mark of official statistics', '[c],1'],
  ])('is not %s, which is a day without a return', async (_, cells) => {
    expect(await warned(daily, rows(`2021-10-03,${cells}`))).toEqual({ values: [10, 63, null, 8], texts: [] });
  });

  test('outside the period is passed over', async () => {
    expect((await warned(daily, rows('2020-10-03,12,14'))).texts).toEqual([]);
  });

  test.each([
    ['a share above what it is of', 'out-of: all, ', '2021-12,310,300', '310 is more than 300 in `all`, of which it is a share'],
    ['something out of nothing', 'out-of: all, ', '2021-12,5,0', '5 is counted out of none in `all`'],
  ])('by month too: %s', async (_, outOf, row, why) => {
    const csv = `month,late,all\n2021-10,10,100\n01/11/2021,30,200\n${row}\n`;
    const { values, texts } = await warned(
      `measure: on-ready-date, by: month, file: seen.csv, date: month, column: late, ${outOf}label: On the day`,
      csv,
    );
    expect(values).toEqual([0.1, 0.15, null, null]);
    expect(texts).toEqual([
      `One observed month cannot be right and is left out of On the day (seen.csv): December 2021 (line 4: ${why}).`,
    ]);
  });

  test('most of the time is a mistake of the columns', async () => {
    const share = 'measure: on-ready-date, by: month, file: seen.csv, date: month, column: late';
    const mistakes = await mistakesOf(
      scenario(share),
      { 'seen.csv': 'month,late\n2021-10,10\n2021-11,30\n2021-12,0.9\n' },
      [],
      measureOptions(),
    );
    expect(mistakes.map(({ path, problem, found }) => [path, problem, found])).toEqual([
      [
        'observed.seen.column',
        'Most observed figures cannot be right: is `out-of` missing, the column that divides it?',
        '2021-10-01 (line 2): 10 in `late` is a share above 1',
      ],
    ]);
  });
});

describe('observed figures as Excel and databases write them', () => {
  const monthly = 'measure: on-ready-date, by: month, file: seen.csv, date: month, column: late';
  const value = async (observed: string, csv: string) => (await reading(observed, csv)).scenario.observed?.[0]?.values;

  test('months and percentages', async () => {
    expect(await value(monthly, 'month,late\nOct-21,95%\nNovember 2021,87.5 %\n01-Dec-21,0.9\n')).toEqual([
      0.95,
      0.875,
      0.9,
      null,
    ]);
    expect(await value(monthly, 'month;late\n2021-10;95,5%\n2021-11-30 00:00:00.000;0,875\n')).toEqual([
      0.955,
      0.875,
      null,
      null,
    ]);
  });

  test('decimal commas between semicolons', async () => {
    expect(
      await value('measure: delay-mean, by: month, file: seen.csv, date: month, column: late', 'month;late\n2021-10;24,125\n'),
    ).toEqual([24.125, null, null, null]);
  });

  test('days with a time', async () => {
    expect(
      (
        await value(
          'measure: discharges, file: seen.csv, date: date, column: gone',
          'date,gone\n2021-10-01 00:00:00.000,5\n02/10/2021 08:00,6\n3 Oct 2021,7\n',
        )
      )?.slice(0, 3),
    ).toEqual([5, 6, 7]);
  });

  test('a percentage of what is no share, and a comma that could mean two things, are refused', async () => {
    const refused = async (csv: string) =>
      (
        await mistakesOf(
          scenario('measure: discharges, file: seen.csv, date: date, column: gone'),
          { 'seen.csv': csv },
          [],
          measureOptions(),
        )
      ).map(({ at, problem }) => `${at.split('/').at(-1)} ${problem}`);
    expect(await refused('date,gone\n2021-10-01,95%\n')).toEqual(['seen.csv:2:2 This is not a number.']);
    expect(await refused('date,gone\n2021-10-01,"24,12"\n')).toEqual([
      'seen.csv:2:2 The comma or point in this number could mean two things.',
    ]);
  });
});
