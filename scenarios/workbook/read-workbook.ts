import { NoWorkbook, type Plain, readWorkbook } from '../../data/workbook.ts';
import { calendarOf } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { annotate } from '../source/provenance.ts';
import { Unreadable } from '../source/read-text.ts';
import { type Branch, emptyBranch, type Place } from '../source/tree.ts';
import { scenarioSchema } from '../vocabulary/scenario.ts';
import { type DatedChanges, readDatedSheet } from './dated-sheet.ts';
import { isNote, isRemark, keysOf, noted, plant, said } from './plant.ts';
import { cellNode, SheetCells } from './sheet-cells.ts';

/** A sheet to read by, not to be read. */
const FOR_PEOPLE = /^(instructions|notes)\b/i;

/**
 * A workbook as the tree of a scenario file: the places are cells. A sheet whose first heading is `key` has a path and a value a row;
 * one whose first heading is a block (`services`) has a name a row, and under each other heading a key of it, or dates.
 */
export async function workbookTree(bytes: Uint8Array, file: string, slips: Slip[]): Promise<Branch> {
  const sheets = (await sheetsOf(bytes, file)).filter(({ name, headings }) => !FOR_PEOPLE.test(name) && headings.length > 0);
  const start: Place = sheets[0]?.place(0, 0) ?? { file, line: 1, column: 1 };
  const tree = emptyBranch(start);
  if (sheets.length === 0) {
    slips.push(said(start, [], 'The workbook has no sheet of a plan: `d2a template` writes one to fill in.', { fatal: true }));
    return tree;
  }
  const keyed = sheets.filter(({ headings }) => headings[0]?.toLowerCase() === 'key');
  const blocks = sheets.filter((sheet) => !keyed.includes(sheet) && isBlock(sheet, slips));
  const dated = blocks.filter((sheet) => sheet.column('what') > 0);
  for (const sheet of keyed) readKeys(sheet, tree, slips);
  const calendar = calendarOf(annotate(tree, []));
  const changes: DatedChanges = { months: emptyBranch(start), weeks: emptyBranch(start) };
  // Before the other sheets: a mistake of a whole block, such as shares that do not sum to 100%, is shown where the figures are.
  for (const sheet of dated) readDatedSheet(sheet, tree, calendar, changes, slips);
  for (const sheet of blocks.filter((one) => !dated.includes(one))) readEntries(sheet, tree, slips);
  if (!tree.entries.has('d2a')) tree.entries.set('d2a', { keyAt: start, node: cellNode(1, start) });
  return withChanges(tree, changes);
}

async function sheetsOf(bytes: Uint8Array, file: string): Promise<SheetCells[]> {
  try {
    return (await readWorkbook(bytes)).map((sheet, i) => new SheetCells(sheet, file, i));
  } catch (error) {
    if (error instanceof NoWorkbook) throw new Unreadable('cannot be read as an Excel workbook (save it as .xlsx)');
    throw error;
  }
}

const BLOCKS = Object.keys(scenarioSchema.shape);

function isBlock(sheet: SheetCells, slips: Slip[]): boolean {
  const block = sheet.headings[0] ?? '';
  if (BLOCKS.includes(block.toLowerCase())) return true;
  const problem = `Sheet ${sheet.name} does not say what it holds: its first heading must.`;
  slips.push(said(sheet.place(0, 0), [], problem, { found: block || null, allowed: `\`key\`, \`hospitals\`, \`pathways\`, \`services\` …; a sheet called Notes is not read`, nearest: nearest(block, ['key', ...BLOCKS]) }));
  return false;
}

function readKeys(sheet: SheetCells, tree: Branch, slips: Slip[]): void {
  const at = sheet.column('value');
  if (at < 0) slips.push(said(sheet.place(0, 0), [], `Sheet ${sheet.name} has no heading \`value\`.`));
  for (const row of sheet.filledRows()) {
    const key = sheet.text(row, 0);
    if (at >= 0 && (key !== '' || sheet.cell(row, at) !== null)) put(sheet, row, at, keysOf(key), tree, slips);
  }
}

function readEntries(sheet: SheetCells, tree: Branch, slips: Slip[]): void {
  const block = sheet.headings[0]?.toLowerCase() ?? '';
  for (const row of sheet.filledRows()) {
    for (const [at, heading] of sheet.headings.entries()) {
      const value = at > 0 && heading !== '' && !isNote(heading) && !isRemark(heading);
      if (value && sheet.cell(row, at) !== null) put(sheet, row, at, [block, sheet.text(row, 0), ...keysOf(heading)], tree, slips);
    }
  }
}

/** The place of a key is its value's cell: there the author looks. A blank value is a mistake only where a key is written for it. */
function put(sheet: SheetCells, row: number, at: number, path: string[], tree: Branch, slips: Slip[]): void {
  const value: Plain = sheet.cell(row, at);
  const place = sheet.place(row, at);
  plant(tree, path, noted(sheet, row, cellNode(value, place)), place, slips);
}

/** Months first, then the changes written as such, then weeks: a later one acts on the earlier ones. */
function withChanges(tree: Branch, { months, weeks }: DatedChanges): Branch {
  const written = tree.entries.get('changes');
  const own = written?.node.type === 'map' ? written.node.entries : new Map();
  const entries = new Map([...months.entries, ...own, ...weeks.entries]);
  if (entries.size > 0) tree.entries.set('changes', { keyAt: written?.keyAt ?? tree.at, node: { type: 'map', entries, at: written?.node.at ?? tree.at } });
  return tree;
}
