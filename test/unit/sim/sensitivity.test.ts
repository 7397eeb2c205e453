import { describe, expect, test } from 'vitest';
import { type ElementaryEffects, elementaryEffects, morrisWalks } from '../../../sim/statistics/morris.ts';
import { type SobolRow, sobolIndices, sobolIntervals, sobolRows } from '../../../sim/statistics/sobol.ts';
import { stream } from '../../../sim/random/streams.ts';

/** Ishigami's function, a = 7, b = 0.1, inputs uniform on (-pi, pi): its indices are known in closed form. */
function ishigami(u: number[]): number {
  const [x1, x2, x3] = u.map((one) => Math.PI * (2 * one - 1)) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}
const FIRST = [0.31390519114781146, 0.4424111447900409, 0];
const TOTAL = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477];

const asked = (rows: SobolRow<number[]>[], model: (u: number[]) => number): SobolRow<number>[] =>
  rows.map(({ a, b, mixed }) => ({ a: model(a), b: model(b), mixed: mixed.map(model) }));
const screened = (k: number, walks: number, seed: number, model: (u: number[]) => number): ElementaryEffects[] => {
  const design = morrisWalks(k, walks, stream('morris', seed, 'x'));
  return elementaryEffects(
    k,
    design,
    design.map(({ points }) => points.map(model)),
  );
};

describe('Sobol indices', () => {
  test('of the Ishigami function, within 4 standard errors of 30 repeats', () => {
    const repeats = Array.from({ length: 30 }, (_, i) =>
      sobolIndices(3, asked(sobolRows(3, 2000, stream('sobol', i + 1, 'x')), ishigami)),
    );
    const close = (estimates: number[], exact: number) => {
      const mean = estimates.reduce((sum, one) => sum + one, 0) / 30;
      const error = Math.sqrt(estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 29 / 30);
      expect(error).toBeLessThan(0.01);
      expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
    };
    for (const i of [0, 1, 2]) {
      close(
        repeats.map(({ first }) => first[i] as number),
        FIRST[i] as number,
      );
      close(
        repeats.map(({ total }) => total[i] as number),
        TOTAL[i] as number,
      );
    }
  });
  test('their bootstrap intervals cover the exact shares about 95 times in 100', () => {
    let covered = 0;
    for (let i = 1; i <= 60; i++) {
      const { total, first } = sobolIntervals(
        3,
        asked(sobolRows(3, 256, stream('cover', i, 'x')), ishigami),
        stream('cover', i, 'again'),
      );
      for (const j of [0, 1, 2])
        for (const [[low, high], exact] of [
          [total[j], TOTAL[j]],
          [first[j], FIRST[j]],
        ] as [[number, number], number][])
          if (low <= exact && exact <= high) covered++;
    }
    expect(covered).toBeGreaterThan(0.9 * 360); // binomial, 6 correlated shares an experiment
  });
});

describe('Morris screening', () => {
  test('of a linear model gives its coefficients exactly, without spread', () => {
    const effects = screened(3, 20, 1, ([a = 0, b = 0, c = 0]) => 3 * a - 5 * b + 0 * c + 7);
    [3, -5, 0].forEach((slope, i) => {
      expect(effects[i]?.mean).toBeCloseTo(slope, 9);
      expect(effects[i]?.size).toBeCloseTo(Math.abs(slope), 9);
      expect(effects[i]?.sd).toBeCloseTo(0, 9);
    });
  });
  test('shows that an input matters only through another by its spread', () => {
    const [a, b] = screened(2, 400, 2, ([x = 0, y = 0]) => (x - 0.5) * (y - 0.5));
    for (const effect of [a, b]) {
      expect(Math.abs(effect?.mean ?? 1)).toBeLessThan(0.1);
      expect(effect?.sd).toBeGreaterThan(0.3);
    }
  });
  test('stays on the grid and asks trajectories x (inputs + 1) times', () => {
    const points = morrisWalks(4, 5, stream('morris', 3, 'x')).flatMap((walk) => walk.points);
    expect(points).toHaveLength(25);
    for (const value of points.flat()) expect([0, 1 / 3, 2 / 3, 1].some((level) => Math.abs(level - value) < 1e-12)).toBe(true);
  });
  test('leaves out the effects on either side of a point without a value', () => {
    const [walk] = morrisWalks(3, 1, stream('morris', 4, 'x'));
    const effects = elementaryEffects(3, walk ? [walk] : [], [[0, Number.NaN, 1, 2]]);
    expect(effects.filter(({ size }) => size > 0)).toHaveLength(1);
  });
});
