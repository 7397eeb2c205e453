import { type Branch, type Entry, find, textAt } from '../source/tree.ts';
import { targetsOf } from './targets.ts';

/** In the path of a change: each there is. */
const EACH = '*';

/**
 * Changes of `hospitals.*.admissions` spelled out, hospital by hospital: for each that has the value written. An addition or a
 * percentage passes over what is `unlimited`.
 * A path written out in the same change stands before one with `*`.
 */
export function spelledOut(tree: Branch): Branch {
  const changes = find(tree, ['changes']);
  const at = tree.entries.get('changes');
  if (changes?.type !== 'map' || at === undefined) return tree;
  const targets = [...targetsOf(tree).keys()].flatMap((path) => {
    const written = textAt(tree, path.split('.'));
    return written === undefined ? [] : [{ path, unlimited: written === 'unlimited' }];
  });
  const entries = [...changes.entries].map(([name, change]): [string, Entry] => [name, changeSpelledOut(change, targets)]);
  return {
    ...tree,
    entries: new Map([...tree.entries, ['changes', { ...at, node: { ...changes, entries: new Map(entries) } }]]),
  };
}

/** A value that may change, as written. */
interface Written {
  path: string;
  unlimited: boolean;
}

function changeSpelledOut(change: Entry, targets: Written[]): Entry {
  if (change.node.type !== 'map') return change;
  const written = change.node.entries;
  const entries = [...written].flatMap(([path, entry]): [string, Entry][] => {
    if (!path.split('.').includes(EACH)) return [[path, entry]];
    const relative = entry.node.type === 'value' && /^[+\-−–]/.test(entry.node.written.trim());
    const meant = targets
      .filter((target) => isLike(target.path, path) && !(relative && target.unlimited))
      .map((target) => target.path);
    if (meant.length === 0) return [[path, entry]]; // told as any path that is not there
    return meant.filter((target) => !written.has(target)).map((target) => [target, entry]);
  });
  return { ...change, node: { ...change.node, entries: new Map(entries) } };
}

function isLike(target: string, path: string): boolean {
  const [a, b] = [target.split('.'), path.split('.')];
  return a.length === b.length && b.every((part, i) => part === EACH || part === a[i]);
}
