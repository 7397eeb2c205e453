import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';
import { whileLocked } from './folder-lock.ts';
import { filesOfEarlierRun, RUN_INFO, unfinishedInfo } from './run-info.ts';

export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  name: string;
  /** Text, written as UTF-8, or the bytes of a workbook. */
  text: string | Uint8Array;
}

/** Refuses a folder that could not be written, before any work is done. Leaves nothing behind. */
export function checkFolder(folder: string, names: string[]): void {
  const existing = nearestExisting(folder);
  try {
    if (!statSync(existing).isDirectory())
      throw new Refusal(
        `Cannot write to ${folder}: ${existing === path.resolve(folder) ? 'it' : path.relative('', existing)} is a file, not a folder.`,
      );
    if (leadsNowhere(folder)) throw new Refusal(`Cannot write to ${folder}: it is a link that leads nowhere.`);
    tryOut(existing, path.relative(existing, path.resolve(folder)));
  } catch (error) {
    throw refusalFor('write to', folder, error);
  }
  refuseToReplace(folder, names);
}

/**
 * Writes the files to the folder, each whole or not at all: all are written to a hidden folder first, then moved in one go.
 * Files of an earlier run that are not among them go, unless in `keep`; files that are not d2a's stay.
 * Only the wait for another d2a is asynchronous, so that an interrupt comes before or after the writing, never within.
 */
export async function writeFolder(folder: string, files: OutputFile[], keep: string[] = []): Promise<void> {
  try {
    const made = mkdirSync(folder, { recursive: true });
    try {
      await whileLocked(folder, () => writeAll(folder, files, keep));
    } catch (error) {
      if (made !== undefined) removeEmpty(folder, made);
      throw error;
    }
  } catch (error) {
    throw refusalFor('write to', folder, error);
  }
}

function writeAll(folder: string, files: OutputFile[], keep: string[]): void {
  const names = files.map((file) => file.name);
  refuseToReplace(folder, names);
  removeLeftovers(folder);
  const staging = mkdtempSync(path.join(folder, STAGING));
  try {
    for (const file of files) writeInto(staging, file);
    const earlier = filesOfEarlierRun(folder);
    if (names.includes(RUN_INFO)) listAll(staging, folder, [...new Set([...earlier, ...names])]);
    moveAll(
      staging,
      folder,
      names.filter((name) => name !== RUN_INFO),
    );
    const stays = new Set([...names, ...keep]);
    for (const name of earlier.filter((one) => !stays.has(one))) rmSync(inside(folder, name), { force: true });
    moveAll(
      staging,
      folder,
      names.filter((name) => name === RUN_INFO),
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

const STAGING = '.d2a-new-';
const TRIAL = '.d2a-try-';

/** Of a command that was killed while it wrote; the folder is locked, so nobody else's. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(STAGING)) rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** The folder and those above it that were made for it, where nothing is in them. */
function removeEmpty(folder: string, topmost: string): void {
  for (let place = path.resolve(folder); place.startsWith(path.resolve(topmost)); place = path.dirname(place)) {
    if (existsSync(place) && readdirSync(place).length === 0) rmdirSync(place);
  }
}

/** Makes the folder inside a hidden one and takes both away: the surest test of permissions, names and disks. */
function tryOut(existing: string, further: string): void {
  const trial = mkdtempSync(path.join(existing, TRIAL));
  try {
    mkdirSync(path.join(trial, further), { recursive: true });
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

function writeInto(staging: string, file: OutputFile): void {
  const target = inside(staging, file.name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
}

/** While files are moved, the list of ours names the old and the new, so that all are known as ours even if the machine stops here. */
function listAll(staging: string, folder: string, files: string[]): void {
  const list = path.join(staging, '.list');
  writeFileSync(list, unfinishedInfo(files));
  renameSync(list, inside(folder, RUN_INFO));
}

function moveAll(staging: string, folder: string, names: string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(inside(folder, name)), { recursive: true });
    renameSync(inside(staging, name), inside(folder, name));
  }
}

function refuseToReplace(folder: string, names: string[]): void {
  const ours = new Set(filesOfEarlierRun(folder));
  const theirs = names.flatMap((name) => inTheWay(folder, name, ours));
  if (theirs[0] === undefined) return;
  throw new Refusal(
    `${theirs[0]} is already there and was not written by d2a. ` +
      'Nothing was replaced: choose another folder with --out, or move that file.',
  );
}

/** What stands where the file would go: a file of the user's, or one where a folder is needed. */
function inTheWay(folder: string, name: string, ours: Set<string>): string[] {
  const parts = name.split('/');
  const parents = parts.slice(1).map((_, i) => path.join(folder, ...parts.slice(0, i + 1)));
  const blocked = parents.filter((parent) => existsSync(parent) && !statSync(parent).isDirectory());
  const target = inside(folder, name);
  return !ours.has(name) && existsSync(target) ? [...blocked, target] : blocked;
}

function leadsNowhere(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(folder);
}

function nearestExisting(folder: string): string {
  let place = path.resolve(folder);
  while (!existsSync(place) && path.dirname(place) !== place) place = path.dirname(place);
  return place;
}

function inside(folder: string, name: string): string {
  return path.join(folder, ...name.split('/'));
}
