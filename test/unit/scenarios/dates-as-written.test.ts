import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../../scenarios/decide/vary.ts';
import { readMeet } from '../../../scenarios/decide/meet.ts';
import { measureOptions } from '../../../sim/index.ts';
import { good, mistakesOf, read } from './reading.ts';

/** Simulated day 0 is 21 September 2021; the period is 1 October 2021 to 8 January 2022. */
const plan = (extra: string, period = '{start: 2021-10-01, length: 100 days}') =>
  good(extra).replace('{start: 2021-10-01, length: 100 days}', period);
const resolved = async (text: string) => (await read(text, {}, [], measureOptions())).scenario;

describe('dates as reports write them are read wherever a date goes', () => {
  const BEDS = 'hospitals.General.beds: +10 beds';

  test.each([
    ['the period', plan('', '{start: 1 October 2021, end: 8 Jan 2022}'), plan('', '{start: 2021-10-01, end: 2022-01-08}')],
    [
      'a change',
      plan(`changes: {a: {from: 30 November 2021, to: 31 Dec 2021, ${BEDS}}}\n`),
      plan(`changes: {a: {from: 2021-11-30, to: 31/12/2021, ${BEDS}}}\n`),
    ],
    [
      'days by name',
      plan(
        `calendar: {half-term: ["25 October 2021 to 29 October 2021", 3 Dec 2021]}\nchanges: {a: {during: half-term, ${BEDS}}}\n`,
      ),
      plan(`calendar: {half-term: ["2021-10-25 to 2021-10-29", 2021-12-03]}\nchanges: {a: {during: half-term, ${BEDS}}}\n`),
    ],
    [
      'days of every year',
      plan(`calendar: {rest: 20-Dec to 9 Jan}\nchanges: {a: {during: rest, ${BEDS}}}\n`),
      plan(`calendar: {rest: 20 December to 9 January}\nchanges: {a: {during: rest, ${BEDS}}}\n`),
    ],
    [
      'a closure',
      plan('').replace(
        'commissioned: 1750 h/week',
        'commissioned: 1750 h/week\n    closures: {virus: {from: 01-Nov-21, to: 14 November 2021}}',
      ),
      plan('').replace(
        'commissioned: 1750 h/week',
        'commissioned: 1750 h/week\n    closures: {virus: {from: 2021-11-01, to: 2021-11-14}}',
      ),
    ],
    [
      'months of an ambition',
      plan('ambitions: {a: {measure: bed-days-delayed, sum-of: [October 2021, Nov-21], at most: 5 days}}\n'),
      plan('ambitions: {a: {measure: bed-days-delayed, sum-of: [2021-10, 2021-11], at most: 5 days}}\n'),
    ],
    [
      'months of a stated figure',
      plan('stated: {a: {measure: bed-days-delayed, in: Dec 2021, value: 5 days, role: input, source: s}}\n'),
      plan('stated: {a: {measure: bed-days-delayed, in: 2021-12, value: 5 days, role: input, source: s}}\n'),
    ],
  ])('%s', async (_, inWords, iso) => {
    expect(await resolved(inWords)).toEqual(await resolved(iso));
  });

  test('a month that is none, or lies outside, is told in the words of what was typed', async () => {
    const text = plan('ambitions: {a: {measure: bed-days-delayed, in: [Okt 2021, October 2020], at most: 5 days}}\n');
    const mistakes = await mistakesOf(text, {}, [], measureOptions());
    expect(mistakes.map(({ problem, found }) => [problem, found])).toEqual([
      ['This is not a month.', 'Okt 2021'],
      ['This month is outside the period of the scenario.', 'October 2020'],
    ]);
  });

  test('in searches', () => {
    expect(valuesOf('4 October 2021..18 Oct 2021:1 week')).toEqual(['2021-10-04', '2021-10-11', '2021-10-18']);
    expect(() => valuesOf('4 October 2021..31 November 2021:1 week')).toThrow('These are not dates of the calendar.');
    const goals = (months: string) => {
      const { ambitions, set } = readMeet(`wait-mean of P1 at most 1 day in ${months}`, 1, [], measureOptions());
      return { ambitions, set: set.filter((one) => !one.includes('.label=')) };
    };
    expect(goals('January 2022, Feb-22')).toEqual(goals('2022-01, 2022-02'));
    expect(goals('January 2022, Feb-22').ambitions).toEqual(['goal 1 2022-01', 'goal 1 2022-02']);
  });
});
