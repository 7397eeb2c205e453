import type { AmbitionResult, Result } from '../../sim/result.ts';
import { chance } from '../words/chance.ts';
import { overText, runWord } from '../words/dates.ts';
import { countOf, inWords } from '../words/numbers.ts';
import { besideTarget, nameAndMeasure, targetText } from '../words/ambition-words.ts';
import { likelyMet, metWords, targetOf, targetsOf } from '../words/targets.ts';
import type { Cell, Figure } from './figure.ts';

/** Scenarios told in the title. */
const TOLD = 3;

/** The base's ambitions and how each scenario does against them. */
export function ambitionsCompared(results: Result[]): Figure[] {
  const base = results[0];
  if (!base || base.ambitions.length === 0) return [];
  return [{
    id: 'ambitions-compared',
    title: finding(results, base),
    label: `Mean reached, and the share of simulated ${runWord(base)}s that meet the ambition with its 95% interval`,
    notes: [],
    chart: null,
    table: {
      columns: [
        { key: 'ambition', head: 'Ambition' }, { key: 'over', head: 'Counted over' }, { key: 'target', head: 'Target' },
        ...results.flatMap((r, i) => [{ key: `mean_${i + 1}`, head: `${r.scenario.name}: mean` }, { key: `met_${i + 1}`, head: `${r.scenario.name}: chance` }]),
      ],
      rows: base.ambitions.flatMap((a) => a.rows.map((row): Cell[] => [
        nameAndMeasure(base, a), overText(row.over), targetText(base, a),
        ...results.flatMap((r) => reached(r, base, a, row.over)),
      ])),
    },
  }];
}

function reached(result: Result, base: Result, ambition: AmbitionResult, over: string): Cell[] {
  const row = targetOf(result, ambition, over);
  if (!row) return [null, null];
  const met = row.n > 1 ? `${chance(row.met)} (${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})` : row.met === 1 ? 'met' : 'missed';
  return [besideTarget(base, ambition, row.summary?.mean ?? null), met];
}

/** How many of the base's ambitions each scenario is likely to meet; three scenarios at most. */
function finding(results: Result[], base: Result): string {
  const targets = targetsOf(base);
  const said = results.slice(0, TOLD).map((result) => `${inWords(likelyMet(result, targets))} in “${result.scenario.name}”`);
  const more = results.length > TOLD ? `, and ${countOf(results.length - TOLD, 'scenario')} more` : '';
  return `Of ${countOf(targets.length, 'target')} ${metWords(results)}: ${said.join(', ')}${more}`;
}
