import { describe, expect, test } from 'vitest';
import { here, inOrder, type Workers } from '../../../sim/experiment/workers.ts';

/** Several at a time, whose answers come back the last first. */
function backwards(ahead: number): Workers<number, number> & { ran: number[] } {
  const ran: number[] = [];
  return {
    ahead,
    ran,
    run: async (task) => {
      ran.push(task);
      await new Promise((resolve) => setTimeout(resolve, 2 * (ahead - (task % ahead))));
      return 10 * task;
    },
    close: async () => {},
  };
}

const TASKS = [1, 2, 3, 4, 5, 6, 7];

describe('tasks handed out in order', () => {
  test.each([
    ['here', here((task: number) => 10 * task)],
    ['by three whose answers come back the other way round', backwards(3)],
    ['by more than there are tasks', backwards(12)],
  ])('%s: the answers are taken in the order of the tasks', async (_, workers) => {
    const seen: number[][] = [];
    await inOrder(workers, { tasks: TASKS, done: (task, answer) => seen.push([task, answer]) });
    expect(seen).toEqual(TASKS.map((task) => [task, 10 * task]));
  });

  test('what is no longer needed is not taken, and not handed out any more', async () => {
    const workers = backwards(3);
    const seen: number[] = [];
    await inOrder(workers, { tasks: TASKS, needed: () => seen.length < 2, done: (task) => seen.push(task) });
    expect(seen).toEqual([1, 2]);
    expect(workers.ran).toEqual([1, 2, 3, 4]); // 3 and 4 were on their way
  });

  test('here a task is asked for only when the one before it is done: nothing is simulated in vain', async () => {
    const ran: number[] = [];
    const seen: number[] = [];
    const workers = here((task: number) => ran.push(task));
    await inOrder(workers, { tasks: TASKS, needed: () => seen.length < 2, done: (task) => seen.push(task) });
    expect(ran).toEqual([1, 2]);
  });

  test('a task that fails is told, and the ones after it are not taken', async () => {
    const seen: number[] = [];
    const workers = { ...backwards(3), run: async (task: number) => (task === 2 ? Promise.reject(new Error('two')) : task) };
    await expect(inOrder(workers, { tasks: TASKS, done: (task) => seen.push(task) })).rejects.toThrow('two');
    expect(seen).toEqual([1]);
  });

  test('a stop in the pause before a task is heard before the task', async () => {
    const stop = new AbortController();
    const ran: number[] = [];
    const pause = async (): Promise<void> => {
      if (ran.length === 2) stop.abort(new Error('stopped'));
    };
    const workers = here((task: number) => ran.push(task), pause);
    await expect(inOrder(workers, { tasks: TASKS, done: () => {}, signal: stop.signal })).rejects.toThrow('stopped');
    expect(ran).toEqual([1, 2]);
  });
});
