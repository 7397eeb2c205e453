import type { Column, Table } from '../figures/figure.ts';
import { cellText } from '../figures/cell-text.ts';
import { cssString, type Html, html } from './escape.ts';
import { STYLED_COLUMNS } from './styles.ts';

/**
 * A real table in a frame that scrolls sideways and can be reached by keyboard; `stack`: on a narrow page each row becomes a list.
 * What is the same of a whole column is said once of the table and not in its cells, and end tags that HTML does without are left out:
 * in large tables they would be half. No line ends between rows: they would be part of the last cell.
 */
export function tableHtml({ columns, rows }: Table, caption: string, stack = false): Html {
  const stacked = stack && columns.length <= STYLED_COLUMNS;
  const style = columnStyle(columns, stacked);
  const head = columns.map((c) => html`<th scope="col">${c.head}`);
  const body = rows.map((row) => html`<tr>${columns.map((c, i) => cell(cellText(row[i] ?? null, c), i))}`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${caption}"><table${stacked ? html` class="stack"` : ''}${style ? html` style="${style}"` : ''}><caption>${caption}</caption>
<thead><tr>${head}<tbody>
${body}</table></div>`;
}

export const isNumeric = ({ unit }: Column): boolean => unit !== undefined && unit !== 'date';

/** For the styles of columns: which are numbers, and the heads that stand before cells where rows stack as lists. */
const columnStyle = (columns: Column[], stacked: boolean): string =>
  columns
    .flatMap((column, i) => [
      ...(isNumeric(column) ? [`--a${i + 1}:right`] : []),
      ...(stacked && i > 0 ? [`--h${i + 1}:${cssString(column.head)}`] : []),
    ])
    .join(';');

const cell = (text: string, index: number): Html =>
  index === 0 ? html`<th scope="row">${lines(text)}` : html`<td${text.length > 60 ? html` class="text"` : ''}>${lines(text)}`;

/** A second line is smaller: what the first one stands for. */
function lines(text: string): Html {
  const [first = '', ...more] = text.split('\n');
  return more.length > 0 ? html`${first}<span class="sub">${more.join(' ')}</span>` : html`${text}`;
}
