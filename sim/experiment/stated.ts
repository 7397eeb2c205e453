import type { StatedResult, Summary } from '../result.ts';
import type { Stated } from '../scenario/figures.ts';
import type { FigureRows } from './layout.ts';
import { summaryOfAll } from '../statistics/spread.ts';

/** What the plan states beside the simulated; `values` by replication, row after row. */
export function statedResults(stated: FigureRows<Stated>[], values: number[][]): StatedResult[] {
  let at = 0;
  return stated.map(({ figure, rows }) => {
    const { months: _, over: _over, ...said } = figure;
    return {
      ...said,
      rows: rows.map(({ over }) => {
        const summary = summaryOfAll((values[at++] as number[]).filter((value) => !Number.isNaN(value)));
        return { over, summary, agrees: agrees(summary, figure) };
      }),
    };
  });
}

/** Sums of a day-by-day measure carry rounding; nothing a plan states is meant so exactly. */
const ROUNDING = 1e-9;

/**
 * Stated and simulated agree where the stated value lies in the 5th to 95th percentile of single replications, or within the
 * tolerance of their mean. null: one replication and no tolerance. What no replication can measure does not agree.
 */
export function agrees(
  summary: Pick<Summary, 'mean' | 'range'> | null,
  { value, within }: Pick<Stated, 'value' | 'within'>,
): boolean | null {
  if (summary === null) return false;
  const slack = ROUNDING * Math.max(1, Math.abs(value));
  if (within !== null && Math.abs(summary.mean - value) <= within + slack) return true;
  if (summary.range === null) return within === null ? null : false;
  return value >= summary.range[0] - slack && value <= summary.range[4] + slack;
}
