import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Unreadable } from '../data/files.ts';
import { readOrdinary } from '../data/ordinary-file.ts';
import { Refusal } from './exit.ts';
import { codeOf } from './file-errors.ts';

const LOCK = '.d2a-writing';
/** Writing takes a second or two; a lock that is older was left behind, perhaps by another machine. */
const LEFT_BEHIND_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** One d2a at a time moves files into a folder; the next one waits for it, and may be stopped meanwhile. The work is not asynchronous: no interrupt comes within it. */
export async function whileLocked(folder: string, work: () => void): Promise<void> {
  const lock = path.join(folder, LOCK);
  const until = Date.now() + LEFT_BEHIND_MS;
  while (!taken(lock)) {
    if (leftBehind(lock)) rmSync(lock, { force: true });
    else if (Date.now() > until)
      throw new Refusal(`Cannot write to ${folder}: another d2a is writing there and does not end. Nothing was replaced.`);
    else await setTimeout(LOOK_AGAIN_MS);
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
    rmSync(lock, { force: true }); // made, but a full disk took no byte of it
    throw error;
  }
}

/** Its process is gone (kill -9, a power cut), it names none (a full disk), or it is old. */
function leftBehind(lock: string): boolean {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    if (age > LEFT_BEHIND_MS) return true;
    const pid = Number(readOrdinary(lock, 100).toString('utf8'));
    if (!(pid > 0)) return age > 1000; // made a moment ago, it may not be written yet
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Unreadable ? !error.missing : codeOf(error) === 'ESRCH';
  }
}
