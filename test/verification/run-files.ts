import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Result } from '../../sim/result.ts';

// Run from the project's root, as every npm script is.
const BIN = resolve('cli/bin/d2a.js');

/** Scenario files through the ordinary command line, in one run; their results in the same order. */
export async function runFiles(files: string[], out: string, replications: number | null): Promise<Result[]> {
  const more = replications === null ? [] : ['--replications', String(replications)];
  const child = spawn(process.execPath, [BIN, 'run', ...files, '--out', out, '--format', 'json', '--workers', '1', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise((ended) => child.on('close', ended));
  if (code !== 0) throw new Error(said);
  return files.map((file) => {
    const own = join(out, basename(file, '.yaml'), 'result.json');
    return JSON.parse(readFileSync(existsSync(own) ? own : join(out, 'result.json'), 'utf8')) as Result;
  });
}
