import { describe, expect, test } from 'vitest';
import { explain } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { MEASURES as ALL } from '../../../sim/measures/catalogue.ts';
import { planOf } from '../../../sim/plan.ts';
import { good, mistakesOf, read } from './reading.ts';

const DAILY = 'trust,date,people,gone\nA,2021-10-01,12,2\nB,2021-10-01,70,7\nA,2021-10-03,0,0\nA,2021-10-02,,3\nA,2021-09-30,9,1\nA,2022-01-08,20,4\n';
const MONTHLY = 'month,late,all\n2021-10,10,100\n01/11/2021,30,200\n2021-12,*,300\n2022-01,50,50\n';
const scenario = (observed: string) => good(`observed:\n  seen: {${observed}}\n`);
const reading = (observed: string, csv: string) => read(scenario(observed), { 'seen.csv': csv }, [], measureOptions());

describe('observed by day', () => {
  test('stands on the days of the period; noughts and blanks may be returns that were not made', async () => {
    const { scenario: it, inputs } = await reading('measure: no-criteria-to-reside, of: General, file: seen.csv, date: date, column: people, less: gone, where: {Trust: A}, zeros: missing', DAILY);
    expect(it.observed).toMatchObject([{ name: 'seen', measure: 'no-criteria-to-reside', scope: 'hospital:General', by: 'day', file: 'seen.csv' }]);
    const values = it.observed?.[0]?.values ?? [];
    expect([values.length, values[0], values[1], values[2], values[99]]).toEqual([100, 10, null, null, 16]);
    expect(inputs.map((input) => input.file)).toEqual(['scenario.yaml', 'seen.csv']);
  });

  test('counts noughts unless they are said to be missing', async () => {
    const { scenario: it } = await reading('measure: discharges, file: seen.csv, date: date, column: gone, where: {trust: A}', DAILY);
    expect(it.observed?.[0]?.values.slice(0, 3)).toEqual([2, 3, 0]);
  });

  test('is told by explain, with how much of the period was returned and where it is from', async () => {
    const told = explain(await reading('measure: discharges, file: {value: seen.csv, source: the trust}, date: date, column: gone, where: {trust: A}', DAILY), undefined, () => 'Discharges');
    expect(told).toContain('  Observed, seen: Discharges of all, 4 of 100 days, shown beside the simulated.');
    expect(told.slice(told.indexOf('Observed'))).toEqual(expect.arrayContaining(['  observed.seen.file: seen.csv', expect.stringMatching(/^ {6}source: the trust/)]));
  });

  test('is left out where nothing is observed, so that results stay as they were', async () => {
    expect((await read(good())).scenario).not.toHaveProperty('observed');
  });
});

describe('observed by month', () => {
  test('pools months by what divides them, and takes whole months only', async () => {
    const { scenario: it } = await reading('measure: delay-mean, by: month, file: seen.csv, date: month, column: late, out-of: all', MONTHLY);
    expect(it.observed?.[0]?.values).toEqual([0.1, 0.15, null, null]); // the period ends on 8 January
    expect(it.observed?.[0]?.pooled).toBeCloseTo(40 / 300);
  });

  test('a month that is not one is refused at its cell', async () => {
    const mistakes = await mistakesOf(scenario('measure: delay-mean, by: month, file: seen.csv, date: month, column: late'), { 'seen.csv': MONTHLY.replace('2021-12', '2021-13') }, [], measureOptions());
    expect(mistakes.map(({ at, problem }) => `${at.split('/').at(-1)} ${problem}`)).toEqual(['seen.csv:4:1 This is not a month.']);
  });
});

test('a period of more than three years has no days to stand beside', async () => {
  const long = scenario('measure: discharges, file: seen.csv, date: date, column: gone, where: {trust: A}').replace('length: 100 days', 'length: 1097 days');
  expect((await mistakesOf(long, { 'seen.csv': DAILY }, [], measureOptions())).map(({ path }) => path)).toEqual(['observed.seen']);
});

test('every measure that may be observed by day has a daily series', async () => {
  const daily = ALL.filter((it) => it.daily).flatMap(({ id, scopes }) => scopes.filter((kind) => kind === 'all' || kind === 'hospital').map((kind) => ({ measure: id, of: kind === 'all' ? 'all' : 'General' })));
  const observed = daily.map(({ measure, of }, i) => `  o${i}: {measure: ${measure}, of: ${of}, file: seen.csv, date: date, column: gone, where: {trust: A}}\n`);
  const { scenario: it } = await read(good(`observed:\n${observed.join('')}`), { 'seen.csv': DAILY }, [], measureOptions());
  const series = layoutOf(planOf(it)).series.map(({ measure, scope }) => `${measure} of ${scope.replace('hospital:', '')}`);
  expect(series).toEqual(expect.arrayContaining(daily.map(({ measure, of }) => `${measure} of ${of}`)));
});

test('a file that cannot be dated, or holds only its header, is refused with nothing else said of it', async () => {
  const refused = async (csv: string) => (await mistakesOf(scenario('measure: discharges, file: seen.csv, date: date, column: gone'), { 'seen.csv': csv }, [], measureOptions())).map(({ at, problem }) => `${at.split('/').at(-1)} ${problem}`);
  expect(await refused('date,gone\nsoon,1\nlater,2\n')).toEqual(['seen.csv:2:1 This is not a day.', 'seen.csv:3:1 This is not a day.']);
  expect(await refused('date,gone\n')).toEqual(['seen.csv:1:1 There is nothing in this table: only the header.']);
});
