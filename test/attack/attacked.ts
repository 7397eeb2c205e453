import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'vitest';
import type { Result } from '../../sim/result.ts';

interface Ended {
  code: number;
  out: string;
  err: string;
  /** Numbers on their way into JSON that are NaN or infinite. */
  notFinite: string[];
}

/** A command that takes longer hangs: the slowest of these inputs take a second on a busy machine. */
const HANGS_AFTER = 40_000;
const MEMORY_MB = 700;

/** A folder for inputs, and the command line that is given them one after another. */
export class Attacked {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'd2a-attack-'));
  private worker: Worker | null = null;

  /** Writes the files, runs the command on them, and holds what came out to what must always hold. */
  async d2a(args: string[], files: Record<string, string | Uint8Array> = {}): Promise<Ended> {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(this.folder, name), content);
    const ended = await this.ended(args.map((arg) => arg.replaceAll('@', `${this.folder}/`)));
    expect(ended.err).not.toMatch(/\n +at |went wrong inside d2a|(Type|Range|Reference|Syntax)Error/);
    expect([0, 2]).toContain(ended.code);
    // A damaged number of a saved result is a gap in its chart.
    if (args[0] !== 'report') expect(ended.notFinite).toEqual([]);
    if (ended.code === 2) expectPlaces(ended.err);
    return ended;
  }

  result(): Result {
    const result = JSON.parse(readFileSync(path.join(this.folder, 'out', 'result.json'), 'utf8')) as Result;
    expect(result.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(result.measures.filter(isNegative)).toEqual([]);
    return result;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ended(args: string[]): Promise<Ended> {
    this.worker ??= new Worker(new URL('./victim.js', import.meta.url), {
      env: { ...process.env, NO_COLOR: '1' },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => stop(new Error(`d2a ${args.join(' ')} is still running after ${HANGS_AFTER / 1000} s`)),
        HANGS_AFTER,
      );
      const answer = (ended: Ended) => {
        done();
        resolve(ended);
      };
      const stop = (error: Error) => {
        done();
        this.worker = null;
        void worker.terminate();
        reject(error);
      };
      const exit = (code: number) => stop(new Error(`d2a ${args.join(' ')} ended its process with ${code}`));
      const done = () => {
        clearTimeout(timer);
        worker.off('message', answer).off('error', stop).off('exit', exit);
      };
      worker.once('message', answer).once('error', stop).once('exit', exit);
      worker.postMessage(args);
    });
  }
}

/** Every mistake of a scenario is told with its file, line and column, or the option it came by. */
export function expectPlaces(err: string): void {
  const [first = '', ...blocks] = err.trimEnd().split('\n\n');
  if (!/^There (is|are) [\d,]+ mistakes? in the scenario/.test(first)) return;
  const lines = blocks
    .map((block) => block.split('\n')[0] ?? '')
    .filter((line) => !/^… and \d+ more\.$|^There (is|are) /.test(line));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/:\d+:\d+( {2}|$)|^--set /);
}

/** Nobody waits, stays or comes less than nothing. */
function isNegative({ winters }: Result['measures'][number]): boolean {
  return winters.some((value) => value !== null && value < 0);
}
