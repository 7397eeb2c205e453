import type { Definition, Result, ScenarioValue } from '../../sim/result.ts';
import { fixed } from '../words/numbers.ts';
import { type Table, withoutEmpty } from './figure.ts';

/** The tables at the foot: values by origin, self-checks, definitions. */

/** Longer groups than `most` are folded away. */
const ORIGINS: { origin: ScenarioValue['origin']; heading: string; note: string; most: number }[] = [
  { origin: 'assumption', heading: 'Assumptions', note: 'Why', most: 1000 },
  { origin: 'command line', heading: 'Set on the command line', note: 'Note', most: 1000 },
  { origin: 'unstated', heading: 'Stated in the scenario without a source', note: 'Note', most: 15 },
  { origin: 'source', heading: 'From a source', note: 'Source', most: 40 },
  { origin: 'default', heading: 'Defaults of the simulator', note: 'Note', most: 0 },
];

export function valueTables({ values }: Result): { heading: string; table: Table; open: boolean }[] {
  return ORIGINS.flatMap(({ origin, heading, note, most }) => {
    const found = values.filter((v) => v.origin === origin);
    if (found.length === 0) return [];
    const columns = [
      { key: 'path', head: 'What' },
      { key: 'value', head: 'Value' },
      { key: 'range', head: 'Could be' },
      { key: 'note', head: note },
      { key: 'confidence', head: 'Confidence' },
      { key: 'at', head: 'Where' },
    ];
    const rows = found.map((v) => [
      v.path,
      v.value,
      v.range ? `${v.range.low} to ${v.range.high}` : null,
      v.note,
      v.confidence,
      v.at,
    ]);
    return [
      { heading: `${heading} (${fixed(found.length)})`, open: found.length <= most, table: withoutEmpty({ columns, rows }) },
    ];
  });
}

export function checksTable({ checks }: Result): Table {
  return {
    columns: [
      { key: 'name', head: 'Check' },
      { key: 'what', head: 'What must hold' },
      { key: 'outcome', head: 'Outcome' },
      { key: 'worst', head: 'Worst difference or count' },
    ],
    rows: checks.map((c) => [c.name, c.what, c.passed ? 'Passed' : 'Failed', c.worst === 0 ? '0' : c.worst.toExponential(1)]),
  };
}

export function definitionsTable(definitions: Definition[]): Table {
  return {
    columns: [
      { key: 'title', head: 'Measure' },
      { key: 'measure', head: 'Name in the tables' },
      { key: 'unit', head: 'Unit' },
      { key: 'definition', head: 'Definition' },
      { key: 'formula', head: 'Formula' },
    ],
    rows: definitions.map((d) => [d.title, d.measure, d.unit, d.definition, d.formula]),
  };
}
