import type { Dated } from '../../sim/scenario/dated.ts';

/** Time average of a dated value over whole days [from, to). */
export function averageOf(dated: Dated<number>, from: number, to: number): number {
  let total = 0;
  dated.forEach(({ from: start, value }, i) => {
    const end = dated[i + 1]?.from ?? to;
    total += value * Math.max(0, Math.min(end, to) - Math.max(start, from));
  });
  return total / (to - from);
}
