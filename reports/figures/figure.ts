import type { Reported } from '../reported.ts';

/**
 * One figure: its finding in words, the chart, and the chart's data as a table.
 * All text in it is plain: it is escaped for HTML and for plotly where the page is put together.
 */
export interface Figure {
  /** Unique on the page: small letters, digits and hyphens. */
  id: string;
  /** The finding, a sentence without its full stop. */
  title: string;
  /** What is drawn, in which unit. */
  label: string;
  notes: string[];
  /** null: the table says it all. */
  chart: Chart | null;
  table: Table;
  /** The same as numbers, where the page's table puts them in words. */
  csv?: Table;
  /** What a figure that comes once for each of several is about: a first column of its CSV. */
  about?: { key: 'service' | 'hospital'; name: string };
}

export type Attributes = Record<string, unknown>;

export interface Chart {
  data: Attributes[];
  layout: Attributes;
  /** Pixels. */
  height: number;
  /** What is drawn otherwise where the page is narrower than about 560 px. */
  narrow?: { layout: Attributes; height: number };
  /** In a comparison: the scenario of each trace, 0 the base. A reader may hide those of others. */
  scenarios?: number[];
  /** Where scenarios have panels of their own, one below the other: their axes, and the height each takes. Annotations are one a panel. */
  panel?: { height: number; of: { scenario: number; axes: string; names: string[] }[] };
}

export interface Table {
  columns: Column[];
  rows: Cell[][];
}

export interface Column {
  /** Stable name in CSV. */
  key: string;
  head: string;
  /** Governs how numbers are written; `date` for ISO dates. */
  unit?: string;
}

export type Cell = string | number | null;

/** Empty where the result has nothing for it. */
export type Draw = (result: Reported) => Figure[];

/** Columns in which no row says anything are left out. */
export function withoutEmpty({ columns, rows }: Table): Table {
  const kept = columns.map((_, i) => rows.some((r) => r[i] !== null && r[i] !== ''));
  return { columns: columns.filter((_, i) => kept[i]), rows: rows.map((r) => r.filter((_, i) => kept[i])) };
}
