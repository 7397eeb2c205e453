import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sheet } from '../data/workbook.ts';
import { D2A } from './called.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { checkFolder, writeFolder } from './output-folder.ts';
import { packageFolder } from './package.ts';
import { periodInWords, type PlanPeriod, planPeriod } from './plan-period.ts';
import { harmless, print } from './terminal.ts';

const WORKBOOK = 'plan.xlsx';

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
  const text = readFileSync(path.join(packageFolder, 'scenarios', 'templates', 'start.yaml'), 'utf8');
  const passing = mkdtempSync(path.join(tmpdir(), 'd2a-template-'));
  try {
    writeFileSync(path.join(passing, 'start.yaml'), startingOn(text, start, weeks));
    return await templateSheets(path.join(passing, 'start.yaml'), { measures: measureOptions() });
  } finally {
    rmSync(passing, { recursive: true });
  }
}
