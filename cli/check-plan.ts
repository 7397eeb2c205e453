import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readOrdinary } from '../data/ordinary-file.ts';
import { unexplained } from '../reports/words/stated.ts';
import type { Result } from '../sim/result.ts';
import { asItIs } from './given.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';
import { betweenMarkers } from './markers.ts';
import { refuseTooLarge } from './memory.ts';
import { progress } from './progress.ts';
import { type RunOptions, settings } from './run-options.ts';
import { readScenarios } from './read-scenarios.ts';
import { simulated } from './run.ts';
import { complain, harmless, print } from './terminal.ts';
import { failedChecks } from './verdict.ts';
import { wrap } from './wrap.ts';

export interface CheckPlanOptions extends Pick<RunOptions, 'replications' | 'workers' | 'set'> {
  format: 'text' | 'md';
  /** A README with the two markers; true: that of the folder which holds all the files. */
  write?: string | true;
}

const MARKER = 'stated';
const LARGEST_README = 10e6;

/** `d2a check-plan`: what plans state, beside what comes out; a derived figure that does not agree needs its reason in the file. */
export async function checkPlan(files: string[], options: CheckPlanOptions, signal: AbortSignal): Promise<ExitCode> {
  const shown = progress();
  try {
    const { replications, workers, set } = options;
    const prepared = await readScenarios(
      files.map(asItIs),
      settings({ format: [], engine: 'native', workers, ...(set ? { set } : {}), ...(replications ? { replications } : {}) }),
    );
    await refuseTooLarge(prepared.map(({ scenario }, i) => ({ name: files[i] as string, scenario })));
    if (prepared.every(({ scenario }) => !scenario.stated))
      throw new Refusal('Nothing is stated there: the figures of the plan go under `stated` (see scenarios/README.md).');
    const target = options.write === true ? path.join(folderOf(files), 'README.md') : options.write;
    if (target !== undefined) readme(target);
    const results = await simulated(prepared, { engine: 'native', workers }, signal, shown);
    shown.clear();
    const { statedMarkdown, statedSummary } = await import('../reports/index.ts');
    print(harmless(options.format === 'md' ? statedMarkdown(results) : statedSummary(results)));
    if (target !== undefined) write(target, readme(target, statedMarkdown(results)));
    return verdict(results);
  } finally {
    shown.clear();
  }
}

function verdict(results: Result[]): ExitCode {
  const failed = results.flatMap(failedChecks);
  const open = results.flatMap((result) =>
    unexplained(result).map(
      ({ stated: { label } }) =>
        `${label} of ${result.scenario.name} does not agree, and the scenario does not say why (\`note\`).`,
    ),
  );
  for (const sentence of [...failed, ...new Set(open)]) complain(wrap(harmless(sentence), '  '));
  if (failed.length > 0) return EXIT.selfCheckFailed;
  return open.length > 0 ? EXIT.statedDisagrees : EXIT.done;
}

/** A README with the table in it. Looked at before anything runs, and read again when the table is there: somebody may have written in it. */
function readme(file: string, table = ''): string {
  try {
    const text = betweenMarkers(readOrdinary(file, LARGEST_README).toString('utf8'), MARKER, table);
    if (text === null)
      throw new Refusal(
        `${file} has no place for the table: write <!-- ${MARKER} --> and <!-- /${MARKER} --> where it is to stand.`,
      );
    return text;
  } catch (error) {
    throw error instanceof Refusal ? error : refusalFor('read', file, error);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw refusalFor('write to', file, error);
  }
}

/** The deepest folder that holds them all. */
function folderOf(files: string[]): string {
  const [first = [], ...others] = files.map((file) => path.dirname(path.resolve(file)).split(path.sep));
  const common = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return first.slice(0, common < 0 ? first.length : common).join(path.sep) || path.sep;
}
