import { type DayNumber, dateInWords, dayNumber, isoDate, MONTHS, monthsAfter, readDate } from '../../data/dates.ts';
import { cellName } from '../../data/cell-name.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { isNote, isRemark, said } from './plant.ts';
import type { SheetCells } from './sheet-cells.ts';

/** A column of values that hold from a day on (a month, a day) or for seven days (a week). */
export interface DatedColumn {
  at: number;
  from: DayNumber;
  /** Last day the heading speaks of: of the month, of the week; a day by itself holds until the next. */
  to: DayNumber;
  week: boolean;
}

const ALLOWED =
  'a month (`2025-10`, `Oct-25`), a day from which the value holds (`2025-10-15`), or `week of 2025-12-22`, for those seven days';
const WEEK = /^(week (of|commencing|beginning|starting)|w\/c)\s+/i;

/** Each column that has a date for a heading; no date twice. */
export function datedColumns(sheet: SheetCells, slips: Slip[]): DatedColumn[] {
  const columns: DatedColumn[] = [];
  for (const [at, heading] of sheet.headings.entries()) {
    if (at === 0 || heading === '' || isNote(heading) || isRemark(heading) || /^(what|unit)$/i.test(heading)) continue;
    const column = columnOf(sheet, at, heading);
    const before = 'from' in column ? columns.find(({ from, week }) => from === column.from && week === column.week) : undefined;
    if ('problem' in column) slips.push(said(sheet.place(0, at), [], column.problem, { found: heading, allowed: ALLOWED }));
    else if (!before) columns.push(column);
    else if (sheet.headings[before.at]?.toLowerCase() !== heading.toLowerCase())
      slips.push(
        said(
          sheet.place(0, at),
          [],
          `This date is there twice: it stands in ${cellName(1, before.at + 1)} as well. Keep one of the two columns.`,
          { found: heading },
        ),
      );
  }
  return columns;
}

function columnOf(sheet: SheetCells, at: number, heading: string): DatedColumn | { problem: string } {
  const month = monthOf(heading);
  const week = WEEK.test(heading);
  const day = month ?? readDate(heading.replace(WEEK, ''));
  if (day === null) return { problem: 'This heading is not a date.' };
  const first = isoDate(day).endsWith('-01');
  if (!first && sheet.at(0, at)?.as === 'day of a year')
    return { problem: `This heading shows a day without a year; Excel keeps it as ${dateInWords(day)}.` };
  return { at, from: day, to: week ? day + 6 : first ? monthsAfter(day, 1) - 1 : day, week };
}

/** First day of a month written as `2025-10`, `10/2025`, `Oct-25`, `Oct 2025` or `October 2025`; null for anything else. */
export function monthOf(text: string): DayNumber | null {
  const [, year, month] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
  if (year && month) return dayNumber(Number(year), Number(month), 1);
  const [, before, after] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (before && after) return dayNumber(Number(after), Number(before), 1);
  const [, word = '', digits = ''] = /^([a-z]{3,9})\.?[\s-]*'?(\d{4}|\d{2})$/i.exec(text) ?? [];
  const named = MONTHS.findIndex(
    (name) =>
      word !== '' &&
      (name.toLowerCase() === word.toLowerCase() ||
        (/^sept?$|^...$/i.test(word) && name.toLowerCase().startsWith(word.toLowerCase()))),
  );
  return named < 0 ? null : dayNumber(digits.length === 2 ? 2000 + Number(digits) : Number(digits), named + 1, 1);
}

/** Columns whose values do not reach into the period. The last day before it counts: its value is in force when the period starts. */
export function outsideOf(columns: DatedColumn[], calendar: Calendar): DatedColumn[] {
  return columns.filter(
    ({ from, to, week }) => from > lastDay(calendar) || (to < calendar.start && (week || isoDate(from).endsWith('-01'))),
  );
}
