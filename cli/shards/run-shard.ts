import path from 'node:path';
import { fingerprint } from '../../data/fingerprint.ts';
import type { ReadScenario } from '../../scenarios/index.ts';
import type { Prepared } from '../../sim/index.ts';
import { EXIT, Refusal, type ExitCode } from '../exit.ts';
import { type Given, givenBy, givenFile, givenText } from '../given.ts';
import { checkFolder } from '../output-folder.ts';
import { progress } from '../progress.ts';
import { scenariosOf } from '../scenarios-of.ts';
import type { RunOptions } from '../run-options.ts';
import { placesFor } from '../run-output.ts';
import { writtenNumbers } from './numbers-text.ts';
import { replicationsOf, type Share } from './share.ts';
import { headOf, type ShardHead } from './shard-head.ts';
import { checkShardFile, shardName, ShardWriter } from './shard-writer.ts';
import { tellShard } from './told.ts';

/** What `d2a merge` needs of the scenarios of a run: all that the result tells of them. */
export interface AskedOfRun {
  given: Given[];
  prepared: Prepared[];
}

/** `d2a run --shard`: this machine's replications of every scenario, into one file that is there whole or not at all. */
export async function runShard(asked: string[], options: RunOptions, share: Share, signal: AbortSignal): Promise<ExitCode> {
  const given = givenBy(asked, options.with);
  const folder = options.out ?? `${placesFor(given.map(givenFile), undefined).folder}-shards`;
  const file = path.join(folder, shardName(share));
  checkFolder(folder, []);
  checkShardFile(file);
  const shown = progress();
  try {
    const read = await scenariosOf(given, options, shown);
    refusePrecise(given, read);
    const head = headOf(share, options, { command: 'run', ...askedOf(given, read) });
    shown.phase('Simulating');
    const writer = new ShardWriter(file, head, signal);
    try {
      const [{ someReplications }, { forExperiment }] = await Promise.all([
        import('../../sim/experiment/some-replications.ts'),
        import('../threads/computing.ts'),
      ]);
      await someReplications(
        read.map(({ scenario }) => scenario),
        head.of.map(({ replications }) => replicationsOf(share, replications)),
        (of, replication, numbers) => writer.add(of, replication, writtenNumbers(numbers)),
        { ...(await forExperiment(options)), signal, onProgress: (done, all) => shown.step(done, all) },
      );
      writer.finish();
    } finally {
      writer.discard();
    }
    shown.clear();
    tellShard(file, head);
    return EXIT.done;
  } finally {
    shown.clear();
  }
}

function askedOf(given: Given[], read: ReadScenario[]): Pick<ShardHead, 'of'> & { asked: AskedOfRun & Record<string, unknown> } {
  const prepared = read.map(({ scenario, values, inputs, warnings }): Prepared => ({ scenario, values, inputs, warnings }));
  const of = prepared.map((one, i) => ({
    name: givenText(given[i] as Given),
    sha256: fingerprint(JSON.stringify(one)),
    seed: one.scenario.run.seed,
    replications: one.scenario.run.replications,
  }));
  return { of, asked: { given, prepared } };
}

/** How many replications are enough shows only when all before them are known, which no shard does. */
function refusePrecise(given: Given[], read: ReadScenario[]): void {
  const precise = given.filter((_, i) => read[i]?.scenario.run.precision !== undefined).map(givenText);
  if (precise.length > 0)
    throw new Refusal(
      `${precise.join(', ')}: with \`run.precision\` the number of replications is not known beforehand, so they cannot be dealt out to shards. Say how many with --replications, which stands instead of the precision.`,
    );
}
