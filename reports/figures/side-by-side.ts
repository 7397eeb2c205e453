import type { AllTargets, Result } from '../../sim/result.ts';
import type { Comparison, Difference } from '../../sim/comparison.ts';
import { chance } from '../words/chance.ts';
import { runWord } from '../words/dates.ts';
import { type CompareRow, differenceWords, mainRow, negligible, rowName, rowUnit, unclear } from '../words/differences.ts';
import { costChange, costWithInterval } from '../words/net-cost.ts';
import { listed, markOf } from '../words/doubts.ts';
import { fixed, plain } from '../words/numbers.ts';
import { likelyMet, metWords, sameTargets, targetsOf } from '../words/targets.ts';
import { isUnlike } from '../words/unlike.ts';
import type { Cell, Table } from './figure.ts';

/** What a board weighs, after the measure asked about. */
const MEASURES = ['no-criteria-to-reside', 'delay-mean', 'cost-commissioned', 'cost-over-delivered', 'cost-delayed-bed-days'];

/** A scenario a row: targets likely to be met, and the few measures that carry the answer, each with its difference from the base. */
export function sideBySide(results: Result[], comparison: Comparison): Table {
  const rows = measuresOf(results, comparison);
  const targets = results[0] ? targetsOf(results[0]) : [];
  const counted = targets.length > 0;
  const priced = results.slice(1).some((_, i) => netText(results, comparison, i) !== '');
  const chances = results.map((result) => sameTargets(results[0], result));
  const joint = chances.some((all) => all !== null);
  const words = metWords(results);
  return {
    columns: [
      { key: 'scenario', head: 'Scenario' },
      ...(counted ? [{ key: 'targets', head: `Targets ${words}` }] : []),
      ...(joint
        ? [{ key: 'all_targets', head: `All ${fixed(targets.length)} in one ${results[0] ? runWord(results[0]) : 'winter'}` }]
        : []),
      ...rows.map((row) => ({
        key: `${row.measure}:${row.scope}`,
        head: `${rowName(results, row)}${said(rowUnit(results, row))}`,
      })),
      ...(priced
        ? [{ key: 'net', head: 'Care in cash and the value of delay, which is not cash, together against the base' }]
        : []),
    ],
    rows: results.map((result, i): Cell[] => [
      `${comparison.scenarios[i] ?? ''}${i === 0 ? ' (base)' : ''}`,
      ...(counted ? [`${fixed(likelyMet(result, targets))} of ${fixed(targets.length)}`] : []),
      ...(joint ? [chances[i] ? `${chanceText(chances[i])}${markBelow(result, chances[i])}` : ''] : []),
      ...rows.map(
        (row) =>
          `${plain(row.means[i] ?? null, rowUnit(results, row))}${i === 0 ? '' : `\n${isUnlike(comparison, i - 1) ? 'not compared' : beside(row.differences[i - 1], rowUnit(results, row), row.means[0] ?? null)}`}`,
      ),
      ...(priced ? [i === 0 ? '' : netText(results, comparison, i - 1)] : []),
    ]),
  };
}

/** One interval of both together; what has no price is named in place of a cost. */
function netText(results: Result[], comparison: Comparison, i: number): string {
  const change = costChange(results, comparison, i);
  if (change === null) return '';
  if (change.costs === null) return `no cost: ${listed(change.unpriced)} without a price`;
  return change.costs.net === null ? '' : costWithInterval(change.costs.net);
}

const chanceText = ({ met, metInterval: [low, high] }: AllTargets): string =>
  `${chance(met)} (${chance(low)} to ${chance(high)})`;

/** What puts the scenario in doubt stands with its chance. */
const markBelow = (result: Result, { met }: AllTargets): string =>
  met > 0 && markOf(result) !== '' ? `\n${markOf(result)}` : '';

const said = (unit: string): string => (unit === 'share' || unit === '£' || unit === '' ? '' : `, ${unit}`);

function measuresOf(results: Result[], comparison: Comparison): CompareRow[] {
  const found = MEASURES.flatMap((measure) =>
    comparison.rows.filter((row) => row.measure === measure && row.scope === 'all' && row.means.some((mean) => mean !== null)),
  );
  const main = mainRow(results, comparison);
  return main && !found.includes(main) ? [main, ...found] : found;
}

/** `+5.6 (+4.7 to +6.5)`, or that there is none to speak of. */
function beside(d: Difference | null | undefined, unit: string, base: number | null): string {
  if (!d) return 'no difference can be given';
  if (negligible(d, unit, base)) return 'as in the base';
  if (unclear(d)) return 'no clear difference';
  const { value, span } = differenceWords(d, unit);
  return `${value}${span ? ` (${span})` : ''}`;
}
