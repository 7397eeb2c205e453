import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { togetherCompared } from './all-targets.ts';
import { type Doubt, leadingDoubt } from './doubts.ts';
import { differenceWords, mainRow, negligible, rowName, rowUnit, unclear } from './differences.ts';
import { costChange, costClause } from './net-cost.ts';
import { countOf, inWords, plain } from './numbers.ts';
import { longerQueues } from './longer-queues.ts';
import { unlikeVerdict } from './unlike.ts';
import { likelyMet, metWords, targetsOf } from './targets.ts';

/**
 * What a comparison comes to, without its last full stop. Where one cannot be held against the base, that and nothing else; else first what puts a scenario in doubt, whose targets then count as not met; then
 * which scenario is likely to meet most of the base's targets, with what that makes worse and costs; without targets, the lowest and the highest.
 */
export function comparedVerdict(results: Result[], comparison: Comparison): string {
  const unlike = unlikeVerdict(comparison);
  if (unlike !== null) return unlike;
  const doubts = results.map(leadingDoubt);
  const [base] = results;
  const targets = base ? targetsOf(base) : [];
  const comparable = targets.length > 0 && doubts.some((doubt) => doubt === null);
  const comes = comparable ? mostTargets(results, comparison) : lowestAndHighest(results, comparison);
  const clauses = doubtClauses(results, comparison, doubts, targets.length > 0);
  return [...(clauses.length > 0 ? [clauses.join('; ')] : []), comes].join('. ');
}

/** Scenarios of one doubt are told together: `with “A” the queue for home support grows through the period, …, so no target counts as likely to be met`. */
function doubtClauses(results: Result[], { scenarios }: Comparison, doubts: (Doubt | null)[], targets: boolean): string[] {
  const kinds = [...new Set(doubts.flatMap((doubt) => doubt?.kind ?? []))];
  return kinds.map((kind, k) => {
    const those = doubts.flatMap((doubt, i) => (doubt?.kind === kind ? [i] : []));
    const first = doubts[those[0] ?? 0];
    const all = those.length === results.length;
    const where = all
      ? 'In every scenario'
      : `${k === 0 ? 'With' : 'with'} ${quoted(those.map((i) => (i === 0 ? null : (scenarios[i] ?? ''))))}`;
    const several =
      those.length > 1 && those.some((i) => doubts[i]?.text !== first?.text)
        ? ` (as told of ${(those[0] ?? 0) === 0 ? 'the base' : `“${scenarios[those[0] ?? 0] ?? ''}”`})`
        : '';
    return `${where} ${first?.clause ?? ''}${several}${targets ? `, so no target counts as ${metWords(results)}${all ? '' : ' there'}` : ''}`;
  });
}

function mostTargets(results: Result[], comparison: Comparison): string {
  const [base] = results;
  const targets = base ? targetsOf(base) : [];
  const met = results.map((result) => likelyMet(result, targets));
  const [first = 0, most, least] = [met[0], Math.max(...met), Math.min(...met)];
  const best = met.flatMap((n, i) => (n === most ? [i] : []));
  const named = quoted(best.map((i) => comparison.scenarios[i] ?? ''));
  const words = metWords(results);
  if (targets.length === 1)
    return most === 0
      ? `The target is ${words} in no scenario`
      : least === 1
        ? `The target is ${words} in every scenario`
        : `The target is ${words} with ${named}${beside(results, comparison, best)}`;
  const of = `${most === 0 ? 'none' : inWords(most)} of ${countOf(targets.length, 'target')}`;
  if (most === 0) return `In every scenario ${of} is ${words}`;
  if (most === least)
    return `In every scenario ${of} ${most === 1 ? 'is' : 'are'} ${words}${togetherCompared(
      results,
      comparison,
      results.map((_, i) => i),
    )}`;
  if (most === first)
    return `No scenario does better than the base: ${of} ${most === 1 ? 'is' : 'are'} ${words}; ${results.length === 2 && leadingDoubt(results[1] as Result) !== null ? 'with the other' : `with “${comparison.scenarios[met.indexOf(least)] ?? ''}”`} ${least === 0 ? 'none' : inWords(least)}${togetherCompared(results, comparison, [0, met.indexOf(least)])}`;
  return `More targets are ${words} with ${named} than with the base: ${of}, not ${first === 0 ? 'none' : inWords(first)}${togetherCompared(results, comparison, [...best.slice(0, 1), 0])}${beside(results, comparison, best)}`;
}

const PEOPLE = 'no-criteria-to-reside';

/** Two scenarios at most are told of: what they do to those with no criteria to reside, which queues they make longer, and what they cost. */
const TOLD = 2;

/** Targets may be met while people wait, or for more money: said in the same breath, where it is clear. */
function beside(results: Result[], comparison: Comparison, named: number[], of = ''): string {
  const told = named.filter((i) => i > 0).slice(0, TOLD);
  const people = told.map((i) => peopleChange(comparison, i - 1));
  const nobody = of === PEOPLE || people.every((text) => text === null);
  const queues = told.flatMap((i) =>
    longerQueues(results, comparison, i - 1).map(
      (text) => `but ${told.length > 1 ? `with “${comparison.scenarios[i] ?? ''}” ` : ''}${text}`,
    ),
  );
  const costs = told.flatMap((i) => costOf(results, comparison, i - 1, told.length > 1));
  return [
    ...(nobody ? [] : [`people a night with no criteria to reside: ${people.map((text) => text ?? 'as many').join(' and ')}`]),
    ...queues,
    ...costs,
  ]
    .map((text) => `; ${text}`)
    .join('');
}

function peopleChange({ rows }: Comparison, i: number): string | null {
  const row = rows.find(({ measure, scope }) => measure === PEOPLE && scope === 'all');
  const d = row?.differences[i];
  if (!row || !d || unclear(d) || Math.abs(d.mean) < 0.5) return null;
  return `${differenceWords(d, 'people').value.replace(/^[+-]/, '')} ${d.mean > 0 ? 'more' : 'fewer'}`;
}

function costOf(results: Result[], comparison: Comparison, i: number, several: boolean): string[] {
  const change = costChange(results, comparison, i);
  const same = change?.costs && Object.values(change.costs).every((d) => !d || d.mean === 0);
  return change === null || same ? [] : [`${several ? `with “${comparison.scenarios[i + 1] ?? ''}” ` : ''}${costClause(change)}`];
}

/** Two names beside one another; more would fill a heading. */
export const comparedTitle = (names: string[]): string =>
  names.length < 3 ? names.join(' / ') : `${names[0]}, and ${countOf(names.length - 1, 'other')} against it`;

/** Two names at most; null is the base. */
function quoted(names: (string | null)[]): string {
  const said = names.slice(0, 2).map((name) => (name === null ? 'the base' : `“${name}”`));
  return names.length > 2 ? `${said.join(', ')} and ${countOf(names.length - 2, 'other')}` : said.join(' and ');
}

function lowestAndHighest(results: Result[], comparison: Comparison): string {
  const row = mainRow(results, comparison);
  if (!row) return 'The scenarios have no measure in common';
  const [name, unit] = [rowName(results, row), rowUnit(results, row)];
  const clear = row.differences.some((d) => d !== null && !unclear(d) && !negligible(d, unit, row.means[0] ?? null));
  if (!clear) return `${name}: no clear difference from the base`;
  const all = row.means
    .flatMap((mean, i) => (mean === null ? [] : [{ mean, i, name: comparison.scenarios[i] ?? '' }]))
    .sort((a, b) => a.mean - b.mean);
  const [low, high] = [all[0], all.at(-1)];
  if (!low || !high) return name;
  const better = results[0]?.definitions.find(({ measure }) => measure === row.measure)?.better ?? 'lower';
  return `${name}: lowest with “${low.name}”, ${plain(low.mean, unit)}; highest with “${high.name}”, ${plain(high.mean, unit)}${beside(results, comparison, [better === 'higher' ? high.i : low.i], row.measure)}`;
}
