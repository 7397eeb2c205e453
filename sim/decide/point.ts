import type { Point } from '../decision.ts';
import { chanceOfMissing, type Goal, meanOf } from './goals.ts';
import type { Trial } from './lab.ts';
import type { Asked } from './question.ts';

/** Asked of every point: what it costs, and what its delays are worth. */
export const COSTS: Asked[] = [{ measure: 'cost-commissioned', scope: 'all' }, { measure: 'cost-delayed-bed-days', scope: 'all' }];

export function pointOf(at: number[], trial: Trial, goals: { goal: Goal; at: number }[]): Point {
  const known = (values: number[] | undefined) => (values === undefined || values.every(Number.isNaN) ? null : meanOf(values));
  return {
    at,
    replications: trial.replications,
    chance: goals.length > 0 ? chanceOfMissing(trial, goals) : null,
    goals: goals.map(({ at: row }) => meanOf(trial.goals[row] ?? [])),
    cost: known(trial.asked[0]),
    delayed: known(trial.asked[1]),
  };
}
