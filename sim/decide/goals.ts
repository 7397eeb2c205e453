import { layoutOf } from '../experiment/layout.ts';
import { halfWidth, wilson } from '../statistics/intervals.ts';
import { Moments } from '../statistics/moments.ts';
import { planOf } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Trial } from './lab.ts';

/** One row of an ambition: a month by itself, several together, or the period. */
export interface Goal {
  ambition: string;
  label: string;
  measure: string;
  scope: string;
  over: string;
  direction: 'at most' | 'at least';
  target: number;
  unit: string;
}

/** Every row of the ambitions named, with its place among the trial's. */
export function goalsOf(scenario: Scenario, names: string[]): { goal: Goal; at: number }[] {
  const rows = layoutOf(planOf(scenario)).ambitions.flatMap(
    ({ figure: { name, label, measure, scope, direction, target }, entry, rows }) =>
      rows.map(
        ({ over }): Goal => ({ ambition: name, label, measure, scope, over, direction, target, unit: entry.measure.unit }),
      ),
  );
  return rows.map((goal, at) => ({ goal, at })).filter(({ goal }) => names.includes(goal.ambition));
}

/** A measure without a value (nobody discharged) meets no goal. */
const meets = ({ direction, target }: Goal, value: number): boolean =>
  direction === 'at most' ? value <= target : value >= target;

export interface Chance {
  /** Replications that miss a goal, of how many, and its 95% Wilson interval. */
  missed: number;
  n: number;
  share: number;
  interval: [number, number];
}

export const chanceOf = (missed: number, n: number): Chance => ({ missed, n, share: missed / n, interval: wilson(missed, n) });

/** Whether a replication misses any of the goals. @param row its values, those of all ambitions in order */
export function missesAny(goals: { goal: Goal; at: number }[], row: number[]): boolean {
  return goals.some(({ goal, at }) => !meets(goal, row[at] ?? Number.NaN));
}

/** How often a winter misses any of the goals. */
export function chanceOfMissing(trial: Trial, goals: { goal: Goal; at: number }[]): Chance {
  const { replications: n } = trial;
  const missed = Array.from({ length: n }, (_, i) =>
    missesAny(
      goals,
      trial.goals.map((values) => values[i] as number),
    ),
  );
  return chanceOf(missed.filter(Boolean).length, n);
}

export interface Mean {
  n: number;
  mean: number;
  interval: [number, number] | null;
}

/** Mean over replications with its 95% interval; replications without a value are left out. */
export function meanOf(values: number[], confidence = 0.95): Mean {
  const moments = new Moments();
  for (const value of values) if (!Number.isNaN(value)) moments.add(value);
  const half = halfWidth(moments.n, moments.sd(), confidence);
  return {
    n: moments.n,
    mean: moments.n > 0 ? moments.mean : Number.NaN,
    interval: Number.isNaN(half) ? null : [moments.mean - half, moments.mean + half],
  };
}

/** The second less the first, replication by replication on the same people. */
export function difference(first: number[], second: number[]): Mean {
  const shared = Math.min(first.length, second.length);
  return meanOf(Array.from({ length: shared }, (_, i) => (second[i] as number) - (first[i] as number)));
}
