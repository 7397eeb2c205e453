import path from 'node:path';
import { fingerprint } from '../../data/fingerprint.ts';
import type { Decision } from '../../sim/decision.ts';
import type { Asked } from '../../sim/decide/question.ts';
import { LabRunner, type LabTask } from '../../sim/decide/lab-runner.ts';
import { keyOf } from '../../sim/decide/lab.ts';
import { everyPlace } from '../../sim/decide/space.ts';
import { here, inOrder, type Workers } from '../../sim/experiment/workers.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Search } from '../decide/kind-of-search.ts';
import type { SearchOptions } from '../decide/search-options.ts';
import { type FileSpace, fileSpace } from '../decide/space.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { refuseTooLarge } from '../memory.ts';
import { folderName } from '../names.ts';
import { checkFolder } from '../output-folder.ts';
import { type Progress, progress } from '../progress.ts';
import { forLab } from '../threads/computing.ts';
import { engineOf } from '../threads/engines.ts';
import { textOf } from './numbers-text.ts';
import { replicationsOf, type Share } from './share.ts';
import { headOf, type ShardHead } from './shard-head.ts';
import { checkShardFile, shardName, ShardWriter } from './shard-writer.ts';
import { tellShard } from './told.ts';

/** What `d2a merge` needs to search: the file is read again, and held against the points. */
export interface AskedOfSearch {
  file: string;
  options: Omit<SearchOptions, 'out' | 'json' | 'workers' | 'shard'>;
}

/**
 * `--shard` of a search: this machine's replications of every point of the grid. Which of them the search looks at depends on those
 * before, of all shards, so all are simulated; `d2a merge` then searches among them.
 */
export async function searchShard<D extends Decision>(
  file: string,
  options: SearchOptions,
  share: Share,
  signal: AbortSignal,
  how: Search<D>,
): Promise<ExitCode> {
  const folder = options.out ?? path.join('out', `${folderName(file)}-${how.kind}-shards`);
  const target = path.join(folder, shardName(share));
  checkFolder(folder, []);
  checkShardFile(target);
  const shown = progress();
  try {
    shown.phase('Reading the scenario');
    const space = await fileSpace(file, options);
    await refuseTooLarge([{ name: file, scenario: space.base.scenario }]);
    how.refuse?.(space);
    const asked = how.asked(space);
    const points = await pointsOf(space, asked, options);
    const { out: _out, json: _json, workers: _workers, shard: _shard, ...kept } = options;
    const head = headOf(share, options, {
      command: how.kind as 'size' | 'sweep',
      of: points.map(({ name, key, scenario }) => ({
        name,
        sha256: key,
        seed: scenario.run.seed,
        replications: options.replications,
      })),
      asked: { file, options: kept } satisfies AskedOfSearch,
    });
    await write(new ShardWriter(target, head, signal), tasksOf(points, asked, head), options, signal, shown);
    shown.clear();
    tellShard(target, head);
    return EXIT.done;
  } finally {
    shown.clear();
  }
}

interface GridPoint {
  /** Its values as on the command line. */
  name: string;
  key: string;
  scenario: Scenario;
}

/** Every point of the grid, in the order of their places. */
export async function pointsOf(
  space: FileSpace,
  asked: Asked[],
  { engine }: Pick<SearchOptions, 'engine'>,
): Promise<GridPoint[]> {
  const points: GridPoint[] = [];
  for (const place of everyPlace(space.lasts)) {
    const scenario = await space.at(place);
    const name = space.varied.map(({ path, values }, i) => `${path}=${values[place[i] ?? 0]}`).join(' ');
    points.push({ name, key: await keyOf(scenario, { asked, fingerprint }, engine), scenario });
  }
  return points;
}

/** Replications handed out at a time. */
const CHUNK = 5;

interface PointTask extends LabTask {
  point: number;
}

function tasksOf(points: GridPoint[], asked: Asked[], head: ShardHead): PointTask[] {
  return points.flatMap(({ key, scenario }, point) => {
    const own = replicationsOf(head, head.of[point]?.replications ?? 0);
    return Array.from({ length: Math.ceil(own.length / CHUNK) }, (_, i) => ({
      point,
      key,
      scenario,
      asked,
      replications: own.slice(i * CHUNK, (i + 1) * CHUNK),
    }));
  });
}

async function write(
  writer: ShardWriter,
  tasks: PointTask[],
  options: SearchOptions,
  signal: AbortSignal,
  shown: Progress,
): Promise<void> {
  const { workers: opened, pause } = await forLab(options);
  const runner = new LabRunner(engineOf(options.engine));
  const workers: Workers<PointTask, number[][]> = opened ?? here((task) => runner.run(task), pause);
  const all = tasks.reduce((sum, { replications }) => sum + replications.length, 0);
  let written = 0;
  try {
    await inOrder(workers, {
      tasks,
      done({ point, replications }, rows) {
        for (const [i, replication] of replications.entries())
          writer.add(point, replication, { values: textOf(Float64Array.from(rows[i] as number[])) });
        written += rows.length;
        shown.step(written, all);
      },
      signal,
    });
    writer.finish();
  } finally {
    writer.discard();
    await workers.close();
  }
}
