import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { acuteQueues } from '../words/acute-queue.ts';
import { ambitionName, targetText } from '../words/ambition-words.ts';
import { answerOf } from '../words/answer.ts';
import { setValues } from '../words/changes.ts';
import { chance } from '../words/chance.ts';
import { comparedVerdict } from '../words/compared-verdict.ts';
import { markOf } from '../words/doubts.ts';
import { runWord, spellText } from '../words/dates.ts';
import { differenceText, keyRows, mainRow, rowName, rowUnit, savedSentence } from '../words/differences.ts';
import { countOf, plain } from '../words/numbers.ts';
import { slowestSentence, stillSettling } from '../words/settled.ts';
import { filledSentence } from '../words/start.ts';
import { isUnlike } from '../words/unlike.ts';
import { sameTargets } from '../words/targets.ts';
import { printable, wrap } from './wrap.ts';

const MEASURES = 4;
const TARGETS = 4;
/** Hospitals whose queue for an acute bed is shown. */
const ACUTE = 3;
const LABEL = 34;
/** More scenarios than this do not fit beside one another; the comparison page has them all. */
const COLUMNS = 5;

/** About ten lines for the terminal: the scenarios by number, their means, differences and chances side by side. */
export function compareSummary(results: Result[], comparison: Comparison): string {
  const names = comparison.scenarios.flatMap((name, i) =>
    wrap(`${i + 1} ${name}${setText(results[i])}: ${results[i] ? answerOf(results[i]).clause : ''}`),
  );
  const heads = comparison.scenarios
    .slice(0, COLUMNS)
    .map((_, i) => `${i + 1}`.padStart(8))
    .join('');
  const keys = keyRows(results, comparison);
  const rows = [...keys.slice(0, MEASURES), ...keys.filter(({ measure }) => measure === 'acute-waiting').slice(0, ACUTE)];
  const main = mainRow(results, comparison);
  const together = main?.differences.some((it) => it?.together) ? ', all at once' : '';
  return [
    ...wrap(`${comparedVerdict(results, comparison)}.`),
    ...names,
    `${' '.repeat(LABEL + 2)}${heads}`,
    ...rows.map((row) =>
      line(
        row.measure === 'acute-waiting' ? acuteName(results, row.scope) : rowName(results, row),
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
    ...filled(results).flatMap((line) => wrap(line)),
    ...unsettled(results).flatMap((line) => wrap(line)),
  ].join('\n');
}

/** Short enough for a column: `Waiting for an acute bed`. */
const acuteName = (results: Result[], scope: string): string =>
  `Waiting for ${results.flatMap((result) => acuteQueues(result).filter((queue) => queue.scope === scope))[0]?.bed ?? 'an acute bed'}`;

/** Of whom nobody was counted at the start, once where it is the same of all. */
function filled(results: Result[]): string[] {
  const said = results.map((result) => filledSentence(result).join(' '));
  return [...new Set(said)].flatMap((text) => {
    const numbers = said.flatMap((it, i) => (it === text ? [`${i + 1}`] : []));
    return text === '' ? [] : [numbers.length === results.length ? text : `${numbers.join(', ')}: ${text}`];
  });
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
  result && setValues(result).length > 0 ? ` (with ${setValues(result).join(', ')})` : '';

function line(label: string, values: string[]): string {
  return `  ${printable(label).slice(0, LABEL).padEnd(LABEL)}${values
    .slice(0, COLUMNS)
    .map((value) => ` ${value.padStart(7)}`)
    .join('')}`;
}

const isStarred = (result: Result | undefined): boolean => result !== undefined && markOf(result) !== '';
const starred = (result: Result | undefined, met: number): string => `${chance(met)}${isStarred(result) ? '*' : ''}`;

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
        of.map((row, i) => (row === undefined ? '' : starred(results[i], row.met))),
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
            together.map((one, i) => (one ? starred(results[i], one.met) : '')),
          ),
        ]
      : [];
  const stars = results.some((result) => isStarred(result)) ? ['  * in doubt, as said above: does not count'] : [];
  const told = [...said, ...all, ...stars];
  return more > 0 ? [...told, `  and ${countOf(more, 'target')} more in comparison.html`] : told;
}
