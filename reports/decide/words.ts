import type {
  Decision,
  RedesignDecision,
  Searched,
  SensitivityDecision,
  SizeDecision,
  SweepDecision,
} from '../../sim/decision.ts';
import type { Point } from '../../sim/decide/point.ts';
import type { Goal } from '../../sim/decide/goals.ts';
import { dayText, monthText, overText } from '../words/dates.ts';
import { capital, lower, spaced } from '../words/lookup.ts';
import { differenceSpan, knownText, signedSpan } from '../words/known.ts';
import { amount, countOf, fixed, money, plain, share, signed } from '../words/numbers.ts';

/** `home support, commissioned 1,995 h/week`, several with `and` between. */
export function pointText({ varied }: Searched, at: number[]): string {
  return varied.map(({ path, values }, i) => `${nameOf(path)} ${grouped(values[at[i] ?? 0] ?? '')}`).join(' and ');
}

/** `services.home-support.commissioned` as `home support, commissioned`. */
export function nameOf(path: string): string {
  const parts = path.split('.');
  return (parts.length > 2 ? parts.filter((part) => !BLOCKS.has(part)) : parts)
    .map((part) => (part === '*' ? 'all' : spaced(part)))
    .join(', ');
}
/** Names of blocks, which say nothing to a reader who sees what stands in them. */
const BLOCKS = new Set(['changes', 'services', 'pathways', 'hospitals', 'places', 'referrals']);

/** Thousands separated and dates in words, as people read them. */
export const grouped = (value: string): string =>
  ISO.test(value) ? dayText(value) : value.replace(/^\d{4,}/, (digits) => fixed(Number(digits)));
const ISO = /^\d{4}-\d\d-\d\d$/;

export function goalText({ goals }: Searched): string {
  return [...new Set(goals.map(({ label }) => label))].join('; ');
}

/** With its months where the same is asked of several. */
export const goalName = (goals: Goal[], { label, over }: Goal): string =>
  goals.filter((other) => other.label === label).length === 1 ? label : `${label}, ${overText(over)}`;

export const chanceText = ({ chance }: Point): string =>
  chance === null ? '' : knownText(chance.share, chance.interval, 'share');

export function costText({ cost }: Point): string {
  return cost === null ? '' : money(cost.mean);
}

/** What puts the answer in doubt before it, then the answer, how sure it is and what it costs. */
export function answerSentences(decision: Decision): string[] {
  const [first = '', ...sentences] = undoubted(decision);
  const verdict = capital(first);
  const { doubts = [] } = decision;
  const [worst] = doubts;
  if (!worst) return [verdict, ...sentences];
  const where = answered(decision) ? '' : 'At the most that was tried: ';
  return [
    `${answered(decision) ? `${worst.mark}. ` : ''}${verdict}`,
    ...doubts.map(({ text }, i) => `${i === 0 ? where : ''}${text}.`),
    ...sentences,
  ];
}

/** Some point is the answer; of a sensitivity, the plan as written. */
const answered = (decision: Decision): boolean =>
  decision.kind === 'sensitivity' || (decision.kind === 'sweep' ? decision.cheapest : decision.answer) !== null;

function undoubted(decision: Decision): string[] {
  switch (decision.kind) {
    case 'size':
      return sizeSentences(decision);
    case 'sweep':
      return sweepSentences(decision);
    case 'sensitivity':
      return sensitivitySentences(decision);
    case 'redesign':
      return redesignSentences(decision);
  }
}

function sizeSentences(decision: SizeDecision): string[] {
  const { answer, below, standard, most, replications, grid } = decision;
  const aim =
    standard.on === 'risk' ? `misses the goal in at most ${share(standard.risk)} of winters` : 'meets the goal on average';
  const counted =
    decision.profile === null ? countedText(replications, grid) : `${fixed(replications)} replications were needed.`;
  if (answer === null) {
    const tried = decision.most_tried;
    return [
      `Nothing in the range ${aim}`,
      `Even the most that was tried misses it in ${tried === null ? 'too many' : chanceText(tried)} of winters. Widen the range, or look at what capacity cannot change: the process delay.`,
      counted,
    ];
  }
  const sure =
    answer.chance === null
      ? []
      : [`It misses the goal in ${chanceText(answer)} of ${fixed(most)} simulated winters (95% interval in brackets).`];
  const mean = standard.on === 'mean' ? [`On average: ${meansText(decision, answer)}.`] : [];
  const less =
    below === null
      ? ['It is the least of the range: less may do.']
      : [
          `One step less (${pointText(decision, below.point.at)}) misses it in ${chanceText(below.point)} of ${fixed(below.point.replications)} winters.${changes(decision)} Less than a step apart is taken as alike.`,
        ];
  const cost =
    answer.cost === null
      ? []
      : [
          `Capacity then costs ${money(answer.cost.mean)} over the period${below?.point.cost && below.point.cost.mean !== answer.cost.mean ? `, ${signed(answer.cost.mean - below.point.cost.mean, '£')} against one step less` : ''}.`,
        ];
  return [
    `${pointText(decision, answer.at)} is the least that ${aim}`,
    ...mean,
    ...sure,
    ...less,
    ...cost,
    ...profileSentences(decision),
    counted,
  ];
}

/** The goals' means with their intervals. */
function meansText({ goals }: Searched, point: Point): string {
  return point.goals
    .map(
      ({ mean, interval }, i) =>
        `${goals[i]?.label ?? ''}: ${interval === null ? plain(mean, goals[i]?.unit ?? '') : knownText(mean, interval, goals[i]?.unit ?? '')}`,
    )
    .join('; ');
}

/** Against every point in full. */
function countedText(replications: number, grid: number): string {
  const times = grid / replications;
  return `${fixed(replications)} replications were needed; every point in full would have been ${fixed(grid)}${times > 1 ? ` (${fixed(times, 1)} times as many)` : ''}.`;
}

/** What is bought all the period, and what only some months need on top. */
function profileSentences(decision: SizeDecision): string[] {
  const { profile, varied, answer } = decision;
  if (profile === null) return [];
  const values = varied[0]?.values ?? [];
  const least = Math.min(...profile.months.map(({ step }) => step));
  const months = profile.months.map(({ month, step }) => `${monthText(month)} ${grouped(values[step] ?? '')}`);
  const saved = (answer?.cost?.mean ?? Number.NaN) - (profile.point.cost?.mean ?? Number.NaN);
  return [
    `By month: ${months.join(', ')}; the goal is then missed in ${chanceText(profile.point)} of winters. As a block for the whole period ${grouped(values[least] ?? '')}, the rest for its months only.${saved > 0 ? ` It costs ${money(saved)} less than one level all along.` : ''}`,
  ];
}

function changes({ below, goals }: SizeDecision): string {
  const parts = (below?.differences ?? []).flatMap(({ mean, interval }, i) => {
    const goal = goals[i];
    return goal === undefined || interval === null
      ? []
      : [differenceText(goalName(goals, goal), differenceSpan(mean, interval, goal.unit))];
  });
  return parts.length === 0 ? '' : ` What the step changes, on the same people: ${parts.slice(0, 3).join('; ')}.`;
}

const differenceText = (name: string, { value, span }: { value: string; span: string | null }): string =>
  `${name}: ${value}${span === null ? '' : ` (${span})`}`;

function sweepSentences(decision: SweepDecision): string[] {
  const { cheapest, points, most, matters, replications, grid, unpriced = [] } = decision;
  const counted =
    matters === null
      ? `Every one of ${fixed(points.length)} points met the same simulated people, ${fixed(most)} winters each.`
      : `A point was left as soon as it was clearly dearer, ${money(matters)} being the smallest difference that matters (Kim and Nelson's procedure, wrong at most 1 time in 20). ${countedText(replications, grid)}`;
  if (unpriced.length > 0)
    return [`${fixed(points.length)} points compared`, `No point is cheapest: ${unpriced.join('; ')}.`, counted];
  if (cheapest === null)
    return [
      `${fixed(points.length)} points compared`,
      'Nothing has a price, so no point is cheapest: give the services a price, and a delayed bed-day a value.',
      counted,
    ];
  const valued = points.some(({ delayed }) => delayed !== null);
  const flat =
    cheapest.flat.length === 0
      ? 'Every other point costs clearly more.'
      : `Between ${flatText(decision)} the costs differ by less than the model can tell.`;
  return [
    `${pointText(decision, cheapest.at)} costs least: ${money(cheapest.total.mean)} over the period`,
    valued
      ? 'Counted are the capacity commissioned, hours delivered above it and the opportunity value of delayed bed-days.'
      : 'Counted are the capacity commissioned and hours delivered above it; delayed bed-days have no value in this scenario.',
    flat,
    ...lastDay(decision),
    counted,
  ];
}

/** The points whose cost cannot be told from the least, from the first to the last. */
function flatText(decision: SweepDecision): string {
  const all = [...(decision.cheapest?.flat ?? []).map(({ at }) => at), decision.cheapest?.at ?? []].sort((a, b) =>
    a.reduce((so, place, i) => so || place - (b[i] ?? 0), 0),
  );
  const ends = [all[0], all.at(-1)].map((at) => pointText(decision, at ?? []));
  return ends.join(' and ');
}

const TOLD = 3;
/** A winter is expected to miss the goal where more than half do. */
const EVEN = 0.5;

function sensitivitySentences(decision: SensitivityDecision): string[] {
  const { bars, values, asked, base, most, left } = decision;
  const top = bars
    .slice(0, TOLD)
    .map(
      (bar) =>
        `${nameOf(values[bar.value]?.path ?? '')} (${values[bar.value]?.low} to ${values[bar.value]?.high}): ${signedSpan(Math.min(bar.low.mean, bar.high.mean), Math.max(bar.low.mean, bar.high.mean), asked.unit)}`,
    );
  return [
    `${nameOf(values[bars[0]?.value ?? 0]?.path ?? '')} moves ${lower(asked.title)} most`,
    `${asked.title} is ${plain(base.mean.mean, asked.unit)} as written. What moves it most: ${top.join('; ')}.`,
    ...turnedText(decision, nameOf),
    ...(values.some(({ origin }) => origin === 'unstated')
      ? ['The plan marks no assumption, so every value without a source was moved.']
      : []),
    `${countOf(bars.length, 'value')} ${bars.length === 1 ? 'was' : 'were'} moved one at a time, the ten widest in ${countOf(most, 'winter')} each; those without a stated range by a fifth either way, a share by a fifth of the smaller part while the others of its sum give way alike.${left.length > 0 ? ` ${fixed(left.length)} could not be moved.` : ''}`,
    ...togetherSentences(decision),
  ];
}

/** Whether the goal is met, and what turns that inside its range; nothing where the search had no goal. */
export function turnedText(decision: SensitivityDecision, name: (path: string) => string): string[] {
  const { bars, values, base } = decision;
  if (base.chance === null) return [];
  const flips = bars.filter((bar) => flipsAnswer(decision, bar)).map((bar) => name(values[bar.value]?.path ?? ''));
  const now = `As written the goal is ${base.chance.share > EVEN ? 'missed' : 'met'} in most winters`;
  return [
    flips.length === 0
      ? `${now}, and no value changes that inside its range.`
      : `${now}; inside its range that is turned by: ${flips.join('; ')}.`,
  ];
}

/** What all values moved together show, where it was asked for. */
function togetherSentences({ morris, sobol, values, asked }: SensitivityDecision): string[] {
  const name = (value: number) => nameOf(values[value]?.path ?? '');
  const effects = morris?.effects.slice(0, TOLD).map(({ value, size }) => `${name(value)} (${plain(size, asked.unit)})`) ?? [];
  const shares =
    sobol?.shares.slice(0, TOLD).map(({ value, total }) => `${name(value)} ${knownText(total.share, total.interval, 'share')}`) ??
    [];
  return [
    ...(effects.length > 0
      ? [
          `With all of them moved together (Morris screening), those that move it most over their range are: ${effects.join('; ')}.`,
        ]
      : []),
    ...(shares.length > 0
      ? [`Of the variance that the widest cause together (Sobol, interactions included; 95% interval): ${shares.join('; ')}.`]
      : []),
  ];
}

/** Whether most winters would miss what most now meet, or the other way about, at an end of the range. */
export function flipsAnswer({ base }: SensitivityDecision, { missed }: SensitivityDecision['bars'][number]): boolean {
  const misses = (base.chance?.share ?? 0) > EVEN;
  return missed !== null && [missed.low, missed.high].some((share) => share > EVEN !== misses);
}

const PLANS = {
  answer: 'With these dates',
  early: 'With everything on its first date',
  late: 'With everything on its last date',
};

function redesignSentences(decision: RedesignDecision): string[] {
  const { answer, early, late, standard, doubleRunning, worst, most, replications, grid } = decision;
  const aim =
    standard.on === 'risk' ? `the goal is missed in at most ${share(standard.risk)} of winters` : 'the goal is met on average';
  const weeks = worst.map(
    ({ plan, week, people }) =>
      `${PLANS[plan]} the worst week begins ${dayText(week)}, with ${amount(people.mean)} people ready and still in bed.`,
  );
  const counted = `${fixed(replications)} replications were needed, ${fixed(most)} at each of the three plans; every date in full would have been ${fixed(grid)}.`;
  if (answer === null)
    return [
      `No date in the range is late enough that ${aim}`,
      `Even with everything on its last date it is missed in ${chanceText(late)} of winters: the closings are not what breaks it.`,
      ...weeks,
      counted,
    ];
  const cost =
    doubleRunning === null
      ? []
      : [`Double running until then costs ${money(doubleRunning.mean)} more than closing everything on its first date.`];
  return [
    `Earliest dates at which ${aim}: ${pointText(decision, answer.at)}`,
    `The goal is then missed in ${chanceText(answer)} of winters; with everything on its first date in ${chanceText(early)}, on its last in ${chanceText(late)}.`,
    ...cost,
    ...weeks,
    counted,
  ];
}

const bedDaysAt = ({ asked }: SweepDecision, point: SweepDecision['points'][number] | undefined): number =>
  point?.asked[asked.findIndex(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all')]?.mean ?? Number.NaN;

/** Along one capacity: what a delayed bed-day costs to remove with a step, and what it is worth; null where the step removes none or has no price. */
export function marginal(decision: SweepDecision, i: number): { per: number; worth: number | null } | null {
  const [from, to] = [decision.points[i - 1], decision.points[i]];
  const saved = bedDaysAt(decision, from) - bedDaysAt(decision, to);
  const more = (to?.cost?.mean ?? Number.NaN) - (from?.cost?.mean ?? Number.NaN);
  if (decision.varied.length > 1 || !(saved > 0) || !Number.isFinite(more)) return null;
  return { per: more / saved, worth: from?.delayed ? from.delayed.mean / bedDaysAt(decision, from) : null };
}

function lastDay(decision: SweepDecision): string[] {
  const last = marginal(decision, decision.points.length - 1);
  const first = marginal(decision, 1);
  if (last === null || first === null) return [];
  const dear =
    last.worth === null
      ? ''
      : last.per > last.worth
        ? ` A delayed bed-day is worth ${money(last.worth)}: to remove the last ones costs more.`
        : ` A delayed bed-day is worth ${money(last.worth)}: more than it costs to remove, up to the end of the range.`;
  return [`The first step removes delayed bed-days at ${money(first.per)} each, the last at ${money(last.per)}.${dear}`];
}
