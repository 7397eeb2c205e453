import type { Result, Summary } from '../../sim/result.ts';
import type { Hospital } from '../../sim/scenario/hospital.ts';
import { labelOf, meanOf, summaryOf } from './lookup.ts';

/** The queue for an acute bed of a hospital whose beds are limited. */
export interface AcuteQueue {
  hospital: Hospital;
  scope: string;
  /** `an acute bed`, and in which hospital where there are several. */
  bed: string;
  waiting: Summary;
}

/** The longest first; a hospital of which the result has no such queue has none. */
export function acuteQueues(result: Result): AcuteQueue[] {
  const { hospitals } = result.scenario;
  return hospitals
    .flatMap((hospital): AcuteQueue[] => {
      const scope = `hospital:${hospital.name}`;
      const waiting = summaryOf(result, 'acute-waiting', scope);
      return waiting ? [{ hospital, scope, bed: `an acute bed${inWhich(hospital, hospitals)}`, waiting }] : [];
    })
    .sort((a, b) => b.waiting.mean - a.waiting.mean);
}

/** `Acute beds`, and of which hospital where there are several. */
export const bedsName = ({ hospital }: AcuteQueue, { scenario }: Result): string =>
  `Acute beds${inWhich(hospital, scenario.hospitals)}`;

export const inWhich = (hospital: { name: string; label: string }, all: unknown[]): string =>
  all.length > 1 ? ` in ${labelOf(hospital)}` : '';

/** Share of its open beds in use; null where that is not known. */
export const acuteUse = (result: Result, { scope }: AcuteQueue): number | null => meanOf(result, 'acute-occupancy', scope);
