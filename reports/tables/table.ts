import { type CsvCell, csv } from './csv.ts';

/** A tidy table: one row an observation, column names that stay, ISO dates. CSV and Excel are made of it. */
export interface DataTable {
  /** File name, ending in `.csv`. */
  name: string;
  columns: DataColumn[];
  rows: CsvCell[][];
}

export interface DataColumn {
  key: string;
  /** Governs how a spreadsheet shows numbers; of each row, where measures of several units stand in one column. */
  unit?: string | ((row: CsvCell[]) => string);
}

export const tableCsv = ({ columns, rows }: DataTable): string =>
  csv(
    columns.map(({ key }) => key),
    rows,
  );

export const named = (...keys: string[]): DataColumn[] => keys.map((key) => ({ key }));

export const inUnit = (unit: DataColumn['unit'], ...keys: string[]): DataColumn[] =>
  keys.map((key) => (unit === undefined ? { key } : { key, unit }));
