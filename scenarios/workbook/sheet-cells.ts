import type { Merged, ReadCell } from '../../data/workbook-cells.ts';
import type { ReadSheet } from '../../data/read-workbook.ts';
import type { Plain } from '../../data/sheet.ts';
import type { List, Place, Value } from '../source/tree.ts';

/** A sheet under its headings, every cell with its place; rows and columns from 0. */
export class SheetCells {
  readonly name: string;
  readonly headings: string[];
  readonly merged: Merged[];
  /** Cells that hold something, row by row. */
  readonly cells: ReadCell[];
  private readonly byPlace = new Map<string, ReadCell>();
  private readonly file: string;
  private readonly order: number;

  constructor({ name, cells, merged }: ReadSheet, file: string, order: number) {
    this.name = name;
    this.merged = merged;
    this.cells = cells.filter(({ value }) => typeof value !== 'string' || value.trim() !== '');
    for (const cell of this.cells) this.byPlace.set(`${cell.row},${cell.column}`, cell);
    this.file = file;
    this.order = order;
    const last = Math.max(-1, ...this.cells.filter(({ row }) => row === 0).map(({ column }) => column));
    this.headings = Array.from({ length: last + 1 }, (_, column) => this.text(0, column));
  }

  /** Numbers of the rows below the headings that hold anything under a heading, from 1. */
  filledRows(): number[] {
    return [
      ...new Set(this.cells.filter(({ row, column }) => row > 0 && (this.headings[column] ?? '') !== '').map(({ row }) => row)),
    ].sort((a, b) => a - b);
  }

  /** What a cell says, as a scenario file writes it; null where it is empty or holds an error. */
  cell(row: number, column: number): Plain {
    const cell = this.at(row, column);
    return cell ? said(cell) : null;
  }

  at(row: number, column: number): ReadCell | undefined {
    return this.byPlace.get(`${row},${column}`);
  }

  text(row: number, column: number): string {
    return column < 0 ? '' : String(this.cell(row, column) ?? '').trim();
  }

  place(row: number, column: number): Place {
    return { file: this.file, line: row + 1, column: column + 1, sheet: { name: this.name, order: this.order } };
  }

  /** -1 where there is no such heading. */
  column(heading: string): number {
    return this.headings.findIndex((one) => one.toLowerCase() === heading);
  }
}

/** Excel keeps 17 digits of a number and shows 15: 2.3 may be kept as 2.2999999999999998. */
function said({ value, as }: ReadCell): Plain {
  if (as === 'error' || as === 'no result') return null;
  if (typeof value !== 'number') return value;
  if (as === 'percent') return percentText(value);
  const shown = Number(value.toPrecision(15));
  return as === 'pounds' ? `£${shown}` : shown;
}

export const percentText = (share: number): string => `${Number((share * 100).toPrecision(12))}%`;

/** What a cell says, as in a scenario file: a number, a word, a text, or a list in `[ ]`. */
export function cellNode(value: Plain, at: Place, written = String(value ?? '').trim()): Value | List {
  const text = typeof value === 'string' ? value.trim() : null;
  const list = text === null ? null : /^\[(.*)\]$/s.exec(text)?.[1];
  if (list != null) return { type: 'list', items: list.split(',').map((item) => plainNode(item.trim(), at)), at, note: null };
  return plainNode(text ?? value, at, written);
}

function plainNode(value: Plain, at: Place, written = String(value ?? '')): Value {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  return { type: 'value', value: number ?? value, written, at, note: null };
}
