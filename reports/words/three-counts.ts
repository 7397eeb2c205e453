import type { Result } from '../../sim/result.ts';
import { meanOf } from './lookup.ts';
import { amount, fixed } from './numbers.ts';

/** Why three figures for delayed bed-days on one page are not the same: one sentence, where at least two of them are known. */
export function threeCounts(result: Result): string[] {
  const exact = meanOf(result, 'bed-days-delayed');
  const people = meanOf(result, 'no-criteria-to-reside');
  const [delay, discharges] = [meanOf(result, 'delay-mean'), meanOf(result, 'discharges')];
  const { days } = result.scenario;
  const counts = [
    ...(exact === null ? [] : [`${fixed(exact)} exact bed-days inside the period (ambitions and costs use these)`]),
    ...(people === null
      ? []
      : [`${fixed(people * days)} counted at midnight (${amount(people)} people x ${fixed(days)} nights)`]),
    ...(delay === null || discharges === null
      ? []
      : [
          `${fixed(delay * discharges)} whole nights of the people discharged in it, whenever those nights were (mean delay x discharges)`,
        ]),
  ];
  return counts.length < 2
    ? []
    : [
        `Delayed bed-days are counted in ${counts.length === 2 ? 'two' : 'three'} ways that come out near each other, not the same: ${counts.join('; ')}.`,
      ];
}
