import path from 'node:path';
import { fingerprint } from '../../data/fingerprint.ts';
import type { Decision, Searched } from '../../sim/decision.ts';
import { type Asked, described } from '../../sim/decide/question.ts';
import type { Goal } from '../../sim/decide/goals.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { scopeLabel } from '../../reports/words/lookup.ts';
import { withUnit } from '../../reports/words/numbers.ts';
import type { Store } from '../../sim/decide/lab.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { refuseTooLarge } from '../memory.ts';
import { folderName } from '../names.ts';
import { checkFolder, writeFolder } from '../output-folder.ts';
import { packageVersion } from '../package.ts';
import { progress } from '../progress.ts';
import { json } from '../result-files.ts';
import { RUN_INFO, runInfo } from '../run-info.ts';
import { complain, harmless, print } from '../terminal.ts';
import { DECISION_FILE, DECISION_FORMATS, DECISION_PAGE, decisionFiles } from './decision-files.ts';
import { wrap } from '../wrap.ts';
import { doubtsOfPoint, wholeReplications } from './doubts-of-point.ts';
import { type FileSpace, fileSpace } from './space.ts';
import { pointStore } from './point-store.ts';
import type { Late, Search } from './kind-of-search.ts';
import type { SearchOptions } from './search-options.ts';

/** Reads, searches, writes all files at once, prints the answer. What was simulated before a Ctrl-C is used again by the next search into the folder. */
export async function search<D extends Decision>(
  file: string,
  options: SearchOptions,
  signal: AbortSignal,
  how: Search<D>,
): Promise<ExitCode> {
  if (options.shard !== undefined)
    return (await import('../shards/search-shard.ts')).searchShard(file, options, options.shard, signal, how);
  const started = new Date();
  const folder = options.out ?? path.join('out', `${folderName(file)}-${how.kind}`);
  checkFolder(folder, [DECISION_FILE, DECISION_PAGE]);
  const shown = progress();
  try {
    shown.phase('Reading the scenario');
    const space = await fileSpace(file, options);
    await refuseTooLarge([{ name: file, scenario: space.base.scenario }]);
    how.refuse?.(space);
    const asked = how.asked(space);
    await options.merged?.hold(space, asked);
    const decision = await simulated(space, asked, options, signal, how, folder, shown);
    shown.phase('Writing the report');
    const files = await decisionFiles(decision, DECISION_FORMATS);
    const names = [...files.map(({ name }) => name), RUN_INFO];
    files.push({
      name: RUN_INFO,
      text: json(
        runInfo(
          {
            command: options.merged ? 'merge' : how.kind,
            d2a: packageVersion(),
            workers: options.workers,
            from: [file],
            files: names,
          },
          started,
        ),
      ),
    });
    await writeFolder(folder, files);
    shown.clear();
    const { decisionText } = await import('../../reports/index.ts');
    print(
      options.json
        ? JSON.stringify(decision)
        : `${harmless(decisionText(decision))}\n\nReport:     ${path.join(folder, DECISION_PAGE)}\nAll files:  ${path.join(folder, path.sep)}`,
    );
    return EXIT.done;
  } finally {
    shown.clear();
  }
}

async function simulated<D extends Decision>(
  space: FileSpace,
  asked: Asked[],
  options: SearchOptions,
  signal: AbortSignal,
  how: Search<D>,
  folder: string,
  shown: ReturnType<typeof progress>,
): Promise<D> {
  const [{ Lab }, { goalsOf }, { forLab }] = await Promise.all([
    import('../../sim/decide/lab.ts'),
    import('../../sim/decide/goals.ts'),
    import('../threads/computing.ts'),
  ]);
  const { engine, replications: most } = options;
  const { scenario, inputs } = space.base;
  const bound = how.bound(space);
  const store = options.merged ?? keptPoints(options.points ?? folder, bound);
  const lab = new Lab({
    ...(await forLab(options)),
    fingerprint,
    asked,
    store,
    signal,
    onProgress: (spent) => shown.search(spent, bound),
  });
  try {
    const common: Omit<Searched, Late> = {
      format: 'd2a-decision',
      version: 1,
      tool: { name: 'd2a', version: packageVersion(), engine },
      scenario: {
        name: scenario.name,
        question: scenario.question,
        start: scenario.start,
        days: scenario.days,
        seed: scenario.run.seed,
      },
      inputs,
      varied: space.varied,
      goals: goalsOf(scenario, space.goals).map(({ goal }) => inWords(scenario, goal)),
      most,
    };
    const found = await how.run(lab, space, common);
    const points = space.lasts.reduce((product, last) => product * (last + 1), 1);
    const point = await space.at(standsAt(found as unknown as Decision) ?? space.lasts);
    options.merged?.tell(lab.spent, wholeReplications(most));
    const looked = await doubtsOfPoint(point, { most, engine, workers: options.workers, signal });
    return { ...found, replications: lab.replications, grid: points * most, ...looked } as unknown as D;
  } finally {
    await lab.close();
  }
}

/** What an earlier search into the folder has simulated. */
function keptPoints(folder: string, bound: number): Store {
  complain(`At most ${bound.toLocaleString('en-GB')} replications; fewer where a point is clear early.`);
  const store = pointStore(folder);
  if (store.damaged > 0)
    complain(
      wrap(
        harmless(
          `${store.damaged === 1 ? 'A line' : `${store.damaged} lines`} of ${store.file} cannot be used: not as d2a wrote ${store.damaged === 1 ? 'it' : 'them'}. What ${store.damaged === 1 ? 'it' : 'they'} held is simulated again.`,
        ),
        '  ',
      ),
    );
  return store;
}

/** A goal without a label of its own is called by what it measures. */
function inWords(scenario: Scenario, goal: Goal): Goal {
  if (goal.label !== goal.ambition) return goal;
  const [title = goal.measure] = described(scenario, [goal]).map((it) => it.title);
  const of = goal.scope === 'all' ? '' : `, ${scopeLabel(scenario, goal.scope)}`;
  return { ...goal, label: `${title}${of}, ${goal.direction} ${withUnit(goal.target, goal.unit)}` };
}

/** Where the answer stands; null where there is none. */
function standsAt(found: Decision): number[] | null {
  switch (found.kind) {
    case 'size':
    case 'redesign':
      return found.answer?.at ?? null;
    case 'sweep':
      return found.cheapest?.at ?? null;
    case 'sensitivity':
      return found.base.at;
  }
}
