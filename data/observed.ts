import { columnAt, type Table, type TableMistake, type TableNote } from './csv.ts';
import { DATE_FORMS, type DayNumber, isoDate, MONTH_FORMS, readMoment, readMonth } from './dates.ts';
import { noNumber, numberIn } from './numbers.ts';
import { zonesNoted } from './zones.ts';

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
  /** True where a zero stands for a return that was not made. */
  zerosMissing: boolean;
  /** Whether the value is a share: never above 1, and possibly written as a percentage; null where that is not known. */
  share: boolean | null;
}

/** What was observed on a day, or in the month that begins on it; null where nothing was returned. */
export interface ObservedRow {
  at: DayNumber;
  value: number | null;
  /** 1 where nothing divides it. */
  outOf: number | null;
  /** Line of the file. */
  line: number;
  /** Why what was returned cannot be, in words; the row then has no value. null where nothing is wrong. */
  impossible: string | null;
}

type Row = Table['rows'][number];
type Say = (row: Row, index: number, problem: string, allowed?: string) => void;

/** The rows that count, ascending by date, with one row a date; none where something is wrong. */
export function observedIn(
  table: Table,
  columns: ObservedColumns,
  mistakes: TableMistake[],
  notes: TableNote[] = [],
): ObservedRow[] {
  const before = mistakes.length;
  const index = (column: string) => columnAt(table, column, mistakes);
  const [date, value] = [index(columns.date), index(columns.value)];
  const [less, outOf] = [columns.less, columns.outOf].map((column) => (column === null ? null : index(column))) as [
    number | null,
    number | null,
  ];
  if (table.rows.length === 0)
    mistakes.push({
      line: 1,
      column: 1,
      problem: 'There is nothing in this table: only the header.',
      found: null,
      allowed: null,
      known: [],
    });
  const rows = rowsThatCount(table, columns.where, index, mistakes);
  if (mistakes.length > before) return [];
  const say: Say = (row, at, problem, allowed) =>
    mistakes.push({ line: row.line, column: at + 1, problem, found: row.cells[at] ?? '', allowed: allowed ?? null, known: [] });
  const read = rows.map((row): ObservedRow => {
    const cell = (at: number | null, otherwise: number) => (at === null ? otherwise : countIn(row, at, table, columns, say));
    const figures = { all: cell(value, 0), off: cell(less, 0), of: cell(outOf, 1) };
    return { at: dateIn(row, date, columns.by, say), line: row.line, ...figureOf(figures, columns) };
  });
  refuseTwice(rows, read, date, columns.by, say);
  notes.push(...zonesNoted({ ...table, rows }, date));
  return mistakes.length > before ? [] : read.sort((a, b) => a.at - b.at);
}

interface Figures {
  all: number | null;
  off: number | null;
  of: number | null;
}

function figureOf(figures: Figures, columns: ObservedColumns): Pick<ObservedRow, 'value' | 'outOf' | 'impossible'> {
  const { all, off, of } = figures;
  const impossible = impossibleIn(figures, columns);
  const known = all !== null && off !== null && impossible === null;
  return { value: known ? all - off : null, outOf: of === 0 ? null : of, impossible };
}

/** What no return can say: below zero, more taken away or counted than there was, or a share above 100%. */
function impossibleIn({ all, off, of }: Figures, { value, less, outOf, share }: ObservedColumns): string | null {
  const said = [
    { column: value, figure: all },
    { column: less, figure: off },
    { column: outOf, figure: of },
  ];
  const below = said.find(({ figure }) => figure !== null && figure < 0);
  if (below) return `${below.figure} in \`${below.column}\` is below zero`;
  if (all === null || off === null) return null;
  if (off > all) return `${off} in \`${less}\` is more than ${all} in \`${value}\`, from which it is taken`;
  if (of === 0 && all > off) return `${all - off} is counted out of none in \`${outOf}\``;
  if (!share || of === null || all - off <= of) return null;
  return outOf === null
    ? `${all - off} in \`${value}\` is a share above 1`
    : `${all - off} is more than ${of} in \`${outOf}\`, of which it is a share`;
}

function rowsThatCount(
  table: Table,
  where: Record<string, string>,
  index: (column: string) => number,
  mistakes: TableMistake[],
): Row[] {
  return Object.entries(where).reduce((rows, [column, text]) => {
    const at = index(column);
    if (at < 0 || rows.length === 0) return rows;
    const kept = rows.filter((row) => row.cells[at] === text.trim());
    if (kept.length > 0) return kept;
    const known = [...new Set(rows.map((row) => row.cells[at] ?? ''))];
    mistakes.push({
      line: 1,
      column: at + 1,
      problem: `No row has this in the column \`${column}\`.`,
      found: text,
      allowed: known.slice(0, 20).join(', '),
      known,
    });
    return [];
  }, table.rows);
}

/** How official statistics mark what is withheld or does not apply, beside the marks of every CSV file here. */
const WITHHELD = /^(\[[a-z]+\]|<\s*\d+|:)$/i;

/** A count or a share; null where the cell is empty, withheld, or a zero that stands for no return. */
function countIn(row: Row, at: number, table: Table, { zerosMissing, share }: ObservedColumns, say: Say): number | null {
  const cell = row.cells[at] ?? '';
  const percent = share !== false && /%$/.test(cell);
  const number = WITHHELD.test(cell) ? null : numberIn(percent ? cell.slice(0, -1).trim() : cell, table);
  const value = percent && number !== null ? Number((number / 100).toPrecision(12)) : number;
  if (value === null || (value === 0 && zerosMissing)) return null;
  if (!Number.isNaN(value)) return value;
  const { problem, allowed } = noNumber(cell, table, {
    problem: 'This is not a number.',
    allowed: 'a number, or an empty cell where nothing was returned',
  });
  say(row, at, problem, allowed);
  return null;
}

/** A day may have a time of the day, which is passed over; a month may be any day of it. */
function dateIn(row: Row, at: number, by: 'day' | 'month', say: Say): DayNumber {
  const cell = row.cells[at] ?? '';
  const moment = readMoment(cell);
  const day = (by === 'month' ? readMonth(cell) : null) ?? (moment && Math.floor(moment.at));
  if (day === null)
    say(row, at, `This is not a ${by}.`, by === 'day' ? DATE_FORMS : `${MONTH_FORMS}, or a day of the month: ${DATE_FORMS}`);
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
