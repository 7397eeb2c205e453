import type { AmbitionResult, Result } from '../../sim/result.ts';
import { ambitionName, besideTarget, nameAndMeasure, originOf, targetText } from '../words/ambition-words.ts';
import { together } from '../words/all-targets.ts';
import { answerOf } from '../words/answer.ts';
import { chance } from '../words/chance.ts';
import { runWord, spellText } from '../words/dates.ts';
import { doubtsOf, judged } from '../words/doubts.ts';
import { outer, unitOf } from '../words/lookup.ts';
import { allOf } from '../words/overall.ts';
import { roughNote } from '../words/reading.ts';
import { span } from '../words/numbers.ts';
import { type Cell, type Figure, type Table, withoutEmpty } from './figure.ts';

/** Every ambition, held against the months it names: reached, and the chance of meeting it. */
export function ambitions(result: Result): Figure[] {
  if (result.ambitions.length === 0) return [];
  const run = runWord(result);
  const single = result.run.replications < 2;
  return [
    {
      id: 'ambitions',
      title: finding(result),
      label: `Ambitions: what is reached and the share of simulated ${run}s that meet it`,
      notes: [
        ...(single
          ? []
          : [
              `The chance is the share of ${result.run.replications} simulated ${run}s that meet it; its 95% interval says how well that share is known.`,
              `The words go by that interval. d2a run --check has a simpler rule: it calls a target missed where under half of the ${run}s meet it, so one that “could go either way” here may count as missed there.`,
            ]),
        ...roughNote(result),
        ...result.ambitions.flatMap((a) => originNote(result, a)),
      ],
      chart: null,
      table: withoutEmpty({
        columns: [
          { key: 'ambition', head: 'Ambition' },
          { key: 'over', head: 'Counted over' },
          { key: 'target', head: 'Target' },
          { key: 'mean', head: 'Mean reached' },
          { key: 'p5_to_p95', head: `9 in 10 ${run}s` },
          { key: 'met', head: `Met in, of all ${run}s` },
          { key: 'verdict', head: 'In words' },
        ],
        rows: [...result.ambitions.flatMap((a) => a.rows.map((row) => rowOf(result, a, row))), ...allRow(result)],
      }),
      csv: numbersOf(result),
    },
  ];
}

function rowOf(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number]): Cell[] {
  const unit = unitOf(result, a.measure);
  const range = outer(row.summary);
  return [
    nameAndMeasure(result, a),
    spellText(result, row.over),
    targetText(result, a),
    besideTarget(result, a, row.summary?.mean ?? null),
    range ? span(range[0], range[1], unit) : null,
    row.n > 1 ? `${chance(row.met)} (${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})` : null,
    judged(result, a, row).word,
  ];
}

/** The chance of all of them in one and the same winter. */
function allRow(result: Result): Cell[][] {
  const [all, judgement] = [result.allTargets, together(result)];
  return all && judgement
    ? [
        [
          `${allOf(all.targets)} in one ${runWord(result)}`,
          null,
          null,
          null,
          null,
          `${chance(all.met)} (${chance(all.metInterval[0])} to ${chance(all.metInterval[1])})`,
          judgement.word,
        ],
      ]
    : [];
}

function originNote(result: Result, a: AmbitionResult): string[] {
  if (!a.source) return [];
  const origin = originOf(result, a);
  const word = origin === 'assumption' ? 'Assumption for' : origin === 'source' ? 'Source of' : 'Note on';
  return [`${word} “${ambitionName(result, a)}: ${targetText(result, a)}”: ${a.source}.`];
}

/** The same rows as numbers, for CSV. */
function numbersOf(result: Result): Table {
  const keys = [
    'ambition',
    'label',
    'measure',
    'scope',
    'unit',
    'over',
    'direction',
    'target',
    'mean',
    'p5',
    'p95',
    'met_share',
    'met_ci95_low',
    'met_ci95_high',
    'verdict',
  ];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: result.ambitions
      .flatMap((a) =>
        a.rows.map((row): Cell[] => [
          a.name,
          a.label,
          a.measure,
          a.scope,
          unitOf(result, a.measure),
          row.over,
          a.direction,
          a.target,
          row.summary?.mean ?? null,
          ...(outer(row.summary) ?? [null, null]),
          row.summary === null ? null : row.met,
          ...(row.summary !== null && row.n > 1 ? row.metInterval : [null, null]),
          judged(result, a, row).word,
        ]),
      )
      .concat(allNumbers(result, keys.length)),
  };
}

/** All targets together, under a name that no ambition of a scenario can have. */
function allNumbers(result: Result, columns: number): Cell[][] {
  const [all, judgement] = [result.allTargets, together(result)];
  if (!all || !judgement) return [];
  const row = [
    '(all targets)',
    `${allOf(all.targets)} in one ${runWord(result)}`,
    ...Array.from({ length: columns - 6 }, () => null),
    all.met,
    ...all.metInterval,
    judgement.word,
  ];
  return [row];
}

function finding(result: Result): string {
  const { verdict, clause } = answerOf(result);
  if (doubtsOf(result).length > 0) return verdict;
  if (result.run.replications < 2) return `${verdict} in the one ${runWord(result)} simulated`;
  return result.ambitions.flatMap((a) => a.rows).length === 1 ? `The ambition: ${clause}` : verdict;
}
