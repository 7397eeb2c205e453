import { dateInWords, type DayNumber, isoDate, monthsAfter } from '../../data/dates.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, emptyBranch, type Place } from '../source/tree.ts';
import { type DatedColumn, datedColumns, outsideOf } from './dated-headings.ts';
import { amountAt, isMonthly, worthOn, wrongAmount } from './dated-values.ts';
import { keysOf, noted, plant, said, where } from './plant.ts';
import { cellNode, type SheetCells } from './sheet-cells.ts';

/** The changes that columns of dates stand for; weeks act on top of months and of every other change. */
export interface DatedChanges {
  months: Branch;
  weeks: Branch;
}

export interface Dated {
  tree: Branch;
  changes: DatedChanges;
  /** null where the period is not understood, which is told by itself. */
  calendar: Calendar | null;
  slips: Slip[];
  /** Where each value's months, and its weeks, are said. */
  said: Map<string, Place>;
  /** Values of dates that lie outside the period, and are passed over. */
  outside: { sheet: SheetCells; columns: DatedColumn[] }[];
  /** Values of later dates whose first one is empty, and where that would stand. */
  open: { path: string[]; place: Place }[];
}

/** A value from a day on, or on the days to another one, as its column says. */
interface Spell {
  column: DatedColumn;
  from: DayNumber;
  to: DayNumber;
}

/**
 * A sheet with the headings BLOCK, `what`, `unit` and dates: the row names a value, the column says from when it holds. The value
 * in force when the period starts is the scenario's own; a later one that differs is a dated change.
 */
export function readDatedSheet(sheet: SheetCells, rows: number[], dated: Dated): void {
  const block = sheet.headings[0]?.toLowerCase() ?? '';
  const columns = inPeriod(sheet, rows, dated);
  const all = columns.filter(({ week }) => !week).sort((a, b) => b.from - a.from);
  for (const row of rows) {
    const path = [block, sheet.text(row, 0), ...keysOf(sheet.text(row, sheet.column('what')))];
    const filled = columns.filter(({ at }) => sheet.cell(row, at) !== null && isValue(sheet, row, at, path, dated.slips));
    const months = filled.filter(({ week }) => !week).sort((a, b) => a.from - b.from);
    if (isFirst(sheet, row, ['months', ...path], months, dated)) readMonths(sheet, row, path, months, all, dated);
    const weeks = filled.filter(({ week }) => week);
    for (const column of isFirst(sheet, row, ['weeks', ...path], weeks, dated) ? weeks : []) {
      for (const spell of byMonths(sheet, row, weekOf(column, dated.calendar)))
        addChange(sheet, row, path, spell, dated.changes.weeks, dated.slips);
    }
  }
}

/** What holds on the first day is said nowhere, not in the plan built upon either: the cell that is empty is the place to say it. */
export function openAtStart({ open, calendar, slips }: Dated, isSaid: (path: string[]) => boolean): void {
  const first = calendar ? `, ${dateInWords(calendar.start)}` : '';
  for (const { path, place } of open)
    if (!isSaid(path))
      slips.push(
        said(place, path, `This is empty, so nothing says what holds on the first day${first}.`, {
          allowed: 'a value, as under the later dates',
        }),
      );
}

/** Two rows for one value would both be changes of it, of which the later silently holds. */
function isFirst(
  sheet: SheetCells,
  row: number,
  path: string[],
  columns: DatedColumn[],
  { said: places, slips }: Dated,
): boolean {
  const before = places.get(path.join('.'));
  if (columns.length === 0) return true;
  if (before)
    slips.push(said(sheet.place(row, 0), path.slice(1), `This is said already, in ${where(before)}: keep one of the two.`));
  else places.set(path.join('.'), sheet.place(row, 0));
  return before === undefined;
}

/** What a sheet says of the period, and of the days before it for what is in force when it starts. */
function inPeriod(sheet: SheetCells, rows: number[], { calendar, slips, outside }: Dated): DatedColumn[] {
  const columns = datedColumns(sheet, slips);
  const isFilled = ({ at }: DatedColumn) => rows.some((row) => sheet.cell(row, at) !== null);
  const outOfPeriod = calendar ? outsideOf(columns, calendar) : [];
  const beyond = outOfPeriod.filter(isFilled);
  if (!calendar || beyond.length === 0) return columns;
  if (columns.length > outOfPeriod.length) {
    outside.push({ sheet, columns: beyond });
    return columns.filter((column) => !beyond.includes(column) || (!column.week && column.from < calendar.start));
  }
  const [first] = beyond;
  const period = `${isoDate(calendar.start)} to ${isoDate(lastDay(calendar))}`;
  slips.push(
    said(
      sheet.place(0, first?.at ?? 0),
      [],
      `No date of sheet ${sheet.name} lies in the period: change its headings, or the period.`,
      { found: sheet.headings[first?.at ?? 0] ?? null, allowed: `dates from ${period}` },
    ),
  );
  return columns
    .filter(({ week }) => !week)
    .slice(0, 1)
    .map((column) => ({ ...column, from: calendar.start })); // so that its values are not missed as well
}

function readMonths(
  sheet: SheetCells,
  row: number,
  path: string[],
  columns: DatedColumn[],
  all: DatedColumn[],
  { tree, calendar, changes, slips, open }: Dated,
): void {
  const start = calendar?.start ?? columns[0]?.from ?? 0;
  const base = columns.filter(({ from }) => from <= start).at(-1);
  const later = columns.filter(({ from }) => from > start);
  if (!base && later[0]) open.push({ path, place: sheet.place(row, (all.find(({ from }) => from <= start) ?? later[0]).at) });
  const last = calendar ? lastDay(calendar) : (columns.at(-1)?.to ?? start);
  const given = [...(base ? [{ ...base, from: start }] : []), ...later];
  const spells = given.flatMap((column, i) =>
    byMonths(sheet, row, { column, from: column.from, to: (given[i + 1]?.from ?? Math.max(last, column.from) + 1) - 1 }),
  );
  let before: string | null = null;
  for (const [i, spell] of spells.entries()) {
    const { node, amount } = valueOn(sheet, row, spell);
    if (base && i === 0) plant(tree, path, node, sheet.place(row, 0), slips);
    else if (amount !== before) addChange(sheet, row, path, spell, changes.months, slips);
    before = amount;
  }
}

/** A number a month is another number a day in each month, though nobody writes it again. */
function byMonths(sheet: SheetCells, row: number, spell: Spell): Spell[] {
  if (!isMonthly(amountAt(sheet, row, spell.column.at))) return [spell];
  const next = monthsAfter(firstOfMonth(spell.from), 1);
  return next > spell.to ? [spell] : [{ ...spell, to: next - 1 }, ...byMonths(sheet, row, { ...spell, from: next })];
}

const firstOfMonth = (day: DayNumber): DayNumber => day - Number(isoDate(day).slice(8)) + 1;

/** As much of a week as lies in the period. */
function weekOf(column: DatedColumn, calendar: Calendar | null): Spell {
  const within = calendar && column.to >= calendar.start && column.from <= lastDay(calendar);
  return within
    ? { column, from: Math.max(column.from, calendar.start), to: Math.min(column.to, lastDay(calendar)) }
    : { column, from: column.from, to: column.to };
}

/** What is refused would be read in another sense: an addition as a change of what was there. */
function isValue(sheet: SheetCells, row: number, at: number, path: string[], slips: Slip[]): boolean {
  const text = sheet.text(row, at);
  const wrong = wrongAmount(text, sheet.text(row, sheet.column('unit')));
  if (wrong) slips.push(said(sheet.place(row, at), path, wrong.problem, { found: text, allowed: wrong.allowed }));
  return wrong === null;
}

/** One change a first day, of all the rows that change then. */
function addChange(sheet: SheetCells, row: number, path: string[], spell: Spell, changes: Branch, slips: Slip[]): void {
  const heading = sheet.place(0, spell.column.at);
  const name = `${sheet.name} ${isoDate(spell.from)}`.replace(/[^\p{L}\p{N} _'&()-]/gu, '').slice(0, 60);
  const label = spell.column.week ? `Week of ${dateInWords(spell.column.from)}` : sheet.name;
  if (!changes.entries.has(name)) changes.entries.set(name, { keyAt: heading, node: newChange(spell, label, heading) });
  const change = changes.entries.get(name)?.node;
  if (change?.type === 'map') plant(change, [path.join('.')], valueOn(sheet, row, spell).node, sheet.place(row, 0), slips);
}

/** `label`: what the change is called in reports, where its key would be read as one. */
function newChange({ from, to, column }: Spell, label: string, at: Place): Branch {
  const change = emptyBranch(at);
  change.entries.set('label', { keyAt: at, node: cellNode(label, at) });
  change.entries.set('from', { keyAt: at, node: cellNode(isoDate(from), at) });
  if (column.week) change.entries.set('to', { keyAt: at, node: cellNode(isoDate(to), at) });
  return change;
}

/** The value of a column on the days of a spell, with its notes; `amount` is the same where the value is. */
function valueOn(sheet: SheetCells, row: number, { column, from }: Spell) {
  const { meant, written } = worthOn(amountAt(sheet, row, column.at), from);
  return { node: noted(sheet, row, cellNode(meant, sheet.place(row, column.at), written)), amount: String(meant) };
}
