import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from '../../data/files-on-disk.ts';
import { readScenario } from '../../scenarios/index.ts';
import { measureOptions } from '../../sim/index.ts';
import { GOLDEN, hashOfEvents, hashOfResult } from './hashes.ts';

/**
 * The same bytes everywhere. A change of the model or of the result changes these hashes: look at what changed and why, then
 * `npm run golden` writes them, in a commit that says so.
 */
const FILE = join(import.meta.dirname, 'golden.json');
if (process.env['UPDATE_GOLDEN'])
  writeFileSync(
    FILE,
    `${JSON.stringify({ events: hashOfEvents('native'), result: await hashOfResult('native', 1) }, null, 1)}\n`,
  );
const golden = JSON.parse(readFileSync(FILE, 'utf8')) as { events: string; result: string };

test('scenario.yaml is scenario.json as somebody would write it', async () => {
  const file = join(import.meta.dirname, 'scenario.yaml');
  const { scenario } = await readScenario(file, { files: filesOnDisk, measures: measureOptions() });
  expect(scenario).toEqual(GOLDEN);
});

test('every event of the golden run, on both engines', () => {
  expect(hashOfEvents('native')).toBe(golden.events);
  expect(hashOfEvents('simjs')).toBe(golden.events);
});

test('the result of the golden run, on both engines and on 1, 2 and 8 workers', { timeout: 240_000 }, async () => {
  for (const [engine, workers] of [
    ['native', 1],
    ['native', 2],
    ['native', 8],
    ['simjs', 1],
  ] as const) {
    expect(await hashOfResult(engine, workers), `${engine} on ${workers}`).toBe(golden.result);
  }
});
