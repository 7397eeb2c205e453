import { quantile } from './intervals.ts';
import { Moments } from './moments.ts';

/** One row of the two independent matrices A and B, and for each input i AB(i): the row of A with B's value of i. */
export interface SobolRow<T> {
  a: T;
  b: T;
  mixed: T[];
}

export interface SobolIndices {
  first: number[];
  total: number[];
}

/** Points of (0, 1)^k to ask the model at: n (k + 2) of them. */
export function sobolRows(k: number, n: number, luck: () => number): SobolRow<number[]>[] {
  const draw = (): number[] => Array.from({ length: k }, luck);
  return Array.from({ length: n }, () => {
    const [a, b] = [draw(), draw()];
    return { a, b, mixed: a.map((_, i) => a.map((value, j) => (j === i ? (b[j] as number) : value))) };
  });
}

/**
 * Variance-based sensitivity of a model of k inputs, each uniform over its range. `first`: the share of the
 * variance that an input explains by itself (Saltelli et al. 2010); `total`: with all its interactions (Jansen 1999). Both are
 * estimates and may fall a little outside 0 to 1. From the model's values at n rows:
 * first = mean(f(B) (f(AB(i)) - f(A))) / V, total = mean((f(A) - f(AB(i)))^2) / (2 V), V the variance over A and B, f(B) less its mean.
 */
export function sobolIndices(k: number, rows: SobolRow<number>[]): SobolIndices {
  const all = new Moments();
  for (const { a, b } of rows) {
    all.add(a);
    all.add(b);
  }
  const variance = all.sd() ** 2;
  const share = (of: (row: SobolRow<number>) => number): number =>
    variance > 0 ? rows.reduce((sum, row) => sum + of(row), 0) / rows.length / variance : 0; // nothing varies: nothing has a share of it
  const inputs = Array.from({ length: k }, (_, i) => i);
  return {
    first: inputs.map((i) => share(({ a, b, mixed }) => (b - all.mean) * ((mixed[i] as number) - a))),
    total: inputs.map((i) => share(({ a, mixed }) => (a - (mixed[i] as number)) ** 2) / 2),
  };
}

/** Times the rows are drawn again, with replacement, for an interval. */
const RESAMPLES = 400;

/** 95% percentile intervals of the indices by the bootstrap over rows. */
export function sobolIntervals(
  k: number,
  rows: SobolRow<number>[],
  luck: () => number,
): { first: [number, number][]; total: [number, number][] } {
  const again = Array.from({ length: RESAMPLES }, () =>
    sobolIndices(
      k,
      rows.map(() => rows[Math.floor(luck() * rows.length)] as SobolRow<number>),
    ),
  );
  const interval = (values: number[]): [number, number] => {
    const ranked = [...values].sort((x, y) => x - y);
    const at = (q: number) => quantile(ranked.length, q, (rank) => ranked[rank] as number);
    return [at(0.025), at(0.975)];
  };
  const of = (kind: keyof SobolIndices) =>
    Array.from({ length: k }, (_, i) => interval(again.map((one) => one[kind][i] as number)));
  return { first: of('first'), total: of('total') };
}
