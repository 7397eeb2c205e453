import { describe, expect, test } from 'vitest';
import { morrisEffects } from '../../../sim/experiment/morris.ts';
import { sobolIndices } from '../../../sim/experiment/sobol.ts';
import { stream } from '../../../sim/random/streams.ts';

/** Ishigami's function, a = 7, b = 0.1, inputs uniform on (-pi, pi): its indices are known in closed form. */
function ishigami(u: number[]): number {
  const [x1, x2, x3] = u.map((one) => Math.PI * (2 * one - 1)) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}
const FIRST = [0.31390519114781146, 0.4424111447900409, 0];
const TOTAL = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477];

describe('Sobol indices', () => {
  test('of the Ishigami function, within 4 standard errors of 30 repeats', () => {
    const repeats = Array.from({ length: 30 }, (_, i) => sobolIndices(3, 2000, stream('sobol', i + 1, 'x'), ishigami));
    const close = (estimates: number[], exact: number) => {
      const mean = estimates.reduce((sum, one) => sum + one, 0) / 30;
      const error = Math.sqrt(estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 29 / 30);
      expect(error).toBeLessThan(0.01);
      expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
    };
    for (const i of [0, 1, 2]) {
      close(repeats.map(({ first }) => first[i] as number), FIRST[i] as number);
      close(repeats.map(({ total }) => total[i] as number), TOTAL[i] as number);
    }
  });
});

describe('Morris screening', () => {
  test('of a linear model gives its coefficients exactly, without spread', () => {
    const effects = morrisEffects(3, 20, stream('morris', 1, 'x'), ([a = 0, b = 0, c = 0]) => 3 * a - 5 * b + 0 * c + 7);
    [3, -5, 0].forEach((slope, i) => {
      expect(effects[i]?.mean).toBeCloseTo(slope, 9);
      expect(effects[i]?.size).toBeCloseTo(Math.abs(slope), 9);
      expect(effects[i]?.sd).toBeCloseTo(0, 9);
    });
  });
  test('shows that an input matters only through another by its spread', () => {
    const [a, b] = morrisEffects(2, 400, stream('morris', 2, 'x'), ([x = 0, y = 0]) => (x - 0.5) * (y - 0.5));
    for (const effect of [a, b]) {
      expect(Math.abs(effect?.mean ?? 1)).toBeLessThan(0.1);
      expect(effect?.sd).toBeGreaterThan(0.3);
    }
  });
  test('stays on the grid and asks trajectories x (inputs + 1) times', () => {
    const asked: number[][] = [];
    morrisEffects(4, 5, stream('morris', 3, 'x'), (inputs) => asked.push(inputs));
    expect(asked).toHaveLength(25);
    for (const value of asked.flat()) expect([0, 1 / 3, 2 / 3, 1].some((level) => Math.abs(level - value) < 1e-12)).toBe(true);
  });
});
