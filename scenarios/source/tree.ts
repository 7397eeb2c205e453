/**
 * A scenario file as written: every map, list and value remembers its own file, line and column, also after files are merged.
 * Maps are `Map`s, so no key is special to JavaScript.
 */
export interface Place {
  file: string;
  /** From 1. 0 for a value from the command line, whose `file` is its option. */
  line: number;
  column: number;
  /** `file` is what the user typed, from which values were made whose paths nobody wrote. */
  typed?: true;
  /** Of a workbook: `line` and `column` are then the row and the column of a cell. */
  sheet?: { name: string; order: number };
}

export type Tree = Value | Branch | List;

export interface Value {
  type: 'value';
  value: string | number | boolean | null;
  /** The text as written, without quotes. */
  written: string;
  at: Place;
  note: Note | null;
}

export interface Branch {
  type: 'map';
  entries: Map<string, Entry>;
  at: Place;
}

export interface Entry {
  keyAt: Place;
  node: Tree;
}

export interface List {
  type: 'list';
  items: Tree[];
  at: Place;
  note: Note | null;
}

/** Where a value is from. */
export interface Note {
  origin: 'source' | 'assumption' | 'unstated' | 'command line';
  text: string | null;
  confidence: string | null;
  low: Value | null;
  high: Value | null;
}

/** Keys of maps, and positions in lists. */
export type Path = (string | number)[];

export function emptyBranch(at: Place): Branch {
  return { type: 'map', entries: new Map(), at };
}

/** What stands at the path; undefined where nothing does. */
export function find(tree: Tree, path: Path): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) node = node && child(node, step);
  return node;
}

function child(node: Tree, step: string | number): Tree | undefined {
  if (node.type === 'map') return node.entries.get(String(step))?.node;
  if (node.type === 'list' && typeof step === 'number') return node.items[step];
  return undefined;
}

/** The place of what stands at the path or, where nothing does, of the nearest thing around it. */
export function placeOf(tree: Tree, path: Path): Place {
  for (let length = path.length; length > 0; length--) {
    const node = find(tree, path.slice(0, length));
    if (node) return node.at;
  }
  return tree.at;
}

export function keyPlace(tree: Tree, path: Path, key: string): Place {
  const node = find(tree, path);
  const entry = node?.type === 'map' ? node.entries.get(key) : undefined;
  return entry?.keyAt ?? placeOf(tree, path);
}

/** The map's entries; none where there is no map. */
export function entriesAt(tree: Tree, path: Path): [string, Tree][] {
  const node = find(tree, path);
  return node?.type === 'map' ? [...node.entries].map(([key, entry]) => [key, entry.node]) : [];
}

export function namesAt(tree: Tree, path: Path): string[] {
  return entriesAt(tree, path).map(([key]) => key);
}

/** The text at the path; undefined where there is none. */
export function textAt(tree: Tree, path: Path): string | undefined {
  const node = find(tree, path);
  return node?.type === 'value' && node.value !== null ? node.written : undefined;
}

/** The texts of a list, or the one text written without a list. */
export function textsAt(tree: Tree, path: Path): { text: string; path: Path }[] {
  const node = find(tree, path);
  if (node?.type === 'value' && node.value !== null) return [{ text: node.written, path }];
  if (node?.type !== 'list') return [];
  return node.items.flatMap((item, i) => (item.type === 'value' ? [{ text: item.written, path: [...path, i] }] : []));
}

/** As people write it: `pathways.P1.route[2]`, counted from 1. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i === 0 ? step : `.${step}`)).join('');
}

/** Plain data for the validator: maps without a prototype. */
export function plain(node: Tree): unknown {
  if (node.type === 'value') return node.value;
  if (node.type === 'list') return node.items.map(plain);
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of node.entries) object[key] = plain(entry.node);
  return object;
}
