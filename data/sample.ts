import { numberIn, type Table, type TableMistake } from './csv.ts';

/** Observed lengths in days, ascending, from one column of a table. */
export function sampleIn(table: Table, column: string, mistakes: TableMistake[]): number[] {
  const index = table.columns.indexOf(column.trim().toLowerCase());
  if (index < 0) {
    const problem = `There is no column \`${column}\`.`;
    mistakes.push({ line: 1, column: 1, problem, found: column, allowed: `columns ${table.columns.join(', ')}`, known: table.columns });
    return [];
  }
  const values = table.rows.map((row) => length(row, index, mistakes));
  if (values.length < 2) mistakes.push({ line: 1, column: index + 1, problem: 'A sample needs at least 2 values.', found: String(values.length), allowed: null, known: [] });
  return values.sort((a, b) => a - b);
}

function length(row: Table['rows'][number], index: number, mistakes: TableMistake[]): number {
  const cell = row.cells[index] ?? '';
  const value = numberIn(cell);
  if (value !== null && value >= 0) return value;
  const problem = value === null ? 'A length is missing.' : value < 0 ? 'A length cannot be below zero.' : 'This is not a number of days.';
  mistakes.push({ line: row.line, column: index + 1, problem, found: cell, allowed: 'days such as `3.5` (leave out rows without a value)', known: [] });
  return 0;
}
