import { LONGEST_STAY } from '../../data/dates.ts';
import type { Dimensions, HourSense } from './dimensions.ts';

/** Coefficients of variation that inverse distribution functions are worked out for in good time, with their digits. */
export const LEAST_CV = 0.01;
export const MOST_CV = 20;

/** What a value of the scenario may be: its unit, how large, and how it is said. Amounts are in the model's units. */
export interface Kind {
  name: string;
  /** What may be written, in words with examples. */
  allowed: string;
  /** Units it may come in; the amount of base units is multiplied by `factor`. */
  units: Dimensions[];
  factor: number;
  hour: HourSense;
  percent: boolean;
  /** Smallest and largest amount; `above`: it must be more than the smallest. */
  least: number;
  above?: boolean;
  most?: number;
  whole?: boolean;
  say: (amount: number) => string;
}

const base = { factor: 1, hour: 'care' as HourSense, percent: false, least: 0 };

export const beds: Kind = {
  ...base,
  name: 'beds',
  units: [{ bed: 1 }],
  whole: true,
  allowed: 'beds or places, such as `83 beds`',
  say: (n) => counted(n, 'bed'),
};
export const hoursPerWeek: Kind = {
  ...base,
  name: 'hours a week',
  units: [{ care: 1, day: -1 }],
  factor: 7,
  allowed: 'hours a week, such as `1750 h/week`',
  say: (n) => `${number(n)} h/week`,
};
/** At least a minute a week: hours are kept in whole minutes. */
export const packageHours: Kind = { ...hoursPerWeek, least: 1 / 60, allowed: 'hours a week for one person, such as `20 h/week`' };
export const perWeek: Kind = {
  ...base,
  name: 'starts a week',
  units: [{ day: -1 }, { person: 1, day: -1 }],
  factor: 7,
  allowed: 'new starts a week, such as `30 per week`',
  say: (n) => `${number(n)} a week`,
};
export const perDay: Kind = {
  ...base,
  name: 'people a day',
  units: [{ day: -1 }, { person: 1, day: -1 }],
  allowed: 'people a day, week or year, such as `102/day`, `9 per week` or `37,402 a year`',
  say: (n) => `${number(n)} a day`,
};
export const people: Kind = {
  ...base,
  name: 'people',
  units: [{ person: 1 }],
  whole: true,
  allowed: 'people, such as `5 people`',
  say: (n) => (n === 1 ? '1 person' : `${number(n)} people`),
};
export const duration: Kind = {
  ...base,
  name: 'time',
  units: [{ day: 1 }],
  hour: 'clock',
  most: LONGEST_STAY,
  allowed: 'a length of time, such as `20 days`, `6 weeks` or `12 hours`',
  say: (n) => counted(n, 'day'),
};
export const stay: Kind = {
  ...duration,
  above: true,
  allowed: 'a length of time above zero, such as `20 days`, `6 weeks` or `12 hours`',
};
/** Days of the calendar, which ends in the year 9999: runs that are held against theory are centuries long. */
export const wholeDays: Kind = {
  ...duration,
  most: 3_652_425,
  whole: true,
  allowed: 'whole days or weeks, such as `26 weeks` or `182 days`',
};
export const share: Kind = {
  ...base,
  name: 'share',
  units: [{}],
  percent: true,
  most: 1,
  allowed: 'a percentage from 0% to 100%, such as `45%`',
  say: percentage,
};
export const percent: Kind = {
  ...base,
  name: 'percentage',
  units: [{}],
  percent: true,
  allowed: 'a percentage, such as `12%`',
  say: percentage,
};
export const growth: Kind = {
  ...base,
  name: 'growth',
  units: [{ day: -1 }],
  factor: 365,
  percent: true,
  least: -0.99,
  most: 10,
  allowed: 'a percentage a year, such as `3% a year` or `-2% a year`',
  say: (n) => `${percentage(n)} a year`,
};
export const pricePerHour: Kind = {
  ...base,
  name: 'price per hour',
  units: [{ pound: 1, care: -1 }],
  allowed: 'a price per hour of care, such as `£19 per hour`',
  say: (n) => `${pounds(n)} per hour`,
};
export const pricePerBedDay: Kind = {
  ...base,
  name: 'price per bed-day',
  units: [{ pound: 1, bed: -1, day: -1 }],
  allowed: 'a price per bed-day, such as `£110 per bed-day`',
  say: (n) => `${pounds(n)} per bed-day`,
};
export const pricePerStart: Kind = {
  ...base,
  name: 'price per start',
  units: [{ pound: 1, person: -1 }],
  allowed: 'a price per start, such as `£900 per start`',
  say: (n) => `${pounds(n)} per start`,
};
export const bedDayValue: Kind = {
  ...base,
  name: 'value of a bed-day',
  units: [{ pound: 1 }, { pound: 1, bed: -1, day: -1 }],
  allowed: 'pounds, such as `£395`',
  say: (n) => `${pounds(n)} per bed-day`,
};
export const factor: Kind = {
  ...base,
  name: 'factor',
  units: [{}],
  allowed: 'a number without a unit, such as `1.05` (1 is the average)',
  say: number,
};
export const ratio: Kind = {
  ...base,
  name: 'coefficient of variation',
  units: [{}],
  least: LEAST_CV,
  most: MOST_CV,
  allowed: `a number from ${LEAST_CV} to ${MOST_CV} without a unit, such as \`0.6\``,
  say: number,
};
export const count: Kind = {
  ...base,
  name: 'number',
  units: [{}],
  least: 1,
  most: 100_000,
  whole: true,
  allowed: 'a whole number from 1 to 100,000, such as `100`',
  say: number,
};
/** Of an Erlang distribution: more would be more even than the least coefficient of variation. */
export const phases: Kind = { ...count, most: LEAST_CV ** -2, allowed: 'a whole number from 1 to 10,000, such as `4`' };
export const money: Kind = {
  ...base,
  most: 1e12,
  name: 'money',
  units: [{ pound: 1 }],
  allowed: 'pounds, such as `£1,300,000`',
  say: pounds,
};
export const careHours: Kind = {
  ...base,
  name: 'hours of care',
  units: [{ care: 1 }],
  allowed: 'hours, such as `81,000 h`',
  say: (n) => `${number(n)} h`,
};
export const days: Kind = {
  ...duration,
  name: 'days',
  units: [{ day: 1 }, { bed: 1, day: 1 }],
  most: 1e8,
  allowed: 'days, such as `3433 days`',
};
export const peopleOnAverage: Kind = { ...people, whole: false, allowed: 'people, such as `38.1 people`' };
export const bedsOnAverage: Kind = { ...beds, whole: false };

export function number(n: number): string {
  return Number(n.toPrecision(6)).toLocaleString('en-GB', { maximumFractionDigits: 4 });
}

export function percentage(n: number): string {
  return `${number(n * 100)}%`;
}

function pounds(n: number): string {
  return `£${n.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(n) ? 0 : 2, maximumFractionDigits: 2 })}`;
}

function counted(n: number, word: string): string {
  return `${number(n)} ${word}${n === 1 ? '' : 's'}`;
}
