import { describe, expect, it, test } from 'vitest';
import { stream } from '../../../sim/random/streams.ts';
import { SCHEDULERS } from './rig.ts';

/** A storm of events that schedule others: what happened, and the exact double of when. */
function storm(make: (typeof SCHEDULERS)[number][1], seed: number): [number, number][] {
  const scheduler = make<number>();
  const luck = stream(String(seed), 1, 'storm');
  const seen: [number, number][] = [];
  let next = 0;
  for (; next < 300; next++) scheduler.after(luck() * 10, next);
  scheduler.run(30, (event) => {
    seen.push([scheduler.now(), event]);
    if (next < 4000) for (let i = luck() < 0.5 ? 1 : 2; i > 0; i--) scheduler.after(-Math.log(luck()) * 3, next++);
  });
  return seen;
}

test('both schedulers hand over the same events in the same order at the same doubles', () => {
  for (const seed of [1, 2, 3]) {
    const [native, simjs] = SCHEDULERS.map(([, make]) => storm(make, seed));
    expect(native?.length).toBeGreaterThan(1000);
    expect(simjs).toEqual(native);
  }
});

describe.each(SCHEDULERS)('the %s scheduler', (_, make) => {
  it('hands over times in order, whatever the order in which they were asked for', () => {
    for (const size of [1, 2, 3, 4, 5, 6, 7, 17, 100, 3000]) {
      const scheduler = make<number>();
      const luck = stream('order', size, 'x');
      const delays = Array.from({ length: size }, luck);
      for (const delay of delays) scheduler.after(delay, delay);
      const seen: number[] = [];
      scheduler.run(1, (event) => {
        expect(scheduler.now()).toBe(event);
        seen.push(event);
      });
      expect(seen).toEqual(delays.sort((a, b) => a - b));
    }
  });

  it.each([-1, -1e-12, Number.NaN])('refuses a delay of %d days', (delay) => {
    expect(() => make<string>().after(delay, 'never')).toThrow(RangeError);
  });

  it('says of all but the last event of an instant that more are to come', () => {
    const scheduler = make<string>();
    for (const [delay, event] of [
      [2, 'c'],
      [1, 'a'],
      [2, 'd'],
      [1, 'b'],
      [2, 'e'],
      [3, 'f'],
    ] as const)
      scheduler.after(delay, event);
    const seen: [number, boolean][] = [];
    scheduler.run(10, (_, more) => seen.push([scheduler.now(), more]));
    expect(seen).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [2, true],
      [2, false],
      [3, false],
    ]);
  });

  it('runs up to the end and not at the end: what is due at that midnight belongs to the next day', () => {
    const scheduler = make<string>();
    scheduler.after(9.999, 'before');
    scheduler.after(10, 'at');
    const seen: string[] = [];
    scheduler.run(10, (event) => seen.push(event));
    expect(seen).toEqual(['before']);
    expect(scheduler.now()).toBe(10);
  });
});
