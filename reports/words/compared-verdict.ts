import type { Comparison, Result } from '../../sim/result.ts';
import { mainRow, negligible, rowName, rowUnit, unclear } from './differences.ts';
import { netChange } from './net-cost.ts';
import { amount, countOf, inWords, money, plain } from './numbers.ts';
import { unlikeVerdict } from './unlike.ts';
import { likelyMet, metWords, targetsOf } from './targets.ts';

/** What a comparison comes to, in one sentence without its full stop: which scenario is likely to meet most of the base's targets; without targets, the lowest and the highest. Where one cannot be held against the base, that and nothing else. */
export function comparedVerdict(results: Result[], comparison: Comparison): string {
  const unlike = unlikeVerdict(comparison);
  if (unlike !== null) return unlike;
  const [base] = results;
  const targets = base ? targetsOf(base) : [];
  if (targets.length === 0) return lowestAndHighest(results, comparison);
  const met = results.map((result) => likelyMet(result, targets));
  const [first = 0, most, least] = [met[0], Math.max(...met), Math.min(...met)];
  const best = met.flatMap((n, i) => (n === most ? [i] : []));
  const named = quoted(best.map((i) => comparison.scenarios[i] ?? ''));
  const words = metWords(results);
  if (targets.length === 1) return most === 0 ? `The target is ${words} in no scenario` : least === 1 ? `The target is ${words} in every scenario` : `The target is ${words} with ${named}${beside(comparison, best)}`;
  const of = `${inWords(most)} of ${countOf(targets.length, 'target')}`;
  if (most === least) return `In every scenario ${of} ${most === 1 ? 'is' : 'are'} ${words}`;
  if (most === first) return `No scenario does better than the base: ${of} ${most === 1 ? 'is' : 'are'} ${words}; with “${comparison.scenarios[met.indexOf(least)] ?? ''}” ${least === 0 ? 'none' : inWords(least)}`;
  return `More targets are ${words} with ${named} than with the base: ${of}, not ${first === 0 ? 'none' : inWords(first)}${beside(comparison, best)}`;
}

/** Targets may be met while people wait, or for more money: what the scenarios named do to those with no criteria to reside, where that is clear, and to care and delay in £. */
function beside(comparison: Comparison, named: number[]): string {
  const told = named.slice(0, 2).filter((i) => i > 0);
  const row = comparison.rows.find(({ measure, scope }) => measure === 'no-criteria-to-reside' && scope === 'all');
  const people = told.map((i) => {
    const d = row?.differences[i - 1];
    return !d || unclear(d) || Math.abs(d.mean) < 0.5 ? null : `${amount(Math.abs(d.mean))} ${d.mean > 0 ? 'more' : 'fewer'}`;
  });
  const costs = told.map((i) => {
    const found = netChange(comparison, i - 1);
    const net = found ? found.care + found.value : 0;
    return Math.abs(net) < 0.5 ? null : `${money(Math.abs(net))} ${net > 0 ? 'more' : 'less'}`;
  });
  const said = (what: string, texts: (string | null)[], none: string): string => (texts.every((text) => text === null) ? '' : `; ${what}: ${texts.map((text) => text ?? none).join(' and ')}`);
  return `${said('people a night with no criteria to reside', people, 'as many')}${said('care and the value of delay together', costs, 'as much')}`;
}

/** Two names beside one another; more would fill a heading. */
export const comparedTitle = (names: string[]): string => (names.length < 3 ? names.join(' / ') : `${names[0]}, and ${countOf(names.length - 1, 'other')} against it`);

/** Two names at most. */
function quoted(names: string[]): string {
  const said = names.slice(0, 2).map((name) => `“${name}”`);
  return names.length > 2 ? `${said.join(', ')} and ${countOf(names.length - 2, 'other')}` : said.join(' and ');
}

function lowestAndHighest(results: Result[], comparison: Comparison): string {
  const row = mainRow(results, comparison);
  if (!row) return 'The scenarios have no measure in common';
  const [name, unit] = [rowName(results, row), rowUnit(results, row)];
  const clear = row.differences.some((d) => d !== null && !unclear(d) && !negligible(d, unit, row.means[0] ?? null));
  if (!clear) return `${name}: no clear difference from the base`;
  const known = row.means.flatMap((mean, i) => (mean === null ? [] : [{ mean, name: comparison.scenarios[i] ?? '' }])).sort((a, b) => a.mean - b.mean);
  const [low, high] = [known[0], known.at(-1)];
  return low && high ? `${name}: lowest with “${low.name}”, ${plain(low.mean, unit)}; highest with “${high.name}”, ${plain(high.mean, unit)}` : name;
}
