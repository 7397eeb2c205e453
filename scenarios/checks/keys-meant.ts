import type { z } from 'zod';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { type Branch, type Entry, find, keyPlace, type Path, plain, type Tree } from '../source/tree.ts';
import { knownKeys } from '../vocabulary/known-keys.ts';
import { scenarioSchema } from '../vocabulary/scenario.ts';

type Parsed = ReturnType<typeof scenarioSchema.safeParse>;

/** A slip in a key hides what stands below it, and so does each one below that: so many are looked through. */
const DEEPEST = 10;

/**
 * The tree as it is meant: a key that is not known is told, and taken for the known one near it where that is missing, so that one slip of the pen is one
 * mistake, and what stands under it is looked at too.
 */
export function asMeant(tree: Branch, slips: Slip[]): { tree: Branch; parsed: Parsed } {
  let meant = tree;
  const told = new Set<string>();
  for (let depth = 0; ; depth++) {
    const parsed = scenarioSchema.safeParse(plain(meant));
    const unknown = parsed.success ? [] : parsed.error.issues.flatMap(unknownKeys);
    const before = meant;
    for (const { path, key } of unknown) {
      const slip = unknownKey(before, path, key);
      if (!told.has(JSON.stringify(slip.path))) slips.push(slip);
      told.add(JSON.stringify(slip.path));
      const known = slip.nearest ?? null;
      if (known !== null && find(meant, [...path, known]) === undefined) meant = renamed(meant, path, key, known) as Branch;
    }
    if (meant === before || depth === DEEPEST) return { tree: meant, parsed };
  }
}

function unknownKeys(issue: z.core.$ZodIssue): { path: Path; key: string }[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.keys.map((key) => ({ path, key }));
}

function unknownKey(tree: Branch, path: Path, key: string): Slip {
  const known = knownKeys(tree, path);
  return {
    place: keyPlace(tree, path, key),
    path: [...path, key],
    problem: 'This key is not known here.',
    found: key,
    allowed: known.length > 0 ? known.join(', ') : null,
    nearest: nearest(key, known),
  };
}

/** A copy with one key of the map at the path called otherwise. */
function renamed(node: Tree, [step, ...below]: Path, from: string, to: string): Tree {
  if (node.type === 'list')
    return { ...node, items: node.items.map((it, i) => (i === step ? renamed(it, below, from, to) : it)) };
  if (node.type !== 'map') return node;
  const entries = [...node.entries].map(([key, entry]): [string, Entry] => {
    if (step === undefined) return [key === from ? to : key, entry];
    return key === String(step) ? [key, { ...entry, node: renamed(entry.node, below, from, to) }] : [key, entry];
  });
  return { ...node, entries: new Map(entries) };
}
