import { isoDate, MONTHS, readDate } from '../../data/dates.ts';
import type { Plain } from '../../data/sheet.ts';
import { monthOf } from './dated-headings.ts';
import type { SheetCells } from './sheet-cells.ts';

const OF_MONTHS = /^(in|sum-of|over)$/;
const OF_DAYS_OF_A_YEAR = /^(peak-day|year-starts)$/;

/**
 * What stands in a cell for the value of a path. Excel turns `2026-01` into 1 January 2026 and `15 January` into that day of this
 * year: where a month or a day of every year is wanted, that is read.
 */
export function typedFor(path: string[], sheet: SheetCells, row: number, at: number): Plain {
  const value = sheet.cell(row, at);
  const key = path.at(-1) ?? '';
  if (typeof value !== 'string') return value;
  if (OF_MONTHS.test(key)) return value.replace(/[^[\],]+/g, (text) => monthText(text.trim()) ?? text);
  const day = sheet.at(row, at)?.as === 'date' || sheet.at(row, at)?.as === 'day of a year' ? readDate(value) : null;
  return OF_DAYS_OF_A_YEAR.test(key) && day !== null ? dayOfYear(isoDate(day)) : value;
}

/** A date of the first of a month is the month, as in a heading. */
function monthText(text: string): string | null {
  const day = monthOf(text) ?? (text.endsWith('-01') ? readDate(text) : null);
  return day === null ? null : isoDate(day).slice(0, 7);
}

const dayOfYear = (iso: string): string => `${Number(iso.slice(8))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;
