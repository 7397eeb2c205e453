import { type DayNumber, dateInWords, readDate } from '../../data/dates.ts';
import { leaf, type Misread, named } from './field.ts';

/** Both days included. */
export interface DateRange {
  from: DayNumber;
  to: DayNumber;
}

/** Stretches of days, in the order written. */
export class DateRanges {
  constructor(readonly ranges: DateRange[]) {}

  inWords(): string {
    return this.ranges.map(({ from, to }) => (from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`)).join(', ');
  }
}

const ALLOWED = 'days and stretches of days (both ends included), such as `["2025-10-27 to 2025-10-31", 2026-02-16]`';

export function readRanges(input: unknown): DateRanges | Misread {
  const ranges: DateRange[] = [];
  for (const item of Array.isArray(input) ? input : [input]) {
    const [first = '', last = first, ...more] = String(item).split(/\s+to\s+/);
    const [from, to] = [readDate(first), readDate(last)];
    if (from === null || to === null || more.length > 0) return { problem: 'This is not a stretch of days.', allowed: ALLOWED };
    if (to < from) return { problem: `This stretch ends (${dateInWords(to)}) before it starts (${dateInWords(from)}).`, allowed: ALLOWED };
    ranges.push({ from, to });
  }
  return ranges.length > 0 ? new DateRanges(ranges) : { problem: 'Days are needed here.', allowed: ALLOWED };
}

export const calendar = named(
  leaf(readRanges, { meaning: 'Days of the year by a name you choose, for `during` in a change', units: ALLOWED, example: '["2025-10-27 to 2025-10-31", "2025-12-22 to 2026-01-02"]', editor: { type: ['string'] } }).meta({ list: true }),
  { meaning: 'Names for stretches of days; `christmas` (24 December to 2 January) and `bank-holidays` are there already' },
);
