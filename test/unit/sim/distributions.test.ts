import { describe, expect, it, test } from 'vitest';
import { cut, meanOf, quantileOf } from '../../../sim/random/distributions.ts';
import type { Quantile } from '../../../sim/random/quantile.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';

/** Mean of f(X) by integration over the logit of u, so that both tails are followed to 1e-15. */
function expected(quantile: Quantile, f: (x: number) => number): number {
  const step = 0.002;
  let sum = 0;
  for (let z = -34.5; z <= 34.5; z += step) {
    const u = 1 / (1 + Math.exp(-z));
    sum += f(quantile(u)) * u * (1 / (1 + Math.exp(z))) * step;
  }
  return sum;
}

/** P(X > x), by bisection on u. */
function above(quantile: Quantile, x: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const u = (low + high) / 2;
    if (quantile(u) > x) high = u;
    else low = u;
  }
  return 1 - low;
}

const SHAPES: Distribution[] = [
  { shape: 'lognormal', mean: 8, sd: 9 },
  { shape: 'lognormal', mean: 20, sd: 4 },
  { shape: 'lognormal', mean: 5, sd: 15 },
  { shape: 'gamma', mean: 8, sd: 6 },
  { shape: 'gamma', mean: 21, sd: 21 * 0.6 },
  { shape: 'gamma', mean: 3, sd: 6 },
  { shape: 'weibull', mean: 8, sd: 6 },
  { shape: 'weibull', mean: 10, sd: 2 },
  { shape: 'weibull', mean: 4, sd: 8 },
  { shape: 'exponential', mean: 12, sd: 12 },
];

describe.each(SHAPES)('$shape with mean $mean and sd $sd', ({ ...distribution }) => {
  const quantile = quantileOf(distribution);
  it('has that mean and that standard deviation', () => {
    const mean = expected(quantile, (x) => x);
    expect(mean).toBeCloseTo(distribution.mean, 4);
    expect(Math.sqrt(expected(quantile, (x) => (x - mean) ** 2)) / distribution.sd).toBeCloseTo(1, 3);
  });
  it('rises with u, from positive days to finite ones at the ends of the open interval', () => {
    const us = [2 ** -33, 1e-6, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6, 1 - 2 ** -33];
    const xs = us.map(quantile);
    expect(xs.every((x, i) => Number.isFinite(x) && x >= 0 && (i === 0 || x > (xs[i - 1] as number)))).toBe(true);
  });
});

// Exact values of the public verification cases K1 and K2 of this project (distribution functions).
test('K1: a lognormal stay of mean 8 and sd 9 days', () => {
  const quantile = quantileOf({ shape: 'lognormal', mean: 8, sd: 9 });
  expect(quantile(0.5)).toBeCloseTo(5.314910711, 8);
  [
    [7, 0.3803654652],
    [14, 0.1420893788],
    [21, 0.06433990943],
  ].forEach(([x, p]) => {
    expect(above(quantile, x as number)).toBeCloseTo(p as number, 8);
  });
});

test('K2: a gamma stay of mean 8 and sd 6 days', () => {
  const quantile = quantileOf({ shape: 'gamma', mean: 8, sd: 6 });
  expect(quantile(0.5)).toBeCloseTo(6.560215076, 8);
  [
    [7, 0.4678139915],
    [14, 0.1438738274],
    [21, 0.03905751537],
  ].forEach(([x, p]) => {
    expect(above(quantile, x as number)).toBeCloseTo(p as number, 8);
  });
});

test('known special cases: gamma and Weibull with sd = mean are exponential', () => {
  const exponential = quantileOf({ shape: 'exponential', mean: 5, sd: 5 });
  for (const shape of ['gamma', 'weibull'] as const) {
    const same = quantileOf({ shape, mean: 5, sd: 5 });
    for (const u of [0.01, 0.3, 0.5, 0.9, 0.999]) expect(same(u)).toBeCloseTo(exponential(u), 8);
  }
  expect(exponential(0.5)).toBeCloseTo(5 * Math.LN2, 12);
});

test('fixed is one value; no spread at all gives the mean for a lognormal too', () => {
  expect([0.001, 0.999].map(quantileOf({ shape: 'fixed', mean: 3, sd: 0 }))).toEqual([3, 3]);
  expect(quantileOf({ shape: 'lognormal', mean: 3, sd: 0 })(0.9)).toBeCloseTo(3, 12);
});

test('an empirical sample: each value is as likely, the ends included', () => {
  const quantile = quantileOf({ shape: 'empirical', mean: 4, sd: 3, values: [1, 2, 9] });
  expect([2 ** -33, 0.33, 0.34, 0.66, 0.67, 1 - 2 ** -33].map(quantile)).toEqual([1, 1, 2, 2, 9, 9]);
});

test('a longest stay cuts, unlimited does not; the planning mean is within 0.1%', () => {
  const quantile = quantileOf({ shape: 'exponential', mean: 30, sd: 30 });
  expect([0.5, 0.9].map(cut(quantile, 42))).toEqual([30 * Math.LN2, 42]);
  expect(cut(quantile, 'unlimited')(0.9)).toBe(quantile(0.9));
  expect(meanOf(cut(quantile, 42)) / (30 * (1 - Math.exp(-1.4)))).toBeCloseTo(1, 3);
  expect(meanOf(quantileOf({ shape: 'lognormal', mean: 18, sd: 20 })) / 18).toBeCloseTo(1, 3);
});
