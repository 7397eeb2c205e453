import type { Comparison, Difference, Result } from '../../sim/result.ts';
import { type CompareRow, intervalOf, mainRow, negligible, rowName, rowUnit, unclear } from '../words/differences.ts';
import { netChange } from '../words/net-cost.ts';
import { fixed, plain, signed, signedSpan } from '../words/numbers.ts';
import { isUnlike } from '../words/unlike.ts';
import { likelyMet, metWords, targetsOf } from '../words/targets.ts';
import type { Cell, Table } from './figure.ts';

/** What a board weighs, after the measure asked about. */
const MEASURES = ['no-criteria-to-reside', 'delay-mean', 'cost-commissioned', 'cost-over-delivered', 'cost-delayed-bed-days'];

/** A scenario a row: targets likely to be met, and the few measures that carry the answer, each with its difference from the base. */
export function sideBySide(results: Result[], comparison: Comparison): Table {
  const rows = measuresOf(results, comparison);
  const targets = results[0] ? targetsOf(results[0]) : [];
  const counted = targets.length > 0;
  const priced = results.slice(1).some((_, i) => netChange(comparison, i) !== null);
  const words = metWords(results);
  return {
    columns: [
      { key: 'scenario', head: 'Scenario' }, ...(counted ? [{ key: 'targets', head: `Targets ${words}` }] : []),
      ...rows.map((row) => ({ key: `${row.measure}:${row.scope}`, head: `${rowName(results, row)}${said(rowUnit(results, row))}` })),
      ...(priced ? [{ key: 'net', head: 'Care and the value of delay together, against the base' }] : []),
    ],
    rows: results.map((result, i): Cell[] => [
      `${comparison.scenarios[i] ?? ''}${i === 0 ? ' (base)' : ''}`, ...(counted ? [`${fixed(likelyMet(result, targets))} of ${fixed(targets.length)}`] : []),
      ...rows.map((row) => `${plain(row.means[i] ?? null, rowUnit(results, row))}${i === 0 ? '' : `\n${isUnlike(comparison, i - 1) ? 'not compared' : beside(row.differences[i - 1], rowUnit(results, row), row.means[0] ?? null)}`}`),
      ...(priced ? [i === 0 ? '' : netText(comparison, i - 1)] : []),
    ]),
  };
}

function netText(comparison: Comparison, i: number): string {
  const net = netChange(comparison, i);
  return net === null ? '' : signed(net.care + net.value, '£');
}

const said = (unit: string): string => (unit === 'share' || unit === '£' || unit === '' ? '' : `, ${unit}`);

function measuresOf(results: Result[], comparison: Comparison): CompareRow[] {
  const found = MEASURES.flatMap((measure) => comparison.rows.filter((row) => row.measure === measure && row.scope === 'all' && row.means.some((mean) => mean !== null)));
  const main = mainRow(results, comparison);
  return main && !found.includes(main) ? [main, ...found] : found;
}

/** `+5.6 (+4.7 to +6.5)`, or that there is none to speak of. */
function beside(d: Difference | null | undefined, unit: string, base: number | null): string {
  if (!d) return 'no difference can be given';
  const interval = intervalOf(d);
  if (negligible(d, unit, base)) return 'as in the base';
  if (unclear(d)) return 'no clear difference';
  return `${signed(d.mean, unit)}${interval ? ` (${signedSpan(interval[0], interval[1], unit)})` : ''}`;
}
