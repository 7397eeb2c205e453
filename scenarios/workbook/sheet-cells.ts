import type { Plain, ReadSheet } from '../../data/workbook.ts';
import type { Place, Value, List } from '../source/tree.ts';

/** A sheet under its headings, every cell with its place. */
export class SheetCells {
  readonly name: string;
  readonly headings: string[];
  private readonly rows: Plain[][];
  private readonly file: string;
  private readonly order: number;

  constructor({ name, rows }: ReadSheet, file: string, order: number) {
    this.name = name;
    this.rows = rows;
    this.file = file;
    this.order = order;
    this.headings = (rows[0] ?? []).map((heading) => String(heading ?? '').trim());
  }

  /** Numbers of the rows below the headings that hold anything, from 1. */
  filledRows(): number[] {
    return this.rows.flatMap((row, i) => (i > 0 && row.some((cell) => cell !== null) ? [i] : []));
  }

  cell(row: number, column: number): Plain {
    const value = this.rows[row]?.[column] ?? null;
    return typeof value === 'string' && value.trim() === '' ? null : value;
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
