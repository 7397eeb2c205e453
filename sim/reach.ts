import type { Scenario } from './scenario.ts';

/** Whether somebody in the first service may come to the second: it is the same, or an outcome leads there in the end. */
export function reaches(scenario: Scenario, from: string, to: string): boolean {
  const it = scenario.services.find(({ name }) => name === from);
  return from === to || (it !== undefined && it.kind !== 'placements' && it.outcomes.some(({ next }) => next !== null && reaches(scenario, next, to)));
}
