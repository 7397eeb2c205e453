import { editorSchema, type SchemaNode } from '../../scenarios/vocabulary/json-schema.ts';
import type { Plan, PlanValue } from './plans.ts';

/** A key of the vocabulary with the map it stands in; names that authors choose are `*`. */
export interface Key {
  path: string[];
  example: string;
}

/** Every key that holds a value, from the schema itself: keys that are new are attacked without anybody thinking of it. */
export function everyKey(node: SchemaNode = editorSchema(), path: string[] = []): Key[] {
  const here = node.guide?.editor && path.length > 0 ? [{ path, example: node.guide.example ?? '1' }] : [];
  const below = Object.entries(node.properties ?? {})
    .filter(([key]) => !NOTES.has(key))
    .flatMap(([key, one]) => everyKey(one, [...path, key]));
  const free = typeof node.additionalProperties === 'object' ? everyKey(node.additionalProperties, [...path, '*']) : [];
  const options = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) =>
    node.guide?.editor ? [] : everyKey(one, path),
  );
  return [...here, ...below, ...free, ...options];
}

const NOTES = new Set(['source', 'assumption', 'confidence', 'low', 'high']);

/** The plan with a value at the key, in the map of the first name there is at each `*`; `extra` where there is none. */
export function withValue(plan: Plan, [key = '', ...rest]: string[], value: PlanValue, names = 0): Plan {
  const known = Object.keys(plan);
  const own = key === '*' ? (known[names % Math.max(1, known.length)] ?? 'extra') : key;
  const under = plan[own];
  const map = typeof under === 'object' && !Array.isArray(under) ? under : {};
  return { ...plan, [own]: rest.length === 0 ? value : withValue(map, rest, value, names) };
}
