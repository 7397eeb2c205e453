import { dayText } from '../words/dates.ts';
import { NONE, plain } from '../words/numbers.ts';
import type { Cell, Column } from './figure.ts';

/** A cell as it is read; the same words wherever the table is shown. */
export function cellText(cell: Cell, column: Column): string {
  if (cell === null) return NONE;
  if (typeof cell === 'number') return plain(cell, column.unit ?? '');
  return column.unit === 'date' ? dayText(cell) : cell;
}
