import type { SensitivityDecision } from '../decision.ts';
import { type SobolRow, sobolIndices, sobolIntervals, sobolRows } from '../statistics/sobol.ts';
import { stream } from '../random/streams.ts';
import type { Lab } from './lab.ts';
import { outcomesAt, type Ranges, WINTERS } from './ranges.ts';

/** Replications it takes. */
export const sharesCost = (k: number, rows: number): number => rows * (k + 2) * WINTERS;

/**
 * Sobol shares of some values, moved together while the others stay as written: which part of what is not known about the measure
 * is due to each. @param values their places among all values, one an input of `ranges`
 */
export async function varianceShares(
  lab: Lab,
  ranges: Ranges,
  values: number[],
  rows: number,
  seed: string,
): Promise<NonNullable<SensitivityDecision['sobol']>> {
  const { k } = ranges;
  const design = sobolRows(k, rows, stream(seed, 0, 'sensitivity/sobol'));
  const all = await outcomesAt(
    lab,
    ranges,
    design.flatMap(({ a, b, mixed }) => [a, b, ...mixed]),
  );
  const found = design.map((_, row): SobolRow<number> => {
    const [a = Number.NaN, b = Number.NaN, ...mixed] = all.slice(row * (k + 2), (row + 1) * (k + 2));
    return { a, b, mixed };
  });
  const known = found.filter(({ a, b, mixed }) => ![a, b, ...mixed].some(Number.isNaN));
  if (known.length === 0) return { rows, winters: WINTERS, leftOut: rows, shares: [] };
  const indices = sobolIndices(k, known);
  const intervals = sobolIntervals(k, known, stream(seed, 0, 'sensitivity/bootstrap'));
  const of = (kind: 'first' | 'total', i: number) => ({
    share: indices[kind][i] as number,
    interval: intervals[kind][i] as [number, number],
  });
  const shares = values.map((value, i) => ({ value, first: of('first', i), total: of('total', i) }));
  return { rows, winters: WINTERS, leftOut: rows - known.length, shares: shares.sort((a, b) => b.total.share - a.total.share) };
}
