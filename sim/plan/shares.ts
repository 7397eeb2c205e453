import { type Dated, valueOn } from '../scenario/dated.ts';

/** Cumulative shares, each table holding from its day until the next. */
export type ShareTables = { from: number; cumulative: Float64Array }[];

export function shareTables(shares: Dated<number>[]): ShareTables {
  const changes = [...new Set(shares.flatMap((share) => share.map((step) => step.from)))].sort((a, b) => a - b);
  return changes.map((from) => {
    let sum = 0;
    return { from, cumulative: Float64Array.from(shares, (share) => (sum += valueOn(share, from))) };
  });
}

/** Which of the shares in force on that day a uniform falls into. */
export function pick(tables: ShareTables, day: number, u: number): number {
  let t = tables.length - 1;
  while (t > 0 && (tables[t] as { from: number }).from > day) t--;
  const { cumulative } = tables[t] as { cumulative: Float64Array };
  const last = cumulative.length - 1;
  for (let i = 0; i < last; i++) if (u < (cumulative[i] as number)) return i;
  return last;
}
