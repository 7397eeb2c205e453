import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { workbookBytes } from '../../../data/workbook.ts';
import { sheetNames } from '../../../reports/excel/sheet-names.ts';
import { comparisonTables, comparisonWorkbook, type DataTable, tableCsv, tables, workbook } from '../../../reports/index.ts';
import type { Result, Summary } from '../../../sim/result.ts';
import { type Rows, workbookRows } from '../../fixtures/workbook-rows.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const result = winterResult({ text: '=HYPERLINK("http://x")' });
const all = tables(result);
/** A cell opened again as it must be, from the table: text defused, dates as ISO dates, an empty text as nothing. */
const expected = (value: DataTable['rows'][number][number]): unknown => {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value !== 'string') return value;
  return value.replace(/^(?=[=+@-])(?![-+]?\d+(\.\d+)?$)/, "'").trim();
};

/** A sheet without the cells at the end of a row that hold nothing. */
const whole = (rows: unknown[][], columns: number): unknown[][] =>
  rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => null)]);

describe('results.xlsx opened again', () => {
  let sheets: Rows[] = [];
  beforeAll(async () => {
    sheets = workbookRows(await workbookBytes(workbook(result)));
  });

  test('has a cover and a sheet for every table', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['cover', ...sheetNames(all)]);
  });

  test('holds every table with all its numbers, to the last digit', () => {
    for (const [i, table] of all.entries()) {
      const rows = whole(sheets[i + 1]?.rows ?? [], table.columns.length);
      expect(rows[0], table.name).toEqual(table.columns.map(({ key }) => key));
      const filled = table.rows.map((row) => row.map(expected));
      while (filled.at(-1)?.every((cell) => cell === null)) filled.pop();
      expect(rows.slice(1), table.name).toEqual(filled);
    }
  });

  test('holds the measures of result.json', () => {
    const rows = sheets.find(({ name }) => name === 'measures')?.rows ?? [];
    sameSummaries(
      result.measures.filter(({ measure }) => !isDate(measure)),
      ({ measure, scope }) => rows.find((row) => row[0] === measure && row[1] === scope)?.slice(4, 14) ?? [],
    );
  });

  test('never lets a formula of the scenario through', () => {
    for (const { rows } of sheets)
      for (const cell of rows.flat()) if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+@]/);
  });

  test('says on its cover what was asked, what made it, and what every measure means', () => {
    const cover = (sheets[0]?.rows ?? []).flat().join('\n');
    for (const text of [
      'Provenance',
      `SHA-256 ${result.inputs[0]?.sha256}`,
      result.definitions[0]?.formula ?? '',
      'tables/measures.csv',
    ])
      expect(cover).toContain(text);
  });
});

const isDate = (measure: string): boolean => result.definitions.find((d) => d.measure === measure)?.unit === 'date';

function sameSummaries(measures: Result['measures'], of: (m: Result['measures'][number]) => unknown[], digits = 17): void {
  const cells = (s: Summary | null): unknown[] =>
    s
      ? [s.mean, s.sd, ...(s.interval ?? [null, null]), ...(s.range ?? [null, null, null, null, null]), s.n]
      : [...Array.from({ length: 9 }, () => null), 0];
  const rounded = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(digits)) : value);
  expect(measures.length).toBeGreaterThan(10);
  for (const one of measures)
    expect(
      of(one).map((v) => v ?? null),
      `${one.measure} ${one.scope}`,
    ).toEqual(cells(one.summary).map(rounded));
}

test('every CSV opened again equals its table, to ten figures', () => {
  for (const table of all) {
    const [head, ...rows] = parse(tableCsv(table), { bom: true }) as string[][];
    expect(head).toEqual(table.columns.map(({ key }) => key));
    const tenFigures = (value: unknown): string =>
      value === null ? '' : String(typeof value === 'number' ? Number(value.toPrecision(10)) : value);
    expect(
      rows.map((row) => row.map((cell) => cell.trim())),
      table.name,
    ).toEqual(table.rows.map((row) => row.map(expected).map(tenFigures)));
  }
});

test('measures.csv opened again holds the measures of result.json', () => {
  const table = all.find(({ name }) => name === 'measures.csv');
  const rows = parse(table ? tableCsv(table) : '', { bom: true }) as string[][];
  const numbers = (row: string[] = []): unknown[] => row.slice(4, 14).map((cell) => (cell === '' ? null : Number(cell)));
  sameSummaries(
    result.measures.filter(({ measure }) => !isDate(measure)),
    ({ measure, scope }) => numbers(rows.find((row) => row[0] === measure && row[1] === scope)),
    10,
  );
});

test('the same result gives the same bytes at another time', async () => {
  const sheets = workbook(result).slice(0, 3);
  const first = await workbookBytes(sheets);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await workbookBytes(sheets)))).toBe(0);
});

test('a comparison has its tables on sheets', async () => {
  const results = [winterResult(), winterResult({ name: 'More', pressure: 1.2 })];
  const comparison = winterComparison(results);
  const sheets = workbookRows(await workbookBytes(comparisonWorkbook(results, comparison)));
  const table = comparisonTables(results, comparison)[0];
  expect(sheets.map(({ name }) => name)).toEqual(['cover', 'comparison', 'comparison-ambitions']);
  expect(whole(sheets[1]?.rows ?? [], 13).slice(1)).toEqual(table?.rows.map((row) => row.map(expected)));
});

test('a sheet whose name is too long for Excel is cut, and no two are alike', () => {
  const long = (end: string): DataTable => ({ name: `figure-waits-of-people-who-come-from-${end}.csv`, columns: [], rows: [] });
  expect(sheetNames([long('a'), long('b')])).toEqual(['figure-waits-of-people-who-come', 'figure-waits-of-people-who-co~2']);
});
