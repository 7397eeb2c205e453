import { cellText } from '../figures/cell-text.ts';
import type { Table } from '../figures/figure.ts';

/** Text of a scenario as Markdown shows it, on one line, never as Markdown or HTML does it. */
export function plainText(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const plain = oneLine.replace(/[\\`*_{}[\]<>|#~&]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  );
  return plain
    .replace(/:\/\//g, ':\\//')
    .replace(/^[+-]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

export const item = (number: string, title: string, ...parts: string[]): string =>
  [`### ${number} ${title}`, ...parts.filter((part) => part !== '')].join('\n\n');

export const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Cells are plain text, a second line after a semicolon, numbers as their column's unit has them, set to the right; a cell without a value is a dash. */
export function markdownTable({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = ({ unit }: Table['columns'][number]) => (unit === undefined || unit === 'date' ? '---' : '---:');
  const cells = (row: Table['rows'][number]) =>
    columns.map((column, i) =>
      cellText(row[i] === '' ? null : (row[i] ?? null), column)
        .split('\n')
        .map(plainText)
        .join('; '),
    );
  return [line(columns.map(({ head }) => plainText(head))), line(columns.map(rule)), ...rows.map((row) => line(cells(row)))].join(
    '\n',
  );
}
