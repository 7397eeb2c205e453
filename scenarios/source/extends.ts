import { dirname, resolve } from 'node:path';
import type { Slip } from '../mistakes.ts';
import { merge, type Removal } from './merge.ts';
import { parseYaml } from './parse-yaml.ts';
import { annotate } from './provenance.ts';
import { workbookTree } from '../workbook/read-workbook.ts';
import { LARGEST_SCENARIO, proofOf, readBytes, readText, Unreadable } from './read-text.ts';
import { type Branch, emptyBranch, type Place, textAt } from './tree.ts';

/** A file read, by its absolute path. */
export interface Input {
  file: string;
  sha256: string;
  bytes: number;
}

const LONGEST_CHAIN = 10;

/** The file merged over its parents, the furthest parent at the bottom. */
export async function readWithParents(file: string, inputs: Input[], slips: Slip[], removed: Removal[]): Promise<Branch> {
  const chain: Branch[] = [];
  const files: string[] = [];
  let next: { file: string; said: Place } | null = { file: resolve(file), said: { file: resolve(file), line: 1, column: 1 } };
  while (next) {
    if (!mayFollow(next, files, slips)) break;
    files.push(next.file);
    const tree = await readOne(next, inputs, slips);
    chain.push(tree);
    next = parentOf(tree, next.file, slips);
  }
  return chain.reduceRight((parent, child) => merge(parent, child, { slips, removed }));
}

function mayFollow(next: { file: string; said: Place }, files: string[], slips: Slip[]): boolean {
  if (files.includes(next.file)) {
    const circle = [...files.slice(files.indexOf(next.file)), next.file].map((name) => name.split(/[\\/]/).pop()).join(' → ');
    slips.push({ place: next.said, path: ['extends'], problem: `The files extend one another in a circle: ${circle}. One of them must stand on its own.`, fatal: true });
    return false;
  }
  if (files.length >= LONGEST_CHAIN) {
    slips.push({ place: next.said, path: ['extends'], problem: `More than ${LONGEST_CHAIN} files extend one another: keep the chain shorter.`, fatal: true });
    return false;
  }
  return true;
}

async function readOne(next: { file: string; said: Place }, inputs: Input[], slips: Slip[]): Promise<Branch> {
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

function parentOf(tree: Branch, file: string, slips: Slip[]): { file: string; said: Place } | null {
  const entry = tree.entries.get('extends');
  if (!entry) return null;
  const parent = textAt(tree, ['extends']);
  if (!parent || parent.includes('\0')) {
    slips.push({ place: entry.node.at, path: ['extends'], problem: '`extends` names one other scenario file, such as `base.yaml`.' });
    return null;
  }
  return { file: resolve(dirname(file), parent), said: entry.node.at };
}
