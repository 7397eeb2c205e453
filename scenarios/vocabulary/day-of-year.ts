import { dayNumber, MONTHS, monthNumber } from '../../data/dates.ts';
import type { Misread } from './field.ts';

/** A day of every year: month 1 to 12 and day of the month. */
export class DayOfYear {
  constructor(
    readonly month: number,
    readonly day: number,
  ) {}

  inWords(): string {
    return `${this.day} ${MONTHS[this.month - 1]}`;
  }
}

export const DAY_OF_YEAR = 'a day of every year, such as `1 April`';

export function readDayOfYear(input: unknown): DayOfYear | Misread {
  const [, date, name = ''] = (typeof input === 'string' && /^(\d{1,2})[ -]([a-z]{3,9})$/i.exec(input.trim())) || [];
  const month = monthNumber(name);
  const there = dayNumber(2001, month, Number(date)) !== null; // 2001: no 29 February
  return there ? new DayOfYear(month, Number(date)) : { problem: 'This is not a day of every year.', allowed: DAY_OF_YEAR };
}
