import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { answerOf } from '../words/answer.ts';
import { acuteQueues, acuteUse, bedsName } from '../words/acute-queue.ts';
import { setValues } from '../words/changes.ts';
import { runWord } from '../words/dates.ts';
import { capital, labelOf, meanOf, outer, serviceScope, summaryOf } from '../words/lookup.ts';
import { roughNote } from '../words/reading.ts';
import { amount, fixed, plain, span } from '../words/numbers.ts';
import { filledSentence } from '../words/start.ts';
import { precisionSentences } from '../words/precision.ts';
import { usedText } from '../words/tiles.ts';
import { printable, wrap } from './wrap.ts';

/** About ten lines for the terminal, the answer first, at most 80 columns. */
export function summary(result: Result): string {
  const { verdict, sentences, lead } = answerOf(result);
  const lines = [
    ...wrap(result.scenario.name),
    ...setLines(result),
    ...wrap(`${verdict}. ${sentences.slice(0, lead).join(' ')}`),
    ...rows(result),
    ...wrap(state(result)),
  ];
  return lines.join('\n');
}

/** What was set on the command line: the figures are not those of the file as it stands. */
export function setLines(result: Result): string[] {
  const set = setValues(result);
  return set.length > 0 ? wrap(`With ${set.join(', ')}`) : [];
}

/** Aligned numbers: mean, and the range of single replications. */
function rows(result: Result): string[] {
  const lines = [
    line(result, 'No criteria to reside, a night', 'no-criteria-to-reside', 'people'),
    line(result, 'Mean delay, days', 'delay-mean', 'days'),
    line(result, 'Leave on their ready date', 'on-ready-date', 'share'),
    ...acuteQueues(result)
      .slice(0, 3)
      .map((queue) => useLine(bedsName(queue, result), acuteUse(result, queue), queue.waiting.mean)),
    ...mostWaitedFor(result, 5).map((s) => serviceLine(result, capital(labelOf(s)), serviceScope(s))),
  ];
  return lines.flatMap((l) => (l === null ? [] : [l]));
}

function line(result: Result, what: string, measure: string, unit: string): string | null {
  const s = summaryOf(result, measure);
  if (!s) return null;
  const range = outer(s);
  const text = `  ${what.slice(0, 34).padEnd(34)} ${plain(s.mean, unit).padStart(8)}`;
  return range ? `${text}  (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], unit)})` : text;
}

function serviceLine(result: Result, label: string, scope: string): string | null {
  const waiting = meanOf(result, 'waiting', scope);
  if (waiting === null) return null;
  return useLine(label, meanOf(result, 'service-occupancy', scope), waiting);
}

/** In the order of the plan. */
function mostWaitedFor(result: Result, most: number): Service[] {
  const waiting = (service: Service): number => meanOf(result, 'waiting', serviceScope(service)) ?? 0;
  const { services } = result.scenario;
  const told = [...services].sort((a, b) => waiting(b) - waiting(a)).slice(0, most);
  return services.filter((service) => told.includes(service));
}

function useLine(label: string, used: number | null, waiting: number): string {
  const name = `  ${printable(label).slice(0, 34).padEnd(34)} `;
  return `${name}${(used === null ? '' : usedText(used)).padStart(8)}  ${used === null ? '' : 'used, '}${amount(waiting)} waiting`;
}

function state(result: Result): string {
  const failed = result.checks.filter((c) => !c.passed).length;
  const n = result.run.replications;
  return [
    `${fixed(n)} simulated ${runWord(result)}${n === 1 ? '' : 's'}, seed ${result.run.seed}.`,
    ...precisionSentences(result),
    ...(roughNote(result).length > 0 ? ['With fewer than 200 the ranges are rough.'] : []),
    failed > 0
      ? `${failed} SELF-CHECK${failed > 1 ? 'S' : ''} FAILED.`
      : `${fixed(result.checks.length)} of ${fixed(result.checks.length)} self-checks passed.`,
    ...warned(result),
  ].join(' ');
}

function warned(result: Result): string[] {
  const all = result.warnings.length;
  const told = weightiest(result);
  const count = `${all} ${all === 1 ? 'warning' : 'warnings'}`;
  if (all === 0) return [];
  return told.length === 0
    ? [`${count} in the report.`]
    : [`${count}${told.length < all ? ', all of them in the report' : ''}: ${told.join(' ')}`];
}

/** The first warning, and how it starts (one of a warm-up that is too short, a start far from the load, and of people not counted where the answer does not say so already): all figures depend on that. */
function weightiest(result: Result): string[] {
  const said = filledSentence(result).length > 0 ? 'start-filled' : null;
  const warnings = result.warnings.filter(({ kind }) => kind !== said);
  const settling = warnings.filter(({ kind }) => kind.startsWith('warm-up-too-short')).slice(0, 1);
  const start = [...settling, ...warnings.filter(({ kind }) => kind.startsWith('start'))];
  return [...new Set([...warnings.slice(0, 1), ...start])].map(({ text }) => text);
}
