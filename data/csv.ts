import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';

/** Something wrong in a table, with the names that would have been right, where there are such. */
export interface TableMistake {
  /** Line of the file, from 1. */
  line: number;
  /** Column of the table, from 1. */
  column: number;
  problem: string;
  found: string | null;
  allowed: string | null;
  known: string[];
}

/** Thrown where a table cannot be read at all. */
export class UnusableTable extends Error {
  constructor(readonly mistake: TableMistake) {
    super(mistake.problem);
  }
}

/** A CSV file as text cells under its header. */
export interface Table {
  sha256: string;
  bytes: number;
  /** Header in small letters, without spaces around it. */
  columns: string[];
  rows: { line: number; cells: string[] }[];
}

export const LARGEST_CSV = 20_000_000;

/** Throws UnusableTable. Separated by comma, semicolon or tab (the header decides); UTF-8 or Windows-1252. */
export async function readTable(path: string): Promise<Table> {
  const bytes = await bytesOf(path);
  const text = decoded(bytes);
  const [header, ...rows] = records(text);
  if (!header) throw unusable('The file is empty: the first line must name the columns.');
  const columns = header.record.map((cell) => clean(cell).toLowerCase());
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    columns,
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record.map(clean) })),
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_CSV) throw unusable(`The file is too large: ${Math.ceil(size / 1e6)} MB, at most ${LARGEST_CSV / 1e6} MB.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnusableTable) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code === 'ENOENT' ? 'There is no such file.' : code === 'EISDIR' ? 'This is a folder, not a file.' : `The file cannot be read (${code}).`;
    throw unusable(reason);
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Row {
  record: string[];
  info: { lines: number };
}

function records(text: string): Row[] {
  try {
    const options = { bom: true, delimiter: delimiter(text), info: true, relax_column_count: true, skip_empty_lines: true, relax_quotes: true };
    return parse(text, options) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw unusable('This line cannot be read as CSV: is a quote `"` not closed?', line);
  }
}

/** Whichever of comma, semicolon and tab the header has most of. */
function delimiter(text: string): string {
  const header = text.slice(0, 10_000).split(/\r?\n/)[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** NHS files hold non-breaking spaces and several kinds of dash. */
function clean(cell: string): string {
  return cell.replaceAll(' ', ' ').replace(/[–—−]/g, '-').trim();
}

function unusable(problem: string, line = 1): UnusableTable {
  return new UnusableTable({ line, column: 1, problem, found: null, allowed: null, known: [] });
}

const SUPPRESSED = new Set(['', '-', '*', '..', 'n/a', 'na', 'null']);

/** A number; null for an empty or suppressed cell; NaN for anything else. */
export function numberIn(cell: string): number | null {
  if (SUPPRESSED.has(cell.toLowerCase())) return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell;
  const value = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN; // 1e999 is no number of days
}
