/** Calendar dates as whole days since 1 January 1970, with no time zone: a scenario's day is a day on the wall calendar. */
export type DayNumber = number;

/** A hundred years: no length of time that a person spends is longer. */
export const LONGEST_STAY = 36_525;

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `2017-10-01` or `01/10/2017` (day first, never month first); null if it is neither or no such day exists. */
export function readDate(text: string): DayNumber | null {
  const iso = ISO.exec(text.trim());
  if (iso) return dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = BRITISH.exec(text.trim());
  return british ? dayNumber(Number(british[3]), Number(british[2]), Number(british[1])) : null;
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
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
