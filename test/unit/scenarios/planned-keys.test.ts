import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideTables } from '../../../scenarios/vocabulary/field-guide.ts';
import { PLANNED, plannedKey } from '../../../scenarios/vocabulary/planned-keys.ts';
import { mistakesOf, good } from './reading.ts';

const KNOWN = new Set([...guideTables().values()].flat().flatMap((row) => row.path.split('.')));

test.each(Object.keys(PLANNED))('%s is not known yet (once it is, take it off the list)', (key) => expect(KNOWN.has(key)).toBe(false));

test('a planned key is told as such, in the singular too, and nothing else is offered for it', async () => {
  const [key = '', what] = Object.entries(PLANNED)[0] ?? [];
  const plural = `${key.toUpperCase()}S`;
  expect(plannedKey(plural)).toBe(`\`${plural}\` is not in this version yet: ${what}.`);
  expect(plannedKey('beds')).toBeNull();
  expect(plannedKey('constructor')).toBeNull();
  const planned = Object.keys(PLANNED)[0] ?? '';
  expect(await mistakesOf(good(`  ward: {kind: beds, beds: 5 beds, ${planned}: 5, stay: {fixed: 5 days}}\n`))).toMatchObject([
    { path: `services.ward.${planned}`, problem: expect.stringContaining('not in this version yet'), nearest: null },
  ]);
});

test('the field guide names them all, and no other', () => {
  const guide = readFileSync(new URL('../../../scenarios/README.md', import.meta.url), 'utf8');
  const section = /one of these: ([\s\S]*?)\n\n/.exec(guide)?.[1] ?? '';
  expect([...section.matchAll(/`([^`]+)`/g)].map(([, key]) => key)).toEqual(Object.keys(PLANNED));
});
