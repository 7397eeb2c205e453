import type { Slip } from '../mistakes.ts';
import type { Branch, Path, Place, Tree } from './tree.ts';

/** The word that takes an inherited entry out again. */
const REMOVED = 'removed';

/** An inherited entry taken out, and where that is said. */
export interface Removal {
  path: Path;
  place: Place;
}

/** What merging tells besides the result. */
export interface Merging {
  slips: Slip[];
  removed: Removal[];
}

/** The child's file over its parent's: maps merge, plain values and lists replace, `removed` takes an entry out, once for all that take it out. */
export function merge(parent: Branch, child: Branch, merging: Merging, path: Path = []): Branch {
  const entries = new Map(parent.entries);
  for (const [key, entry] of child.entries) {
    const here = [...path, key];
    const inherited = entries.get(key);
    if (isRemoved(entry.node)) {
      if (inherited) merging.removed.push({ path: here, place: entry.node.at });
      else if (!merging.removed.some(({ path }) => isSame(path, here)))
        merging.slips.push({
          place: entry.node.at,
          path: here,
          problem: 'There is nothing to remove: no file above this one has it.',
        });
      entries.delete(key);
      continue;
    }
    entries.set(key, { keyAt: entry.keyAt, node: merged(inherited?.node, entry.node, merging, here) });
  }
  return { type: 'map', entries, at: child.at };
}

function merged(parent: Tree | undefined, child: Tree, merging: Merging, path: Path): Tree {
  if (child.type !== 'map') return child;
  const under: Branch = parent?.type === 'map' ? parent : { type: 'map', entries: new Map(), at: child.at };
  return merge(under, child, merging, path);
}

const isSame = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, i) => step === b[i]);

function isRemoved(node: Tree): boolean {
  return node.type === 'value' && node.value === REMOVED;
}
