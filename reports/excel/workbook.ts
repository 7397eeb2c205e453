import type { Cell, Sheet } from '../../data/sheet.ts';
import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import type { Reported } from '../reported.ts';
import { type CsvCell, defused } from '../tables/csv.ts';
import { comparisonTables } from '../tables/comparison-tables.ts';
import type { DataColumn, DataTable } from '../tables/table.ts';
import { tables } from '../tables/tables.ts';
import { comparisonCover, cover } from './cover.ts';
import { sheetNames } from './sheet-names.ts';

/** The tables of a result, a sheet each, after a cover. */
export function workbook(result: Reported): Sheet[] {
  const all = tables(result);
  const names = sheetNames(all);
  return [cover(result, all, names), ...all.map((table, i) => sheet(table, names[i] ?? ''))];
}

export function comparisonWorkbook(results: Result[], comparison: Comparison): Sheet[] {
  const all = comparisonTables(results, comparison);
  const names = sheetNames(all);
  return [comparisonCover(results, comparison, all, names), ...all.map((table, i) => sheet(table, names[i] ?? ''))];
}

/** How Excel shows a number of a unit; the cell holds all its digits. */
const FORMATS: Record<string, string> = {
  share: '0.0%',
  '£': '£#,##0',
  date: 'yyyy-mm-dd',
  people: '#,##0.0',
  days: '#,##0.0',
  beds: '#,##0.0',
  hours: '#,##0',
  places: '#,##0.0',
  times: '#,##0.0',
};

/** The header stays in sight. */
function sheet({ columns, rows }: DataTable, name: string): Sheet {
  return {
    name,
    frozen: { rows: 1, columns: 0 },
    widths: columns.map(({ key }, i) =>
      width(
        key,
        rows.slice(0, 200).map((row) => row[i] ?? null),
      ),
    ),
    rows: [
      columns.map(({ key }): Cell => ({ value: key, heading: true })),
      ...rows.map((row) => row.map((value, i) => cell(value, columns[i], row))),
    ],
  };
}

/** Text is defused as in CSV: a sheet is often saved as one, and Excel runs a formula when its cell is edited. */
function cell(value: CsvCell, column: DataColumn | undefined, row: CsvCell[]): Cell {
  const unit = typeof column?.unit === 'function' ? column.unit(row) : (column?.unit ?? '');
  const format = FORMATS[unit];
  if (typeof value === 'number') return Number.isFinite(value) ? formatted(value, format) : null;
  return typeof value === 'string' ? formatted(defused(value), unit === 'date' ? format : undefined) : value;
}

const formatted = (value: string | number, format: string | undefined): Cell =>
  format === undefined ? value : { value, format };

const width = (key: string, cells: CsvCell[]): number =>
  Math.min(60, Math.max(10, key.length + 2, ...cells.map((value) => (typeof value === 'string' ? value.length + 1 : 0))));
