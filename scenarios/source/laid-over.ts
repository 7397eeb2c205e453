import { merge, type Merging } from './merge.ts';
import { type Branch, type Entry, textAt } from './tree.ts';

/** A file laid over a whole scenario, as a child over its parent, but for the name: it says both, as the same winter is laid over several plans. */
export function laidOver(plan: Branch, over: Branch, merging: Merging): Branch {
  const merged = merge(plan, over, merging);
  const [below, above] = [textAt(plan, ['name']), textAt(over, ['name'])];
  const entry = over.entries.get('name');
  if (below === undefined || above === undefined || entry?.node.type !== 'value') return merged;
  const name = `${below}: ${above}`;
  const both: Entry = { ...entry, node: { ...entry.node, value: name, written: name } };
  return { ...merged, entries: new Map([...merged.entries, ['name', both]]) };
}
