import path from 'node:path';
import type { Decision } from '../sim/decision.ts';
import { refuseUnlike } from './comparable.ts';
import { DECISION_FORMATS, DECISION_PAGE, decisionFiles } from './decide/decision-files.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { uniqueFolderNames } from './names.ts';
import type { Format } from './option-values.ts';
import { checkFolder, type OutputFile, writeFolder } from './output-folder.ts';
import { packageVersion } from './package.ts';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  COMPARISON_WORKBOOK,
  comparisonFiles,
  inFolder,
  json,
  REPORT_FILE,
  resultFiles,
} from './result-files.ts';
import { filesOfEarlierRun, RUN_INFO, runInfo } from './run-info.ts';
import { savedFile, savedResult } from './saved-result.ts';
import { type ReportedFile, withSearches } from './with-searches.ts';
import { harmless, print } from './terminal.ts';

export interface ReportOptions {
  out?: string;
  format: Format[] | 'stress';
}

/** `d2a report`: the pages and tables of saved results again, or the record of each printed as text. */
export async function report(from: string[], { out, format }: ReportOptions): Promise<ExitCode> {
  return format === 'stress' ? printRecords(from) : draw(from, out, format);
}

async function printRecords(from: string[]): Promise<ExitCode> {
  const { stressRecord } = await import('../reports/index.ts');
  const records: string[] = [];
  for (const file of from) {
    const result = savedResult(file);
    records.push(await unlessDamaged([file], () => stressRecord(result)));
  }
  print(harmless(records.join('\n').trimEnd()));
  return EXIT.done;
}

/** Of several results, their comparison with the first as well; of one decision by itself, the report of the search. */
async function draw(from: string[], out: string | undefined, format: Format[]): Promise<ExitCode> {
  const started = new Date();
  const saved = from.map(savedFile);
  const [search] = saved;
  const alone = saved.length === 1 && search && 'decision' in search ? search : null;
  const results = alone ? [] : await unlessDamaged(from, () => withSearches(saved));
  if (results.length < 2 && format.every((name) => name === 'json'))
    throw new Refusal('The result is there already: name another format, such as --format html,md.');
  await unlessDamaged(from, () =>
    refuseUnlike(
      results.map(({ file, result }) => ({ name: file, scenario: result.scenario })),
      'Nothing was written.',
    ),
  );
  const folder = out ?? (results.length > 1 ? path.join('out', 'comparison') : path.dirname(results[0]?.file ?? from[0] ?? ''));
  checkFolder(folder, [alone ? DECISION_PAGE : results.length === 1 ? REPORT_FILE : COMPARISON_PAGE]);
  const drawn = await unlessDamaged(from, () =>
    alone ? decisionPages(alone.file, alone.decision, format) : pages(results, format),
  );
  // What this command does not draw (result.json, the event list) stays, and stays known as d2a's.
  const kept = filesOfEarlierRun(folder).filter((name) => !isDrawnHere(name, format));
  const names = [...new Set([...drawn.map((file) => file.name), ...kept, RUN_INFO])];
  const info = runInfo({ command: 'report', d2a: packageVersion(), workers: null, from, files: names }, started);
  await writeFolder(folder, [...drawn, { name: RUN_INFO, text: json(info) }], kept);
  print(
    `Wrote ${harmless(path.join(folder, drawn[0]?.name ?? ''))}${drawn.length > 1 ? ` and ${drawn.length - 1} files beside it` : ''}.`,
  );
  return EXIT.done;
}

/** A saved result is read in outline only: what drawing stumbles over is a part that is missing or of another kind. */
async function unlessDamaged<T>(files: string[], make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new Refusal(
      `${files.join(' or ')} is damaged: a part is missing or not as this d2a writes it (${error.message}). Run it again.`,
    );
  }
}

const pages = (results: ReportedFile[], formats: Format[]): Promise<OutputFile[]> =>
  results.length > 1
    ? comparedPages(results, formats)
    : results[0]
      ? resultFiles(results[0].result, drawnAgain(formats))
      : Promise.resolve([]);

/** Of what a search found. */
async function decisionPages(file: string, decision: Decision, formats: Format[]): Promise<OutputFile[]> {
  const wanted = drawnAgain(formats).filter((format) => DECISION_FORMATS.includes(format));
  if (wanted.length === 0) throw new Refusal(`${file} is what a search found: it is drawn as html or csv.`);
  return decisionFiles(decision, wanted);
}

/** The result itself is not written again. */
const drawnAgain = (formats: Format[]): Format[] => formats.filter((format) => format !== 'json');

/** Each in a folder of its own, named from the folder that holds its result. */
async function comparedPages(files: ReportedFile[], formats: Format[]): Promise<OutputFile[]> {
  const { compare } = await import('../sim/index.ts');
  const results = files.map(({ result }) => result);
  const all = await comparisonFiles(results, compare(results), formats);
  const folders = uniqueFolderNames(
    files.map(({ file }) => sourceName(file)),
    [COMPARISON_PAGE, COMPARISON_FILE, COMPARISON_WORKBOOK, RUN_INFO, 'tables'],
  );
  for (const [i, result] of results.entries())
    all.push(...inFolder(folders[i] ?? '', await resultFiles(result, drawnAgain(formats))));
  return all;
}

/** `out/winter/result.json` is called by its folder, any other file by its own name. */
function sourceName(file: string): string {
  return path.basename(file) === 'result.json' ? path.basename(path.dirname(path.resolve(file))) || file : file;
}

/** What each format draws: an earlier file of it that is not drawn again is out of date. */
const DRAWN: Record<Format, RegExp> = {
  html: /\.html$/,
  json: /(^|\/)comparison\.json$/,
  csv: /(^|\/)tables\/(?!events\.csv$)/,
  xlsx: /\.xlsx$/,
  md: /\.md$/,
};

const isDrawnHere = (name: string, formats: Format[]): boolean =>
  name === RUN_INFO || formats.some((format) => DRAWN[format].test(name));
