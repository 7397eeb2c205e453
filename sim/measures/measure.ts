import type { Window } from '../scenario/calendar.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Scope, ScopeKind } from './scope.ts';
import type { Sum } from './sums.ts';

/**
 * A measure: its definition in words, its formula in short, and the formula itself, which is the same for a week, a month
 * and the whole period. NaN where it has no value (a mean over nobody). A date is in days since 1 January 1970.
 */
export interface Measure {
  id: string;
  title: string;
  unit: 'people' | 'days' | 'beds' | 'hours' | 'share' | '£' | 'places' | 'times' | 'date';
  definition: string;
  formula: string;
  better: 'lower' | 'higher' | null;
  scopes: ScopeKind[];
  /** True where months and weeks have it too. */
  overTime: boolean;
  /** True where the values of months add up to that of the period: counts, hours, bed-days, £. */
  adds?: true;
  /**
   * Where each day has it too: a count over the day, or of people at the midnight that ends it (the series of experiment/layout.ts).
   * `observed`: may be held against what was observed by day.
   */
  daily?: { counts: boolean; of: Sum; observed?: true };
  /** Where it makes sense at all; everywhere when left out. */
  applies?(scenario: Scenario, scope: Scope): boolean;
  of: Sum;
}

/** A measure of one service, of a group its sum over the services. */
export function overGroup(of: Measure['of']): Measure['of'] {
  return (seen, window) => {
    let all = 0;
    for (const one of seen.services) all += of(one, window);
    return all;
  };
}

/** Whether a measure is of the scope, and of a group of every service in it. */
export function isMeasuredOf({ scopes, applies }: Measure, scenario: Scenario, scope: Scope): boolean {
  return (
    scopes.includes(scope.kind) &&
    (scope.members ?? [scope.index]).every((index) => applies?.(scenario, { ...scope, index }) ?? true)
  );
}

export function total<T>(items: readonly T[], of: (item: T) => number): number {
  let all = 0;
  for (const item of items) all += of(item);
  return all;
}

export function daysIn(window: Window): number {
  let days = 0;
  for (const [from, to] of window) days += to - from;
  return days;
}

/** Numerator over denominator; NaN over nothing. */
export function ratio(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.NaN;
}
