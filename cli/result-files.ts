import type { Comparison } from '../sim/comparison.ts';
import type { DataTable, Reported } from '../reports/index.ts';
import type { Format } from './option-values.ts';
import type { OutputFile } from './output-folder.ts';

export const RESULT_FILE = 'result.json';
export const REPORT_FILE = 'report.html';
export const COMPARISON_PAGE = 'comparison.html';
export const COMPARISON_FILE = 'comparison.json';
export const RESULT_WORKBOOK = 'results.xlsx';
export const COMPARISON_WORKBOOK = 'comparison.xlsx';
export const EVENTS_FILE = 'tables/events.csv';

/** One format: the files of one result, and those of a comparison, which stand beside the folders of the results. */
interface Writer {
  result(result: Reported): Promise<OutputFile[]>;
  comparison(results: Reported[], comparison: Comparison): Promise<OutputFile[]>;
}

const reports = () => import('../reports/index.ts');
const workbook = async () => (await import('../data/workbook.ts')).workbookBytes;

/** To add a format: its name in `option-values.ts`, its files here. */
const WRITERS: Record<Format, Writer> = {
  html: {
    result: async (result) => [{ name: REPORT_FILE, text: await (await reports()).renderReport(result) }],
    comparison: async (...of) => [{ name: COMPARISON_PAGE, text: await (await reports()).renderComparison(...of) }],
  },
  json: {
    result: async (result) => [{ name: RESULT_FILE, text: json(result) }],
    comparison: async (_, comparison) => [{ name: COMPARISON_FILE, text: json(comparison) }],
  },
  csv: {
    result: async (result) => csvFiles((await reports()).tables(result)),
    comparison: async (...of) => csvFiles((await reports()).comparisonTables(...of)),
  },
  xlsx: {
    result: async (result) => [{ name: RESULT_WORKBOOK, text: await (await workbook())((await reports()).workbook(result)) }],
    comparison: async (...of) => [
      { name: COMPARISON_WORKBOOK, text: await (await workbook())((await reports()).comparisonWorkbook(...of)) },
    ],
  },
  md: {
    result: async (result) => [{ name: 'report.md', text: (await reports()).markdown(result) }],
    comparison: async (...of) => [{ name: 'comparison.md', text: (await reports()).comparisonMarkdown(...of) }],
  },
};

/** The files of one result, in the formats asked for: the same bytes for the same result, wherever they are written. */
export async function resultFiles(result: Reported, formats: readonly Format[]): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const format of formats) files.push(...(await WRITERS[format].result(result)));
  return files;
}

export async function comparisonFiles(
  results: Reported[],
  comparison: Comparison,
  formats: readonly Format[],
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const format of formats) files.push(...(await WRITERS[format].comparison(results, comparison)));
  return files;
}

async function csvFiles(tables: DataTable[]): Promise<OutputFile[]> {
  const { tableCsv } = await reports();
  return tables.map((table) => ({ name: `tables/${table.name}`, text: tableCsv(table) }));
}

/** The same files one folder down; '' is no folder. */
export function inFolder(folder: string, files: OutputFile[]): OutputFile[] {
  return folder === '' ? files : files.map(({ name, text }) => ({ name: `${folder}/${name}`, text }));
}

export function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
