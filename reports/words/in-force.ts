import type { Dated, Limit } from '../../sim/scenario/dated.ts';

/** What a dated value is on a simulated day; without limit is infinite, before its first date it is zero. */
export function inForce(dated: Dated<Limit>, day: number): number {
  const value = dated.filter(({ from }) => from <= day).at(-1)?.value ?? 0;
  return value === 'unlimited' ? Infinity : value;
}
