import type { Page } from 'playwright-core';
import type { Figure } from '../../reports/figures/figure.ts';
import { plain } from '../../reports/words/numbers.ts';
import type { Result } from '../../sim/result.ts';

interface Trace {
  name?: string;
  meta?: string;
  link?: { value: unknown[] };
  error_x?: unknown;
  type: string;
  orientation?: string;
  mode?: string;
  x: unknown[];
  y: unknown[];
  z?: (number | null)[][];
}

/** The numbers a trace draws. */
function seriesOf(trace: Trace): unknown[][] {
  if (trace.z) return trace.z;
  if (trace.link) return [trace.link.value];
  return [typeof trace.y[0] === 'string' || trace.error_x ? trace.x : trace.y];
}

/** Capacity by day of the service a figure is about. */
function held(result: Result, { about }: Figure): unknown[] {
  return result.capacity.find((c) => c.scope === `${about?.key}:${about?.name}`)?.byDay ?? [];
}

/** How many columns of the table read like the series, formatted as their column is; gaps on either side, and the point that closes a line of steps, are left out. */
function columnsLike(figure: Figure, cells: string[][], series: unknown[]): number {
  const closed = series.length === cells.length + 1 && series[cells.length] === series[cells.length - 1];
  const numbers = (closed ? series.slice(0, -1) : series).filter((v): v is number => typeof v === 'number');
  return figure.table.columns.filter((column, i) => {
    const texts = cells
      .map((row) => row[i] ?? '')
      .slice(0, series.length)
      .filter((t) => t !== '–');
    return texts.join('|') === numbers.map((v) => plain(v, column.unit ?? '')).join('|');
  }).length;
}

/** Each trace of a figure's chart that its table does not hold, by name; empty where chart and table are the same numbers. */
export async function notInTable(page: Page, figure: Figure, result: Result): Promise<string[]> {
  const traces = await page
    .locator(`[data-chart="${figure.id}"]`)
    .evaluate((plot) => JSON.stringify((plot as unknown as { data: unknown }).data));
  const cells = await page
    .locator(`#${figure.id} table`)
    .evaluate((table) =>
      JSON.stringify(
        [...(table as unknown as { tBodies: { rows: { cells: { textContent: string }[] }[] }[] }).tBodies].flatMap((body) =>
          [...body.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
        ),
      ),
    );
  return (JSON.parse(traces) as Trace[]).flatMap((trace) =>
    seriesOf(trace).flatMap((series) => {
      const found =
        trace.meta === 'capacity in force'
          ? series.every((value) => held(result, figure).includes(value))
          : columnsLike(figure, JSON.parse(cells) as string[][], series) > 0;
      return found ? [] : [`${figure.id}: ${trace.name ?? trace.type}`];
    }),
  );
}
