import type { AllTargets, AmbitionResult } from '../result.ts';
import type { Ambition } from '../scenario/figures.ts';
import { wilson } from '../statistics/intervals.ts';
import type { FigureRows } from './layout.ts';
import { summaryOfAll } from '../statistics/spread.ts';

/** What the replications make of the targets; `values` by replication, row after row, NaN where there is none. */
export function ambitionResults(ambitions: FigureRows<Ambition>[], values: number[][]): AmbitionResult[] {
  let at = 0;
  return ambitions.map(({ figure, rows }) => {
    const { name, label, measure, scope, direction, target, source, example } = figure;
    return {
      name,
      label,
      measure,
      scope,
      direction,
      target,
      source,
      ...(example ? { example } : {}),
      rows: rows.map(({ over }) => rowOf(over, figure, values[at++] as number[])),
    };
  });
}

function rowOf(over: string, { direction, target }: Ambition, values: number[]): AmbitionResult['rows'][number] {
  const winters = values.map((value) => (Number.isNaN(value) ? null : value));
  const metIn = winters.map((value) => (value === null ? null : direction === 'at most' ? value <= target : value >= target));
  const [n, hits] = [metIn.filter((met) => met !== null).length, metIn.filter((met) => met === true).length];
  return { over, summary: summaryOfAll(values), winters, metIn, met: n === 0 ? 0 : hits / n, metInterval: wilson(hits, n), n };
}

/** All targets in one winter. Chances do not multiply: winters that are bad for one target are mostly bad for the others. */
export function allTargetsOf(ambitions: AmbitionResult[]): AllTargets | null {
  const own = ambitions.filter(({ example }) => !example);
  const rows = (own.length > 0 ? own : ambitions).flatMap(({ rows: all }) => all);
  if (rows.length < 2) return null;
  const winters = (rows[0]?.metIn ?? [])
    .map((_, i) => rows.map(({ metIn }) => metIn[i] ?? null))
    .filter((met) => !met.includes(null));
  const hits = winters.filter((met) => met.every(Boolean)).length;
  return {
    targets: rows.length,
    met: winters.length === 0 ? 0 : hits / winters.length,
    metInterval: wilson(hits, winters.length),
    n: winters.length,
  };
}
