import { columnAt, type Table, type TableMistake } from './csv.ts';
import { LONGEST_STAY } from './dates.ts';
import { noNumber, numberIn } from './numbers.ts';

/** Observed lengths in days, ascending, from one column of a table. */
export function sampleIn(table: Table, column: string, mistakes: TableMistake[]): number[] {
  const index = columnAt(table, column, mistakes);
  if (index < 0) return [];
  const values = table.rows.map((row) => length(row, table, index, mistakes));
  if (values.length < 2)
    mistakes.push({
      line: 1,
      column: index + 1,
      problem: 'A sample needs at least 2 values.',
      found: String(values.length),
      allowed: null,
      known: [],
    });
  return values.sort((a, b) => a - b);
}

function length(row: Table['rows'][number], table: Table, index: number, mistakes: TableMistake[]): number {
  const cell = row.cells[index] ?? '';
  const value = numberIn(cell, table);
  const wrong = value === null ? 'A length is missing.' : lengthProblem(value, 'length');
  if (wrong === null) return value ?? 0;
  const said = noNumber(cell, table, { problem: wrong, allowed: 'days such as `3.5` (leave out rows without a value)' });
  mistakes.push({ line: row.line, column: index + 1, ...said, found: cell, known: [] });
  return 0;
}

/** Why a number of days cannot be the length of something; null where it can. */
export function lengthProblem(days: number, what: 'length' | 'stay'): string | null {
  if (Number.isNaN(days)) return 'This is not a number of days.';
  if (days < 0) return `A ${what} cannot be below zero.`;
  return days > LONGEST_STAY ? `A ${what} of more than a hundred years is not possible.` : null;
}
