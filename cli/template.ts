import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesInHand } from '../data/files-in-hand.ts';
import { fingerprint } from '../data/fingerprint.ts';
import type { Sheet } from '../data/sheet.ts';
import { D2A } from './called.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { checkFolder, writeFolder } from './output-folder.ts';
import { packageFolder } from './package.ts';
import { periodInWords, type PlanPeriod, planPeriod } from './plan-period.ts';
import { harmless, print } from './terminal.ts';

const WORKBOOK = 'plan.xlsx';
const START = 'start.yaml';

/** `d2a template`: the starting scenario as an Excel workbook to fill in. Never replaces a file. */
export async function template(folder: string, asked: Partial<PlanPeriod> = {}): Promise<ExitCode> {
  const period = planPeriod(asked);
  const file = path.join(folder, WORKBOOK);
  if (existsSync(file)) throw new Refusal(`${file} already there: d2a template does not replace a file. Name another folder.`);
  checkFolder(folder, []);
  const sheets = await sheetsFor(period);
  const { workbookBytes } = await import('../data/workbook.ts');
  await writeFolder(folder, [{ name: WORKBOOK, text: await workbookBytes(sheets) }]);
  print(
    `Wrote ${harmless(file)}, a small plan in Excel to make your own.\n${periodInWords(period)}\nThen:  ${D2A} validate ${harmless(file)}\n       ${D2A} run ${harmless(file)}`,
  );
  return EXIT.done;
}

/** The sheets are laid out from a scenario file: the starting one, of the period asked for. */
async function sheetsFor({ start, weeks }: PlanPeriod): Promise<Sheet[]> {
  const [{ startingOn, templateSheets }, { measureOptions }] = await Promise.all([
    import('../scenarios/index.ts'),
    import('../sim/index.ts'),
  ]);
  const text = startingOn(readFileSync(path.join(packageFolder, 'scenarios', 'templates', START), 'utf8'), start, weeks);
  const bytes = new TextEncoder().encode(text);
  const files = filesInHand(new Map([[START, { bytes, sha256: fingerprint(bytes) }]]));
  return templateSheets(START, { files, measures: measureOptions() });
}
