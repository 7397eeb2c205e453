import { dirname, resolve } from 'node:path';
import type { Slip } from '../mistakes.ts';
import { merge, type Removal } from './merge.ts';
import { parseYaml } from './parse-yaml.ts';
import { annotate } from './provenance.ts';
import { workbookTree } from '../workbook/read-workbook.ts';
import { LARGEST_SCENARIO, proofOf, readBytes, readText, Unreadable } from './read-text.ts';
import { type Branch, emptyBranch, type Place, placeOf, textsAt } from './tree.ts';

/** A file read, by its absolute path. */
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

interface Reading {
  inputs: Input[];
  slips: Slip[];
  /** Each file once, whoever builds on it: the furthest parent first. */
  trees: Branch[];
  read: Set<string>;
}

/** The file merged over its parents, the furthest parent at the bottom; of several parents each over the one named before it. */
export async function readWithParents(file: string, inputs: Input[], slips: Slip[], removed: Removal[]): Promise<Branch> {
  const trees: Branch[] = [];
  const said: Place = { file: resolve(file), line: 1, column: 1 };
  await readAfterParents({ file: said.file, said }, [], { inputs, slips, trees, read: new Set() });
  return trees.reduce((parent, child) => merge(parent, child, { slips, removed }));
}

async function readAfterParents(next: Said, children: string[], reading: Reading): Promise<void> {
  if (!mayFollow(next, children, reading.slips) || reading.read.has(next.file)) return;
  reading.read.add(next.file);
  const tree = await readOne(next, reading.inputs, reading.slips);
  for (const parent of parentsOf(tree, next.file, reading.slips)) await readAfterParents(parent, [...children, next.file], reading);
  reading.trees.push(tree);
}

function mayFollow(next: Said, children: string[], slips: Slip[]): boolean {
  if (children.includes(next.file)) {
    const circle = [...children.slice(children.indexOf(next.file)), next.file].map((name) => name.split(/[\\/]/).pop()).join(' → ');
    slips.push({ place: next.said, path: ['extends'], problem: `The files extend one another in a circle: ${circle}. One of them must stand on its own.`, fatal: true });
    return false;
  }
  if (children.length >= LONGEST_CHAIN) {
    slips.push({ place: next.said, path: ['extends'], problem: `More than ${LONGEST_CHAIN} files extend one another: keep the chain shorter.`, fatal: true });
    return false;
  }
  return true;
}

async function readOne(next: Said, inputs: Input[], slips: Slip[]): Promise<Branch> {
  try {
    return annotate(await treeOf(next.file, inputs, slips), slips);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const name = next.file.split(/[\\/]/).pop();
    const path = next.said.file === next.file ? [] : ['extends'];
    slips.push({ place: next.said, path, problem: `The scenario file \`${name}\` ${error.message}.`, fatal: true });
    return emptyBranch(next.said);
  }
}

/** A file ending in `.xlsx` is a workbook, any other one YAML. */
async function treeOf(file: string, inputs: Input[], slips: Slip[]): Promise<Branch> {
  if (/\.xlsx$/i.test(file)) {
    const bytes = await readBytes(file, LARGEST_SCENARIO);
    inputs.push({ file, ...proofOf(bytes) });
    return workbookTree(bytes, file, slips);
  }
  const { text, ...proof } = await readText(file, LARGEST_SCENARIO);
  inputs.push({ file, ...proof });
  return parseYaml(text, file, slips);
}

function parentsOf(tree: Branch, file: string, slips: Slip[]): Said[] {
  const entry = tree.entries.get('extends');
  if (!entry) return [];
  const parents = textsAt(tree, ['extends']);
  const { node } = entry;
  if (parents.length === (node.type === 'list' ? node.items.length : 1) && parents.length > 0 && parents.every(({ text }) => text !== '' && !text.includes('\0'))) {
    return parents.map(({ text, path }) => ({ file: resolve(dirname(file), text), said: placeOf(tree, path) }));
  }
  slips.push({ place: node.at, path: ['extends'], problem: '`extends` names another scenario file, such as `base.yaml`, or several: `[plan.yaml, variant.yaml]`.' });
  return [];
}
