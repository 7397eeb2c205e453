import { existsSync } from 'node:fs';
import path from 'node:path';
import { D2A } from './called.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { checkFolder, writeFolder } from './output-folder.ts';
import { packageFolder } from './package.ts';
import { harmless, print } from './terminal.ts';

const WORKBOOK = 'plan.xlsx';

/** `d2a template`: the starting scenario as an Excel workbook to fill in. Never replaces a file. */
export async function template(folder: string): Promise<ExitCode> {
  const file = path.join(folder, WORKBOOK);
  if (existsSync(file)) throw new Refusal(`${file} already there: d2a template does not replace a file. Name another folder.`);
  checkFolder(folder, []);
  const [{ templateSheets }, { workbookBytes }, { measureOptions }] = await Promise.all([import('../scenarios/index.ts'), import('../data/workbook.ts'), import('../sim/index.ts')]);
  const sheets = await templateSheets(path.join(packageFolder, 'scenarios', 'templates', 'start.yaml'), { measures: measureOptions() });
  writeFolder(folder, [{ name: WORKBOOK, text: await workbookBytes(sheets) }]);
  print(`Wrote ${harmless(file)}, a small plan in Excel to make your own.\nThen:  ${D2A} validate ${harmless(file)}\n       ${D2A} run ${harmless(file)}`);
  return EXIT.done;
}
