import { type DayNumber, isoDate, monthsAfter, readDate } from '../../data/dates.ts';
import type { Plain } from '../../data/workbook.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, emptyBranch, type Place } from '../source/tree.ts';
import { isNote, isRemark, keysOf, noted, plant, said } from './plant.ts';
import { cellNode, type SheetCells } from './sheet-cells.ts';

/** A column of values that hold from a day on (a month) or for seven days (a week). */
interface DatedColumn {
  at: number;
  from: DayNumber;
  week: boolean;
}

/** The changes that columns of dates stand for; weeks act on top of months and of every other change. */
export interface DatedChanges {
  months: Branch;
  weeks: Branch;
}

const ALLOWED = 'a month (`2025-10`), a day from which the value holds (`2025-10-01`), or `week of 2025-12-22`, for those seven days';

/**
 * A sheet with the headings BLOCK, `what`, `unit` and dates: the row names a value, the column says from when it holds. The value
 * in force when the period starts is the scenario's own; a later one that differs is a dated change.
 */
export function readDatedSheet(sheet: SheetCells, tree: Branch, calendar: Calendar | null, changes: DatedChanges, slips: Slip[]): void {
  const block = sheet.headings[0]?.toLowerCase() ?? '';
  const columns = columnsOf(sheet, slips);
  for (const row of sheet.filledRows()) {
    const path = [block, sheet.text(row, 0), ...keysOf(sheet.text(row, sheet.column('what')))];
    const filled = columns.filter(({ at }) => sheet.cell(row, at) !== null && isValue(sheet, row, at, path, slips));
    const months = filled.filter(({ week }) => !week).sort((a, b) => a.from - b.from);
    const base = months.filter(({ from }) => from <= startOf(tree, calendar, months)).at(-1);
    if (base) plant(tree, path, valueNode(sheet, row, base), sheet.place(row, 0), slips);
    let before: Plain = base ? sheet.cell(row, base.at) : null;
    for (const column of months) {
      if (column !== base && sheet.cell(row, column.at) !== before) addChange(sheet, row, column, path, calendar, changes.months, slips);
      before = sheet.cell(row, column.at);
    }
    for (const column of filled.filter(({ week }) => week)) addChange(sheet, row, column, path, calendar, changes.weeks, slips);
  }
}

/** Where the period is not understood, which is told by itself, its first month is taken for the start; an inherited period has a value below. */
function startOf(tree: Branch, calendar: Calendar | null, months: DatedColumn[]): DayNumber {
  return calendar?.start ?? (tree.entries.has('extends') ? Number.NEGATIVE_INFINITY : (months[0]?.from ?? 0));
}

function columnsOf(sheet: SheetCells, slips: Slip[]): DatedColumn[] {
  return sheet.headings.flatMap((heading, at): DatedColumn[] => {
    if (at === 0 || heading === '' || isNote(heading) || isRemark(heading) || /^(what|unit)$/i.test(heading)) return [];
    const week = /^week of /i.test(heading);
    const day = readDate(/^\d{4}-\d{2}$/.test(heading) ? `${heading}-01` : heading.replace(/^week of /i, ''));
    if (day !== null) return [{ at, from: day, week }];
    slips.push(said(sheet.place(0, at), [], 'This heading is not a date.', { found: heading, allowed: ALLOWED }));
    return [];
  });
}

/** An addition or a number below zero would be read as a change of what was there. */
function isValue(sheet: SheetCells, row: number, at: number, path: string[], slips: Slip[]): boolean {
  const text = sheet.text(row, at);
  if (!/^[-+]/.test(text)) return true;
  const problem = 'Under a date stands the value from then on, not an addition, and none is below zero.';
  slips.push(said(sheet.place(row, at), path, problem, { found: text, allowed: 'the whole value, such as `2900`' }));
  return false;
}

/** One change a column, of all the rows that change there. */
function addChange(sheet: SheetCells, row: number, column: DatedColumn, path: string[], calendar: Calendar | null, changes: Branch, slips: Slip[]): void {
  const heading = sheet.place(0, column.at);
  const name = `${sheet.name} ${column.week ? 'week of ' : ''}${isoDate(column.from)}`.replace(/[^\p{L}\p{N} _'&()-]/gu, '').slice(0, 60);
  if (!changes.entries.has(name)) changes.entries.set(name, { keyAt: heading, node: newChange(column, calendar, heading) });
  const change = changes.entries.get(name)?.node;
  if (change?.type === 'map') plant(change, [path.join('.')], valueNode(sheet, row, column), sheet.place(row, 0), slips);
}

function newChange({ from, week }: DatedColumn, calendar: Calendar | null, at: Place): Branch {
  const change = emptyBranch(at);
  change.entries.set('from', { keyAt: at, node: cellNode(isoDate(from), at) });
  const last = Math.min(from + 6, calendar && from <= lastDay(calendar) ? lastDay(calendar) : Number.POSITIVE_INFINITY);
  if (week) change.entries.set('to', { keyAt: at, node: cellNode(isoDate(last), at) });
  return change;
}

/** A number in the unit of its row; a text that has one already, or `unlimited`, as it is. */
function valueNode(sheet: SheetCells, row: number, { at, from }: DatedColumn) {
  const unit = sheet.text(row, sheet.column('unit'));
  const value = unit === '%' ? sheet.cell(row, at) : numberIn(sheet.cell(row, at));
  const place = sheet.place(row, at);
  if (typeof value !== 'number') return noted(sheet, row, cellNode(value, place));
  const [meant, written] = inUnit(value, unit, from);
  return noted(sheet, row, cellNode(meant, place, written));
}

/** Cells are often formatted as text: a number all the same. As a share it could be meant of 1 or of 100, and stays text. */
function numberIn(value: Plain): Plain {
  return typeof value === 'string' && /^\d+(,\d{3})*(\.\d+)?$/.test(value.trim()) ? Number(value.replaceAll(',', '')) : value;
}

function inUnit(value: number, unit: string, from: DayNumber): [meant: Plain, written: string] {
  const plain = String(value);
  if (unit === '') return [value, plain];
  if (unit === '%') return [`${Number((value * 100).toPrecision(12))}%`, `${Number((value * 100).toPrecision(12))}%`];
  if (/(^|\s|\/)month$/.test(unit)) return [`${value / daysOfMonth(from)}/day`, `${plain} ${unit}`];
  return [`${plain} ${unit}`, `${plain} ${unit}`];
}

/** Of the month in which a day lies. */
function daysOfMonth(day: DayNumber): number {
  const first = readDate(`${isoDate(day).slice(0, 7)}-01`) ?? day;
  return monthsAfter(first, 1) - first;
}
