import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchema } from '../../../scenarios/index.ts';
import type { SchemaNode } from '../../../scenarios/vocabulary/json-schema.ts';

const root = jsonSchema() as SchemaNode & { definitions: Record<string, SchemaNode> };

/** As much of a JSON Schema validator as the schema for editors needs: what an editor would underline. */
function wrong(value: unknown, node: SchemaNode, path = ''): string[] {
  if (node.$ref) return wrong(value, root.definitions[node.$ref.replace('#/definitions/', '')] ?? {}, path);
  if (node.anyOf) {
    const tries = node.anyOf.map((option) => wrong(value, option, path));
    return tries.some((one) => one.length === 0) ? [] : (tries.sort((a, b) => b.join().length - a.join().length)[0] ?? []);
  }
  if (node.const !== undefined) return value === node.const ? [] : [path];
  if (node.enum) return node.enum.includes(value) ? [] : [path];
  const types = [node.type].flat();
  if (node.type && !types.includes(typeOf(value))) return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => wrong(item, node.items ?? {}, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const missing = (node.required ?? []).filter((key) => !(key in value)).map((key) => `${path}.${key}`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([key, below]) => {
      const schema = node.properties?.[key] ?? node.additionalProperties;
      if (schema === false) return [`${path}.${key}`];
      return typeof schema === 'object' ? wrong(below, schema, `${path}.${key}`) : [];
    }),
  ];
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

const file = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

test.each([
  'files/coventry-winter.yaml',
  '../../../scenarios/templates/start.yaml',
  '../../../scenarios/templates/three-hospitals.yaml',
  '../../behaviour/bad-input/base.yaml',
])('an editor has nothing to say of %s', (name) => {
  expect(wrong(file(name), root)).toEqual([]);
});

test('a file that extends another may leave out what it inherits, and take entries out', () => {
  expect(
    wrong(parse('extends: base.yaml\nservices: {homefirst: {commissioned: 5 h/week}}\nchanges: {winter: removed}'), root),
  ).toEqual([]);
});

test.each([
  ['a number without its unit', 'services: {a: {kind: beds, beds: 83}}'],
  ['an unknown key', 'services: {a: {kind: beds, bed: 83 beds}}'],
  ['a word that is not one of few', 'population: everyone'],
  ['an unknown key beside a value', 'costs: {delayed-bed-day: {value: £395, sorce: x}}'],
  ['a list where a map is needed', 'hospitals: [General]'],
])('an editor underlines %s', (_, text) => {
  expect(wrong(parse(text), root)).not.toEqual([]);
});
