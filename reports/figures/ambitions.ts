import type { AmbitionResult, Result } from '../../sim/result.ts';
import { overall } from '../words/answer.ts';
import { chance, judge } from '../words/chance.ts';
import { overText, runWord } from '../words/dates.ts';
import { capital, outer, scopeLabel, titleOf, unitOf } from '../words/lookup.ts';
import { roughNote } from '../words/reading.ts';
import { plain, span, withUnit } from '../words/numbers.ts';
import { type Cell, type Figure, withoutEmpty } from './figure.ts';

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
      ...(single ? [] : [`The chance is the share of ${result.run.replications} simulated ${run}s that meet it; its 95% interval says how well that share is known.`]),
      ...roughNote(result),
      ...result.ambitions.flatMap((a) => (a.source ? [`Source of “${a.direction} ${withUnit(a.target, unitOf(result, a.measure))}”: ${a.source}.`] : [])),
    ],
    chart: null,
    table: withoutEmpty({
      columns: [
        { key: 'ambition', head: 'Ambition' }, { key: 'over', head: 'Counted over' }, { key: 'target', head: 'Target' }, { key: 'mean', head: 'Mean reached' },
        { key: 'p5_to_p95', head: `9 in 10 ${run}s` }, { key: 'met', head: `Met in, of all ${run}s` }, { key: 'verdict', head: 'In words' },
      ],
      rows: result.ambitions.flatMap((a) => a.rows.map((row) => rowOf(result, a, row))),
    }),
  }];
}

/** What is measured and for whom, in words. */
export function ambitionName(result: Result, a: AmbitionResult): string {
  const title = capital(titleOf(result, a.measure));
  return a.scope === 'all' ? title : `${title}, ${scopeLabel(result.scenario, a.scope)}`;
}

function rowOf(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number]): Cell[] {
  const unit = unitOf(result, a.measure);
  const range = outer(row.summary);
  return [
    ambitionName(result, a), overText(row.over), `${a.direction} ${withUnit(a.target, unit)}`, plain(row.summary?.mean ?? null, unit),
    range ? span(range[0], range[1], unit) : null,
    row.n > 1 ? `${chance(row.met)} (${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})` : null,
    judge(row).word,
  ];
}

function finding(result: Result): string {
  const rows = result.ambitions.flatMap((a) => a.rows);
  const only = rows.length === 1 ? judge(rows[0] ?? null).word : null;
  if (result.run.replications < 2) return only ? `${only} in the one ${runWord(result)} simulated` : `${overall(result, rows)} in the one ${runWord(result)} simulated`;
  return only ? `The ambition: ${only.toLowerCase()}` : overall(result, rows);
}
