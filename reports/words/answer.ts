import type { AmbitionResult, Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { togetherHeadline, togetherSentence } from './all-targets.ts';
import { chance, judge, type Judgement, type State } from './chance.ts';
import { doubtsOf, judged, leadingDoubt } from './doubts.ts';
import { overall, verb, worstOf } from './overall.ts';
import { metWords } from './targets.ts';
import { periodText, runWord, spellText } from './dates.ts';
import { ambitionName, besideTarget, measureName, targetText } from './ambition-words.ts';
import { labelOf, lower, meanOf, outer, serviceScope, summaryOf, unitOf } from './lookup.ts';
import { filledSentence } from './start.ts';
import { ofSupported, supportedText } from './needs-support.ts';
import { amount, plain, share, span, withUnit } from './numbers.ts';

/** The answer to the scenario's question: a verdict of a few words and the sentences that carry it. */
export interface Answer {
  verdict: string;
  /** The verdict as it stands inside a sentence: a label keeps its capitals. */
  clause: string;
  /** What its colour says; null where nothing is judged. */
  state: State | null;
  sentences: string[];
  /** So many of the sentences belong to the verdict: the terminal gives no more. */
  lead: number;
}

/** Nothing that puts the run in doubt stands behind a target: it is the headline, and then no target is called met. */
export function answerOf(result: Result): Answer {
  const targets = result.ambitions.flatMap((a) => a.rows.map((row) => ({ a, row })));
  const heading = headline(result, targets);
  const first = leadingDoubt(result);
  const others = doubtsOf(result)
    .filter(({ kind }) => kind !== first?.kind)
    .map(({ clause }) => clause);
  const also = others.length === 0 ? [] : [`Besides: ${others.join('; ')}.`];
  if (targets.length === 0) {
    const first = [...also, ...filledSentence(result)];
    return { ...heading, sentences: [...first, ...forecast(result)], lead: first.length + 1 };
  }
  const hardest = targets.reduce((x, y) => (y.row.met < x.row.met ? y : x));
  const lead = [
    ...also,
    ambitionSentence(result, hardest.a, hardest.row, targets.length > 1),
    ...togetherSentence(result),
    ...filledSentence(result),
  ];
  return { ...heading, sentences: [...lead, ...forecast(result).slice(0, 2)], lead: lead.length };
}

interface Target {
  a: AmbitionResult;
  row: AmbitionResult['rows'][number];
}

function headline(result: Result, targets: Target[]): Pick<Answer, 'verdict' | 'clause' | 'state'> {
  const doubt = leadingDoubt(result);
  const alone = targets.map(({ a, row }) => ({ a, ...judge(row) }));
  const good = alone.filter(({ state }) => state === 'good');
  if (doubt) {
    const so = good.length > 0 ? `, so no target counts as ${metWords([result])}` : '';
    return { verdict: `${doubt.text}${so}`, clause: `${doubt.clause}${so}`, state: doubt.state };
  }
  const { verdict, state } = undoubted(result, targets, alone);
  return { verdict, clause: lower(verdict), state };
}

/** Whose words never begin with a label. */
function undoubted(
  result: Result,
  targets: Target[],
  alone: ({ a: AmbitionResult } & Judgement)[],
): Pick<Answer, 'verdict' | 'state'> {
  const good = alone.filter(({ state }) => state === 'good');
  if (targets.length === 0) return { verdict: 'The forecast', state: null };
  const examples = alone.filter(({ a }) => a.example);
  if (good.length > 0 && good.length === examples.length && good.every(({ a }) => a.example))
    return exampleOnly(
      result,
      good.length,
      alone.filter(({ a }) => !a.example),
    );
  const judgements = targets.map(({ a, row }) => judged(result, a, row));
  const state = worstOf(judgements.map((one) => one.state));
  const said = judgements.length === 1 ? (judgements[0]?.word ?? '') : overall(judgements);
  return state === 'good' && judgements.length > 1 ? togetherHeadline(result, said) : { verdict: said, state };
}

/** A target of the template says nothing of the plan in which it was left. */
function exampleOnly(result: Result, n: number, own: Judgement[]): Pick<Answer, 'verdict' | 'state'> {
  const what = `Only ${n === 1 ? 'a target that is an example is' : 'targets that are examples are'} ${metWords([result])}: put your own in ${n === 1 ? 'its' : 'their'} place`;
  if (own.length === 0) return { verdict: what, state: 'open' };
  const yours = own.length === 1 ? `the plan’s own ${verb(own[0]?.word ?? '', 1)}` : `of the plan’s own, ${lower(overall(own))}`;
  return { verdict: `${what}; ${yours}`, state: worstOf(own.map(({ state }) => state)) };
}

/** `Delayed bed-days in January to March 2018 average 4,120 days (…), against at most 3,433. 12 of 100 simulated winters meet it, a chance of 12% (…).` */
function ambitionSentence(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number], hardest = false): string {
  const unit = unitOf(result, a.measure);
  const run = runWord(result);
  const [name, measure] = [ambitionName(result, a), measureName(result, a)];
  const named =
    name === measure
      ? `${measure} in ${spellText(result, row.over)}`
      : `“${name}” (${lower(measure)} in ${spellText(result, row.over)})`;
  const what = `${hardest ? 'Hardest to meet: ' : ''}${named}`;
  const target = targetText(result, a);
  if (!row.summary) return `${what}: no value to hold against ${target}.`;
  const exact = besideTarget(result, a, row.summary.mean);
  const usual = plain(row.summary.mean, unit);
  const reached =
    exact === usual ? withUnit(row.summary.mean, unit) : `${exact}${unit === 'share' || unit === '£' ? '' : ` ${unit}`}`;
  if (row.n < 2)
    return `${what}: ${reached} against ${target}, ${row.met === 1 ? 'met' : 'missed'} in the one ${run} simulated; one ${run} says nothing about the chance.`;
  const range = outer(row.summary);
  const spread = range ? ` (9 in 10 ${run}s: ${span(range[0], range[1], unit)})` : '';
  const [low, high] = row.metInterval;
  return `${what}: ${reached} on average${spread}, against ${target}. ${metText(row.met, row.n, run)} (95% interval of that chance: ${chance(low)} to ${chance(high)}).`;
}

/** `12 of 100 simulated winters meet it, a chance of 12%`, and `None` or `All` for the ends. */
function metText(met: number, n: number, run: string): string {
  if (met === 0) return `None of ${n} simulated ${run}s meets it`;
  if (met === 1) return `All ${n} simulated ${run}s meet it`;
  const count = Math.round(met * n);
  return `${count} of ${n} simulated ${run}s ${count === 1 ? 'meets' : 'meet'} it, a chance of ${chance(met)}`;
}

/** The key forecast: who has no criteria to reside, how long they are delayed, and the longest wait. */
function forecast(result: Result): string[] {
  return [ncrSentence(result), delaySentence(result), waitSentence(result)].filter((s) => s !== '');
}

function ncrSentence(result: Result): string {
  const s = summaryOf(result, 'no-criteria-to-reside');
  if (!s) return '';
  if (s.mean === 0) return `Nobody with no criteria to reside is left in an acute bed overnight, ${periodText(result)}.`;
  const range = outer(s);
  const spread = range ? ` (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'people')})` : '';
  return `From ${periodText(result)}, ${amount(s.mean)} people a night on average have no criteria to reside and are still in an acute bed${spread}.`;
}

function delaySentence(result: Result): string {
  const delay = meanOf(result, 'delay-mean');
  const ready = meanOf(result, 'on-ready-date');
  if (delay === null && ready === null) return '';
  const left = ready === null ? '' : `${share(ready)} of people leave on their ready date${supportText(result)}`;
  const mean = delay === null ? '' : `the mean delay over everyone discharged is ${withUnit(delay, 'days')}`;
  return `${[left, mean]
    .filter((t) => t)
    .join('; ')
    .replace(/^t/, 'T')}.`;
}

/** Whoever needs no support always leaves on the ready date, so the others are told apart. */
function supportText(result: Result): string {
  const ready = ofSupported(result, 'on-ready-date');
  return ready === null ? '' : `, of those who need support (${supportedText(result)}) ${share(ready)}`;
}

function waitSentence(result: Result): string {
  const longest = longestWait(result);
  return longest && longest.wait > 0
    ? `The longest wait for a place is for ${labelOf(longest.service)}: ${plain(longest.wait, 'days')} days from referral to start on average${arrangement(longest.service)}.`
    : '';
}

/** The service whose place is waited for longest, arrangement apart; its wait counts from referral. */
export function longestWait(result: Result): { service: Service; wait: number } | null {
  const waits = result.scenario.services.flatMap((service) => {
    const wait = meanOf(result, 'wait-mean', serviceScope(service));
    return wait === null ? [] : [{ service, wait, queue: wait - (service.leadTime?.mean ?? 0) }];
  });
  return waits.sort((a, b) => b.queue - a.queue)[0] ?? null;
}

/** A wait counts from the referral: how much of it is arrangement, where that is stated. */
export function arrangement({ leadTime }: Service): string {
  return leadTime === null || leadTime.mean === 0 ? '' : `, of which ${amount(leadTime.mean)} to arrange it`;
}
