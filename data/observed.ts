import { numberIn, type Table, type TableMistake } from './csv.ts';
import { type DayNumber, dayNumber, isoDate, readDate } from './dates.ts';

/** Which cells of a table are the observed values. */
export interface ObservedColumns {
  by: 'day' | 'month';
  date: string;
  value: string;
  /** Taken from the value, row by row. */
  less: string | null;
  /** Divides it. */
  outOf: string | null;
  /** Rows that count: the text each column must hold. */
  where: Record<string, string>;
  /** True where a nought stands for a return that was not made. */
  zerosMissing: boolean;
}

/** What was observed on a day, or in the month that begins on it; null where nothing was returned. */
export interface ObservedRow {
  at: DayNumber;
  value: number | null;
  /** 1 where nothing divides it. */
  outOf: number | null;
}

type Row = Table['rows'][number];
type Say = (row: Row, index: number, problem: string, allowed?: string) => void;

/** The rows that count, ascending by date, with one row a date; none where something is wrong. */
export function observedIn(table: Table, columns: ObservedColumns, mistakes: TableMistake[]): ObservedRow[] {
  const before = mistakes.length;
  const index = (column: string) => indexOf(table, column, mistakes);
  const [date, value] = [index(columns.date), index(columns.value)];
  const [less, outOf] = [columns.less, columns.outOf].map((column) => (column === null ? null : index(column))) as [number | null, number | null];
  if (table.rows.length === 0) mistakes.push({ line: 1, column: 1, problem: 'There is nothing in this table: only the header.', found: null, allowed: null, known: [] });
  const rows = rowsThatCount(table, columns.where, index, mistakes);
  if (mistakes.length > before) return [];
  const say: Say = (row, at, problem, allowed) =>
    mistakes.push({ line: row.line, column: at + 1, problem, found: row.cells[at] ?? '', allowed: allowed ?? null, known: [] });
  const read = rows.map((row): ObservedRow => {
    const cell = (at: number) => countIn(row, at, columns.zerosMissing, say);
    const [all, off, of] = [cell(value), less === null ? 0 : cell(less), outOf === null ? 1 : cell(outOf)];
    if (all !== null && off !== null && off > all) say(row, less ?? value, `This is more than \`${columns.value}\` of the same row, from which it is taken.`);
    return { at: dateIn(row, date, columns.by, say), value: all === null || off === null ? null : all - off, outOf: of === 0 ? null : of };
  });
  refuseTwice(rows, read, date, columns.by, say);
  return mistakes.length > before ? [] : read.sort((a, b) => a.at - b.at);
}

function indexOf(table: Table, column: string, mistakes: TableMistake[]): number {
  const index = table.columns.indexOf(column.trim().toLowerCase());
  if (index < 0) mistakes.push({ line: 1, column: 1, problem: `There is no column \`${column}\`.`, found: column, allowed: `columns ${table.columns.join(', ')}`, known: table.columns });
  return index;
}

function rowsThatCount(table: Table, where: Record<string, string>, index: (column: string) => number, mistakes: TableMistake[]): Row[] {
  return Object.entries(where).reduce((rows, [column, text]) => {
    const at = index(column);
    if (at < 0 || rows.length === 0) return rows;
    const kept = rows.filter((row) => row.cells[at] === text.trim());
    if (kept.length > 0) return kept;
    const known = [...new Set(rows.map((row) => row.cells[at] ?? ''))];
    mistakes.push({ line: 1, column: at + 1, problem: `No row has this in the column \`${column}\`.`, found: text, allowed: known.slice(0, 20).join(', '), known });
    return [];
  }, table.rows);
}

/** A count or a share; null where the cell is empty, suppressed, or a nought that stands for no return. */
function countIn(row: Row, at: number, zerosMissing: boolean, say: Say): number | null {
  const value = numberIn(row.cells[at] ?? '');
  if (value === null || (value === 0 && zerosMissing)) return null;
  if (value >= 0) return value;
  say(row, at, Number.isNaN(value) ? 'This is not a number.' : 'An observed value cannot be below zero.', 'a number, or an empty cell where nothing was returned');
  return null;
}

const MONTH = /^(\d{4})-(\d{2})$/;

function dateIn(row: Row, at: number, by: 'day' | 'month', say: Say): DayNumber {
  const cell = row.cells[at] ?? '';
  const month = by === 'month' ? MONTH.exec(cell) : null;
  const day = month ? dayNumber(Number(month[1]), Number(month[2]), 1) : readDate(cell);
  if (day === null) say(row, at, `This is not a ${by}.`, by === 'day' ? '`2022-04-01` or `01/04/2022`' : '`2024-04`, or a day of the month: `2024-04-01`');
  if (day === null) return Number.NaN;
  return by === 'day' ? day : day - Number(isoDate(day).slice(8)) + 1;
}

/** Said once: a filter that is missing would otherwise make a mistake of every row. */
function refuseTwice(rows: Row[], read: ObservedRow[], date: number, by: 'day' | 'month', say: Say): void {
  const last = new Map(read.map(({ at }, i) => [at, i]));
  const twice = read.findIndex(({ at }, i) => !Number.isNaN(at) && last.get(at) !== i);
  const row = rows[last.get(read[twice]?.at ?? Number.NaN) ?? -1];
  if (twice >= 0 && row) say(row, date, `This ${by} is there twice: is a filter missing in \`where\`?`, `one row a ${by}`);
}
