import type { Result } from '../../sim/result.ts';
import { nameAndMeasure } from '../words/ambition-words.ts';
import { spellText, runWord } from '../words/dates.ts';
import { outer, unitOf } from '../words/lookup.ts';
import { apart, span } from '../words/numbers.ts';
import { roughNote } from '../words/reading.ts';
import { agreementSentence, agreesWord, type StatedRow, statedRows, statedText } from '../words/stated.ts';
import { type Cell, type Figure, type Table, withoutEmpty } from './figure.ts';

/** Everything the plan states, beside what the simulation makes of it. */
export function stated(result: Result): Figure[] {
  const rows = statedRows(result);
  if (rows.length === 0) return [];
  const run = runWord(result);
  return [
    {
      id: 'stated',
      title: agreementSentence([result]),
      label: 'What the plan states, beside the simulation',
      notes: [
        'Input: the scenario was told it. Fitted: an assumption was set to meet it. Derived: it comes out of the simulation; only this counts as agreement.',
        `They agree where the stated lies in the range of 9 in 10 ${run}s or, where a tolerance (±) is given, that close to the mean.`,
        ...roughNote(result),
        ...(result.stated ?? []).flatMap(({ label, source }) => (source === null ? [] : [`Source of “${label}”: ${source}.`])),
      ],
      chart: null,
      table: withoutEmpty({
        columns: [
          { key: 'stated', head: 'What the plan states' },
          { key: 'over', head: 'Counted over' },
          { key: 'value', head: 'Stated' },
          { key: 'mean', head: 'Simulated, mean' },
          { key: 'p5_to_p95', head: `9 in 10 ${run}s` },
          { key: 'role', head: 'Role' },
          { key: 'agrees', head: 'Agrees' },
          { key: 'note', head: 'Note' },
        ],
        rows: rows.map((row) => rowOf(result, row)),
      }),
      csv: numbersOf(result, rows),
    },
  ];
}

function rowOf(result: Result, row: StatedRow): Cell[] {
  const { stated: it, over, summary } = row;
  const unit = unitOf(result, it.measure);
  const range = outer(summary);
  return [
    nameAndMeasure(result, it),
    spellText(result, over),
    statedText(result, it),
    apart(summary?.mean ?? null, it.value, unit),
    range ? span(range[0], range[1], unit) : null,
    it.role,
    agreesWord(row),
    it.note,
  ];
}

/** The same rows as numbers, for CSV. */
function numbersOf(result: Result, rows: StatedRow[]): Table {
  const keys = [
    'stated',
    'label',
    'measure',
    'scope',
    'unit',
    'over',
    'role',
    'value',
    'within',
    'mean',
    'p5',
    'p95',
    'n',
    'agrees',
    'note',
    'source',
  ];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: rows.map(({ stated: it, over, summary, agrees }): Cell[] => [
      it.name,
      it.label,
      it.measure,
      it.scope,
      unitOf(result, it.measure),
      over,
      it.role,
      it.value,
      it.within,
      summary?.mean ?? null,
      ...(outer(summary) ?? [null, null]),
      summary?.n ?? 0,
      agrees === null ? null : agrees ? 'yes' : 'no',
      it.note,
      it.source,
    ]),
  };
}
