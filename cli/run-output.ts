import path from 'node:path';
import type { Result } from '../sim/result.ts';
import type { Comparison } from '../sim/comparison.ts';
import { eventsCsv } from './events-csv.ts';
import { uniqueFolderNames } from './names.ts';
import type { OutputFile } from './output-folder.ts';
import { packageVersion } from './package.ts';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  COMPARISON_WORKBOOK,
  comparisonFiles,
  EVENTS_FILE,
  inFolder,
  json,
  REPORT_FILE,
  RESULT_FILE,
  RESULT_WORKBOOK,
  resultFiles,
} from './result-files.ts';
import { RUN_INFO, runInfo } from './run-info.ts';
import type { RunOptions } from './run-options.ts';

export interface Places {
  /** The output folder. */
  folder: string;
  /** Folder of each result inside it; a single result's is '': the output folder itself. */
  folders: string[];
}

/** Where the files of a run go. */
export function placesFor(files: string[], out: string | undefined): Places {
  const folders = uniqueFolderNames(files, [COMPARISON_PAGE, COMPARISON_FILE, COMPARISON_WORKBOOK, RUN_INFO, 'tables']);
  const [first = ''] = folders;
  if (files.length === 1) return { folder: out ?? path.join('out', first), folders: [''] };
  return { folder: out ?? path.join('out', `${first}-compared`), folders };
}

/** The names that will be written whatever the scenarios hold. */
export function certainNames({ folders }: Places, { format }: Pick<RunOptions, 'format'>): string[] {
  const names = folders.flatMap((folder) => [RESULT_FILE, REPORT_FILE, RESULT_WORKBOOK].map((name) => within(folder, name)));
  if (folders.length > 1) names.push(COMPARISON_PAGE, COMPARISON_FILE, COMPARISON_WORKBOOK);
  return names.filter((name) => format.some((ending) => name.endsWith(ending)));
}

/** Every file of the run but the run-info. */
export async function runFiles(
  results: Result[],
  comparison: Comparison | null,
  { folders }: Places,
  options: Pick<RunOptions, 'format' | 'events' | 'engine'>,
): Promise<OutputFile[]> {
  const all: OutputFile[] = [];
  for (const [i, result] of results.entries()) {
    const files = await resultFiles(result, options.format);
    if (options.events) files.push(await eventsFile(result, options.engine));
    all.push(...inFolder(folders[i] ?? '', files));
  }
  if (comparison) all.push(...(await comparisonFiles(results, comparison, options.format)));
  return all;
}

/** One run-info for the output folder; where scenarios have folders of their own, one in each, so that each stands by itself. */
export function infoFiles(
  files: OutputFile[],
  from: string[],
  { folders }: Places,
  { command, workers }: Pick<RunOptions, 'workers'> & { command: 'run' | 'merge' },
  started: Date,
): OutputFile[] {
  const info = (names: string[], sources: string[]): OutputFile => {
    const facts = { command, d2a: packageVersion(), workers, from: sources, files: [...names, RUN_INFO] };
    return { name: RUN_INFO, text: json(runInfo(facts, started)) };
  };
  const names = files.map((file) => file.name);
  const inner = folders.filter(Boolean).flatMap((folder, i) => {
    const own = names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
    return inFolder(folder, [info(own, from.slice(i, i + 1))]);
  });
  return [...inner, info([...names, ...inner.map((file) => file.name)], from)];
}

async function eventsFile({ scenario }: Result, engine: RunOptions['engine']): Promise<OutputFile> {
  const [{ eventLog }, { engineOf }] = await Promise.all([import('../sim/index.ts'), import('./threads/engines.ts')]);
  return { name: EVENTS_FILE, text: eventsCsv(eventLog(scenario, engineOf(engine))) };
}

function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
