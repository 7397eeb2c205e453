import type { Decision } from '../../sim/decision.ts';
import type { Format } from '../option-values.ts';
import type { OutputFile } from '../output-folder.ts';
import { json } from '../result-files.ts';

export const DECISION_FILE = 'decision.json';
export const DECISION_PAGE = 'decision.html';

const reports = () => import('../../reports/index.ts');

/** To add a format: its name in `option-values.ts`, its files here. */
const WRITERS: Partial<Record<Format, (decision: Decision) => Promise<OutputFile[]>>> = {
  html: async (decision) => [{ name: DECISION_PAGE, text: await (await reports()).renderDecision(decision) }],
  json: async (decision) => [{ name: DECISION_FILE, text: json(decision) }],
  async csv(decision) {
    const { decisionTables, tableCsv } = await reports();
    return decisionTables(decision).map((table) => ({ name: `tables/${table.name}`, text: tableCsv(table) }));
  },
};

/** Formats a search is written in. */
export const DECISION_FORMATS = Object.keys(WRITERS) as Format[];

/** The same bytes for the same decision, wherever they are written. */
export async function decisionFiles(decision: Decision, formats: readonly Format[]): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const format of formats) files.push(...((await WRITERS[format]?.(decision)) ?? []));
  return files;
}
