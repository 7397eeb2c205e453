import { isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';

export interface WholeEntry {
  pair: Pair<Node, Node | null>;
  /** What follows a comma inside { } without a colon of its own: it belongs to the plain value before it. */
  rest: Node[];
}

/** The entries of a map as they were meant: a value cut by a comma with what was cut off. */
export function wholeEntries(node: YAMLMap): WholeEntry[] {
  const entries: WholeEntry[] = [];
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const before = entries.at(-1);
    if (node.flow && pair.value === null && isPlain(pair.key) && before && isPlain(before.pair.value)) before.rest.push(pair.key);
    else entries.push({ pair, rest: [] });
  }
  return entries;
}

function isPlain(node: Node | null): node is Scalar & { source: string } {
  return isScalar(node) && node.type === 'PLAIN' && Boolean(node.source);
}
