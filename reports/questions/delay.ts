import type { AmbitionResult, Result } from '../../sim/result.ts';
import { causesOfDelay, familiesNote } from '../figures/causes-of-delay.ts';
import { ambitionName, targetText } from '../words/ambition-words.ts';
import { chance } from '../words/chance.ts';
import { overText, runWord } from '../words/dates.ts';
import { labelOf, lower, outer, serviceScope, summaryOf } from '../words/lookup.ts';
import { ofSupported, supportedText } from '../words/needs-support.ts';
import { amount, share, span, withUnit } from '../words/numbers.ts';
import { fromFigures, type Question, type Said } from './question.ts';

/** Services named one by one, the longest line first. */
const NAMED = 4;

export const delay: Question = {
  asks: 'How many wait each day, how long past the ready date, and how many leave on it?',
  needs: 'a hospital with discharges',
  differs: [{ measure: 'delay-mean', of: 'all' }, { measure: 'on-ready-date', of: 'all' }, { measure: 'no-criteria-to-reside', of: 'all' }, { measure: 'waiting', of: 'service' }],
  answer: (result) => [...waitingEachDay(result), ...pastReady(result)],
};

export const longStays: Question = {
  asks: 'What is the chance, month by month, that 14+ or 21+ exceeds the ambition?',
  needs: 'an ambition on a 14+ or 21+ measure, with its months',
  answer: (result) => result.ambitions.filter(({ measure }) => /-(14|21)-plus$/.test(measure)).map((a) => exceeds(result, a)),
};

export const process: Question = {
  asks: 'What can capacity not fix?',
  needs: 'process delay, or a wait for capacity',
  differs: [{ measure: 'bed-days-delayed-process', of: 'all' }, { measure: 'bed-days-delayed-capacity', of: 'all' }],
  answer: (result) => {
    const found = fromFigures(causesOfDelay(result));
    const families = familiesNote(result);
    return found.length === 0 || families === '' ? found : [...found, { text: families, see: null }];
  },
};

function waitingEachDay(result: Result): Said[] {
  const lines = result.scenario.services.flatMap((service) => {
    const waiting = summaryOf(result, 'waiting', serviceScope(service));
    return waiting ? [{ label: labelOf(service), waiting }] : [];
  }).sort((a, b) => b.waiting.mean - a.waiting.mean).slice(0, NAMED);
  if (lines.length === 0) return [];
  if (lines.every(({ waiting }) => waiting.mean === 0)) return [{ text: 'Nobody waits for a service on any day.', see: null }];
  const run = runWord(result);
  const said = lines.map(({ label, waiting }) => {
    const range = outer(waiting);
    return `${amount(waiting.range?.[2] ?? waiting.mean)} for ${label}${range ? ` (${span(range[0], range[1], 'people')})` : ''}`;
  });
  const ranged = lines[0]?.waiting.range ? `in the middle ${run} (in brackets 9 in 10 ${run}s)` : `in the one ${run} simulated`;
  return [{ text: `People waiting each day, ${ranged}: ${said.join(', ')}.`, see: null }];
}

function pastReady(result: Result): Said[] {
  const [delayed, ready] = [summaryOf(result, 'delay-mean'), summaryOf(result, 'on-ready-date')];
  if (!delayed || !ready) return [];
  const those = (measure: string, words: (v: number) => string): string => {
    const value = ofSupported(result, measure);
    return value === null ? '' : `, ${words(value)} of those who need support (${supportedText(result)})`;
  };
  const days = (v: number): string => withUnit(v, 'days');
  return [{
    text: delayed.mean === 0 ? 'Everybody discharged leaves on the ready date.'
      : `Mean delay past the ready date is ${days(delayed.mean)} over everyone discharged${those('delay-mean', days)}; ${share(ready.mean)} leave on the ready date${those('on-ready-date', share)}.`,
    see: 'delay-by-pathway',
  }];
}

/** The chance of missing an ambition, each of its months by itself. */
function exceeds(result: Result, a: AmbitionResult): Said {
  const definition = result.definitions.find(({ measure }) => measure === a.measure)?.definition ?? '';
  const verb = a.direction === 'at most' ? 'exceeded' : 'missed';
  const run = runWord(result);
  const rows = a.rows.map((row) => `${overText(row.over)} ${row.n > 1 ? chance(1 - row.met) : row.n === 0 ? 'no value' : row.met === 1 ? 'not' : 'yes'}`);
  const what = a.rows.some(({ n }) => n > 1) ? `chance that it is ${verb}` : `${verb} in the one ${run} simulated`;
  return { text: `“${ambitionName(result, a)}”, ${targetText(result, a)}: ${what}: ${rows.join(', ')}. Counted: ${lower(definition)}`, see: 'ambitions' };
}
