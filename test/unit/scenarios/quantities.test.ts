import { beforeAll, describe, expect, test } from 'vitest';
import { readOperation } from '../../../scenarios/units/change.ts';
import * as kinds from '../../../scenarios/units/kinds.ts';
import { Quantity, readLimit, readQuantity } from '../../../scenarios/units/quantity.ts';
import { readyForSums } from '../../../scenarios/units/sums.ts';

beforeAll(readyForSums);

function amount(text: unknown, kind: kinds.Kind): number | string {
  const read = readQuantity(text, kind);
  return read instanceof Quantity ? read.amount : read.problem;
}

describe('a value with its unit is read in the unit of the model', () => {
  test.each([
    ['1750 h/week', kinds.hoursPerWeek, 1750],
    ['1,750 hours per week', kinds.hoursPerWeek, 1750],
    ['250 h/day', kinds.hoursPerWeek, 1750],
    ['83 beds', kinds.beds, 83],
    ['1 place', kinds.beds, 1],
    ['20 days', kinds.duration, 20],
    ['6 weeks', kinds.duration, 42],
    ['12 hours', kinds.duration, 0.5],
    ['92.5%', kinds.share, 0.925],
    ['3% a year', kinds.growth, 0.03],
    ['-2% a year', kinds.growth, -0.02],
    ['102/day', kinds.perDay, 102],
    ['102 people a day', kinds.perDay, 102],
    ['37,402 a year', kinds.perDay, 37402 / 365],
    ['9 per week', kinds.perWeek, 9],
    ['£19 per hour', kinds.pricePerHour, 19],
    ['£110 per bed-day', kinds.pricePerBedDay, 110],
    ['£900 per placement', kinds.pricePerStart, 900],
    ['£1,300,000', kinds.money, 1_300_000],
    [1.05, kinds.factor, 1.05],
  ])('%s', (text, kind, expected) => {
    expect(amount(text, kind)).toBeCloseTo(expected, 12);
  });
});

describe('sums keep their units', () => {
  test.each([
    ['48 beds + 35 beds', kinds.beds, 83],
    ['1750 h/week + 100 h/week', kinds.hoursPerWeek, 1850],
    ['22/week * 6 weeks * 20 h/week', kinds.hoursPerWeek, 2640],
    ['40000/365 per day', kinds.perDay, 40000 / 365],
    ['40,000 people / 365 days', kinds.perDay, 40000 / 365],
    ['(48 + 35) beds', kinds.beds, 83],
    ['2 × (20 beds − 5 beds)', kinds.beds, 30],
    ['100% - 7.5%', kinds.share, 0.925],
    ['£18 per hour + £1 per hour', kinds.pricePerHour, 19],
    ['12.6 / 21', kinds.ratio, 0.6],
    ['3 weeks + 2 days', kinds.duration, 23],
  ])('%s', (text, kind, expected) => {
    expect(amount(text, kind)).toBeCloseTo(expected, 10);
  });
});

describe('what does not fit is refused', () => {
  test.each([
    ['1750', kinds.hoursPerWeek, 'A number needs its unit here.'],
    [1750, kinds.hoursPerWeek, 'A number needs its unit here.'],
    ['1750 h/week + 5', kinds.hoursPerWeek, 'The parts of this sum have different units, so they cannot be added or taken away.'],
    ['83 beds + 20 h/week', kinds.beds, 'The parts of this sum have different units, so they cannot be added or taken away.'],
    ['300 h/week', kinds.beds, 'This unit does not fit here.'],
    ['24 h/day', kinds.factor, 'This unit does not fit here.'],
    ['7 days / 7 days', kinds.factor, 'This unit does not fit here.'],
    ['20 h/week', kinds.duration, 'This unit does not fit here.'],
    ['0.8', kinds.share, 'A number needs its unit here.'],
    ['120%', kinds.share, 'This is too large: at most 100%.'],
    ['1e9 beds', kinds.beds, 'This is too large: at most 100,000,000 beds.'],
    ['101 years', kinds.stay, 'This is too large: at most 36,525 days.'],
    ['1e-300 days', kinds.duration, 'This is too small to tell from nothing.'],
    ['0.001', kinds.ratio, 'This is too small.'],
    ['-5 beds', kinds.beds, 'This is below zero.'],
    ['82.5 beds', kinds.beds, 'This must be a whole number.'],
    ['0 days', kinds.stay, 'This is zero; it must be more.'],
    ['83 bedds', kinds.beds, '`bedds` is not a number or a unit known here.'],
    ['beds', kinds.beds, 'There is no number here.'],
    ['5 beds +', kinds.beds, 'Something is missing around `+`.'],
    ['102 per', kinds.perDay, 'A unit is missing after `per` or `/`.'],
    ['1 bed / 0', kinds.beds, 'This sum has no answer (is something divided by zero?).'],
    ['(((', kinds.beds, 'This sum cannot be worked out: use numbers with units, + - * / and brackets.'],
    ['2 500 h/week', kinds.hoursPerWeek, 'A sign is missing between two numbers (thousands are written `2,500` or `2500`).'],
    ['1,75 h/week', kinds.hoursPerWeek, '`1,75` is not a number or a unit known here.'],
    ['unlimited', kinds.beds, 'This cannot be unlimited.'],
    ['import("fs")', kinds.beds, '`import("fs")` is not a number or a unit known here.'],
    [
      `${'9'.repeat(300)} beds`,
      kinds.beds,
      'This is 305 characters long; a value or a sum may have at most 200. Write a part of it worked out.',
    ],
    [
      Array.from({ length: 26 }, () => '1 bed').join(' + '),
      kinds.beds,
      'This is 205 characters long; a value or a sum may have at most 200. Write a part of it worked out.',
    ],
    [
      '+10%',
      kinds.beds,
      'A percentage is not possible here: write the value itself. A change by a percentage, such as `+10%`, stands under `changes`, with the day it begins.',
    ],
    [
      '10%',
      kinds.pricePerHour,
      'A percentage is not possible here: write the value itself. A change by a percentage, such as `+10%`, stands under `changes`, with the day it begins.',
    ],
    [{}, kinds.beds, 'One value is needed here.'],
    [undefined, kinds.beds, 'This is missing: beds.'],
  ])('%s', (text, kind, problem) => {
    expect(amount(text, kind)).toBe(problem);
  });
});

test('unlimited is read where it may be, and its allowed words say so', () => {
  expect(readLimit('unlimited', kinds.beds)).toMatchObject({ amount: 'unlimited' });
  expect(readLimit('many', kinds.beds)).toMatchObject({ allowed: 'beds or places, such as `83 beds`, or the word `unlimited`' });
});

test.each([
  ['1995 h/week + 100 h/week', { type: 'becomes', value: 2095 }, '2,095 h/week'],
  ['+400 h/week', { type: 'adds', value: 400 }, '+400 h/week'],
  ['-400 h/week', { type: 'adds', value: -400 }, '−400 h/week'],
  ['-20%', { type: 'times', value: 0.8 }, '−20%'],
  ['-500 h/week + 100 h/week', { type: 'adds', value: -400 }, '−400 h/week'],
  ['unlimited', { type: 'becomes', value: 'unlimited' }, 'unlimited'],
])('a change of hours may be %s', (text, operation, words) => {
  expect(readOperation(text, kinds.hoursPerWeek, true)).toEqual({ operation, words });
});

test.each([kinds.beds, kinds.hoursPerWeek, kinds.perWeek, kinds.perDay, kinds.duration])(
  '+10% is of what there was, for $name, and a percentage without a sign says what is missing',
  (kind) => {
    expect(readOperation('+10%', kind, true)).toEqual({ operation: { type: 'times', value: 1.1 }, words: '+10%' });
    expect(readOperation('10%', kind, true)).toMatchObject({
      problem: expect.stringMatching(/^A percentage needs its sign here/),
    });
  },
);

test('a share may change by points or by a percentage of itself', () => {
  expect(readOperation('+2 points', kinds.share, false)).toEqual({
    operation: { type: 'adds', value: 0.02 },
    words: '+2 points',
  });
  expect(readOperation('-10%', kinds.share, false)).toEqual({ operation: { type: 'times', value: 0.9 }, words: '−10%' });
});

test.each(['+5', '+0.05', '+5 beds', '+200 points'])('a share does not change by %s', (text) => {
  expect(readOperation(text, kinds.share, false)).toHaveProperty('problem');
});

test('what a value is in words', () => {
  const words = (text: string, kind: kinds.Kind) => (readQuantity(text, kind) as Quantity).inWords();
  expect(words('1750 h/week', kinds.hoursPerWeek)).toBe('1,750 h/week');
  expect(words('1 bed', kinds.beds)).toBe('1 bed');
  expect(words('£19.5 per hour', kinds.pricePerHour)).toBe('£19.50 per hour');
  expect(words('37,402 a year', kinds.perDay)).toBe('102.471 a day');
});
