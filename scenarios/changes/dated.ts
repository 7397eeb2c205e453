import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { applied } from '../units/change.ts';
import type { Change } from './read-changes.ts';

/**
 * The value from day to day: the first entry from day 0, each holding until the next; null where it falls below zero.
 * The base may itself move from day to day (a trend): changes act on what it has become.
 */
export function dated(base: Limit | Dated<Limit>, changes: Change[]): { from: number; value: Limit | null }[] {
  const bases = typeof base === 'object' ? base : [{ from: 0, value: base }];
  const days = [...new Set([...bases.map(({ from }) => from), ...changes.flatMap((change) => [change.from, change.until])])]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const series: { from: number; value: Limit | null }[] = [];
  for (const from of days) {
    const active = changes.filter((change) => change.from <= from && from < change.until);
    const value = applied(
      inForce(bases, from) ?? 0,
      active.map((change) => change.operation),
    );
    if (series.at(-1)?.value !== value) series.push({ from, value });
  }
  return series;
}

/** The changes that act on a path, in the order written. */
export function on(changes: Change[], ...paths: string[]): Change[] {
  return changes.filter((change) => paths.includes(change.target.path));
}

/** Sums of products of values that change on their days: of each pair the one times the other. */
export function sumOfProducts(pairs: [Series, Series][]): { from: number; value: number }[] {
  const days = [...new Set(pairs.flat().flatMap((series) => series.map(({ from }) => from)))].sort((a, b) => a - b);
  return days.map((from) => ({
    from,
    value: pairs.reduce((sum, [a, b]) => sum + Number(inForce(a, from) ?? 0) * Number(inForce(b, from) ?? 0), 0),
  }));
}

type Series = { from: number; value: Limit | null }[];

/** The entry in force on a day. */
export function inForce<T>(series: { from: number; value: T }[], day: number): T | undefined {
  return series.filter((entry) => entry.from <= day).at(-1)?.value;
}
