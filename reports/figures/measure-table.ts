import type { Result } from '../../sim/result.ts';
import { meanOf } from '../words/lookup.ts';
import type { Cell, Column, Table } from './figure.ts';

/** A measure as a column. */
export interface MeasureColumn {
  measure: string;
  head: string;
  unit: string;
}

/** Means over the whole period: a row for each thing measured, after its names in the first columns. */
export function measureTable(
  result: Result,
  names: Column[],
  columns: MeasureColumn[],
  rows: { names: string[]; scope: string }[],
): Table {
  return {
    columns: [...names, ...columns.map(({ measure, head, unit }) => ({ key: measure.split('-').join('_'), head, unit }))],
    rows: rows.map((row): Cell[] => [...row.names, ...columns.map(({ measure }) => meanOf(result, measure, row.scope))]),
  };
}
