import type { AmbitionResult, Result } from '../../sim/result.ts';
import { chance } from '../words/chance.ts';
import { doubtNotes, markOf } from '../words/doubts.ts';
import { lower } from '../words/lookup.ts';
import { runWord, spellText } from '../words/dates.ts';
import { countOf, inWords } from '../words/numbers.ts';
import { besideTarget, nameAndMeasure, targetText } from '../words/ambition-words.ts';
import { allOf } from '../words/overall.ts';
import { likelyMet, metWords, sameTargets, targetOf, targetsOf } from '../words/targets.ts';
import type { Cell, Figure, Table } from './figure.ts';

/** Scenarios told in the title. */
const TOLD = 3;

/** The base's ambitions and how each scenario does against them. */
export function ambitionsCompared(results: Result[]): Figure[] {
  const base = results[0];
  if (!base || base.ambitions.length === 0) return [];
  return [
    {
      id: 'ambitions-compared',
      title: finding(results, base),
      label: `Mean reached; under it the share of simulated ${runWord(base)}s that meet the ambition, with its 95% interval`,
      notes: doubtNotes(results),
      chart: null,
      table: {
        columns: [
          { key: 'ambition', head: 'Ambition' },
          { key: 'over', head: 'Counted over' },
          { key: 'target', head: 'Target' },
          ...results.map((r, i) => ({ key: `scenario_${i + 1}`, head: r.scenario.name })),
        ],
        rows: base.ambitions
          .flatMap((a) =>
            a.rows.map((row): Cell[] => [
              nameAndMeasure(base, a),
              spellText(base, row.over),
              targetText(base, a),
              ...results.map((r) => reached(r, base, a, row.over)),
            ]),
          )
          .concat(allRow(results, base)),
      },
      csv: numbersOf(results, base),
    },
  ];
}

/** The chance of all of them in one and the same winter, of the scenarios that have them all. */
function allRow(results: Result[], base: Result): Cell[][] {
  const all = results.map((result) => sameTargets(base, result));
  if (!base.allTargets || all.every((one) => one === null)) return [];
  return [
    [
      `${allOf(base.allTargets.targets)} in one ${runWord(base)}`,
      null,
      null,
      ...all.map((one, i) =>
        one
          ? marked(results[i], one.met, `${chance(one.met)} (${chance(one.metInterval[0])} to ${chance(one.metInterval[1])})`)
          : null,
      ),
    ],
  ];
}

/** A chance never stands without what puts it in doubt. */
const marked = (result: Result | undefined, met: number, text: string): string =>
  result && met > 0 && markOf(result) !== '' ? `${text}\n${markOf(result)}` : text;

function reached(result: Result, base: Result, ambition: AmbitionResult, over: string): Cell {
  const row = targetOf(result, ambition, over);
  if (!row) return null;
  const met =
    row.n > 1
      ? `${chance(row.met)} (${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})`
      : row.met === 1
        ? 'met'
        : 'missed';
  return `${besideTarget(base, ambition, row.summary?.mean ?? null)}\n${marked(result, row.met, met)}`;
}

/** The same as numbers, a row a target and scenario. */
function numbersOf(results: Result[], base: Result): Table {
  const keys = [
    'ambition',
    'measure',
    'scope',
    'over',
    'direction',
    'target',
    'scenario',
    'mean',
    'met',
    'met_ci95_low',
    'met_ci95_high',
    'n',
  ];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: targetsOf(base).flatMap(({ ambition: a, over }) =>
      results.flatMap((r): Cell[][] => {
        const row = targetOf(r, a, over);
        return row
          ? [
              [
                a.name,
                a.measure,
                a.scope,
                over,
                a.direction,
                a.target,
                r.scenario.name,
                row.summary?.mean ?? null,
                row.met,
                ...row.metInterval,
                row.n,
              ],
            ]
          : [];
      }),
    ),
  };
}

/** How many of the base's ambitions each scenario is likely to meet; three scenarios at most. */
function finding(results: Result[], base: Result): string {
  const targets = targetsOf(base);
  const said = results.slice(0, TOLD).map((result) => {
    const met = likelyMet(result, targets);
    return `${met === 0 ? 'none' : inWords(met)} in “${result.scenario.name}”${markOf(result) === '' ? '' : ` (${lower(markOf(result))})`}`;
  });
  const more = results.length > TOLD ? `, and ${countOf(results.length - TOLD, 'scenario')} more` : '';
  return `Of ${countOf(targets.length, 'target')} ${metWords(results)}: ${said.join(', ')}${more}`;
}
