import { NoWorkbook } from '../../data/no-workbook.ts';
import { readWorkbook } from '../../data/read-workbook.ts';
import { calendarOf } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { merge } from '../source/merge.ts';
import { annotate } from '../source/provenance.ts';
import { Unreadable } from '../../data/files.ts';
import { type Branch, emptyBranch, find, namesAt, type Place } from '../source/tree.ts';
import { knownKeys } from '../vocabulary/known-keys.ts';
import { scenarioSchema } from '../vocabulary/scenario.ts';
import { type Dated, type DatedChanges, openAtStart, readDatedSheet } from './dated-sheet.ts';
import { knownRows, namedRows } from './named-rows.ts';
import { outsideNote } from './outside-note.ts';
import { isNote, isRemark, keysOf, noted, plant, said } from './plant.ts';
import { cellNode, SheetCells } from './sheet-cells.ts';
import { farCells, sheetFaults } from './sheet-faults.ts';
import { typedFor } from './typed-dates.ts';

/** A sheet to read by, not to be read. */
const FOR_PEOPLE = /^(instructions|notes)\b|^lists$/i;

/** What reading a workbook tells besides its tree. */
interface Telling {
  slips: Slip[];
  /** What was passed over, though the workbook can be used. */
  notes: Slip[];
}

/** A workbook as far as it says by itself what it is, such as which file it builds on, and the whole of it over that. */
export interface OpenedWorkbook {
  first: Branch;
  over: (below: Branch | null) => Branch;
}

/**
 * A workbook as the tree of a scenario file: the places are cells. A sheet whose first heading is `key` has a path and a value a row;
 * one whose first heading is a block (`services`) has a name a row, and under each other heading a key of it, or dates.
 */
export function openWorkbook(bytes: Uint8Array, file: string, telling: Telling): OpenedWorkbook {
  const all = sheetsOf(bytes, file);
  const { slips } = telling;
  slips.push(...all.flatMap(farCells));
  const sheets = all.filter(({ name, cells }) => !FOR_PEOPLE.test(name) && cells.length > 0);
  const start: Place = sheets[0]?.place(0, 0) ?? { file, line: 1, column: 1 };
  const first = emptyBranch(start);
  if (sheets.length === 0)
    slips.push(said(start, [], 'The workbook has no sheet of a plan: `d2a template` writes one to fill in.', { fatal: true }));
  const keyed = sheets.filter(({ headings }) => headings[0]?.toLowerCase() === 'key');
  const blocks = sheets.filter((sheet) => !keyed.includes(sheet) && isBlock(sheet, slips));
  for (const sheet of [...keyed, ...blocks]) slips.push(...sheetFaults(sheet));
  for (const sheet of keyed) readKeys(sheet, first, slips);
  if (!first.entries.has('d2a')) first.entries.set('d2a', { keyAt: start, node: cellNode(1, start) });
  return { first, over: (below) => (sheets.length === 0 ? first : readBlocks(first, blocks, below, telling)) };
}

/** The sheets of blocks, added to what the keys say. */
function readBlocks(tree: Branch, blocks: SheetCells[], below: Branch | null, { slips, notes }: Telling): Branch {
  const dated = blocks.filter((sheet) => sheet.column('what') > 0);
  const entries = blocks.filter((sheet) => !dated.includes(sheet));
  const keys = annotate(tree, []);
  const whole = below ? merge(below, keys, { slips: [], removed: [] }) : keys;
  const changes: DatedChanges = { months: emptyBranch(tree.at), weeks: emptyBranch(tree.at) };
  const reading: Dated = { tree, changes, calendar: calendarOf(whole), slips, said: new Map(), outside: [], open: [] };
  const rows = new Map(blocks.map((sheet) => [sheet, namedRows(sheet, slips)]));
  // Before the other sheets: a mistake of a whole block, such as shares that do not sum to 100%, is shown where the figures are.
  for (const sheet of dated) {
    const block = sheet.headings[0]?.toLowerCase() ?? '';
    const homes = entries.filter(({ headings }) => headings[0]?.toLowerCase() === block);
    const known = new Set([
      ...namesAt(whole, [block]),
      ...homes.flatMap((home) => (rows.get(home) ?? []).map((row) => home.text(row, 0))),
    ]);
    const home = homes[0] ? `sheet ${homes[0].name}` : below ? 'the plan this workbook builds on' : 'the keys of this workbook';
    const named = known.size > 0 ? [...known, ...knownKeys(whole, [block])] : [];
    readDatedSheet(sheet, knownRows(sheet, rows.get(sheet) ?? [], named, home, slips), reading);
  }
  for (const sheet of entries) readEntries(sheet, rows.get(sheet) ?? [], tree, slips);
  openAtStart(reading, (path) => [tree, ...(below ? [below] : [])].some((plan) => find(plan, path) !== undefined));
  notes.push(...outsideNote(reading));
  return withChanges(tree, changes);
}

function sheetsOf(bytes: Uint8Array, file: string): SheetCells[] {
  try {
    return readWorkbook(bytes, file).map((sheet, i) => new SheetCells(sheet, file, i));
  } catch (error) {
    if (error instanceof NoWorkbook) throw new Unreadable(error.message);
    throw error;
  }
}

const BLOCKS = Object.keys(scenarioSchema.shape);

function isBlock(sheet: SheetCells, slips: Slip[]): boolean {
  const block = sheet.headings[0] ?? '';
  if (BLOCKS.includes(block.toLowerCase())) return true;
  const problem = `Sheet ${sheet.name} does not say what it holds: its first heading must.`;
  slips.push(
    said(sheet.place(0, 0), [], problem, {
      found: block || null,
      allowed: `\`key\`, \`hospitals\`, \`pathways\`, \`services\` …; a sheet called Notes is not read`,
      nearest: nearest(block, ['key', ...BLOCKS]),
    }),
  );
  return false;
}

function readKeys(sheet: SheetCells, tree: Branch, slips: Slip[]): void {
  const at = sheet.column('value');
  if (at < 0) slips.push(said(sheet.place(0, 0), [], `Sheet ${sheet.name} has no heading \`value\`.`));
  for (const [column, heading] of sheet.headings.entries()) {
    if (
      column === 0 ||
      column === at ||
      heading === '' ||
      isNote(heading) ||
      isRemark(heading) ||
      !sheet.filledRows().some((row) => sheet.cell(row, column) !== null)
    )
      continue;
    slips.push(
      said(sheet.place(0, column), [], 'What stands under this heading would not be read.', {
        found: heading,
        allowed: '`key`, `value`, `source`, `assumption`; `remark` for words that are not read',
      }),
    );
  }
  for (const row of sheet.filledRows()) {
    const key = sheet.text(row, 0);
    const unread = sheet.at(row, at)?.as === 'error' || sheet.at(row, at)?.as === 'no result';
    if (at >= 0 && !unread && (key !== '' || sheet.cell(row, at) !== null)) put(sheet, row, at, keysOf(key), tree, slips);
  }
}

function readEntries(sheet: SheetCells, rows: number[], tree: Branch, slips: Slip[]): void {
  const block = sheet.headings[0]?.toLowerCase() ?? '';
  for (const row of rows) {
    for (const [at, heading] of sheet.headings.entries()) {
      const value = at > 0 && heading !== '' && !isNote(heading) && !isRemark(heading);
      if (value && sheet.cell(row, at) !== null)
        put(sheet, row, at, [block, sheet.text(row, 0), ...keysOf(heading)], tree, slips);
    }
  }
}

/** The place of a key is its value's cell: there the author looks. A blank value is a mistake only where a key is written for it. */
function put(sheet: SheetCells, row: number, at: number, path: string[], tree: Branch, slips: Slip[]): void {
  const place = sheet.place(row, at);
  plant(tree, path, noted(sheet, row, cellNode(typedFor(path, sheet, row, at), place)), place, slips);
}

/** Months first, then the changes written as such, then weeks: a later one acts on the earlier ones. */
function withChanges(tree: Branch, { months, weeks }: DatedChanges): Branch {
  const written = tree.entries.get('changes');
  const own = written?.node.type === 'map' ? written.node.entries : new Map();
  const entries = new Map([...months.entries, ...own, ...weeks.entries]);
  if (entries.size > 0)
    tree.entries.set('changes', {
      keyAt: written?.keyAt ?? tree.at,
      node: { type: 'map', entries, at: written?.node.at ?? tree.at },
    });
  return tree;
}
