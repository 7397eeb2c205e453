import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldGuide } from '../../../scenarios/vocabulary/field-guide.ts';
import { editorSchema, jsonSchema, type SchemaNode } from '../../../scenarios/vocabulary/json-schema.ts';
import { measuresGuide } from '../../../scenarios/vocabulary/measures-guide.ts';
import { measureOptions } from '../../../sim/index.ts';
import { NOTE_KEYS } from '../../../scenarios/source/provenance.ts';

const README = new URL('../../../scenarios/README.md', import.meta.url);
const SCHEMA = new URL('../../../data/scenario.schema.json', import.meta.url);
const UPDATE = process.env.UPDATE_GUIDE === '1';

function split(what: 'keys' | 'measures' = 'keys'): [before: string, table: string, after: string] {
  const text = readFileSync(README, 'utf8');
  const start = text.indexOf('\n', text.indexOf(`<!-- ${what}:`)) + 1;
  const end = text.indexOf(`<!-- /${what} -->`);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** Every key of the validator, found without the code that writes the guide. */
function keysOf(node: SchemaNode, path: string): string[] {
  const maps = node.oneOf ?? [node];
  return maps.flatMap((map) => {
    const named = Object.entries(map.properties ?? {}).filter(([key]) => !NOTE_KEYS.some((note) => note === key));
    const chosen: [string, SchemaNode][] =
      typeof map.additionalProperties === 'object' ? [['NAME', map.additionalProperties]] : [];
    return [...named, ...chosen].flatMap(([key, below]) => {
      const here = path ? `${path}.${key}` : key;
      return below.guide?.table ? [here, ...keysOf(below, '')] : [here, ...keysOf(below, here)];
    });
  });
}

test('the tables of the field guide are those of the validator (UPDATE_GUIDE=1 writes them)', () => {
  const [before, , after] = split();
  if (UPDATE) writeFileSync(README, `${before}${fieldGuide()}\n${after}`);
  expect(split()[1].trim()).toBe(fieldGuide().trim());
});

test('no key of the validator lacks a row, and no row lacks a key', () => {
  const rows = [...split()[1].matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
  expect(new Set(rows)).toEqual(new Set(keysOf(editorSchema(), '')));
});

test('every key says what it means, and every value has an example', () => {
  for (const line of split()[1]
    .split('\n')
    .filter((one) => one.startsWith('| `'))) {
    const [, key, meaning, units, , example] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    expect(meaning, key).not.toBe('');
    if (units !== 'a map' && key !== '`description`') expect(example, key).not.toBe('');
  }
});

test('the JSON Schema for editors is current (UPDATE_GUIDE=1 writes it)', () => {
  if (UPDATE) writeFileSync(SCHEMA, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(jsonSchema());
});

test('the table of measures is that of the simulator (UPDATE_GUIDE=1 writes it)', () => {
  const [before, , after] = split('measures');
  const table = measuresGuide(measureOptions());
  if (UPDATE) writeFileSync(README, `${before}${table}\n${after}`);
  expect(split('measures')[1].trim()).toBe(table);
});

test('every measure has a row of five filled cells', () => {
  const rows = split('measures')[1]
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.map((line) => line.split('`')[1])).toEqual(measureOptions().map(({ measure }) => measure));
  for (const line of rows)
    expect(
      line
        .split('|')
        .slice(1, -1)
        .filter((cell) => cell.trim() !== ''),
      line,
    ).toHaveLength(5);
});
