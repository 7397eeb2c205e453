import type { Comparison, Result } from '../../sim/result.ts';
import { ambitionName, targetText } from '../words/ambition-words.ts';
import { answerOf } from '../words/answer.ts';
import { setValues } from '../words/changes.ts';
import { chance } from '../words/chance.ts';
import { comparedVerdict } from '../words/compared-verdict.ts';
import { runWord, spellText } from '../words/dates.ts';
import { differenceText, keyRows, mainRow, rowName, rowUnit, savedSentence } from '../words/differences.ts';
import { countOf, plain } from '../words/numbers.ts';
import { slowestSentence, stillSettling } from '../words/settled.ts';
import { isUnlike } from '../words/unlike.ts';
import { sameTargets } from '../words/targets.ts';
import { printable, wrap } from './wrap.ts';

const MEASURES = 4;
const TARGETS = 4;
const LABEL = 34;
/** More scenarios than this do not fit beside one another; the comparison page has them all. */
const COLUMNS = 5;

/** About ten lines for the terminal: the scenarios by number, their means, differences and chances side by side. */
export function compareSummary(results: Result[], comparison: Comparison): string {
  const names = comparison.scenarios.flatMap((name, i) => wrap(`${i + 1} ${name}${setText(results[i])}: ${verdict(results[i])}`));
  const heads = comparison.scenarios
    .slice(0, COLUMNS)
    .map((_, i) => `${i + 1}`.padStart(8))
    .join('');
  const rows = keyRows(results, comparison).slice(0, MEASURES);
  const main = mainRow(results, comparison);
  const together = main?.differences.some((it) => it?.together) ? ', all at once' : '';
  return [
    ...wrap(`${comparedVerdict(results, comparison)}.`),
    ...names,
    `${' '.repeat(LABEL + 2)}${heads}`,
    ...rows.map((row) =>
      line(
        rowName(results, row),
        row.means.map((mean) => plain(mean, rowUnit(results, row))),
      ),
    ),
    ...chances(results),
    ...(main === undefined
      ? []
      : main.differences.flatMap((it, i) =>
          isUnlike(comparison, i)
            ? []
            : wrap(
                `${rowName(results, main)}, ${i + 2} against 1 (95% interval${together}): ${differenceText(it, rowUnit(results, main), main.means[0] ?? null)}`,
              ),
        )),
    ...savedSentence(results, comparison).flatMap((line) => wrap(line)),
    ...unsettled(results).flatMap((line) => wrap(line)),
  ].join('\n');
}

/** Each cause once, with the scenarios it is true of: differences and chances stand on how they start. */
function unsettled(results: Result[]): string[] {
  const causes = results.map((result) =>
    stillSettling(result) ? (slowestSentence(result) ?? 'levels were still changing when the period begins') : null,
  );
  return [...new Set(causes)].flatMap((cause) => {
    const numbers = causes.flatMap((it, i) => (it === cause ? [`${i + 1}`] : []));
    return cause === null
      ? []
      : [`Warning for ${numbers.join(', ')}: ${cause}. The waits shown depend on the length of the warm-up.`];
  });
}

const setText = (result: Result | undefined): string =>
  result && setValues(result).length > 0 ? ` (with --set ${setValues(result).join(', ')})` : '';

function verdict(result: Result | undefined): string {
  const words = result ? answerOf(result).verdict : '';
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

function line(label: string, values: string[]): string {
  return `  ${printable(label).slice(0, LABEL).padEnd(LABEL)}${values
    .slice(0, COLUMNS)
    .map((value) => ` ${value.padStart(7)}`)
    .join('')}`;
}

/** The chance of each target of the first scenario, in every scenario: its hardest first, and how many are left out. */
function chances(results: Result[]): string[] {
  const base = results[0];
  const targets =
    base?.ambitions
      .flatMap((ambition) => ambition.rows.map(({ over, met }) => ({ ambition, over, met })))
      .sort((a, b) => a.met - b.met) ?? [];
  const more = targets.length - TARGETS;
  const said = targets.slice(0, TARGETS).map(({ ambition, over }) => {
    const of = results.map((result) =>
      result.ambitions.find(({ name }) => name === ambition.name)?.rows.find((row) => row.over === over),
    );
    const title = base ? `${ambitionName(base, ambition)}: ${targetText(base, ambition)}` : '';
    return [
      line(
        `Chance, ${base ? spellText(base, over) : over}`,
        of.map((row) => (row === undefined ? '' : chance(row.met))),
      ),
      `    ${printable(title)}`.slice(0, 80),
    ].join('\n');
  });
  const together = results.map((result) => sameTargets(base, result));
  const all =
    base && together.some((one) => one !== null)
      ? [
          line(
            `Chance, all targets in one ${runWord(base)}`,
            together.map((one) => (one ? chance(one.met) : '')),
          ),
        ]
      : [];
  const told = [...said, ...all];
  return more > 0 ? [...told, `  and ${countOf(more, 'target')} more in comparison.html`] : told;
}
