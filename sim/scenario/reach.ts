import { outcomesOf } from './kinds.ts';
import type { Scenario } from './scenario.ts';
import { ownService, type Whose } from './serving.ts';

const ANYBODY: Whose = { place: null, hospital: null };

/** Whether somebody in the first service, or referred to that group, may come to the second: it is the same, or an outcome leads there in the end. */
export function reaches(scenario: Scenario, from: string, to: string, whose = ANYBODY, seen = new Set<string>()): boolean {
  const it = ownService(scenario, from, whose);
  if (it === undefined || seen.has(it.name)) return false;
  seen.add(it.name);
  return it.name === to || outcomesOf(it).some(({ next }) => next !== null && reaches(scenario, next, to, whose, seen));
}
