import { type Files, Unreadable } from '../../data/files.ts';
import type { Slip } from '../mistakes.ts';
import { merge, type Removal } from './merge.ts';
import { parseYaml } from './parse-yaml.ts';
import { annotate } from './provenance.ts';
import { openWorkbook, type OpenedWorkbook } from '../workbook/read-workbook.ts';
import { type Branch, emptyBranch, type Place, placeOf, textsAt } from './tree.ts';

/** A file read, by its whole name. */
export interface Input {
  file: string;
  sha256: string;
  bytes: number;
}

const LONGEST_CHAIN = 10;

/** A file to be read, and where that was said. */
interface Said {
  file: string;
  said: Place;
}

/** What reading scenario files tells besides their tree, and the door through which they are read. */
export interface Gathered {
  files: Files;
  inputs: Input[];
  slips: Slip[];
  removed: Removal[];
  /** What was passed over, though the files can be used. */
  notes: Slip[];
}

export const nothingYet = (files: Files): Gathered => ({ files, inputs: [], slips: [], removed: [], notes: [] });

interface Reading extends Gathered {
  /** The plan that the files are to be laid over. */
  below: Branch | null;
  /** Each file once, whoever builds on it: the furthest parent first. */
  trees: Branch[];
  read: Set<string>;
}

/** The file merged over its parents, the furthest parent at the bottom; of several parents each over the one named before it. */
export async function readWithParents(file: string, gathered: Gathered, below: Branch | null = null): Promise<Branch> {
  const trees: Branch[] = [];
  const said: Place = { file: gathered.files.find(file), line: 1, column: 1 };
  await readAfterParents({ file: said.file, said }, [], { ...gathered, below, trees, read: new Set() });
  return trees.reduce((parent, child) => merge(parent, child, gathered));
}

async function readAfterParents(next: Said, children: string[], reading: Reading): Promise<void> {
  if (!mayFollow(next, children, reading.slips) || reading.read.has(next.file)) return;
  reading.read.add(next.file);
  const opened = await readOne(next, reading);
  const first = annotate(opened.first, []);
  for (const parent of parentsOf(first, next.file, reading)) await readAfterParents(parent, [...children, next.file], reading);
  reading.trees.push(annotate(opened.over(wholeSoFar(reading)), reading.slips));
}

/** What a file comes to lie over; its mistakes are told once, when all are merged. */
function wholeSoFar({ below, trees }: Reading): Branch | null {
  const silent = { slips: [], removed: [] };
  return [...(below ? [below] : []), ...trees].reduce<Branch | null>(
    (under, over) => (under ? merge(under, over, silent) : over),
    null,
  );
}

function mayFollow(next: Said, children: string[], slips: Slip[]): boolean {
  if (children.includes(next.file)) {
    const circle = [...children.slice(children.indexOf(next.file)), next.file]
      .map((name) => name.split(/[\\/]/).pop())
      .join(' → ');
    slips.push({
      place: next.said,
      path: ['extends'],
      problem: `The files extend one another in a circle: ${circle}. One of them must stand on its own.`,
      fatal: true,
    });
    return false;
  }
  if (children.length >= LONGEST_CHAIN) {
    slips.push({
      place: next.said,
      path: ['extends'],
      problem: `More than ${LONGEST_CHAIN} files extend one another: keep the chain shorter.`,
      fatal: true,
    });
    return false;
  }
  return true;
}

async function readOne(next: Said, reading: Reading): Promise<OpenedWorkbook> {
  try {
    return await openOne(next.file, reading);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const name = next.file.split(/[\\/]/).pop();
    const path = next.said.file === next.file ? [] : ['extends'];
    reading.slips.push({ place: next.said, path, problem: `The scenario file \`${name}\` ${error.message}.`, fatal: true });
    return asItIs(emptyBranch(next.said));
  }
}

/** Workbooks, and what people take for one: what they are is told by what is in them. */
const WORKBOOK = /\.(xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|numbers)$/i;

const LARGEST_SCENARIO = 2_000_000;
/** Pictures and formatted empty rows included, of which nothing is read. */
const LARGEST_WORKBOOK = 10_000_000;

async function openOne(file: string, { files, inputs, slips, notes }: Reading): Promise<OpenedWorkbook> {
  const workbook = WORKBOOK.test(file);
  const { bytes, sha256 } = files.read(file, workbook ? LARGEST_WORKBOOK : LARGEST_SCENARIO);
  const text = workbook ? null : decoded(bytes);
  inputs.push({ file, sha256, bytes: bytes.length });
  return text === null ? openWorkbook(bytes, file, { slips, notes }) : asItIs(parseYaml(text, file, slips));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('is not text in UTF-8 (save it as plain text, UTF-8)');
  }
}

const asItIs = (tree: Branch): OpenedWorkbook => ({ first: tree, over: () => tree });

function parentsOf(tree: Branch, file: string, { files, slips }: Reading): Said[] {
  const entry = tree.entries.get('extends');
  if (!entry) return [];
  const parents = textsAt(tree, ['extends']);
  const { node } = entry;
  if (
    parents.length === (node.type === 'list' ? node.items.length : 1) &&
    parents.length > 0 &&
    parents.every(({ text }) => text !== '' && !text.includes('\0'))
  ) {
    return parents.map(({ text, path }) => ({ file: files.find(text, file), said: placeOf(tree, path) }));
  }
  slips.push({
    place: node.at,
    path: ['extends'],
    problem: '`extends` names another scenario file, such as `base.yaml`, or several: `[plan.yaml, variant.yaml]`.',
  });
  return [];
}
