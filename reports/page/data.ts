import type { Choice } from '../choice/part.ts';
import type { View } from '../choice/views.ts';
import { cellText } from '../figures/cell-text.ts';
import type { Chart, Figure } from '../figures/figure.ts';
import { type CsvCell, csvCell } from '../tables/csv.ts';
import { figureTable } from '../tables/tables.ts';
import { escapeForPlotly } from './escape.ts';
import { isNumeric } from './table.ts';

/** What the page's script reads: figures that stay as they are, and the views of the others, of which it opens with the first. */
export interface PageData {
  figures: Record<string, Drawn>;
  views: Record<string, (Choice & Drawn & Worded)[]>;
}

/** A chart, and the figure's CSV column by column under its name, in numbers and else in text as the file has it: columns repeat what the chart draws, and so pack small. */
interface Drawn {
  chart: Chart | null;
  csv: (string | number)[][];
}

/** What stands around a chart, as plain text. */
interface Worded {
  title: string;
  label: string;
  notes: string[];
  /** Heads of the table, which of its columns are numbers, and its cells column by column. */
  heads: string[];
  numeric: boolean[];
  cells: string[][];
}

export const pageData = (figures: Figure[], views: View[]): PageData => ({
  figures: Object.fromEntries(figures.filter(({ id }) => !views.some(({ figure }) => figure.id === id)).map((figure) => [figure.id, drawn(figure)])),
  views: Object.fromEntries([...new Set(views.map(({ figure }) => figure.id))].map((id) => [id, views.filter(({ figure }) => figure.id === id).map(({ scope, step, figure }) => ({ scope, step, ...drawn(figure), ...worded(figure) }))])),
});

function drawn(figure: Figure): Drawn {
  const { columns, rows } = figureTable(figure);
  return { chart: escapeForPlotly(figure.chart) as Chart | null, csv: columns.map(({ key }, i) => [key, ...rows.map((row) => cellOf(row[i] ?? null))]) };
}

/** A number is written by the page as the file has it: `jsonOf` gives it as many figures. */
const cellOf = (cell: CsvCell): string | number => (typeof cell === 'number' && Number.isFinite(cell) ? cell : csvCell(cell));

function worded({ title, label, notes, table: { columns, rows } }: Figure): Worded {
  return { title, label, notes, heads: columns.map(({ head }) => head), numeric: columns.map(isNumeric), cells: columns.map((column, i) => rows.map((row) => cellText(row[i] ?? null, column))) };
}

/** As JSON with ten figures to a number, as the CSV has them. */
export const jsonOf = (data: PageData): string => JSON.stringify(data, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value));
