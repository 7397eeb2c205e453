import type { Result } from '../../sim/result.ts';
import type { Comparison, CostDifference, Difference } from '../../sim/comparison.ts';
import { differenceWords, unclear } from './differences.ts';
import { listed } from './doubts.ts';
import { isUnlike } from './unlike.ts';
import { unpricedBetween } from './unpriced.ts';

/** Costs of the i-th scenario after the base against it, or the services without a price for which none can be said. */
export type CostChange = { costs: CostDifference; unpriced: null } | { costs: null; unpriced: string[] };

export function costChange(results: Result[], comparison: Comparison, i: number): CostChange | null {
  const [base, other, costs] = [results[0], results[i + 1], comparison.costs[i]];
  if (!base || !other || isUnlike(comparison, i)) return null;
  const unpriced = unpricedBetween(base, other);
  if (unpriced.length > 0) return { costs: null, unpriced };
  return costs && (costs.care || costs.value) ? { costs, unpriced: null } : null;
}

/** `£85k more`, or `about the same` where the interval leaves room for none. */
export function costText(d: Difference): string {
  if (isSame(d)) return 'about the same';
  return `${differenceWords(d, '£').value.replace(/^[+-]/, '')} ${d.mean > 0 ? 'more' : 'less'}`;
}

/** The same with its interval, also where it is about the same. */
export function costWithInterval(d: Difference): string {
  const { span } = differenceWords(d, '£');
  const interval = span === null || d.mean === 0 ? '' : ` (95% interval ${span})`;
  return `${costText(d)}${interval}`;
}

const isNothing = (d: Difference): boolean => [d.mean, ...(d.interval ?? [])].every((v) => Math.abs(v) < 0.5);
const isSame = (d: Difference): boolean => Math.abs(d.mean) < 0.5 || unclear(d);

/**
 * Cash, the value of delay and both together, each apart and by its own interval: `care costs £85k more in cash; delayed bed-days are valued at £200k
 * less, which is no cash; both together about the same`. Of what has no price, that no cost can be said.
 */
export function costClause(change: CostChange, words: (d: Difference) => string = costText): string {
  if (change.costs === null) return noCost(change.unpriced);
  const { care, value, net } = change.costs;
  if ([care, value, net].every((d) => d === null || isNothing(d))) return 'costs are the same';
  return [
    ...(care ? [`care costs ${words(care)} in cash`] : []),
    ...(value ? [`delayed bed-days are valued at ${words(value)}, which is not cash`] : []),
    ...(net ? [`both together: ${words(net)}`] : []),
  ].join('; ');
}

const noCost = (unpriced: string[]): string =>
  `no cost can be given: ${listed(unpriced)} ${unpriced.length > 1 || unpriced[0] === 'Acute beds' ? 'have' : 'has'} no price`;
