import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';
import { filesOfEarlierRun, RUN_INFO } from './run-info.ts';

export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  name: string;
  text: string;
}

/** Refuses a folder that could not be written, before any work is done. Leaves nothing behind. */
export function checkFolder(folder: string, names: string[]): void {
  const existing = nearestExisting(folder);
  try {
    if (!statSync(existing).isDirectory())
      throw new Refusal(
        `Cannot write to ${folder}: ${existing === path.resolve(folder) ? 'it' : path.relative('', existing)} is a file, not a folder.`,
      );
    tryOut(existing, path.relative(existing, path.resolve(folder)));
  } catch (error) {
    throw refusalFor('write to', folder, error);
  }
  refuseToReplace(folder, names);
}

/**
 * Writes the files to the folder, each whole or not at all: all are written to a hidden folder first, then moved in one go.
 * Files of an earlier run that are not among them go, unless in `keep`; files that are not d2a's stay.
 * Not asynchronous, so that an interrupt comes before or after it, never within.
 */
export function writeFolder(folder: string, files: OutputFile[], keep: string[] = []): void {
  const names = files.map((file) => file.name);
  refuseToReplace(folder, names);
  let staging: string | null = null;
  try {
    staging = mkdtempSync(path.join(nearestExisting(folder), '.d2a-'));
    for (const file of files) writeInto(staging, file);
    const stays = new Set([...names, ...keep]);
    const stale = filesOfEarlierRun(folder).filter((name) => !stays.has(name));
    moveAll(staging, folder, names);
    for (const name of stale) rmSync(inside(folder, name), { force: true });
  } catch (error) {
    throw refusalFor('write to', folder, error);
  } finally {
    if (staging !== null) rmSync(staging, { recursive: true, force: true });
  }
}

/** Makes the folder inside a hidden one and takes both away: the surest test of permissions, names and disks. */
function tryOut(existing: string, further: string): void {
  const trial = mkdtempSync(path.join(existing, '.d2a-'));
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

/** The list of our files goes first, so that whatever follows is known as ours even if the machine stops here. */
function moveAll(staging: string, folder: string, names: string[]): void {
  const listFirst = [...names].sort((a, b) => Number(b === RUN_INFO) - Number(a === RUN_INFO));
  for (const name of listFirst) {
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

function nearestExisting(folder: string): string {
  let place = path.resolve(folder);
  while (!existsSync(place) && path.dirname(place) !== place) place = path.dirname(place);
  return place;
}

function inside(folder: string, name: string): string {
  return path.join(folder, ...name.split('/'));
}
