import { isoDate } from '../../data/dates.ts';
import type { Cell, Sheet } from '../../data/sheet.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { inForce } from '../changes/dated.ts';
import { type ReadOptions, readScenario } from '../read-scenario.ts';
import { nothingYet, readWithParents } from '../source/extends.ts';
import { type Branch, entriesAt, find, namesAt, type Tree, type Value } from '../source/tree.ts';
import { perDay, share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { readyForUse } from './choices.ts';
import { INSTRUCTIONS } from './instructions.ts';

const INPUT = '#FFF7D6';
const heading = (value: string): Cell => ({ value, heading: true });
const input = (value: string | number | null, format?: string): Cell =>
  format === undefined ? { value, fill: INPUT } : { value, fill: INPUT, format };

/** A scenario laid out as a workbook to fill in: what it says by month stands under months, everything else as it is written. */
export async function templateSheets(file: string, options: ReadOptions): Promise<Sheet[]> {
  const tree = await readWithParents(file, nothingYet(options.files));
  const { scenario } = await readScenario(file, options);
  const rows = datedRows(tree, scenario);
  const demand = rows.filter(({ block }) => block !== 'services');
  const capacity = rows.filter(({ block }) => block === 'services');
  const of = (block: string): DatedRow[] => demand.filter((row) => row.block === block);
  return readyForUse(
    [
      {
        name: 'Instructions',
        rows: INSTRUCTIONS.map((line): Cell[] => [line.startsWith('# ') ? heading(line.slice(2)) : { value: line, wrap: true }]),
        widths: [110],
      },
      keySheet(tree, rows),
      ...['hospitals', 'pathways', 'services'].map((block) => entrySheet(tree, block, rows)),
      datedSheet('Demand by month', 'hospitals', of('hospitals'), monthsOf(scenario)),
      datedSheet('Split by month', 'pathways', of('pathways'), monthsOf(scenario)),
      datedSheet('Capacity by month', 'services', capacity, monthsOf(scenario)),
      datedSheet('Demand by week', 'hospitals', blank(of('hospitals')), weeksOf(scenario)),
      datedSheet('Capacity by week', 'services', blank(capacity), weeksOf(scenario)),
    ],
    options.measures.map(({ measure }) => measure),
  );
}

/** A value by month: its path in three parts, and its amount on a day of the simulation. */
interface DatedRow {
  block: string;
  name: string;
  what: string;
  unit: string;
  note: Value['note'];
  on: (day: number) => number | string | null;
}

const UNIT = { hours: ['commissioned', 'h/week'], beds: ['beds', 'beds'], placements: ['starts', 'per week'] } as const;

function datedRows(tree: Branch, scenario: Scenario): DatedRow[] {
  const fixed = (block: string, name: string, what: string, unit: string, amount: number | null): DatedRow => ({
    block,
    name,
    what,
    unit,
    note: noteAt(tree, [block, name, what]),
    on: () => amount,
  });
  const limits = (series: Dated<Limit>) => (day: number) => inForce(series, day) ?? null;
  return [
    ...namesAt(tree, ['hospitals']).map((name) =>
      fixed('hospitals', name, 'admissions', 'a day', amountAt(tree, ['hospitals', name, 'admissions'], perDay)),
    ),
    ...namesAt(tree, ['pathways']).map((name) =>
      fixed('pathways', name, 'share', '%', amountAt(tree, ['pathways', name, 'share'], share)),
    ),
    ...scenario.services.map((service): DatedRow => {
      const [what, unit] = UNIT[service.kind];
      const series = service.kind === 'hours' ? service.commissioned : service.kind === 'beds' ? service.beds : service.starts;
      return {
        block: 'services',
        name: service.name,
        what,
        unit,
        note: noteAt(tree, ['services', service.name, what]),
        on: limits(series),
      };
    }),
  ];
}

const blank = (rows: DatedRow[]): DatedRow[] => rows.map((row) => ({ ...row, note: null, on: () => null }));

function amountAt(tree: Branch, path: string[], kind: Parameters<typeof readQuantity>[1]): number | null {
  const node = find(tree, path);
  const read = node?.type === 'value' ? readQuantity(node.value, kind) : null;
  return read instanceof Quantity ? read.amount : null;
}

function noteAt(tree: Branch, path: string[]): Value['note'] {
  const node = find(tree, path);
  return node?.type === 'value' ? node.note : null;
}

/** First day of each month of the period, and each seventh day of it, in days of the simulation. */
function monthsOf({ start, days, warmUpDays }: Scenario): DatedHeading[] {
  const all = Array.from({ length: days }, (_, i) => ({ day: warmUpDays + i, iso: isoDay(start, i) }));
  return all.filter(({ iso }, i) => i === 0 || iso.endsWith('-01')).map(({ day, iso }) => ({ day, text: iso.slice(0, 7) }));
}

function weeksOf({ start, days, warmUpDays }: Scenario): DatedHeading[] {
  return Array.from({ length: Math.floor(days / 7) }, (_, i) => ({
    day: warmUpDays + 7 * i,
    text: `week of ${isoDay(start, 7 * i)}`,
  }));
}

interface DatedHeading {
  day: number;
  text: string;
}

const isoDay = (start: string, after: number): string =>
  isoDate(Math.round(Date.parse(`${start}T00:00:00Z`) / 86_400_000) + after);

function datedSheet(name: string, block: string, rows: DatedRow[], headings: DatedHeading[]): Sheet {
  const values = rows.map((row) => headings.map(({ day }) => input(row.on(day), row.unit === '%' ? '0.0%' : undefined)));
  return {
    name,
    frozen: { rows: 1, columns: 3 },
    widths: [18, 16, 10, 24, 24, ...headings.map(({ text }) => text.length + 3)],
    rows: [
      [block, 'what', 'unit', 'source', 'assumption', ...headings.map(({ text }) => text)].map(heading),
      ...rows.map((row, i): Cell[] => [row.name, row.what, row.unit, ...notes(row.note), ...(values[i] ?? [])]),
    ],
  };
}

/** Source, assumption. */
const notes = (note: Value['note']): Cell[] =>
  ['source', 'assumption'].map((origin) => input(note?.origin === origin ? note.text : null));

/** Every value that is in no other sheet, by its path. */
function keySheet(tree: Branch, dated: DatedRow[]): Sheet {
  const elsewhere = new Set(['d2a', 'hospitals', 'pathways', 'services']);
  const byMonth = new Set(dated.map(({ block, name, what }) => `${block}.${name}.${what}`));
  const covered = namesAt(tree, ['changes']).filter((name) =>
    entriesAt(tree, ['changes', name]).every(([key]) => key === 'from' || key === 'to' || byMonth.has(key)),
  );
  const leaves = [...tree.entries].filter(([key]) => !elsewhere.has(key)).flatMap(([key, { node }]) => leavesOf(node, [key]));
  const kept = leaves.filter(({ path }) => path[0] !== 'changes' || !covered.includes(path[1] ?? ''));
  return {
    name: 'Plan',
    frozen: { rows: 1, columns: 1 },
    widths: [38, 60, 40, 60],
    rows: [
      ['key', 'value', 'source', 'assumption'].map(heading),
      ...kept.map(({ path, node }): Cell[] => [path.join('.'), input(written(node)), ...notes(node.note)]),
    ],
  };
}

/** A row an entry, a column a key that any of them has. */
function entrySheet(tree: Branch, block: string, dated: DatedRow[]): Sheet {
  const entries = entriesAt(tree, [block]).map(([name, node]) => ({
    name,
    leaves: leavesOf(node, []).filter(
      ({ path }) => !dated.some((row) => row.block === block && row.name === name && row.what === path.join('.')),
    ),
  }));
  const keys = entries.reduce<string[]>(
    (so, { leaves }) =>
      inOrder(
        so,
        leaves.map(({ path }) => path.join('.')),
      ),
    [],
  );
  const cells = (leaves: Leaf[]) =>
    keys.map((key) => {
      const leaf = leaves.find(({ path }) => path.join('.') === key);
      return input(leaf ? written(leaf.node) : null);
    });
  return {
    name: block.slice(0, 1).toUpperCase() + block.slice(1),
    frozen: { rows: 1, columns: 1 },
    widths: [18, ...keys.map((key) => Math.max(14, key.length + 2)), 40, 40],
    rows: [
      [block, ...keys, 'source', 'assumption'].map(heading),
      ...entries.map(({ name, leaves }): Cell[] => [
        name,
        ...cells(leaves),
        ...notes(leaves.find(({ node }) => node.note?.text)?.node.note ?? null),
      ]),
    ],
  };
}

/** New keys before the next one that is there already: chance meets the outcomes of a service in the order written. */
function inOrder(known: string[], own: string[]): string[] {
  const keys = [...known];
  for (const [i, key] of own.entries()) {
    if (keys.includes(key)) continue;
    const next = own.slice(i + 1).find((later) => keys.includes(later));
    keys.splice(next === undefined ? keys.length : keys.indexOf(next), 0, key);
  }
  return keys;
}

interface Leaf {
  path: string[];
  node: Exclude<Tree, Branch>;
}

function leavesOf(node: Tree, path: string[]): Leaf[] {
  return node.type === 'map'
    ? [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]))
    : [{ path, node }];
}

const written = (node: Exclude<Tree, Branch>): string =>
  node.type === 'value' ? node.written : `[${node.items.map((item) => (item.type === 'value' ? item.written : '')).join(', ')}]`;
