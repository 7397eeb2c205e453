import type { Column, Table } from '../figures/figure.ts';
import { cellText } from '../figures/cell-text.ts';
import { type Html, html } from './escape.ts';

/**
 * A real table in a frame that scrolls sideways and can be reached by keyboard; `stack`: on a narrow page each row becomes a list.
 * End tags that HTML does without are left out: in large tables they would be a fifth. No line ends between rows: they would be part of the last cell.
 */
export function tableHtml(table: Table, caption: string, stack = false): Html {
  const numeric = table.columns.map(isNumeric);
  const head = table.columns.map((c, i) => html`<th scope="col"${numeric[i] ? html` class="n"` : ''}>${c.head}`);
  const rows = table.rows.map((row) => html`<tr>${table.columns.map((c, i) => cell(cellText(row[i] ?? null, c), i, numeric[i] ?? false, stack ? c.head : null))}`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${caption}"><table${stack ? html` class="stack"` : ''}><caption>${caption}</caption>
<thead><tr>${head}<tbody>
${rows}</table></div>`;
}

export const isNumeric = ({ unit }: Column): boolean => unit !== undefined && unit !== 'date';

/** `head` stands before the cell where rows stack as lists; null: they never do. */
function cell(text: string, index: number, numeric: boolean, head: string | null): Html {
  if (index === 0) return html`<th scope="row">${lines(text)}`;
  const kind = numeric ? html` class="n"` : text.length > 60 ? html` class="text"` : '';
  return html`<td${kind}${head === null ? '' : html` data-head="${head}"`}>${lines(text)}`;
}

/** A second line is smaller: what the first one stands for. */
function lines(text: string): Html {
  const [first = '', ...more] = text.split('\n');
  return more.length > 0 ? html`${first}<span class="sub">${more.join(' ')}</span>` : html`${text}`;
}
