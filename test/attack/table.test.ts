import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BREAKAGES, DAMAGE, PEOPLE, SAMPLES, SETTINGS } from './breakages.ts';
import { TRIED } from './tried.ts';

const README = new URL('../../README.md', import.meta.url);
const TABLE = /^\| tried in every `npm test` \|.*\n(?:\|.*\n)+/m;

/** The names of the tests of faults.test.ts. */
function faults(): string[] {
  const source = readFileSync(new URL('./faults.test.ts', import.meta.url), 'utf8');
  return [...source.matchAll(/^ +(?:test\(|\[)'([^']+)', (?:async|\(|\(i)/gm)].map(([, name = '']) => name);
}

function table(): string {
  const kinds = BREAKAGES.map(({ kind }) => kind);
  const rows = [
    ['whole scenarios that follow the field guide', String(TRIED.valid), 'all run and pass their own self-checks'],
    [
      `broken scenarios: ${kinds.join('; ')}`,
      `${kinds.length} × ${TRIED.broken}`,
      'refused with file, line and column, or run: no crash, no hang, no NaN, nothing below zero',
    ],
    [`CSV files: ${PEOPLE}; ${SAMPLES}`, `2 × ${TRIED.broken}`, 'the same'],
    [SETTINGS, String(TRIED.broken), 'refused by the name of the option or with a place, or run: the same'],
    [
      `saved results: ${DAMAGE.map(({ kind }) => kind.replace('a saved result ', '')).join('; ')}`,
      `${DAMAGE.length} × ${TRIED.broken}`,
      'refused as damaged, or drawn',
    ],
    [
      `faults: ${faults().join('; ')}`,
      String(faults().length),
      'nothing lost, nothing half written, a sentence that says what happened; the next run is whole',
    ],
  ];
  return [
    '| tried in every `npm test` | number | what came of it |',
    '|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

test("the README's table of bad inputs is what the tests try (UPDATE_README=1 writes it)", () => {
  const readme = readFileSync(README, 'utf8');
  if (process.env['UPDATE_README'])
    writeFileSync(
      README,
      readme.replace(TABLE, () => table()),
    );
  expect(TABLE.exec(readFileSync(README, 'utf8'))?.[0]).toBe(table());
});
