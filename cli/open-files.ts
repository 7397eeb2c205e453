import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { codeOf } from './file-errors.ts';

/** Files that d2a may want to open at once: its own modules, and some for each worker. */
const WANTED = 200;

/**
 * Whether this session may not open that many (`ulimit -n`). Asked where something failed for no reason of its own: a
 * module that could not be opened is called missing, and a worker does not start.
 */
export function tooFewFiles(): boolean {
  const opened: number[] = [];
  try {
    while (opened.length < WANTED) opened.push(openSync(devNull, 'r'));
    return false;
  } catch (error) {
    return ['EMFILE', 'ENFILE'].includes(codeOf(error));
  } finally {
    for (const file of opened) closeSync(file);
  }
}
