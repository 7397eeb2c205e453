import type { AmbitionResult, Result } from '../../sim/result.ts';
import { ambitionName, besideTarget, nameAndMeasure, originOf, targetText } from '../words/ambition-words.ts';
import { chance, judge } from '../words/chance.ts';
import { overText, runWord } from '../words/dates.ts';
import { lower, outer, unitOf } from '../words/lookup.ts';
import { overall } from '../words/overall.ts';
import { roughNote } from '../words/reading.ts';
import { span } from '../words/numbers.ts';
import { type Cell, type Figure, type Table, withoutEmpty } from './figure.ts';

/** Every ambition, held against the months it names: reached, and the chance of meeting it. */
export function ambitions(result: Result): Figure[] {
  if (result.ambitions.length === 0) return [];
  const run = runWord(result);
  const single = result.run.replications < 2;
  return [{
    id: 'ambitions',
    title: finding(result),
    label: `Ambitions: what is reached and the share of simulated ${run}s that meet it`,
    notes: [
      ...(single ? [] : [
        `The chance is the share of ${result.run.replications} simulated ${run}s that meet it; its 95% interval says how well that share is known.`,
        `The words go by that interval. d2a run --check has a simpler rule: it calls a target missed where under half of the ${run}s meet it, so one that “could go either way” here may count as missed there.`,
      ]),
      ...roughNote(result),
      ...result.ambitions.flatMap((a) => originNote(result, a)),
    ],
    chart: null,
    table: withoutEmpty({
      columns: [
        { key: 'ambition', head: 'Ambition' }, { key: 'over', head: 'Counted over' }, { key: 'target', head: 'Target' }, { key: 'mean', head: 'Mean reached' },
        { key: 'p5_to_p95', head: `9 in 10 ${run}s` }, { key: 'met', head: `Met in, of all ${run}s` }, { key: 'verdict', head: 'In words' },
      ],
      rows: result.ambitions.flatMap((a) => a.rows.map((row) => rowOf(result, a, row))),
    }),
    csv: numbersOf(result),
  }];
}

function rowOf(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number]): Cell[] {
  const unit = unitOf(result, a.measure);
  const range = outer(row.summary);
  return [
    nameAndMeasure(result, a), overText(row.over), targetText(result, a), besideTarget(result, a, row.summary?.mean ?? null),
    range ? span(range[0], range[1], unit) : null,
    row.n > 1 ? `${chance(row.met)} (${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})` : null,
    judge(row).word,
  ];
}

function originNote(result: Result, a: AmbitionResult): string[] {
  if (!a.source) return [];
  const origin = originOf(result, a);
  const word = origin === 'assumption' ? 'Assumption for' : origin === 'source' ? 'Source of' : 'Note on';
  return [`${word} “${ambitionName(result, a)}: ${targetText(result, a)}”: ${a.source}.`];
}

/** The same rows as numbers, for CSV. */
function numbersOf(result: Result): Table {
  const keys = ['ambition', 'label', 'measure', 'scope', 'unit', 'over', 'direction', 'target', 'mean', 'p5', 'p95', 'met_share', 'met_ci95_low', 'met_ci95_high', 'verdict'];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: result.ambitions.flatMap((a) => a.rows.map((row): Cell[] => [
      a.name, a.label, a.measure, a.scope, unitOf(result, a.measure), row.over, a.direction, a.target, row.summary?.mean ?? null, ...(outer(row.summary) ?? [null, null]),
      row.summary === null ? null : row.met, ...(row.summary !== null && row.n > 1 ? row.metInterval : [null, null]), judge(row).word,
    ])),
  };
}

function finding(result: Result): string {
  const rows = result.ambitions.flatMap((a) => a.rows);
  const only = rows.length === 1 ? judge(rows[0] ?? null).word : null;
  if (result.run.replications < 2) return only ? `${only} in the one ${runWord(result)} simulated` : `${overall(rows)} in the one ${runWord(result)} simulated`;
  return only ? `The ambition: ${lower(only)}` : overall(rows);
}
