import { type DayNumber, isoDate, monthsAfter } from '../../data/dates.ts';
import type { Plain } from '../../data/sheet.ts';
import { percentText, type SheetCells } from './sheet-cells.ts';

/** A number with its unit, of the row or of the cell itself; `number` is null for anything else, such as `unlimited`. */
interface Amount {
  value: Plain;
  number: number | null;
  unit: string;
}

/** Why a text under a date is no value from then on; null where it may be one. */
export function wrongAmount(text: string, unit: string): { problem: string; allowed: string } | null {
  if (/^[-+−–]/.test(text))
    return {
      problem: 'Under a date stands the value from then on, not an addition, and none is below zero.',
      allowed: 'the whole value, such as `2900`',
    };
  if (!/^[\d.,]+$/.test(text)) return null;
  if (unit === '%' && !(Number(text) <= 1))
    return {
      problem: 'A share needs its %: this could be meant of 1 or of 100.',
      allowed: '`60%`, as text or in a cell formatted as a percentage',
    };
  return NUMBER.test(text)
    ? null
    : {
        problem: 'This is no number: a comma stands between thousands only, and a point before decimals.',
        allowed: 'a number, such as `2900`, `2,900` or `0.5`',
      };
}

/** As Excel shows a number in a text: 2900 or 2,900, never 0,500. */
const NUMBER = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/;

/** A number in the unit of its row; a text that has one already, or `unlimited`, as it is. */
export function amountAt(sheet: SheetCells, row: number, column: number): Amount {
  const value = sheet.cell(row, column);
  const unit = sheet.text(row, sheet.column('unit'));
  if (typeof value === 'number') return { value, number: value, unit };
  const text = String(value ?? '').trim();
  // Cells are often formatted as text: a number all the same. As a share it could be meant of 1 or of 100, and stays text.
  if (NUMBER.test(text) && unit !== '%') return { value, number: numberOf(text), unit };
  const [, digits = '', own = ''] = /^([\d.,]+)\s*(.*months?)$/i.exec(text) ?? [];
  return NUMBER.test(digits) ? { value, number: numberOf(digits), unit: own } : { value, number: null, unit };
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

const MONTH = /(^|\s|\/)months?$/i;

export const isMonthly = ({ number, unit }: Amount): boolean => number !== null && MONTH.test(unit);

/** What an amount means on a day, as a scenario file writes it, and how its author wrote it. */
export function worthOn(amount: Amount, day: DayNumber): { meant: Plain; written: string } {
  const { value, number, unit } = amount;
  if (number === null || unit === '') return { meant: number ?? value, written: String(value ?? '').trim() };
  if (unit === '%') return { meant: percentText(number), written: percentText(number) };
  const written = `${String(number)} ${unit}`;
  return isMonthly(amount)
    ? { meant: `${number / daysOfMonth(day)} ${unit.replace(/months?$/i, 'day')}`, written }
    : { meant: written, written };
}

/** Of the month in which a day lies. */
function daysOfMonth(day: DayNumber): number {
  const first = day - Number(isoDate(day).slice(8)) + 1;
  return monthsAfter(first, 1) - first;
}
