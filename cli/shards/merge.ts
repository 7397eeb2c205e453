import { experiment } from '../../sim/index.ts';
import { misfit } from '../../sim/experiment/misfit.ts';
import type { Numbers } from '../../sim/experiment/numbers.ts';
import { Runner, type Task } from '../../sim/experiment/runner.ts';
import { here, type Workers } from '../../sim/experiment/workers.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { givenFile, givenText } from '../given.ts';
import { refuseTooLarge } from '../memory.ts';
import { checkFolder } from '../output-folder.ts';
import { packageVersion } from '../package.ts';
import { progress } from '../progress.ts';
import { writeRun } from '../run.ts';
import type { RunOptions } from '../run-options.ts';
import { certainNames, placesFor } from '../run-output.ts';
import { engineOf } from '../threads/engines.ts';
import { readNumbers } from './numbers-text.ts';
import { type Shards, shardsOfOneRun } from './one-run.ts';
import { mergedPoints } from './merged-points.ts';
import type { AskedOfSearch } from './search-shard.ts';
import { SHARD_NAMES } from './shard-head.ts';
import { USUAL_FORMATS } from '../option-values.ts';
import type { AskedOfRun } from './run-shard.ts';

export type MergeOptions = Pick<RunOptions, 'out' | 'format' | 'events' | 'json' | 'check' | 'workers'>;

/** `d2a merge`: what shards hold, put together; the same bytes as one machine would have written. */
export async function merge(files: string[], options: MergeOptions, signal: AbortSignal): Promise<ExitCode> {
  const started = new Date();
  const shown = progress();
  try {
    shown.phase('Reading the shards');
    const shards = shardsOfOneRun(files);
    const { engine, command } = shards[0].head;
    if (command !== 'run') return await mergeSearch(shards, command, options, signal);
    const { given, prepared } = shards[0].head.asked as unknown as AskedOfRun;
    const places = placesFor(given.map(givenFile), options.out);
    checkFolder(places.folder, certainNames(places, options));
    const from = given.map(givenText);
    await refuseTooLarge(prepared.map(({ scenario }, i) => ({ name: from[i] as string, scenario })));
    const results = await experiment(prepared, {
      engine: engineOf(engine),
      workers: (scenarios) => handedBack(shards, scenarios),
      version: packageVersion(),
      onProgress: (done, total) => shown.step(done, total),
      signal,
    });
    return await writeRun({ results, from, places, started, shown }, { ...options, command: 'merge', engine });
  } finally {
    shown.clear();
  }
}

/** The search itself, on replications that are there already; it writes what it always writes. */
async function mergeSearch(
  shards: Shards,
  command: 'size' | 'sweep',
  { out, json, workers, events, check, format }: MergeOptions,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (events || check || format !== USUAL_FORMATS)
    throw new Refusal(`These are shards of ${SHARD_NAMES[command]}: --events, --check and --format are of those of d2a run.`);
  const { file, options } = shards[0].head.asked as unknown as AskedOfSearch;
  const asked = {
    ...options,
    workers,
    merged: mergedPoints(shards),
    ...(out === undefined ? {} : { out }),
    ...(json === undefined ? {} : { json }),
  };
  if (command === 'size') return (await import('../decide/size.ts')).sizeCommand(file, asked, signal);
  return (await import('../decide/sweep.ts')).sweepCommand(file, { show: [], ...asked }, signal);
}

/** Workers of an experiment that have all its replications already. */
function handedBack(shards: Shards, scenarios: Scenario[]): Workers<Task, Numbers[]> {
  const runner = new Runner(scenarios, engineOf(shards[0].head.engine)); // for the layouts alone
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return here(({ scenario, from, to }) => {
    const { plan, layout } = runner.prepare(scenario);
    return Array.from({ length: to - from + 1 }, (_, i) => {
      const { file, row } = shards[(from + i - 1) % shards.length] as Shards[number];
      const numbers = readNumbers(row(scenario, from + i));
      const wrong = numbers === null ? 'a value' : misfit(plan, layout, numbers);
      if (numbers === null || wrong !== null)
        throw new Refusal(
          `${file}: replication ${from + i} of scenario ${scenario + 1} is damaged: ${wrong} is not of the length or kind that the scenario asks for. Nothing was written.`,
        );
      return numbers;
    });
  }, turn);
}
