import { describe, expect, test } from 'vitest';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { knConstants, selectSmallest } from '../../../sim/statistics/kim-nelson.ts';
import { stream } from '../../../sim/random/streams.ts';

// Known answers worked out independently of this project (scipy), to the printed digits.

/** As the selection asks for them: the first n of a system. */
const firstOf = (value: (system: number, replication: number) => number) => {
  const known = new Map<number, number[]>();
  return async (system: number, n: number) => {
    const values = known.get(system) ?? [];
    known.set(system, values);
    while (values.length < n) values.push(value(system, values.length + 1));
    return values.slice(0, n);
  };
};

describe('KN: the best of several', () => {
  test.each([
    [2, 10, 0.3340502686000293, 6.012904834800527],
    [5, 10, 0.6349672651536731, 11.429410772766115],
    [10, 20, 0.3029338036492749, 11.511484538672446],
  ])('known constants: %d systems, %d replications to begin with', (k, n0, eta, h2) => {
    const found = knConstants(k, n0, 0.05);
    expect(found.eta).toBeCloseTo(eta, 12);
    expect(found.h2).toBeCloseTo(h2, 11);
  });

  const normal = (seed: string, common: boolean) =>
    firstOf((system, replication) => {
      const own = normalQuantile(stream(seed, replication, `system-${system}`)(), 0, 1);
      return (
        (system === 2 ? 0 : 0.5) + (common ? 0.6 * own + 0.8 * normalQuantile(stream(seed, replication, 'all')(), 0, 1) : own)
      );
    });
  const options = { matters: 0.5, alpha: 0.05, n0: 20, every: 1, most: 10_000 };

  test.each([{ every: 1 }, { every: 5 }])(
    'chooses the best, better by just what matters, in at least 95% of 1,000 repeats, looking every $every',
    async ({ every }) => {
      let right = 0;
      for (let i = 0; i < 1000; i++)
        if ((await selectSmallest(5, normal(`kn-${i}`, false), { ...options, every })).best === 2) right++;
      expect(right).toBeGreaterThanOrEqual(950);
    },
  );

  test('needs fewer than half of the further replications where the systems share their luck', async () => {
    const needed = async (common: boolean) => {
      let more = 0;
      for (let i = 0; i < 50; i++)
        for (const n of (await selectSmallest(5, normal(`crn-${i}`, common), options)).replications) more += n - options.n0;
      return more;
    };
    expect(await needed(true)).toBeLessThan((await needed(false)) / 2);
  });

  test('systems that never vary are told apart at once; at the most replications the smallest mean is taken', async () => {
    const constant = firstOf((system) => [3, 1, 2][system] as number);
    expect(await selectSmallest(3, constant, options)).toEqual({ best: 1, replications: [20, 20, 20] });
    expect(await selectSmallest(1, constant, options)).toEqual({ best: 0, replications: [20] });
    expect((await selectSmallest(5, normal('most', false), { ...options, matters: 0.01, most: 30 })).replications).toContain(30);
  });
});
