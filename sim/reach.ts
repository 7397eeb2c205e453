import type { Scenario } from './scenario.ts';
import { ownService, type Whose } from './serving.ts';

const ANYBODY: Whose = { place: null, hospital: null };

/** Whether somebody in the first service, or referred to that group, may come to the second: it is the same, or an outcome leads there in the end. */
export function reaches(scenario: Scenario, from: string, to: string, whose = ANYBODY): boolean {
  const it = ownService(scenario, from, whose);
  return it?.name === to || (it !== undefined && it.kind !== 'placements' && it.outcomes.some(({ next }) => next !== null && reaches(scenario, next, to, whose)));
}
