import type { Decision, Point, Searched, SizeDecision, SweepDecision } from '../../sim/decision.ts';
import { fixed, money, share, signed, signedSpan, span } from '../words/numbers.ts';

/** `home-support commissioned 1,995 h/week`, several with `and` between. */
export function pointText({ varied }: Searched, at: number[]): string {
  return varied.map(({ path, values }, i) => `${nameOf(path)} ${grouped(values[at[i] ?? 0] ?? '')}`).join(' and ');
}

/** `services.home-support.commissioned` as `home-support, commissioned`. */
export function nameOf(path: string): string {
  const parts = path.split('.');
  return (parts.length > 2 ? parts.slice(1) : parts).join(', ');
}

/** Thousands separated, as people read them. */
export const grouped = (value: string): string => value.replace(/^\d{4,}/, (digits) => fixed(Number(digits)));

export function goalText({ goals }: Searched): string {
  return [...new Set(goals.map(({ label }) => label))].join('; ');
}

export const chanceText = ({ chance }: Point): string => (chance === null ? '' : `${share(chance.share)} (${span(chance.interval[0], chance.interval[1], 'share')})`);

export function costText({ cost }: Point): string {
  return cost === null ? '' : money(cost.mean);
}

/** The answer first, then how sure it is and what it costs. */
export function answerSentences(decision: Decision): string[] {
  return decision.kind === 'size' ? sizeSentences(decision) : sweepSentences(decision);
}

function sizeSentences(decision: SizeDecision): string[] {
  const { answer, below, standard, most, replications, grid } = decision;
  const aim = standard.on === 'risk' ? `misses the goal in at most ${share(standard.risk)} of winters` : 'meets the goal on average';
  const counted = `${fixed(replications)} replications were needed; every point in full would have been ${fixed(grid)} (${fixed(grid / replications, 1)} times as many).`;
  if (answer === null) {
    const tried = decision.most_tried;
    return [`Nothing in the range ${aim}`, `Even the most that was tried misses it in ${tried === null ? 'too many' : chanceText(tried)} of winters. Widen the range, or look at what capacity cannot change: the process delay.`, counted];
  }
  const sure = answer.chance === null ? [] : [`It misses the goal in ${chanceText(answer)} of ${fixed(most)} simulated winters (95% interval in brackets).`];
  const less = below === null ? ['It is the least of the range: less may do.'] : [`One step less (${pointText(decision, below.point.at)}) misses it in ${chanceText(below.point)} of winters.${changes(decision)}`];
  const cost = answer.cost === null ? [] : [`The capacity commissioned then costs ${money(answer.cost.mean)} over the period${below?.point.cost ? `, ${signed(answer.cost.mean - below.point.cost.mean, '£')} against one step less` : ''}.`];
  return [`${pointText(decision, answer.at)} is the least that ${aim}`, ...sure, ...less, ...cost, counted];
}

function changes({ below, goals }: SizeDecision): string {
  const parts = (below?.differences ?? []).flatMap(({ mean, interval }, i) => {
    const goal = goals[i];
    return goal === undefined || interval === null ? [] : [`${goal.label}${goal.over === 'period' ? '' : ` (${goal.over})`}: ${signed(mean, goal.unit)} (${signedSpan(interval[0], interval[1], goal.unit)})`];
  });
  return parts.length === 0 ? '' : ` What the step changes, on the same people: ${parts.slice(0, 3).join('; ')}.`;
}

function sweepSentences(decision: SweepDecision): string[] {
  const { cheapest, points, most } = decision;
  const counted = `Every one of ${fixed(points.length)} points met the same simulated people, ${fixed(most)} winters each.`;
  if (cheapest === null) return [`${fixed(points.length)} points compared`, 'Nothing has a price, so no point is cheapest: give services a `price` and `costs` a `delayed-bed-day`.', counted];
  const valued = points.some(({ delayed }) => delayed !== null);
  const flat = cheapest.flat.length === 0 ? 'Every other point costs clearly more.' : `Between ${flatText(decision)} the costs differ by less than the model can tell.`;
  return [
    `${pointText(decision, cheapest.at)} costs least: ${money(cheapest.total.mean)} over the period`,
    valued ? 'Counted are the capacity commissioned and the opportunity value of delayed bed-days.' : 'Counted is the capacity commissioned; delayed bed-days have no value in this scenario.',
    flat, ...lastDay(decision), counted,
  ];
}

/** The points whose cost cannot be told from the least, from the first to the last. */
function flatText(decision: SweepDecision): string {
  const all = [...(decision.cheapest?.flat ?? []).map(({ at }) => at), decision.cheapest?.at ?? []].sort((a, b) => a.reduce((so, place, i) => so || place - (b[i] ?? 0), 0));
  const ends = [all[0], all.at(-1)].map((at) => pointText(decision, at ?? []));
  return ends.join(' and ');
}

/** Along one capacity: what a delayed bed-day costs to remove with the last step. */
export function marginal(decision: SweepDecision, i: number): { per: number; from: Point; to: Point } | null {
  const [from, to] = [decision.points[i - 1], decision.points[i]];
  const days = decision.asked.findIndex(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all');
  const saved = (from?.asked[days]?.mean ?? Number.NaN) - (to?.asked[days]?.mean ?? Number.NaN);
  const more = (to?.cost?.mean ?? Number.NaN) - (from?.cost?.mean ?? Number.NaN);
  return from && to && decision.varied.length === 1 && saved > 0 && Number.isFinite(more) ? { per: more / saved, from, to } : null;
}

function lastDay(decision: SweepDecision): string[] {
  const last = marginal(decision, decision.points.length - 1);
  const first = marginal(decision, 1);
  if (last === null || first === null) return [];
  return [`The first step removes delayed bed-days at ${money(first.per)} each, the last at ${money(last.per)}: no delay at all is rarely cheapest.`];
}
