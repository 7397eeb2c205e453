import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { d2a, emptyFolder } from '../cli/d2a.ts';

/** What a search over a scenario file of this folder found. */
export async function searched<D>(command: string, name: string, ...args: string[]): Promise<D> {
  const folder = emptyFolder();
  const done = await d2a([command, join(import.meta.dirname, name), ...args, '--out', folder], { cwd: folder });
  expect(done.code, done.err).toBe(0);
  return JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as D;
}
