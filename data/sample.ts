import { numberIn, type Table, type TableMistake } from './csv.ts';
import { LONGEST_STAY } from './dates.ts';

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
  const problem = value === null ? 'A length is missing.' : lengthProblem(value, 'length');
  if (problem === null) return value ?? 0;
  mistakes.push({ line: row.line, column: index + 1, problem, found: cell, allowed: 'days such as `3.5` (leave out rows without a value)', known: [] });
  return 0;
}

/** Why a number of days cannot be the length of something; null where it can. */
export function lengthProblem(days: number, what: 'length' | 'stay'): string | null {
  if (Number.isNaN(days)) return 'This is not a number of days.';
  if (days < 0) return `A ${what} cannot be below zero.`;
  return days > LONGEST_STAY ? `A ${what} of more than a hundred years is not possible.` : null;
}
