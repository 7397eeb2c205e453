import { tableCsv } from '../tables/table.ts';
import { figureTable } from '../tables/tables.ts';
import type { Chart, Figure } from '../figures/figure.ts';
import { type Html, html } from './escape.ts';
import { tableHtml } from './table.ts';

/** A figure: its finding, its label, the chart's place and the data; without JavaScript the words and the table remain. */
export function figureHtml(figure: Figure): Html {
  const id = figure.id;
  const notes = figure.notes.map((n) => html`<p class="note">${n}</p>`);
  const table = tableHtml(figure.table, figure.label, figure.chart === null);
  const body = figure.chart
    ? html`<div class="chart" data-chart="${id}" role="img" aria-label="Chart. ${figure.title}. ${figure.label}." hidden></div>
${notes}<details><summary>Data of this chart</summary>${table}</details>`
    : html`${table}${notes}`;
  return html`<figure id="${id}" aria-labelledby="${id}-title"><h3 id="${id}-title">${figure.title}</h3><p class="label">${figure.label}</p>
${body}${saveHtml(figure)}</figure>
`;
}

/** One click saves what the figure shows; without the page's script there is nothing to click. */
function saveHtml({ id, title, chart }: Figure): Html {
  const button = (kind: string, words: string): Html => html`<button type="button" data-save="${kind}" data-of="${id}" aria-label="${words}: ${title}">${words}</button>`;
  return html`<p class="save" hidden>${button('csv', 'Save data (CSV)')}${chart ? html` ${button('png', 'Save chart (PNG)')}` : ''}</p>`;
}

/** The same CSV as `d2a run` writes beside the page, by the figure's id. */
export const csvOf = (figures: Figure[]): Record<string, string> => Object.fromEntries(figures.map((f) => [f.id, tableCsv(figureTable(f))]));

/** The charts of some figures by their id, for the page's script. */
export function chartsOf(figures: Figure[]): Record<string, Chart> {
  return Object.fromEntries(figures.flatMap((f) => (f.chart ? [[f.id, f.chart]] : [])));
}
