import { CsvError, parse } from 'csv-parse/sync';
import { type FileRead, type Files, Unreadable } from './files.ts';
import { bothMarks, type NumberForms, type Separator } from './numbers.ts';

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

/** Something a reader of the results should know of a table that was read. */
export interface TableNote {
  kind: string;
  line: number;
  text: string;
}

/** A CSV file as text cells under its header. Columns and rows that hold nothing at all are passed over. */
export interface Table extends NumberForms {
  sha256: string;
  bytes: number;
  /** Header in small letters, without spaces around it; '' where a column has no heading. */
  columns: string[];
  rows: { line: number; cells: string[] }[];
}

export const LARGEST_CSV = 20_000_000;

/** Throws UnusableTable. Separated by comma, semicolon or tab (the header decides); UTF-8, UTF-16 or Windows-1252. */
export function readTable(file: string, files: Files): Table {
  const { bytes, sha256 } = contentOf(file, files);
  const { text, separator, skipped } = withSeparator(decoded(bytes));
  const all = records(text, separator).map(({ record, info }) => ({ line: info.lines + skipped, cells: record.map(clean) }));
  const [header, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header) throw unusable('The file is empty: the first line must name the columns.');
  return {
    sha256,
    bytes: bytes.length,
    separator,
    bothMarks: separator === ';' && bothMarks(rows.flatMap(({ cells }) => cells)),
    columns: header.cells.map((cell) => cell.toLowerCase()),
    rows,
  };
}

/** Where the column of a name is; -1 where there is none. */
export function columnAt({ columns }: Table, column: string, mistakes: TableMistake[]): number {
  const name = column.trim().toLowerCase();
  const at = columns.indexOf(name);
  if (at < 0)
    mistakes.push({
      line: 1,
      column: 1,
      problem: `There is no column \`${column}\`.`,
      found: column,
      allowed: `columns ${columns.filter((one) => one !== '').join(', ')}`,
      known: columns,
    });
  else if (columns.lastIndexOf(name) > at)
    mistakes.push({
      line: 1,
      column: columns.lastIndexOf(name) + 1,
      problem: 'This column is there twice.',
      found: column,
      allowed: null,
      known: [],
    });
  return at;
}

/** Every value that stands under no heading: the first of each row. */
export function looseCells({ columns, rows, separator }: Table): TableMistake[] {
  return rows.flatMap(({ line, cells }): TableMistake[] => {
    const at = cells.findIndex((cell, i) => cell !== '' && !columns[i]);
    if (at < 0) return [];
    const beyond = at >= columns.length;
    const quotes = beyond && separator === ',' ? '; a number with a comma between thousands needs quotes' : '';
    return [
      {
        line,
        column: at + 1,
        problem: beyond ? 'This row has more cells than the header.' : 'This value stands under a blank heading.',
        found: cells[at] ?? '',
        allowed: beyond
          ? `${columns.length} ${columns.length === 1 ? 'cell' : 'cells'}${quotes}`
          : 'a heading in the first line, or an empty cell',
        known: [],
      },
    ];
  });
}

/** Columns with a heading and nothing under it: what they say is drawn or not known for everyone. */
export function emptyColumns({ columns, rows }: Table): TableNote[] {
  const empty = columns.filter(
    (column, i) => column !== '' && rows.length > 0 && rows.every(({ cells }) => (cells[i] ?? '') === ''),
  );
  return empty.map((column) => ({
    kind: 'empty-column',
    line: 1,
    text: `The column \`${column}\` has a heading and no values.`,
  }));
}

function contentOf(file: string, files: Files): FileRead {
  try {
    return files.read(file, LARGEST_CSV);
  } catch (error) {
    throw error instanceof Unreadable ? unusable(`The file ${error.message}.`) : error;
  }
}

/** Files that are often saved or renamed as CSV and are none, by their first bytes. */
const OTHER_FILES = [
  { first: [0x50, 0x4b, 0x03, 0x04], what: 'an Excel workbook (.xlsx)' },
  { first: [0xd0, 0xcf, 0x11, 0xe0], what: 'an Excel file of the old kind (.xls), or one with a password' },
  { first: [0x25, 0x50, 0x44, 0x46], what: 'a PDF file' },
];
const BYTE_ORDER = [
  { first: [0xff, 0xfe], encoding: 'utf-16le' },
  { first: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Excel's "CSV UTF-8" and "Unicode Text" (UTF-16) say what they are; its plain CSV is Windows-1252. */
function decoded(bytes: Uint8Array): string {
  const starts = ({ first }: { first: number[] }) => first.every((byte, i) => bytes[i] === byte);
  const other = OTHER_FILES.find(starts);
  if (other) throw unusable(`This is ${other.what}, not a CSV file: save the sheet as "CSV UTF-8".`);
  const utf16 = BYTE_ORDER.find(starts);
  if (utf16) return new TextDecoder(utf16.encoding).decode(bytes);
  if (bytes.includes(0)) throw unusable('This is not a text file that can be read here: save it as "CSV UTF-8".');
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

function records(text: string, delimiter: Separator): Row[] {
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, relax_quotes: true };
    return parse(text, options) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw unusable('This line cannot be read as CSV: is a quote `"` not closed?', line);
  }
}

const SEPARATORS: Separator[] = [',', ';', '\t'];

/** As a first line `sep=;` says, which Excel reads and does not show; else whichever of the three the header has most of. */
function withSeparator(text: string): { text: string; separator: Separator; skipped: number } {
  const said = /^sep=([,;\t])\r?\n/i.exec(text);
  if (said) return { text: text.slice(said[0].length), separator: said[1] as Separator, skipped: 1 };
  const header =
    text
      .slice(0, 10_000)
      .trimStart()
      .split(/\r?\n/)[0]
      ?.replace(/"[^"]*"/g, '') ?? '';
  const count = (sign: string) => header.split(sign).length;
  return { text, separator: SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best)), skipped: 0 };
}

/** NHS files hold non-breaking spaces and several kinds of dash. */
function clean(cell: string): string {
  return cell.replaceAll(' ', ' ').replace(/[–—−]/g, '-').trim();
}

function unusable(problem: string, line = 1): UnusableTable {
  return new UnusableTable({ line, column: 1, problem, found: null, allowed: null, known: [] });
}
