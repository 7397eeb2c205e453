import { describe, expect, it } from 'vitest';
import { courseOf, queueWindows } from '../../../sim/experiment/queues.ts';
import type { Entry } from '../../../sim/measures/catalogue.ts';

const ENTRY = { measure: { id: 'waiting' }, scope: { label: 'service:a', kind: 'service' } } as Entry;

/** A hundred winters about these means, each with its own level: what a winter adds to one part it adds to all, and a little to each alone. */
function course(means: [number, number, number], alone = 1, n = 100): ReturnType<typeof courseOf> {
  const own = (i: number, part: number): number => alone * (((i * 31 + part * 57) % 100) / 50 - 0.99);
  return courseOf(
    ENTRY,
    4,
    Array.from({ length: n }, (_, i) => means.map((mean, part) => mean + 10 * ((i % 7) - 3) + own(i, part))),
    5,
  );
}

describe('a queue that grows through the period', () => {
  it.each<[string, [number, number, number], boolean]>([
    ['a steady rise', [20, 40, 60], true],
    ['a rise that begins after the middle', [20, 20, 60], true],
    ['a rise that has settled by the middle', [20, 58, 60], false],
    ['a wave that ebbs', [20, 60, 30], false],
    ['level', [40, 40, 40], false],
    ['a fall', [60, 40, 20], false],
    ['a rise of under one person', [2, 2.3, 2.8], false],
    ['a rise of under a tenth', [100, 104, 108], false],
    ['a rise of a tenth', [100, 106, 112], true],
    ['most of a large rise behind it, and still a tenth and ten people to come', [1, 56, 66], true],
    ['most of a large rise behind it, and under a tenth to come', [1, 56, 61], false],
  ])('%s', (_, means, grows) => {
    expect(course(means, 0.1).grows).toBe(grows);
  });

  it('is told from chance: winters that scatter as much as the rise say nothing, nor does a single one', () => {
    expect([course([20, 22, 24], 1).grows, course([20, 22, 24], 60).grows, course([20, 40, 60], 1, 1).grows]).toEqual([
      true,
      false,
      false,
    ]);
    expect(course([20, 40, 60], 1, 1).rise.interval).toBeNull();
  });

  it('is told by paired winters: what all parts of a winter share does not blur it', () => {
    const { rise, first, last } = course([20, 22, 24], 0.1);
    expect(rise.mean).toBeCloseTo(last - first, 9);
    expect((rise.interval?.[1] ?? 9) - (rise.interval?.[0] ?? 0)).toBeLessThan(0.1);
  });

  it('looks at four weeks at each end and in the middle, fewer of a short period, and at none under three weeks', () => {
    expect(queueWindows(182)).toEqual({ weeks: 4, windows: [[[0, 28]], [[77, 105]], [[154, 182]]] });
    expect(queueWindows(42)).toEqual({ weeks: 2, windows: [[[0, 14]], [[14, 28]], [[28, 42]]] });
    expect(queueWindows(20)).toEqual({ weeks: 0, windows: [] });
  });
});
