import type { Result, Settled, TimeToSettle, WarmUp } from '../../sim/result.ts';
import { capital, scopeLabel } from './lookup.ts';
import { countOf } from './numbers.ts';

/**
 * Whether the period begins in the state that the plan's own capacity and demand lead to: what a target's chance rests on. A start from the people present
 * begins in a known state. A result of a version that did not say cannot tell.
 */
export function settledAtStart({ scenario, warmUp }: Result): Settled {
  if (scenario.startFrom) return 'yes';
  if (warmUp?.settled !== undefined) return warmUp.settled;
  return warmUp?.levels.some(({ tooShort }) => tooShort) ? 'no' : 'cannot tell';
}

/** The figures depend on how long the warm-up is: a service needs longer by its load, or a level was still changing. */
export const stillSettling = (result: Result): boolean => settledAtStart(result) === 'no';

/** The services that need longer than the warm-up by their load, the slowest first. */
export function tooSlow({ days, needed = [] }: WarmUp): TimeToSettle[] {
  const of = (it: TimeToSettle) => it.days ?? Number.POSITIVE_INFINITY;
  return needed.filter((it) => of(it) > days).sort((a, b) => of(b) - of(a));
}

/** `Home support takes about 310 weeks to settle from an empty start; the warm-up is 26 weeks`; null where none needs longer. */
export function slowestSentence({ scenario, warmUp }: Result): string | null {
  const slowest = warmUp && tooSlow(warmUp)[0];
  if (!slowest) return null;
  const label = capital(scopeLabel(scenario, slowest.scope));
  return `${label} ${slowest.days === null ? 'never settles' : `takes ${weeksText(slowest.days)} to settle from an empty start`}; ${warmUpText(warmUp)}`;
}

export function warmUpText({ days }: WarmUp): string {
  return days === 0 ? 'there is no warm-up' : `the warm-up is ${lengthText(days)}`;
}

/** `26 weeks`, or days where they are not whole weeks. */
export const lengthText = (days: number): string => (days % 7 === 0 ? countOf(days / 7, 'week') : countOf(days, 'day'));

/** Rounded up, to two figures: `about 310 weeks`; more than ten years is no number. */
export function weeksText(days: number): string {
  const step = days > 700 ? 10 : 1;
  const weeks = Math.ceil(days / 7 / step) * step;
  return weeks > 520 ? 'more than ten years' : `about ${countOf(weeks, 'week')}`;
}
