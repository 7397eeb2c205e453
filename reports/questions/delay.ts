import type { AmbitionResult, Result } from '../../sim/result.ts';
import { causesOfDelay, familiesNote } from '../figures/causes-of-delay.ts';
import { acuteQueues } from '../words/acute-queue.ts';
import { ambitionName, besideTarget, targetText } from '../words/ambition-words.ts';
import { chance } from '../words/chance.ts';
import { isMonth, monthText, namesSpell, runWord, spellText } from '../words/dates.ts';
import { capital, labelOf, lower, outer, seriesIn, serviceScope, summaryOf, titleOf } from '../words/lookup.ts';
import { ofSupported, supportedText } from '../words/needs-support.ts';
import { amount, share, span, withUnit } from '../words/numbers.ts';
import { peak } from '../words/timeline.ts';
import { fromFigures, type Question, type Said } from './question.ts';

/** Services and acute beds named one by one, the longest queue first. */
const NAMED = 4;

export const delay: Question = {
  asks: 'How many wait each day, how long past the ready date, and how many leave on it?',
  needs: 'a hospital with discharges',
  differs: [
    { measure: 'delay-mean', of: 'all' },
    { measure: 'on-ready-date', of: 'all' },
    { measure: 'no-criteria-to-reside', of: 'all' },
    { measure: 'acute-waiting', of: 'hospital' },
    { measure: 'waiting', of: 'service' },
  ],
  answer: (result) => [...noCriteria(result), ...waitingEachDay(result), ...pastReady(result)],
};

export const longStays: Question = {
  asks: 'What is the chance, month by month, that 14+ or 21+ exceeds the ambition?',
  needs: 'a hospital with discharges; for the chance, an ambition on a 14+ or 21+ measure, with its months',
  beside: (_, other) => {
    const all = onLongStays(other);
    return all.length > 0
      ? [`Chance that it is exceeded: ${all.map((a) => `“${ambitionName(other, a)}” ${missedIn(other, a)}`).join('; ')}.`]
      : longStayShares(other).map((text) => `${capital(text)}.`);
  },
  answer: (result) => {
    const all = onLongStays(result);
    return all.length > 0
      ? [
          ...all.map((a) => exceeds(result, a)),
          ...counted(
            result,
            all.map(({ measure }) => measure),
          ),
        ]
      : withoutAmbition(result);
  },
};

const onLongStays = ({ ambitions }: Result): AmbitionResult[] =>
  ambitions.filter(({ measure }) => /-(14|21)-plus$/.test(measure));

export const process: Question = {
  asks: 'What can capacity not fix?',
  needs: 'process delay, or a wait for capacity',
  differs: [
    { measure: 'bed-days-delayed-process', of: 'all' },
    { measure: 'bed-days-delayed-capacity', of: 'all' },
  ],
  answer: (result) => {
    const found = fromFigures(causesOfDelay(result));
    const families = familiesNote(result);
    return found.length === 0 || families === '' ? found : [...found, { text: families, see: null }];
  },
};

function noCriteria(result: Result): Said[] {
  const s = summaryOf(result, 'no-criteria-to-reside');
  const range = outer(s);
  return s
    ? [
        {
          text: `People with no criteria to reside in an acute bed, a night: ${amount(s.mean)} on average${range ? ` (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'people')})` : ''}.`,
          see: 'no-criteria-to-reside',
        },
      ]
    : [];
}

function waitingEachDay(result: Result): Said[] {
  const acute = acuteQueues(result).map(({ bed, waiting }) => ({ label: bed, waiting }));
  const all = [
    ...acute,
    ...result.scenario.services.flatMap((service) => {
      const waiting = summaryOf(result, 'waiting', serviceScope(service));
      return waiting ? [{ label: labelOf(service), waiting }] : [];
    }),
  ];
  const lines = all
    .filter(({ waiting }) => waiting.mean > 0)
    .sort((a, b) => b.waiting.mean - a.waiting.mean)
    .slice(0, NAMED);
  if (all.length === 0) return [];
  if (lines.length === 0)
    return [{ text: `Nobody waits for ${acute.length > 0 ? 'an acute bed or ' : ''}a service on any day.`, see: null }];
  const run = runWord(result);
  const said = lines.map(({ label, waiting }) => {
    const range = outer(waiting);
    return `${amount(waiting.mean)} for ${label}${range ? ` (${span(range[0], range[1], 'people')})` : ''}`;
  });
  const ranged = lines[0]?.waiting.range ? `on average (in brackets 9 in 10 ${run}s)` : `in the one ${run} simulated`;
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
  return [
    {
      text:
        delayed.mean === 0
          ? 'Everybody discharged leaves on the ready date.'
          : `Mean delay past the ready date is ${days(delayed.mean)} over everyone discharged${those('delay-mean', days)}; ${share(ready.mean)} leave on the ready date${those('on-ready-date', share)}.`,
      see: 'delay-by-pathway',
    },
  ];
}

/** What is reached, and the chance of missing an ambition, each of its months by itself. */
function exceeds(result: Result, a: AmbitionResult): Said {
  const verb = a.direction === 'at most' ? 'exceeded' : 'missed';
  const run = runWord(result);
  const reached =
    a.rows.length === 1 && a.rows[0]?.summary
      ? `${besideTarget(result, a, a.rows[0].summary.mean)} ${a.rows[0].n > 1 ? 'on average' : 'reached'}; `
      : '';
  const what = a.rows.some(({ n }) => n > 1) ? `chance that it is ${verb}` : `${verb} in the one ${run} simulated`;
  return {
    text: `“${ambitionName(result, a)}”, ${targetText(result, a)}: ${reached}${what}: ${missedIn(result, a)}.`,
    see: 'ambitions',
  };
}

/** `December 2017 10%, January 2018 80%`; of one replication `yes` or `not`. Where there is but one spell, and a label that names it, without its name. */
const missedIn = (result: Result, { rows, label }: AmbitionResult): string =>
  rows
    .map((row) => {
      const missed = row.n > 1 ? chance(1 - row.met) : row.n === 0 ? 'no value' : row.met === 1 ? 'not' : 'yes';
      return rows.length === 1 && namesSpell(label, row.over) ? missed : `${spellText(result, row.over)} ${missed}`;
    })
    .join(', ');

const PLUS = ['discharges-14-plus', 'discharges-21-plus'];

/** How many long stays there are, and when most. */
const longStayShares = (result: Result): string[] =>
  PLUS.flatMap((measure) => {
    const s = summaryOf(result, measure);
    if (!s) return [];
    const range = outer(s);
    const months = seriesIn(result.byMonth, measure).map((v, i) =>
      isMonth(result.calendar.months[i]) ? (v?.mean ?? null) : null,
    );
    const top = peak(months);
    const most =
      months.filter((v) => v !== null).length > 1 && top >= 0
        ? `, most in ${monthText(result.calendar.months[top]?.month ?? '')}: ${share(months[top] ?? 0)}`
        : '';
    return [
      `${lower(titleOf(result, measure))} ${share(s.mean)} on average${range ? ` (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'share')})` : ''}${most}`,
    ];
  });

function withoutAmbition(result: Result): Said[] {
  const told = longStayShares(result);
  return told.length === 0
    ? []
    : [{ text: `No ambition is stated to hold it against; ${told.join('; ')}.`, see: 'long-stays' }, ...counted(result, PLUS)];
}

/** What the measures count, each once. */
const counted = (result: Result, measures: string[]): Said[] => {
  const found = [...new Set(measures)].flatMap((measure) =>
    result.definitions
      .filter((d) => d.measure === measure)
      .map(({ title, definition }) => `${lower(title)}: ${lower(definition).replace(/\.$/, '')}`),
  );
  return found.length === 0 ? [] : [{ text: `Counted: ${found.join('; ')}.`, see: null }];
};
