import { native } from '../engine/engine.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ExperimentOptions } from './experiment.ts';
import type { Numbers } from './numbers.ts';
import { Runner, type Task } from './runner.ts';
import { here, inOrder } from './workers.ts';

/** Some replications of every scenario, for somebody else to gather: an experiment whose workers hand them back has the result it would have had by itself. */
export async function someReplications(
  scenarios: Scenario[],
  wanted: number[][],
  take: (scenario: number, replication: number, numbers: Numbers) => void,
  { engine = native, workers: opened, pause, onProgress, signal }: Omit<ExperimentOptions, 'version'>,
): Promise<void> {
  const runner = new Runner(scenarios, engine);
  const workers = opened?.(scenarios) ?? here((task: Task) => runner.run(task), pause);
  const tasks = wanted.flatMap((replications, scenario) =>
    replications.map((replication) => ({ scenario, from: replication, to: replication })),
  );
  let done = 0;
  try {
    await inOrder(workers, {
      tasks,
      done({ scenario, from }, numbers) {
        take(scenario, from, numbers[0] as Numbers);
        onProgress?.(++done, tasks.length);
      },
      signal,
    });
  } finally {
    await workers.close();
  }
}
