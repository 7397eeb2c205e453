import type { CellObject } from 'write-excel-file/node';
import { readDate } from './dates.ts';
import { printingAndChoices } from './workbook-printing.ts';
import { withoutTimes } from './without-times.ts';

/** An Excel workbook as plain data, to be written. */
export interface Sheet {
  /** At most 31 characters, none of `[ ] / \ : * ?`. */
  name: string;
  rows: Cell[][];
  /** Rows and columns that stay in sight while the rest scrolls. */
  frozen?: { rows: number; columns: number };
  /** In characters, from the first column on. */
  widths?: number[];
  /** On A4 across, as wide as a page and as many pages long as it needs. */
  fitted?: boolean;
  choices?: Choice[];
}

/** Cells (`B2:B200`) with a list to choose from: the cells it stands in (`Lists!$A$2:$A$9`). */
export interface Choice {
  cells: string;
  from: string;
  /** Excel refuses anything else; otherwise it asks. */
  only: boolean;
}

export type Plain = string | number | boolean | null;

/** A value, or a value with its looks. A text in the format of a date that is an ISO date becomes a date of Excel. */
export type Cell = Plain | { value: Plain; format?: string; heading?: true; wrap?: true; fill?: string };

export const DATE_FORMAT = 'yyyy-mm-dd';
const HEADING = { fontWeight: 'bold', textColor: '#FFFFFF', backgroundColor: '#12436D', alignVertical: 'top' } as const;

/** The same bytes for the same sheets. Text is written as text: Excel never runs it as a formula. */
export async function workbookBytes(sheets: Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = sheets.map(({ name, rows, frozen, widths = [], fitted }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellFor)),
    ...(frozen ? { stickyRowsCount: frozen.rows, stickyColumnsCount: frozen.columns } : {}),
    ...(fitted ? { orientation: 'landscape' as const } : {}),
    columns: widths.map((width) => ({ width })),
  }));
  return withoutTimes(await writeExcelFile(written, { features: [printingAndChoices(sheets)] }).toBuffer());
}

function cellFor(cell: Cell): CellObject | null {
  const { value, format, heading, wrap, fill } = cell !== null && typeof cell === 'object' ? cell : { value: cell };
  const looks: CellObject = {
    ...(heading ? HEADING : {}),
    ...(wrap ? { wrap, alignVertical: 'top' } : {}),
    ...(fill ? { backgroundColor: fill } : {}),
  };
  const shown = format === undefined ? looks : { ...looks, format };
  if (value === null || value === '') return fill || format ? { ...shown, value: '', type: String } : null;
  const day = format === DATE_FORMAT && typeof value === 'string' ? readDate(value) : null;
  if (day !== null) return { ...shown, value: new Date(day * 86_400_000), type: Date };
  if (typeof value === 'number') return { ...shown, value, type: Number };
  return typeof value === 'boolean' ? { ...looks, value, type: Boolean } : { ...looks, value, type: String };
}
