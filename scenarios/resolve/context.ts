import type { Precision } from '../../sim/scenario/run-plan.ts';
import type { Distribution } from '../../sim/scenario/distribution.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import type { Calendar } from '../calendar.ts';
import type { Target } from '../checks/ambitions.ts';
import type { ObservedOf } from '../checks/observed-of.ts';
import type { StatedFigure } from '../checks/stated.ts';
import { dated, on } from '../changes/dated.ts';
import type { Change } from '../changes/read-changes.ts';
import { trended } from '../changes/trend.ts';
import type { Branch } from '../source/tree.ts';
import type { ReadTrigger } from '../triggers/read-triggers.ts';
import type { DistributionKeys } from '../vocabulary/distribution.ts';
import type { CapacityTrend } from '../vocabulary/trend.ts';
import type { Written } from '../vocabulary/scenario.ts';
import { distributionOf } from './distribution.ts';
import type { Tables } from './tables.ts';

/** Everything a checked scenario is brought together from. */
export interface Context {
  written: Written;
  tree: Branch;
  calendar: Calendar;
  changes: Change[];
  tables: Tables;
  targets: Map<string, Target>;
  stated: Map<string, StatedFigure>;
  /** What a precision is asked for. */
  precise: Precision['on'];
  observed: Map<string, ObservedOf>;
  triggers: Map<string, ReadTrigger>;
}

/** A value with the changes that act on it. Checked before: none takes it below zero. */
export function datedValue<A extends number | 'unlimited'>(context: Context, base: A, path: string): Dated<A> {
  return dated(base, on(context.changes, path)).map(({ from, value }) => ({ from, value: (value ?? 0) as A }));
}

/** A capacity with its trend and the changes that act on it. */
export function datedCapacity(context: Context, base: Limit, path: string, trend?: CapacityTrend): Dated<Limit> {
  return dated(trended(base, trend, context.calendar), on(context.changes, path)).map(({ from, value }) => ({
    from,
    value: value ?? 0,
  }));
}

/** Whole beds: a percentage of beds is rounded down. */
export function datedBeds(context: Context, base: Limit, path: string, trend?: CapacityTrend): Dated<Limit> {
  return datedCapacity(context, base, path, trend).map(({ from, value }) => ({
    from,
    value: value === 'unlimited' ? value : Math.floor(value + 1e-9),
  }));
}

/** With the changes of its mean as factors; `also` names other paths by which a change may call it. */
export function distribution(context: Context, keys: DistributionKeys, path: string, also: string[] = []): Distribution {
  const made = distributionOf(keys, context.tables.samples.get(`${path}.sample`));
  const acting = on(context.changes, ...[path, ...also].flatMap((one) => [`${one}.mean`, `${one}.fixed`]));
  if (acting.length === 0) return made;
  return { ...made, factor: dated(made.mean, acting).map(({ from, value }) => ({ from, value: Number(value) / made.mean })) };
}
