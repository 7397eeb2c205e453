import type { Cell, Column, Table } from '../figures/figure.ts';
import { dayText } from '../words/dates.ts';
import { NONE, plain } from '../words/numbers.ts';
import { type Html, html } from './escape.ts';

/** A cell as it is read; the same words wherever the table is shown. */
function cellText(cell: Cell, column: Column): string {
  if (cell === null) return NONE;
  if (typeof cell === 'number') return plain(cell, column.unit ?? '');
  return column.unit === 'date' ? dayText(cell) : cell;
}

/** A real table in a frame that scrolls sideways and can be reached by keyboard. */
export function tableHtml(table: Table, caption: string): Html {
  const numeric = table.columns.map((c) => c.unit !== undefined && c.unit !== 'date');
  const head = table.columns.map((c, i) => html`<th scope="col"${numeric[i] ? html` class="n"` : ''}>${c.head}</th>`);
  const rows = table.rows.map((row) => html`<tr>${table.columns.map((c, i) => cell(cellText(row[i] ?? null, c), i, numeric[i] ?? false))}</tr>
`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${caption}"><table><caption>${caption}</caption>
<thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function cell(text: string, index: number, numeric: boolean): Html {
  if (index === 0) return html`<th scope="row">${text}</th>`;
  if (numeric) return html`<td class="n">${text}</td>`;
  return text.length > 60 ? html`<td class="text">${text}</td>` : html`<td>${text}</td>`;
}
