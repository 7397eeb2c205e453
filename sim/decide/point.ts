import { type Chance, chanceOfMissing, type Goal, type Mean, meanOf } from './goals.ts';
import type { Trial } from './lab.ts';
import type { Asked } from './question.ts';

/** A point in full: where it stands on what was varied, and what its replications show. */
export interface Point {
  /** Place among `varied[i].values`, one each. */
  at: number[];
  replications: number;
  chance: Chance | null;
  /** One a goal. */
  goals: Mean[];
  /** Capacity commissioned with hours delivered above it, £ over the period; null where nothing has a price. */
  cost: Mean | null;
  /** Opportunity value of delayed bed-days, £; null where the scenario gives none. */
  delayed: Mean | null;
}

/** Asked of every point: what it costs, what goes above it, and what its delays are worth. */
export const COSTS: Asked[] = ['cost-commissioned', 'cost-over-delivered', 'cost-delayed-bed-days'].map((measure) => ({
  measure,
  scope: 'all',
}));

/** In each replication capacity commissioned with hours delivered above it, £; null where nothing has a price. */
export function capacityCost({ asked: [commissioned = [], above = []] }: Trial): number[] | null {
  return commissioned.every(Number.isNaN) ? null : commissioned.map((cost, i) => cost + orNone(above[i]));
}

/** The same with the value of delayed bed-days, where it has one. */
export function totalCost(trial: Trial): number[] | null {
  return capacityCost(trial)?.map((cost, i) => cost + orNone(trial.asked[2]?.[i])) ?? null;
}

const orNone = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);

export function pointOf(at: number[], trial: Trial, goals: { goal: Goal; at: number }[]): Point {
  const cost = capacityCost(trial);
  const delayed = trial.asked[2] ?? [];
  return {
    at,
    replications: trial.replications,
    chance: goals.length > 0 ? chanceOfMissing(trial, goals) : null,
    goals: goals.map(({ at: row }) => meanOf(trial.goals[row] ?? [])),
    cost: cost === null ? null : meanOf(cost),
    delayed: delayed.every(Number.isNaN) ? null : meanOf(delayed),
  };
}
