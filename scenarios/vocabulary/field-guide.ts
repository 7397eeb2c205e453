import { NOTE_KEYS } from '../source/provenance.ts';
import { editorSchema, type SchemaNode } from './json-schema.ts';

/** One key of the scenario language, as the field guide tells it. */
export interface GuideRow {
  /** e.g. `hospitals.NAME.beds`; NAME is a name the author chooses. */
  path: string;
  meaning: string;
  units: string;
  /** What holds where the key is left out; `needed` where it cannot be. */
  otherwise: string;
  example: string;
}

/** Every key of the validator, in tables by block. */
export function guideTables(): Map<string, GuideRow[]> {
  const tables = new Map<string, GuideRow[]>();
  const rest: [string, SchemaNode][] = [];
  const top = editorSchema();
  const plain: GuideRow[] = [];
  tables.set('The scenario', plain);
  for (const [key, node] of keysOf(top)) {
    if (!isMap(node)) plain.push(row(key, node, isNeeded(top, key)));
    else tables.set(key, [row(key, node, isNeeded(top, key)), ...rowsBelow(key, node, rest)]);
  }
  for (let next = rest.shift(); next; next = rest.shift()) {
    const [name, node] = next;
    if (!tables.has(name)) tables.set(name, rowsBelow('', node, rest));
  }
  return tables;
}

/** The tables in Markdown, for `scenarios/README.md`. */
export function fieldGuide(): string {
  return [...guideTables()].map(([name, rows]) => [`### ${name}`, '', HEAD, ...rows.map(line)].join('\n')).join('\n\n');
}

const HEAD = '| key | meaning | units | if left out | example |\n|---|---|---|---|---|';

function line(one: GuideRow): string {
  const cells = [`\`${one.path}\``, one.meaning, one.units, one.otherwise, one.example && `\`${one.example}\``];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function rowsBelow(path: string, node: SchemaNode, rest: [string, SchemaNode][]): GuideRow[] {
  if (node.oneOf) return rowsOfKinds(path, node.oneOf, rest);
  const keys = keysOf(node).flatMap(([key, below]) => rowsAt(path ? `${path}.${key}` : key, below, isNeeded(node, key), rest));
  const chosen =
    typeof node.additionalProperties === 'object' ? rowsAt(`${path}.NAME`, node.additionalProperties, false, rest) : [];
  return [...keys, ...chosen];
}

/** What all kinds share once; before the rest, in brackets, whose it is. */
function rowsOfKinds(path: string, kinds: SchemaNode[], rest: [string, SchemaNode][]): GuideRow[] {
  const found = new Map<string, { row: GuideRow; kinds: string[] }>();
  for (const kind of kinds) {
    for (const one of rowsBelow(path, kind, rest)) {
      const same = found.get(JSON.stringify(one)) ?? { row: one, kinds: [] };
      same.kinds.push(String(kind.properties?.kind?.const));
      found.set(JSON.stringify(one), same);
    }
  }
  const told = [...found.values()].sort(
    (a, b) => Number(b.kinds.length === kinds.length) - Number(a.kinds.length === kinds.length),
  );
  return told.map(({ row: one, kinds: whose }) =>
    whose.length === kinds.length ? one : { ...one, meaning: `(${whose.join(', ')}) ${one.meaning}` },
  );
}

function rowsAt(path: string, node: SchemaNode, needed: boolean, rest: [string, SchemaNode][]): GuideRow[] {
  const table = node.guide?.table;
  if (table) {
    rest.push([table, node]);
    return [{ ...row(path, node, needed), units: `see *${table}*` }];
  }
  const own = row(path, node, needed);
  return isMap(node) ? [own, ...rowsBelow(path, node, rest)] : [own];
}

function row(path: string, node: SchemaNode, needed: boolean): GuideRow {
  const { guide } = node;
  return {
    path,
    meaning: guide?.meaning ?? node.description ?? '',
    units: guide?.units ?? 'a map',
    otherwise:
      node.default !== undefined && typeof node.default !== 'object'
        ? `\`${String(node.default)}\``
        : (guide?.otherwise ?? (needed ? 'needed' : path.endsWith('NAME') ? '' : 'none')),
    example: guide?.example ?? '',
  };
}

function isMap(node: SchemaNode): boolean {
  return node.type === 'object' || node.oneOf !== undefined;
}

function isNeeded(map: SchemaNode, key: string): boolean {
  return map.required?.includes(key) ?? false;
}

function keysOf(map: SchemaNode): [string, SchemaNode][] {
  return Object.entries(map.properties ?? {}).filter(([key]) => !NOTE_KEYS.some((note) => note === key));
}
