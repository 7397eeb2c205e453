import { Piscina } from 'piscina';
import type { Workers } from '../../sim/experiment/workers.ts';

/** Threads that each load the file, which is given the data, and carry out tasks by its default export. */
export function pool<Task, Answer>(file: URL, threads: number, data: unknown): Workers<Task, Answer> {
  const threadsOf = new Piscina({
    filename: file.href,
    minThreads: threads,
    maxThreads: threads,
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: 8 }, // people come and go: a small nursery keeps the memory small
  });
  return {
    ahead: 3 * threads,
    run: (task, signal) => threadsOf.run(task, signal ? { signal } : {}),
    close: () => threadsOf.destroy(),
  };
}
