import { describe, expect, test } from 'vitest';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { knConstants, selectSmallest } from '../../../sim/experiment/kim-nelson.ts';
import { ocbaShares } from '../../../sim/experiment/ocba.ts';
import { stream } from '../../../sim/random/streams.ts';

// Known answers worked out independently of this project (scipy), to the printed digits.

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

  const normal = (seed: string, common: boolean) => (system: number, replication: number) => {
    const own = normalQuantile(stream(seed, replication, `system-${system}`)(), 0, 1);
    return (system === 2 ? 0 : 0.5) + (common ? 0.6 * own + 0.8 * normalQuantile(stream(seed, replication, 'all')(), 0, 1) : own);
  };
  const options = { matters: 0.5, alpha: 0.05, n0: 20 };

  test('chooses the best, better by just what matters, in at least 95% of 1,000 repeats', () => {
    let right = 0;
    for (let i = 0; i < 1000; i++) if (selectSmallest(5, normal(`kn-${i}`, false), options).best === 2) right++;
    expect(right).toBeGreaterThanOrEqual(950);
  });

  test('needs fewer than half of the further replications where the systems share their luck', () => {
    const needed = (common: boolean) => Array.from({ length: 50 }, (_, i) => selectSmallest(5, normal(`crn-${i}`, common), options).replications).flat().reduce((sum, n) => sum + n - options.n0, 0);
    expect(needed(true)).toBeLessThan(needed(false) / 2);
  });

  test('systems that never vary are told apart at once', () => {
    expect(selectSmallest(3, (system) => [3, 1, 2][system] as number, options)).toEqual({ best: 1, replications: [20, 20, 20] });
    expect(selectSmallest(1, () => 5, options)).toEqual({ best: 0, replications: [20] });
  });
});

describe('OCBA: a fixed number of replications shared out', () => {
  test('known shares', () => {
    const shares = ocbaShares([1, 1.5, 2, 3], [1, 1, 1.5, 2]);
    [0.37235755135499515, 0.34628548890758887, 0.19478558751051875, 0.08657137222689722].forEach((share, i) => {
      expect(shares[i]).toBeCloseTo(share, 14);
    });
  });
});
