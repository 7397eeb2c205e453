import type { Choice } from '../choice/part.ts';
import type { View } from '../choice/views.ts';
import { cellText } from '../figures/cell-text.ts';
import type { Chart, Figure } from '../figures/figure.ts';
import { type CsvCell, tenFigures } from '../tables/csv.ts';
import { figureTable } from '../tables/tables.ts';
import { escapeForPlotly } from './escape.ts';
import { packed } from './packed.ts';
import { isNumeric } from './table.ts';

/** Characters that what a page's charts are made of may take: in a page under 2.5 MB, that leaves 0.3 MB to its words and tables. */
const MOST = 300_000;

/** The data of a page, packed, and its views; `less`: without those of a hospital or place and a pathway together, for want of room. */
export interface PackedData {
  text: string;
  views: View[];
  less: boolean;
}

export async function packedData(figures: Figure[], views: View[] = []): Promise<PackedData> {
  const text = await packed(jsonOf(pageData(figures, views)));
  const fewer = views.filter(({ scope }) => !scope.includes('/'));
  if (text.length <= MOST || fewer.length === views.length) return { text, views, less: false };
  return { text: await packed(jsonOf(pageData(figures, fewer))), views: fewer, less: true };
}

/** What the page's script reads: figures that stay as they are, and the views of the others, of which it opens with the first. */
interface PageData {
  figures: Record<string, Drawn>;
  views: Record<string, (Choice & Drawn & Worded)[]>;
}

/** A chart, and the figure's CSV column by column: columns repeat what the chart draws or the table says, and so pack small. */
interface Drawn {
  chart: Chart | null;
  csv: { keys: string[]; columns: CsvCell[][] };
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

const pageData = (figures: Figure[], views: View[]): PageData => ({
  figures: Object.fromEntries(
    figures.filter(({ id }) => !views.some(({ figure }) => figure.id === id)).map((figure) => [figure.id, drawn(figure)]),
  ),
  views: Object.fromEntries(
    [...new Set(views.map(({ figure }) => figure.id))].map((id) => [
      id,
      views
        .filter(({ figure }) => figure.id === id)
        .map(({ scope, step, figure }) => ({ scope, step, ...drawn(figure), ...worded(figure) })),
    ]),
  ),
});

function drawn(figure: Figure): Drawn {
  const { columns, rows } = figureTable(figure);
  return {
    chart: escapeForPlotly(figure.chart) as Chart | null,
    csv: { keys: columns.map(({ key }) => key), columns: columns.map((_, i) => rows.map((row) => row[i] ?? null)) },
  };
}

function worded({ title, label, notes, table: { columns, rows } }: Figure): Worded {
  return {
    title,
    label,
    notes,
    heads: columns.map(({ head }) => head),
    numeric: columns.map(isNumeric),
    cells: columns.map((column, i) => rows.map((row) => cellText(row[i] ?? null, column))),
  };
}

/** As JSON with ten figures to a number, as the CSV has them. */
const jsonOf = (data: PageData): string =>
  JSON.stringify(data, (_, value) => (typeof value === 'number' ? tenFigures(value) : value));
