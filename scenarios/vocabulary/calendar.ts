import { type DayNumber, dateInWords, readDate } from '../../data/dates.ts';
import { DayOfYear, readDayOfYear } from './day-of-year.ts';
import { leaf, type Misread, named } from './field.ts';

/** Both days included. */
export interface DateRange {
  from: DayNumber;
  to: DayNumber;
}

/** A stretch of every year, both days included; it may go over New Year. */
export interface YearlyRange {
  from: DayOfYear;
  to: DayOfYear;
}

/** Stretches of days, in the order written. */
export class DateRanges {
  constructor(readonly ranges: (DateRange | YearlyRange)[]) {}

  inWords(): string {
    return this.ranges
      .map((range) => (isYearly(range) ? `${range.from.inWords()} to ${range.to.inWords()} of every year` : inWords(range)))
      .join(', ');
  }
}

function inWords({ from, to }: DateRange): string {
  return from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
}

export function isYearly(range: DateRange | YearlyRange): range is YearlyRange {
  return range.from instanceof DayOfYear;
}

const ALLOWED =
  'days and stretches of days (both ends included), such as `["2025-10-27 to 2025-10-31", 2026-02-16]`, or of every year, such as `20 December to 9 January`';

export function readRanges(input: unknown): DateRanges | Misread {
  const ranges: (DateRange | YearlyRange)[] = [];
  for (const item of Array.isArray(input) ? input : [input]) {
    const [first = '', last = first, ...more] = String(item).split(/\s+to\s+/);
    const range = more.length > 0 ? null : (dated(first, last) ?? yearly(first, last));
    if (range === null) return { problem: 'This is not a stretch of days.', allowed: ALLOWED };
    if (!isYearly(range) && range.to < range.from)
      return {
        problem: `This stretch ends (${dateInWords(range.to)}) before it starts (${dateInWords(range.from)}).`,
        allowed: ALLOWED,
      };
    ranges.push(range);
  }
  return ranges.length > 0 ? new DateRanges(ranges) : { problem: 'Days are needed here.', allowed: ALLOWED };
}

function dated(first: string, last: string): DateRange | null {
  const [from, to] = [readDate(first), readDate(last)];
  return from === null || to === null ? null : { from, to };
}

function yearly(first: string, last: string): YearlyRange | null {
  const [from, to] = [readDayOfYear(first), readDayOfYear(last)];
  return from instanceof DayOfYear && to instanceof DayOfYear ? { from, to } : null;
}

export const calendar = named(
  leaf(readRanges, {
    meaning: 'Days of the year by a name you choose, for `during` in a change',
    units: ALLOWED,
    example: '["2025-10-27 to 2025-10-31", "2025-12-22 to 2026-01-02"]',
    editor: { type: ['string'] },
  }).meta({ list: true }),
  { meaning: 'Names for stretches of days; `christmas` (24 December to 2 January) and `bank-holidays` are there already' },
);
