import { type DayNumber, dayNumber, weekdayOf, yearOf } from './dates.ts';

/**
 * Bank holidays in England and Wales, by the rule in force since 1978 (Banking and Financial Dealings Act 1971 and the
 * yearly proclamations), with the changes made by proclamation listed below.
 * Source: GOV.UK, "UK bank holidays" (https://www.gov.uk/bank-holidays), Open Government Licence v3.0.
 * GOV.UK publishes about two years ahead: later years follow the rule, and a holiday proclaimed since is not in them.
 */
export const PUBLISHED_TO = 2027;

/** A day on which services that keep bank holidays are closed, with the holiday it is for. */
export interface BankHoliday {
  day: DayNumber;
  name: string;
}

/** Single days added, and usual days moved away, by proclamation. */
const ADDED = [
  '1981-07-29',
  '1995-05-08',
  '1999-12-31',
  '2002-06-03',
  '2002-06-04',
  '2011-04-29',
  '2012-06-04',
  '2012-06-05',
  '2020-05-08',
  '2022-06-02',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
/** The early May holiday of 1995 and 2020, and the spring holiday of 2002, 2012 and 2022, were moved to days above. */
const MOVED = ['1995-05-01', '2020-05-04', '2002-05-27', '2012-05-28', '2022-05-30'];

const day = (iso: string): DayNumber => Date.parse(iso) / 86_400_000;
const added = ADDED.map((iso): BankHoliday => ({ day: day(iso), name: 'a bank holiday by proclamation' }));
const moved = new Set(MOVED.map(day));

/**
 * From `first` to `last`, both included, ascending. A Christmas Day, Boxing Day or New Year's Day at a weekend is there beside its
 * substitute, though only the substitute is a bank holiday by law: what closes for bank holidays is closed on both.
 */
export function bankHolidays(first: DayNumber, last: DayNumber): BankHoliday[] {
  const days = [...added];
  for (let year = yearOf(first); year <= yearOf(last); year++) days.push(...usual(year));
  return days.filter(({ day: d }) => d >= first && d <= last).sort((a, b) => a.day - b.day);
}

function usual(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  const days: BankHoliday[] = [
    ...substituted([{ day: on(year, 1, 1), name: "New Year's Day" }]),
    { day: easter - 2, name: 'Good Friday' },
    { day: easter + 1, name: 'Easter Monday' },
    { day: firstMonday(year, 5), name: 'the early May bank holiday' },
    { day: lastMonday(year, 5), name: 'the spring bank holiday' },
    { day: lastMonday(year, 8), name: 'the summer bank holiday' },
    ...substituted([
      { day: on(year, 12, 25), name: 'Christmas Day' },
      { day: on(year, 12, 26), name: 'Boxing Day' },
    ]),
  ];
  return days.filter((it) => !moved.has(it.day));
}

/** The days themselves, and for each at a weekend the next working day that is none of them and not taken. */
function substituted(days: BankHoliday[]): BankHoliday[] {
  const all = [...days];
  for (const it of days.filter((one) => isWeekend(one.day))) {
    let free = it.day;
    while (isWeekend(free) || all.some((one) => one.day === free)) free++;
    all.push({ day: free, name: `the substitute for ${it.name}` });
  }
  return all;
}

const isWeekend = (d: DayNumber): boolean => weekdayOf(d) >= 5;

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
