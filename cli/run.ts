import type { ReadScenario } from '../scenarios/index.ts';
import type { Result } from '../sim/result.ts';
import type { Comparison } from '../sim/comparison.ts';
import type { ExitCode } from './exit.ts';
import { givenBy, givenFile, givenText } from './given.ts';
import { checkFolder, type OutputFile, writeFolder } from './output-folder.ts';
import { packageVersion } from './package.ts';
import { type Progress, progress } from './progress.ts';
import { scenariosOf } from './scenarios-of.ts';
import { runJson } from './run-json.ts';
import type { RunOptions } from './run-options.ts';
import { certainNames, infoFiles, type Places, placesFor, runFiles } from './run-output.ts';
import { runText } from './run-text.ts';
import { complain, harmless, print } from './terminal.ts';
import type { Computing } from './threads/computing.ts';
import { exitCodeOf, failedChecks, missedAmbitions, missedSentence, unsureSentences } from './verdict.ts';
import { wrap } from './wrap.ts';

/** `d2a run`: read everything, simulate, write everything, then say what came out. */
export async function run(asked: string[], options: RunOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.shard !== undefined) return (await import('./shards/run-shard.ts')).runShard(asked, options, options.shard, signal);
  const started = new Date();
  const given = givenBy(asked, options.with);
  const from = given.map(givenText);
  const places = placesFor(given.map(givenFile), options.out);
  checkFolder(places.folder, certainNames(places, options));
  const shown = progress();
  try {
    const results = await simulated(await scenariosOf(given, options, shown), options, signal, shown);
    return await writeRun({ results, from, places, started, shown }, { ...options, command: 'run' });
  } finally {
    shown.clear();
  }
}

/** What was simulated, whether just now or by several machines. */
export interface Ran {
  results: Result[];
  /** As told to people, in the order of the results. */
  from: string[];
  places: Places;
  started: Date;
  shown: Progress;
}

export type WrittenAs = Pick<RunOptions, 'engine' | 'workers' | 'format' | 'events' | 'json' | 'check'> & {
  command: 'run' | 'merge';
};

/** Writes all files at once, then says what came out. */
export async function writeRun({ results, from, places, started, shown }: Ran, options: WrittenAs): Promise<ExitCode> {
  shown.phase('Writing the reports');
  const { compare } = await import('../sim/index.ts');
  const comparison = results.length > 1 ? compare(results) : null;
  const files = await runFiles(results, comparison, places, options);
  files.push(...infoFiles(files, from, places, options, started));
  await writeFolder(places.folder, files);
  shown.clear();
  return await tell({ results, from, ...places, files }, comparison, options);
}

export async function simulated(
  prepared: ReadScenario[],
  computing: Computing,
  signal: AbortSignal,
  shown: Progress,
): Promise<Result[]> {
  shown.phase('Simulating');
  const [{ experiment }, { forExperiment }] = await Promise.all([import('../sim/index.ts'), import('./threads/computing.ts')]);
  const mayStopEarly = prepared.some(({ scenario }) => scenario.run.precision !== undefined);
  return experiment(prepared, {
    ...(await forExperiment(computing)),
    version: packageVersion(),
    onProgress: (done, total) => shown.step(done, total, mayStopEarly),
    signal,
  });
}

interface Written {
  results: Result[];
  from: string[];
  folder: string;
  folders: string[];
  files: OutputFile[];
}

async function tell(written: Written, comparison: Comparison | null, { check = false, json }: WrittenAs): Promise<ExitCode> {
  const exitCode = exitCodeOf(written.results, check);
  const outcome = { ...written, files: written.files.map((file) => file.name), exitCode };
  print(json ? runJson(outcome) : await runText(outcome, comparison));
  for (const result of written.results) {
    const missed = check
      ? [...missedAmbitions(result).map((one) => missedSentence(result, one)), ...unsureSentences(result)]
      : [];
    for (const sentence of [...failedChecks(result), ...missed]) complain(wrap(harmless(sentence), '  '));
  }
  return exitCode;
}
