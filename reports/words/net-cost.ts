import type { Comparison } from '../../sim/result.ts';
import { isUnlike } from './unlike.ts';

/** What another scenario changes against the base, over the period and on average, £: care commissioned with hours over-delivered, and the value of delayed bed-days. */
export interface NetChange {
  care: number;
  /** Hours over-delivered are among the care. */
  withOver: boolean;
  value: number;
  /** Delayed bed-days. */
  days: number;
}

/** Of the i-th scenario after the base; null where care or delay has no price, or the two cannot be compared. */
export function netChange(comparison: Comparison, i: number): NetChange | null {
  if (isUnlike(comparison, i)) return null;
  const { rows } = comparison;
  const change = (measure: string): number | null => {
    const row = rows.find((it) => it.measure === measure && it.scope === 'all');
    const [from, to] = [row?.means[0] ?? null, row?.means[i + 1] ?? null];
    return from === null && to === null ? null : (to ?? 0) - (from ?? 0);
  };
  const [commissioned, over, value, days] = [change('cost-commissioned'), change('cost-over-delivered'), change('cost-delayed-bed-days'), change('bed-days-delayed')];
  return commissioned === null || value === null || days === null ? null : { care: commissioned + (over ?? 0), withOver: over !== null, value, days };
}
