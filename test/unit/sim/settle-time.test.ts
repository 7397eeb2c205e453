import { describe, expect, test } from 'vitest';
import { type Demand, fillTime, settleTime } from '../../../sim/load/settle-time.ts';

/** M/M/c from empty, mean stay 1: the first time at which both counts are within 5% of the equilibrium (of the queue, or a twentieth of a person). */
function exact(c: number, load: number): { time: number; queue: number } {
  const [arrive, all] = [load * c, load * c + c];
  const states = c + Math.ceil(Math.log(1e-8) / Math.log(load)) + 20;
  const out = (n: number) => Math.min(n, c) / all;
  const up = arrive / all;
  const queue = equilibriumQueue(c, load);
  let [now, next] = [new Float64Array(states + 1), new Float64Array(states + 1)];
  now[0] = 1;
  for (let step = 1, top = 0; ; step++) {
    top = Math.min(states, top + 1);
    for (let n = 0; n <= top; n++) {
      const stay = 1 - (n < states ? up : 0) - out(n);
      next[n] =
        (now[n] as number) * stay +
        (n > 0 ? (now[n - 1] as number) * up : 0) +
        (n < states ? (now[n + 1] as number) * out(n + 1) : 0);
    }
    [now, next] = [next, now];
    if (step % Math.ceil(all / 8) !== 0) continue;
    let [waiting, inside] = [0, 0];
    for (let n = 0; n <= top; n++) {
      waiting += Math.max(0, n - c) * (now[n] as number);
      inside += Math.min(n, c) * (now[n] as number);
    }
    if (queue - waiting <= Math.max(0.05 * queue, 0.05) && inside >= 0.95 * arrive) return { time: (step + 1) / all, queue };
  }
}

/** Erlang C, by the recursion of Erlang B. */
function equilibriumQueue(c: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= c; n++) blocked = (load * c * blocked) / (n + load * c * blocked);
  const waits = blocked / (1 - load * (1 - blocked));
  return (waits * load) / (1 - load);
}

const endless = { room: Number.POSITIVE_INFINITY, patience: Number.POSITIVE_INFINITY };
/** Exponential stays of mean 1, people at random: the mean square of a stay is 2. */
const markovian = (c: number, load: number): Demand => ({
  held: load * c,
  capacity: c,
  variance: 2 * load * c,
  fill: fillTime([0, 0], [1, 2, 6]),
  ...endless,
});

describe('the time a service takes to settle from an empty start', () => {
  const cases = [1, 2, 10, 30, 92, 200].flatMap((c) => [0.5, 0.7, 0.8, 0.9, 0.95, 0.97].map((load) => ({ c, load })));

  test('against the exact M/M/c: never less than 95% of the truth, at least it in nine cases of ten; where a queue stands, at most a half more', () => {
    const held = cases.map(({ c, load }) => ({ c, load, ...exact(c, load), said: settleTime(markovian(c, load)) }));
    expect(held.filter(({ said, time }) => said < 0.95 * time)).toEqual([]);
    expect(held.filter(({ said, time }) => said >= time).length).toBeGreaterThanOrEqual(0.9 * held.length);
    expect(held.filter(({ queue, said, time }) => queue > 1 && said > 1.5 * time)).toEqual([]);
  });

  test('by hand: 92 packages at 97% and exponential stays of 21 days: 3 + 51 + sqrt(3 x 51) = 67 stays, 200 weeks', () => {
    const queue = 2.1454 / 2 / (92 * (1 - Math.sqrt(0.97)) ** 2);
    expect(settleTime(markovian(92, 0.97))).toBeCloseTo(3 + queue + Math.sqrt(3 * queue), 6);
    expect((settleTime(markovian(92, 0.97)) * 21) / 7).toBeCloseTo(199, -1);
  });

  test("stays all alike halve the queue's part, and people who come evenly take the rest of it", () => {
    const part = (variance: number) => settleTime({ ...markovian(20, 0.95), fill: 0, variance });
    expect(part(19) / part(38)).toBeCloseTo(0.5, 9);
    expect(part(0)).toBe(0);
  });

  test('it fills in 3 exponential stays, in 1.08 fixed ones; days before it come on top', () => {
    expect(fillTime([0, 0], [10, 200, 6000])).toBeCloseTo(30, 9);
    expect(fillTime([0, 0], [10, 100, 1000])).toBeCloseTo(5 + 2 * Math.sqrt(100 / 12), 9);
    expect(fillTime([7, 49], [10, 200, 6000])).toBeCloseTo(37, 9);
    expect(fillTime([7, 49], [0, 0, 0])).toBe(7);
  });

  test('it never settles where as much or more comes than there is, unless the list is limited or people give up', () => {
    const full = { ...markovian(10, 1), capacity: 10 };
    expect(settleTime(full)).toBe(Number.POSITIVE_INFINITY);
    expect(settleTime(markovian(10, 1.1))).toBe(Number.POSITIVE_INFINITY);
    expect(settleTime({ ...markovian(10, 1.1), patience: 6 })).toBeCloseTo(3 + 6 + Math.sqrt(18), 9);
    const limited = settleTime({ ...markovian(10, 1.1), room: 20 });
    expect(limited).toBeGreaterThan(20);
    expect(limited).toBeLessThan(60);
  });

  test('without a limit, or with a list of nobody, only the filling counts', () => {
    expect(settleTime({ ...markovian(10, 0.9), capacity: Number.POSITIVE_INFINITY })).toBeCloseTo(3, 9);
    expect(settleTime({ ...markovian(10, 0.9), room: 0 })).toBeCloseTo(3, 9);
  });
});
