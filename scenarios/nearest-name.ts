import { nearest } from './nearest.ts';
import { type Branch, namesAt, textAt } from './source/tree.ts';

/** The same for a name that is there but seems to be meant for another. */
export function nearestOther(tree: Branch, block: string, name: string): string | null {
  const others = namesAt(tree, [block]).filter((other) => other !== name);
  const byLabel = others.find((other) => textAt(tree, [block, other, 'label'])?.toLowerCase() === name.toLowerCase());
  return byLabel ?? nearest(name, others);
}

/** The name in these blocks that is meant: one close to what is written, or the name of what has it for a label. */
export function nearestName(tree: Branch, written: string, blocks: string[]): string | null {
  const named = blocks.flatMap((block) =>
    namesAt(tree, [block]).map((name) => ({ name, label: textAt(tree, [block, name, 'label']) })),
  );
  const close = nearest(
    written,
    named.map(({ name }) => name),
  );
  if (close !== null) return close;
  const labels = named.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const label = nearest(written, labels);
  return named.find((one) => label !== null && one.label === label)?.name ?? null;
}
