import { type DayNumber, dayNumber, weekdayOf, yearOf } from './dates.ts';

/**
 * Bank holidays in England and Wales, by the rule in force since 1978 (Banking and Financial Dealings Act 1971 and the
 * yearly proclamations), with the changes made by proclamation listed below.
 * Source: GOV.UK, "UK bank holidays" (https://www.gov.uk/bank-holidays), Open Government Licence v3.0.
 * GOV.UK publishes about two years ahead: later years follow the rule, and a holiday proclaimed since is not in them.
 */
export const PUBLISHED_TO = 2027;

/** Single days added, and usual days moved away, by proclamation. */
const ADDED = [
  '1981-07-29', '1995-05-08', '1999-12-31', '2002-06-03', '2002-06-04', '2011-04-29', '2012-06-04', '2012-06-05',
  '2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08',
];
/** The early May holiday of 1995 and 2020, and the spring holiday of 2002, 2012 and 2022, were moved to days above. */
const MOVED = ['1995-05-01', '2020-05-04', '2002-05-27', '2012-05-28', '2022-05-30'];

const day = (iso: string): DayNumber => Date.parse(iso) / 86_400_000;
const added = ADDED.map(day);
const moved = new Set(MOVED.map(day));

/** From `first` to `last`, both included, ascending. */
export function bankHolidays(first: DayNumber, last: DayNumber): DayNumber[] {
  const days = [...added];
  for (let year = yearOf(first); year <= yearOf(last); year++) days.push(...usual(year));
  return [...new Set(days)].filter((d) => d >= first && d <= last).sort((a, b) => a - b);
}

function usual(year: number): DayNumber[] {
  const easter = easterSunday(year);
  const days = [
    workingDayFrom(on(year, 1, 1)),
    easter - 2,
    easter + 1,
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ];
  return days.filter((d) => !moved.has(d));
}

/** Christmas Day and Boxing Day; one that falls on a weekend gives the next working day that is free. */
function christmas(year: number): DayNumber[] {
  const first = on(year, 12, 25);
  const weekday = weekdayOf(first);
  if (weekday === 4) return [first, first + 3];
  if (weekday === 5) return [first + 2, first + 3];
  if (weekday === 6) return [first + 1, first + 2];
  return [first, first + 1];
}

function workingDayFrom(d: DayNumber): DayNumber {
  const weekday = weekdayOf(d);
  return weekday === 5 ? d + 2 : weekday === 6 ? d + 1 : d;
}

const firstMonday = (year: number, month: number) => on(year, month, 1) + ((7 - weekdayOf(on(year, month, 1))) % 7);
const lastMonday = (year: number, month: number) => on(year, month, 31) - weekdayOf(on(year, month, 31));

function on(year: number, month: number, date: number): DayNumber {
  const d = dayNumber(year, month, date);
  if (d === null) throw new Error(`No day ${year}-${month}-${date}`);
  return d;
}

/** The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 19 * a + 15;
  const h = ((d % 30) + 30) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return on(year, Math.floor(n / 31), (n % 31) + 1);
}
