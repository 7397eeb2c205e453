import { Moments } from './moments.ts';

/**
 * Variance-based sensitivity of a model of k inputs, each a uniform in (0, 1) for the caller to turn into a value. `first`: the share of the
 * variance that an input explains by itself (Saltelli et al. 2010); `total`: with all its interactions (Jansen 1999). Both are
 * estimates and may fall a little outside 0 to 1. From n points in two independent matrices A and B, and AB(i), A with column i of B:
 * first = mean(f(B) (f(AB(i)) - f(A))) / V, total = mean((f(A) - f(AB(i)))^2) / (2 V), V the variance over A and B, f less its mean.
 * The model is asked n (k + 2) times.
 */
export function sobolIndices(k: number, n: number, luck: () => number, model: (inputs: number[]) => number): { first: number[]; total: number[] } {
  const draw = (): number[] => Array.from({ length: k }, luck);
  const rows = Array.from({ length: n }, () => {
    const [a, b] = [draw(), draw()];
    const mixed = a.map((_, i) => model(a.map((value, j) => (j === i ? (b[j] as number) : value))));
    return { a: model(a), b: model(b), mixed };
  });
  const all = new Moments();
  for (const { a, b } of rows) {
    all.add(a);
    all.add(b);
  }
  const variance = all.sd() ** 2;
  const share = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / n / variance;
  const inputs = Array.from({ length: k }, (_, i) => i);
  return {
    first: inputs.map((i) => share(({ a, b, mixed }) => (b - all.mean) * ((mixed[i] as number) - a))),
    total: inputs.map((i) => share(({ a, mixed }) => (a - (mixed[i] as number)) ** 2) / 2),
  };
}
