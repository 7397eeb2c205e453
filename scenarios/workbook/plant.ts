import { cellName } from '../../data/cell-name.ts';
import type { Slip } from '../mistakes.ts';
import { NOTE_KEYS } from '../source/provenance.ts';
import { type Branch, emptyBranch, type Entry, type List, type Path, type Place, type Value } from '../source/tree.ts';
import { cellNode, type SheetCells } from './sheet-cells.ts';

/** Puts a value where its path says; a path said twice is a mistake. */
export function plant(
  tree: Branch,
  path: string[],
  node: Value | List | Branch,
  keyAt: Place,
  slips: Slip[],
  whole = path,
): void {
  const [key = '', ...rest] = path;
  const there = tree.entries.get(key);
  const problem = problemOf(key, rest.length === 0, there);
  if (problem !== null) slips.push({ place: keyAt, path: whole, problem });
  else if (rest.length === 0) tree.entries.set(key, { keyAt, node });
  else {
    const branch = there?.node.type === 'map' ? there.node : emptyBranch(keyAt);
    if (!there) tree.entries.set(key, { keyAt, node: branch });
    plant(branch, rest, node, keyAt, slips, whole);
  }
}

function problemOf(key: string, last: boolean, there: Entry | undefined): string | null {
  if (key === '') return 'A part of this name is missing.';
  if (key in Object.prototype) return `\`${key}\` cannot be used as a key or a name here: choose another word.`;
  if (there === undefined) return null;
  if (last) return `This is said already, in ${where(there.keyAt)}: keep one of the two.`;
  const below = there.node.type === 'map' && !there.node.entries.has('value');
  return below ? null : `\`${key}\` is one value, said in ${where(there.keyAt)}: it has nothing below it.`;
}

export const where = ({ sheet, line, column }: Place): string =>
  sheet ? `sheet ${sheet.name}, cell ${cellName(line, column)}` : `line ${line}`;

/** The keys of a path. A dated change and what a trigger opens name a value by a path of its own, which is one key. */
export function keysOf(path: string): string[] {
  const keys = path.split('.').map((key) => key.trim());
  const whole = keys[0] === 'changes' ? 2 : keys[0] === 'triggers' && keys[2] === 'opens' ? 3 : keys.length;
  return keys.length > whole ? [...keys.slice(0, whole), keys.slice(whole).join('.')] : keys;
}

/** The value with what its row says of where it is from, as a scenario file writes it: `{value: …, source: …}`. */
export function noted(sheet: SheetCells, row: number, node: Value | List): Value | List | Branch {
  const notes = NOTE_KEYS.flatMap((key): [string, number][] =>
    sheet.text(row, sheet.column(key)) === '' ? [] : [[key, sheet.column(key)]],
  );
  if (notes.length === 0) return node;
  const branch = emptyBranch(node.at);
  branch.entries.set('value', { keyAt: node.at, node });
  for (const [key, column] of notes) {
    const at = sheet.place(row, column);
    branch.entries.set(key, { keyAt: at, node: cellNode(sheet.cell(row, column), at) });
  }
  return branch;
}

export const isNote = (heading: string): boolean => NOTE_KEYS.some((key) => key === heading.toLowerCase());

/** A heading under which people explain things to one another; it is not read. */
export const isRemark = (heading: string): boolean => /^(meaning|remarks?)$/i.test(heading);

export const said = (place: Place, path: Path, problem: string, more: Partial<Slip> = {}): Slip => ({
  place,
  path,
  problem,
  ...more,
});
