import type { CellObject } from 'write-excel-file/node';
import { isoDate, readDate } from './dates.ts';

/** An Excel workbook as plain data: what is written, and what was read. */
export interface Sheet {
  /** At most 31 characters, none of `[ ] / \ : * ?`. */
  name: string;
  rows: Cell[][];
  /** Rows and columns that stay in sight while the rest scrolls. */
  frozen?: { rows: number; columns: number };
  /** In characters, from the first column on. */
  widths?: number[];
}

export type Plain = string | number | boolean | null;

/** A value, or a value with its looks. A text in the format of a date that is an ISO date becomes a date of Excel. */
export type Cell = Plain | { value: Plain; format?: string; heading?: true; wrap?: true; fill?: string };

export const DATE_FORMAT = 'yyyy-mm-dd';
const HEADING = { fontWeight: 'bold', textColor: '#FFFFFF', backgroundColor: '#12436D', alignVertical: 'top' } as const;

/** The same bytes for the same sheets. Text is written as text: Excel never runs it as a formula. */
export async function workbookBytes(sheets: Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = sheets.map(({ name, rows, frozen, widths = [] }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellFor)),
    ...(frozen ? { stickyRowsCount: frozen.rows, stickyColumnsCount: frozen.columns } : {}),
    columns: widths.map((width) => ({ width })),
  }));
  return withoutTimes(await writeExcelFile(written).toBuffer());
}

function cellFor(cell: Cell): CellObject | null {
  const { value, format, heading, wrap, fill } = cell !== null && typeof cell === 'object' ? cell : { value: cell };
  const looks: CellObject = { ...(heading ? HEADING : {}), ...(wrap ? { wrap, alignVertical: 'top' } : {}), ...(fill ? { backgroundColor: fill } : {}) };
  const shown = format === undefined ? looks : { ...looks, format };
  if (value === null || value === '') return fill || format ? { ...shown, value: '', type: String } : null;
  const day = format === DATE_FORMAT && typeof value === 'string' ? readDate(value) : null;
  if (day !== null) return { ...shown, value: new Date(day * 86_400_000), type: Date };
  if (typeof value === 'number') return { ...shown, value, type: Number };
  return typeof value === 'boolean' ? { ...looks, value, type: Boolean } : { ...looks, value, type: String };
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, 00:00: the first day of the clock of a zip file. */
const NO_TIME = 0x00210000;

/** A workbook is a zip file, whose entries hold when they were made: put to one day, so that nothing depends on the clock. */
function withoutTimes(zip: Buffer): Buffer {
  for (const entry of entriesOf(zip)) {
    const local = zip.readUInt32LE(entry + 42);
    zip.writeUInt32LE(NO_TIME, entry + 12);
    if (zip.readUInt32LE(local) === LOCAL) zip.writeUInt32LE(NO_TIME, local + 10);
  }
  return zip;
}

/** Where each entry of the directory at the end of a zip file begins; none where there is no such directory. */
function entriesOf(zip: Buffer): number[] {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  const entries: number[] = [];
  if (end < 0) return entries;
  let entry = zip.readUInt32LE(end + 16);
  while (entry + 46 <= end && zip.readUInt32LE(entry) === CENTRAL) {
    entries.push(entry);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return entries;
}

/** Unpacked: far more than any plan, far less than memory. */
const LARGEST_UNPACKED = 50_000_000;

/** Thrown where bytes are not an Excel workbook. */
export class NoWorkbook extends Error {}

export interface ReadSheet {
  name: string;
  rows: Plain[][];
}

/** Every sheet with its cells where they stand; dates as ISO dates, formulas as their last result, an empty cell as null. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const zip = Buffer.from(bytes);
  const unpacked = entriesOf(zip).reduce((so, entry) => so + zip.readUInt32LE(entry + 24), 0);
  if (unpacked === 0 || unpacked > LARGEST_UNPACKED) throw new NoWorkbook(unpacked === 0 ? 'no zip file' : 'too large unpacked');
  try {
    const sheets = await readExcelFile(zip);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(plainOf)) }));
  } catch (error) {
    throw new NoWorkbook(error instanceof Error ? error.message : String(error));
  }
}

function plainOf(value: unknown): Plain {
  if (value instanceof Date) return isoDate(Math.floor(value.getTime() / 86_400_000));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** `C4`: how Excel names a cell, row and column counted from 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
