/** Calendar dates as whole days since 1 January 1970, with no time zone: a scenario's day is a day on the wall calendar. */
export type DayNumber = number;

/** A hundred years: no length of time that a person spends is longer. */
export const LONGEST_STAY = 36_525;

const DAY_MS = 86_400_000;
/** Year first; day first with a year of four digits, never month first; or with the month's name. */
const YEAR_FIRST = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/;
const NAMED = /^(\d{1,2})([ -])([a-z]{3,9})\2(\d{4}|\d{2})$/i;
export const DATE_FORMS = '`2017-10-01`, `01/10/2017` (day first) or `1 October 2017`';

/** `2017-10-01`, `01/10/2017` (never month first), `1 October 2017` or `01-Oct-17`; null if it is none or no such day exists. */
export function readDate(text: string): DayNumber | null {
  const said = text.trim().replace(/ +/g, ' ');
  const [, year, , month, day] = YEAR_FIRST.exec(said) ?? [];
  if (year) return dayNumber(Number(year), Number(month), Number(day));
  const [, first, , second, last] = DAY_FIRST.exec(said) ?? [];
  if (first) return dayNumber(Number(last), Number(second), Number(first));
  const [, date, , name = '', when = ''] = NAMED.exec(said) ?? [];
  return date ? dayNumber(fullYear(when), monthNumber(name), Number(date)) : null;
}

export const MONTH_FORMS = '`2018-01`, `January 2018` or `Jan-18`';

/** The first day of a month: `2018-01`, `01/2018`, `January 2018` or `Jan-18`, as Excel writes it; null if it is none of them. */
export function readMonth(text: string): DayNumber | null {
  const said = text.trim();
  const [, year, number] = /^(\d{4})[-/](\d{1,2})$/.exec(said) ?? [];
  if (year) return dayNumber(Number(year), Number(number), 1);
  const [, before, after] = /^(\d{1,2})\/(\d{4})$/.exec(said) ?? [];
  if (before) return dayNumber(Number(after), Number(before), 1);
  const [, name = '', when] = /^([a-z]{3,9})(?:[ -](?=\d{4}$)|-)(\d{2,4})$/i.exec(said) ?? []; // `Jan 18` could be a day
  return when && when.length !== 3 ? dayNumber(fullYear(when), monthNumber(name), 1) : null;
}

/** 1 to 12 by a month's name or at least its first three letters; 0 where there is none. */
export function monthNumber(name: string): number {
  return name.length < 3 ? 0 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1;
}

/** Assumption: a year of two digits is of this century. */
const fullYear = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0);

const MOMENT = /^(.+?)(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** A date with or without a time, as days since 1970 with their fraction, by the clock as written; `zone` is what follows the time. */
export function readMoment(text: string): { at: number; zone: string | null } | null {
  const [, date = '', hours = 0, minutes = 0, seconds = 0, zone = null] = MOMENT.exec(text.trim()) ?? [];
  const day = readDate(date);
  if (day === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return null;
  return { at: day + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400, zone };
}

/** null where the calendar has no such day (31 June). */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? Math.round(date.getTime() / DAY_MS) : null;
}

/** The same day so many months later; the last of the month where that month is shorter. */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY_MS);
}

export function isoDate(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export const DAYS_OF_THE_WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** `1 October 2017` */
export function dateInWords(day: DayNumber): string {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
