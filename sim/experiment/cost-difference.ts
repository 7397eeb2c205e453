import type { Measured, Result } from '../result.ts';
import type { CostDifference } from '../comparison.ts';
import { difference } from './difference.ts';
import { summaryOfAll } from '../statistics/spread.ts';

const CARE = ['cost-commissioned', 'cost-over-delivered'];
const VALUE = ['cost-delayed-bed-days'];

/**
 * What a scenario changes in cash, in the value of delayed bed-days and in both, £ over the period. Each is summed up winter by winter before it is held
 * against the base: one interval each, in which what care and delay share is counted once.
 */
export function costDifference(base: Result, other: Result, paired: boolean, several: number): CostDifference {
  const has = (wanted: string[]): boolean =>
    [base, other].some(({ measures }) =>
      measures.some(({ measure, scope, summary }) => wanted.includes(measure) && scope === 'all' && summary !== null),
    );
  const of = (wanted: string[], priced: boolean) =>
    priced ? difference(sumOf(base, wanted), sumOf(other, wanted), paired, several) : null;
  const [care, value] = [has(CARE), has(VALUE)];
  return { care: of(CARE, care), value: of(VALUE, value), net: of([...CARE, ...VALUE], care && value) };
}

/** The measures wanted, added up winter by winter; what a scenario does not have is 0 in it. */
function sumOf({ measures, run }: Result, wanted: string[]): Measured {
  const found = measures.filter(({ measure, scope }) => wanted.includes(measure) && scope === 'all');
  const winters = Array.from({ length: run.replications }, (_, i) => found.reduce((sum, one) => sum + (one.winters[i] ?? 0), 0));
  return { measure: 'cost', scope: 'all', summary: summaryOfAll(winters), winters };
}
