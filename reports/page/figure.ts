import type { Figure } from '../figures/figure.ts';
import { cut } from '../words/cut.ts';
import { type Html, html } from './escape.ts';
import { tableHtml } from './table.ts';

/** Where a label turns from what is shown to how it is counted. */
const FROM =
  /(,| \()\s*(mean of|the one|time average|whole period|over the period|exact days|in use and|taken and|occupied and|share of|with its|the widest).*$/;

/** What links to each figure say: its number on the page and what it shows. */
export const figureNames = (figures: Figure[]): Map<string, string> =>
  new Map(figures.map(({ id, label }, i) => [id, `Figure ${i + 1}: ${cut(label.replace(FROM, ''), 70)}`]));

/** A figure: its number, its finding, its label, the chart's place and the data; without JavaScript the words and the table remain. `chosen`: it can be shown of a part of the people. */
export function figureHtml(figure: Figure, number: number, chosen = false): Html {
  const id = figure.id;
  const notes = html`<div class="notes">${figure.notes.map((n) => html`<p class="note">${n}</p>`)}</div>`;
  const table = tableHtml(figure.table, figure.label, figure.chart === null);
  const body = figure.chart
    ? html`<div class="chart" data-chart="${id}" role="img" aria-label="Chart. ${figure.title}. ${figure.label}." hidden></div>
${notes}<details><summary>Data of this chart</summary>${table}</details>`
    : html`${table}${notes}`;
  return html`<figure id="${id}" aria-labelledby="${id}-title"><p class="number">Figure ${number}</p><h3 id="${id}-title">${figure.title}</h3><p class="label">${figure.label}</p>
${chosen ? html`<p class="shown" hidden>Shown: <span>everyone</span>. <a href="#choose-title">Choose</a></p>` : ''}${body}${saveHtml(figure)}</figure>
`;
}

/** One click saves what the figure shows; without the page's script there is nothing to click. */
function saveHtml({ id, title, chart }: Figure): Html {
  const button = (kind: string, words: string): Html =>
    html`<button type="button" data-save="${kind}" data-of="${id}" aria-label="${words}: ${title}">${words}</button>`;
  return html`<p class="save" hidden>${button('csv', 'Save data (CSV)')}${chart ? html` ${button('png', 'Save chart (PNG)')}` : ''}</p>`;
}
