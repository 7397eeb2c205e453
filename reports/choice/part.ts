import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';

/** A reader's choice: whose people, as a scope of the result, and by which step of time. */
export interface Choice {
  /** `all`, `hospital:NAME`, `place:NAME`, `pathway:NAME`, or one of the former and a pathway: `place:NAME/pathway:NAME`. */
  scope: string;
  step: 'week' | 'month';
}

/**
 * The part of a result that is chosen, in the result's own shape, so that every figure draws it as it draws the whole: its people are
 * called `all`, and what is held of nobody in particular is left out. Nothing is added up here: months are the model's own.
 * Parts are held by week and month, not by day: a page has no room for every part by day.
 */
export function partOf(result: Result, { scope, step }: Choice): Result {
  const whole = scope === 'all';
  const monthly = step === 'month';
  const part = <T extends { scope: string }>(list: T[]): T[] => (whole ? list : scoped(list, scope));
  return {
    ...result,
    calendar: monthly ? { ...result.calendar, weeks: [] } : result.calendar,
    measures: part(result.measures),
    byMonth: part(result.byMonth),
    byWeek: part(result.byWeek),
    byDay: whole && !monthly ? result.byDay : [],
    stays: part(result.stays),
    delays: part(result.delays),
    levels: part(result.levels),
    ambitions: part(result.ambitions),
  };
}

/** The same of a comparison, whose rows are of the whole period. */
export const partOfComparison = (comparison: Comparison, scope: string): Comparison =>
  scope === 'all' ? comparison : { ...comparison, rows: scoped(comparison.rows, scope) };

const scoped = <T extends { scope: string }>(list: T[], chosen: string): T[] =>
  list.flatMap((it) => {
    const within = scopeWithin(it.scope, chosen);
    return within === null ? [] : [{ ...it, scope: within }];
  });

/** What a scope is called inside the chosen one: `place:A/pathway:B` in `place:A` is `pathway:B`, `service:C/place:A` is `service:C`; null: it is no part of it. */
export function scopeWithin(scope: string, chosen: string): string | null {
  if (scope === chosen) return 'all';
  if (scope.startsWith(`${chosen}/pathway:`)) return scope.slice(chosen.length + 1);
  if (scope.startsWith('service:') && scope.endsWith(`/${chosen}`)) return scope.slice(0, -chosen.length - 1);
  return null;
}
