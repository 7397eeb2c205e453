import type { Numbers } from '../sim/experiment/numbers.ts';
import type { Task } from '../sim/experiment/runner.ts';
import type { Workers } from '../sim/experiment/workers.ts';
import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Said, Told } from './thread.ts';

interface Waiting {
  task: Task;
  resolve: (numbers: Numbers[]) => void;
  reject: (reason: unknown) => void;
}

/** Threads of a page, each made of the script itself: a page that is opened from a disk may load no file for them. */
export function threads(script: string, count: number, scenarios: Scenario[]): Workers<Task, Numbers[]> {
  const address = URL.createObjectURL(new Blob([script, '\nd2a.beThread();'], { type: 'text/javascript' }));
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const all = Array.from({ length: count }, () => {
    const worker = new Worker(address);
    tell(worker, { scenarios });
    idle.push(worker);
    return worker;
  });
  const handOn = (): void => {
    for (let worker = idle[0], next = waiting[0]; worker && next; worker = idle[0], next = waiting[0]) {
      idle.shift();
      waiting.shift();
      carryOut(worker, next);
    }
  };
  const carryOut = (worker: Worker, { task, resolve, reject }: Waiting): void => {
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('numbers' in data) resolve(data.numbers);
      else reject(new Error(data.failed));
      idle.push(worker);
      handOn();
    };
    worker.onerror = ({ message }) => reject(new Error(message || 'A thread of the page could not be started.'));
    tell(worker, { task });
  };
  return {
    ahead: 3 * count,
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        waiting.push({ task, resolve, reject });
        handOn();
      }),
    async close() {
      for (const worker of all) worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}

const tell = (worker: Worker, told: Told): void => worker.postMessage(told);
