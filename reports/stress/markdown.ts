import type { Table } from '../figures/figure.ts';

/** Text of a scenario as Markdown shows it, never as Markdown or HTML does it. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

export const item = (number: string, title: string, ...parts: string[]): string => [`### ${number} ${title}`, ...parts.filter((part) => part !== '')].join('\n\n');

export const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Cells are plain text; a cell without a value is a dash. */
export function markdownTable({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const cell = (value: Table['rows'][number][number]) => (value === null || value === '' ? '–' : plainText(String(value)));
  return [line(columns.map(({ head }) => head)), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}
