import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bankHolidays } from '../../../data/bank-holidays.ts';
import { dayNumber, isoDate, readDate, weekdayOf } from '../../../data/dates.ts';
import { numberIn } from '../../../data/numbers.ts';
import { good, mistakesOf, read } from './reading.ts';

const TRACE = `d2a: 1
name: Trace
period: {start: 2018-01-01, length: 30 days}
run: {warm-up: 0 days, replications: 1}
hospitals: {acute: {people: people.csv, beds: 2 beds}}
pathways: {P0: {}, P2: {route: [step-down]}}
services: {step-down: {kind: beds, beds: 1 bed, stay: {fixed: 3 days}}}
`;
const people = readFileSync(new URL('files/people.csv', import.meta.url), 'utf8');

describe('a list of people', () => {
  test('is taken as given, and needs no shares', async () => {
    const { scenario, inputs } = await read(TRACE, { 'people.csv': people });
    const [stream] = scenario.arrivals;
    expect(stream?.arrivals).toMatchObject({ kind: 'list' });
    expect(stream?.arrivals.kind === 'list' && stream.arrivals.people.slice(0, 3)).toEqual([
      { arrive: 0, pathway: 'P2', place: null, acuteStay: 3, stays: { 'step-down': 5 } },
      { arrive: 0.5, pathway: 'P0', place: null, acuteStay: 2, stays: {} },
      { arrive: 1, pathway: 'P2', place: null, acuteStay: 4, stays: { 'step-down': 6 } },
    ]);
    expect(stream?.mix.map((mix) => [mix.pathway, mix.share[0]?.value, mix.acuteStay?.values])).toEqual([
      ['P0', 0.25, [2, 2]],
      ['P2', 0.75, [1, 1.5, 2.5, 3, 3, 4]],
    ]);
    expect(inputs.map((input) => input.file)).toEqual(['scenario.yaml', 'people.csv']);
  });

  test.each([
    ['semicolons, a byte order mark and Windows line ends', '\ufeffArrive;Pathway;Acute-Stay\r\n2018-01-02 12:00;P0;1250,5\r\n'],
    ['tabs and a British date', 'arrive\tpathway\tacute-stay\n02/01/2018 12:00\tP0\t1250.5\n'],
  ])('may have %s', async (_, csv) => {
    const { scenario } = await read(TRACE, { 'people.csv': csv });
    expect(scenario.arrivals[0]?.arrivals).toMatchObject({
      people: [{ arrive: 1.5, pathway: 'P0', place: null, acuteStay: 1250.5 }],
    });
  });

  test('leaves blank only what can be drawn', async () => {
    const mistakes = await mistakesOf(TRACE, { 'people.csv': 'arrive,pathway,acute-stay\n1,,3\n2,P0,\n' });
    expect(mistakes.map((mistake) => mistake.problem)).toEqual([
      '1 people of this list have no pathway, and no pathway has a `share` to draw it from.',
      '1 people in this list who need or may need P0 have no acute stay, and the pathway has no `acute-stay` to draw it from.',
    ]);
  });

  test('with profiles or a rate beside it is refused', async () => {
    const mistakes = await mistakesOf(TRACE.replace('beds: 2 beds', 'admissions: 5/day, trend: 3% a year'), {
      'people.csv': people,
    });
    expect(mistakes.map((mistake) => mistake.path)).toEqual(['hospitals.acute.people', 'hospitals.acute.trend']);
  });
});

test('a sample from a CSV file is sorted, with its own mean and standard deviation', async () => {
  const scenario = good('  unit: {kind: beds, beds: 3 beds, stay: {sample: stays.csv, column: Days}}\n');
  const { scenario: resolved } = await read(scenario, { 'stays.csv': 'ward,days\nA,4\nB,1\nA,1\n' });
  expect(resolved.services.at(-1)).toMatchObject({ packages: [{ stay: { shape: 'empirical', mean: 2, values: [1, 1, 4] } }] });
  const mistakes = await mistakesOf(scenario, { 'stays.csv': 'ward,days\nA,4\nB,\nA,*\nB,-2\nC,x\n' });
  expect(mistakes.map((mistake) => mistake.at.split(':').slice(1).join(':'))).toEqual(['3:2', '4:2', '5:2', '6:2']);
});

test('suppressed cells are missing, never zero', () => {
  expect(
    ['-', '*', '..', '', '1,234', '0', '1.5e2', 'x'].map((cell) => numberIn(cell, { separator: ',', bothMarks: false })),
  ).toEqual([null, null, null, null, 1234, 0, 150, Number.NaN]);
});

describe('dates', () => {
  test('are ISO or day first, and on the calendar', () => {
    expect(readDate('2017-10-01')).toBe(readDate('01/10/2017'));
    expect([readDate('12/31/2017'), readDate('2017-02-29'), readDate('31 June 2017'), readDate('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(weekdayOf(readDate('2018-01-01') ?? 0)).toBe(0);
  });

  test.each([
    [2014, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ])('bank holidays of England and Wales in %i (GOV.UK)', (year, expected) => {
    const days = bankHolidays(dayNumber(year, 1, 1) ?? 0, dayNumber(year, 12, 31) ?? 0);
    const byLaw = days.filter(({ day }) => weekdayOf(day) < 5);
    expect(byLaw.map(({ day }) => isoDate(day).slice(5)).join(' ')).toBe(expected);
  });

  test.each([
    [
      '2026-12-25',
      '2027-01-01',
      "12-25 Christmas Day; 12-26 Boxing Day; 12-28 the substitute for Boxing Day; 01-01 New Year's Day",
    ],
    [
      '2021-12-24',
      '2022-01-03',
      "12-25 Christmas Day; 12-26 Boxing Day; 12-27 the substitute for Christmas Day; 12-28 the substitute for Boxing Day; 01-01 New Year's Day; 01-03 the substitute for New Year's Day",
    ],
    [
      '2022-12-25',
      '2023-01-02',
      "12-25 Christmas Day; 12-26 Boxing Day; 12-27 the substitute for Christmas Day; 01-01 New Year's Day; 01-02 the substitute for New Year's Day",
    ],
  ])('a holiday at a weekend from %s to %s is closed as well as its substitute', (first, last, expected) => {
    const days = bankHolidays(readDate(first) ?? 0, readDate(last) ?? 0);
    expect(days.map(({ day, name }) => `${isoDate(day).slice(5)} ${name}`).join('; ')).toBe(expected);
  });
});
