import { native } from '../sim/engine/engine.ts';
import type { Numbers } from '../sim/experiment/numbers.ts';
import { Runner, type Task } from '../sim/experiment/runner.ts';
import type { Scenario } from '../sim/scenario/scenario.ts';

/** What a thread is told: its scenarios first, then a task at a time. */
export type Told = { scenarios: Scenario[] } | { task: Task };
/** What it answers to a task. */
export type Said = { numbers: Numbers[] } | { failed: string };

/** Makes a thread of the page of whoever runs this script. */
export function beThread(): void {
  let runner: Runner | null = null;
  addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('scenarios' in data) runner = new Runner(data.scenarios, native);
    else if (runner !== null) postMessage(answer(runner, data.task));
  });
}

function answer(runner: Runner, task: Task): Said {
  try {
    return { numbers: runner.run(task) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
