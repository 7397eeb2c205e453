import type { Comparison, Result } from '../sim/result.ts';
import type { Format } from './option-values.ts';
import type { OutputFile } from './output-folder.ts';

export const RESULT_FILE = 'result.json';
export const REPORT_FILE = 'report.html';
export const COMPARISON_PAGE = 'comparison.html';
export const COMPARISON_FILE = 'comparison.json';
export const EVENTS_FILE = 'tables/events.csv';

/** The files of one result, in the formats asked for: the same bytes for the same result, wherever they are written. */
export async function resultFiles(result: Result, formats: readonly Format[]): Promise<OutputFile[]> {
  const { renderReport, tables } = await import('../reports/index.ts');
  const files: OutputFile[] = [];
  if (formats.includes('json')) files.push({ name: RESULT_FILE, text: json(result) });
  if (formats.includes('html')) files.push({ name: REPORT_FILE, text: await renderReport(result) });
  if (formats.includes('csv')) files.push(...tables(result).map(({ name, csv }) => ({ name: tableName(name), text: csv })));
  return files;
}

export async function comparisonFiles(
  results: Result[],
  comparison: Comparison,
  formats: readonly Format[],
): Promise<OutputFile[]> {
  const { comparisonTables, renderComparison } = await import('../reports/index.ts');
  const files: OutputFile[] = [];
  if (formats.includes('json')) files.push({ name: COMPARISON_FILE, text: json(comparison) });
  if (formats.includes('html')) files.push({ name: COMPARISON_PAGE, text: await renderComparison(results, comparison) });
  if (formats.includes('csv')) files.push(...comparisonTables(results, comparison).map(({ name, csv }) => ({ name: tableName(name), text: csv })));
  return files;
}

/** The same files one folder down; '' is no folder. */
export function inFolder(folder: string, files: OutputFile[]): OutputFile[] {
  return folder === '' ? files : files.map(({ name, text }) => ({ name: `${folder}/${name}`, text }));
}

export function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function tableName(name: string): string {
  return `tables/${name.endsWith('.csv') ? name : `${name}.csv`}`;
}
