/** Who carries out the tasks of an experiment or a search: this thread, or threads that somebody else opens. The answers are the same. */
export interface Workers<Task, Answer> {
  /** Tasks that are handed out at a time. */
  ahead: number;
  run(task: Task, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** This thread, one task after another. In a `pause` before each the rest of the program has its turn: signals, a line of progress, a page. */
export function here<Task, Answer>(work: (task: Task) => Answer, pause?: () => Promise<void>): Workers<Task, Answer> {
  return {
    ahead: 1,
    async run(task, signal) {
      await pause?.();
      signal?.throwIfAborted();
      return work(task);
    },
    close: async () => {},
  };
}

export interface InOrder<Task, Answer> {
  tasks: Task[];
  /** Whether a task is still to be done, which the answers before it decide; once it is not, it stays so. */
  needed?: (task: Task) => boolean;
  done: (task: Task, answer: Answer) => void;
  signal?: AbortSignal | undefined;
}

/** Tasks are handed out in order, a few ahead; what comes back early waits for those before it, and what turns out not to be needed is left. */
export async function inOrder<Task, Answer>(
  workers: Workers<Task, Answer>,
  { tasks, needed = () => true, done, signal }: InOrder<Task, Answer>,
): Promise<void> {
  const handed: Promise<Answer>[] = [];
  const hand = (at: number): void => {
    const task = tasks[at];
    if (task === undefined || !needed(task)) return;
    signal?.throwIfAborted();
    const running = workers.run(task, signal);
    running.catch(() => {}); // awaited below, in order; until then a failure must not count as unhandled
    handed[at] = running;
  };
  for (let i = 0; i < workers.ahead; i++) hand(i);
  for (const [i, task] of tasks.entries()) {
    if (needed(task)) done(task, await (handed[i] as Promise<Answer>));
    delete handed[i];
    hand(i + workers.ahead);
  }
}
