import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { readScenario, ScenarioMistakes } from '../../../scenarios/index.ts';
import { MEASURES } from '../../unit/scenarios/measures.ts';

const FOLDER = relative(process.cwd(), fileURLToPath(new URL('.', import.meta.url)));
/** Stand on the right side of a mistake: the good one, and the links of a chain. */
const PARTS = ['base.yaml', 'circle-two.yaml', 'circle-three.yaml'];
const UPDATE = process.env.UPDATE_MESSAGES === '1';

async function message(file: string): Promise<string> {
  const error: unknown = await readScenario(file, { files: filesOnDisk, measures: MEASURES }).catch((reason: unknown) => reason);
  return error instanceof ScenarioMistakes ? `${error.message}\n` : `no mistakes: ${String(error)}`;
}

test('the scenario that the others spoil is good', async () => {
  expect((await readScenario(join(FOLDER, 'base.yaml'), { files: filesOnDisk, measures: MEASURES })).warnings).toEqual([]);
});

describe('each kind of bad input has the message beside it (UPDATE_MESSAGES=1 writes them: read them aloud)', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && !PARTS.includes(name));
  test.each(files)('%s', async (name) => {
    const said = await message(join(FOLDER, name));
    const beside = join(FOLDER, name.replace('.yaml', '.txt'));
    if (UPDATE) writeFileSync(beside, said);
    expect(said).toBe(readFileSync(beside, 'utf8'));
  });
});

describe('files that are no scenario at all', () => {
  async function of(name: string, content: string | null): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'd2a-'));
    try {
      if (content !== null) writeFileSync(join(folder, name), content);
      return await message(join(folder, content === null ? '.' : name));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('a huge file', async () => {
    expect(await of('huge.yaml', 'x'.repeat(2_000_001))).toContain(
      'The scenario file `huge.yaml` is too large: 2.1 MB, at most 2 MB.',
    );
  });
  test('a folder', async () => {
    expect(await of('folder', null)).toContain('is a folder, not a file.');
  });
  test('a file that is not there', async () => {
    expect(await message('nowhere/at-all.yaml')).toContain('The scenario file `at-all.yaml` does not exist.');
  });
  test('a file with far too many values', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(await of('many.yaml', many)).toContain('More than 20,000 values are written here');
  });
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['maps', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('%s nested without end', async (_, content) => {
    expect(await of('deep.yaml', content)).toContain('nested more than 20 deep');
  });
});

test('many mistakes are counted, and the first fifty printed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'd2a-'));
  const keys = Array.from({ length: 200 }, (_, i) => `unknown-${i}: 1`).join('\n');
  writeFileSync(join(folder, 'many.yaml'), `d2a: 1\nname: Many\nperiod: {start: 2021-10-01, length: 26 weeks}\n${keys}\n`);
  const said = await message(join(folder, 'many.yaml'));
  rmSync(folder, { recursive: true });
  expect(said).toContain('There are 201 mistakes');
  expect(said).toContain('… and 151 more.');
  expect(said.match(/This key is not known here/g)).toHaveLength(49);
});

test('control characters of a scenario do not reach the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'd2a-'));
  writeFileSync(
    join(folder, 'hostile.yaml'),
    'd2a: 1\nname: Hostile\n"\\e[2Jwiped": 1\nperiod: {start: "\\e[31mred", length: 26 weeks}\n',
  );
  const said = await message(join(folder, 'hostile.yaml'));
  rmSync(folder, { recursive: true });
  expect(said).not.toContain(String.fromCharCode(27));
});
