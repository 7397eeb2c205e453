import { applied } from '../units/change.ts';
import type { Change } from './read-changes.ts';

type Limit = number | 'unlimited';

/** The value from day to day: the first entry from day 0, each holding until the next; null where it falls below zero. */
export function dated(base: Limit, changes: Change[]): { from: number; value: Limit | null }[] {
  const days = [...new Set([0, ...changes.flatMap((change) => [change.from, change.until])])].filter(Number.isFinite).sort((a, b) => a - b);
  const series: { from: number; value: Limit | null }[] = [];
  for (const from of days) {
    const active = changes.filter((change) => change.from <= from && from < change.until);
    const value = applied(base, active.map((change) => change.operation));
    if (series.at(-1)?.value !== value) series.push({ from, value });
  }
  return series;
}

/** The changes that act on a path, in the order written. */
export function on(changes: Change[], ...paths: string[]): Change[] {
  return changes.filter((change) => paths.includes(change.target.path));
}

/** The entry in force on a day. */
export function inForce<T>(series: { from: number; value: T }[], day: number): T | undefined {
  return series.filter((entry) => entry.from <= day).at(-1)?.value;
}
