import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';
import { codeOf } from './file-errors.ts';

const LOCK = '.d2a-writing';
/** Writing takes a second or two; a lock that is older was left behind, perhaps by another machine. */
const LEFT_BEHIND_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** One d2a at a time moves files into a folder; the next one waits for it. Not asynchronous, as writing is. */
export function whileLocked(folder: string, work: () => void): void {
  const lock = path.join(folder, LOCK);
  const until = Date.now() + LEFT_BEHIND_MS;
  while (!taken(lock)) {
    if (leftBehind(lock)) rmSync(lock, { force: true });
    else if (Date.now() > until) throw new Refusal(`Cannot write to ${folder}: another d2a is writing there and does not end. Nothing was replaced.`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Its process is gone (kill -9, a power cut), or it is old. */
function leftBehind(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LEFT_BEHIND_MS) return true;
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
