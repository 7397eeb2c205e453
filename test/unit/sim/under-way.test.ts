import { describe, expect, test } from 'vitest';
import { cut, meanOf, quantileOf } from '../../../sim/random/distributions.ts';
import { shareWithin, sumOf, UnderWay } from '../../../sim/random/under-way.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';

const SHAPES: Distribution[] = [
  { shape: 'lognormal', mean: 20, sd: 18 },
  { shape: 'gamma', mean: 20, sd: 12 },
  { shape: 'weibull', mean: 20, sd: 30 },
  { shape: 'exponential', mean: 20, sd: 20 },
];
const EMPIRICAL: Distribution = { shape: 'empirical', mean: 4, sd: 2.94, values: [1, 3, 8] };

describe('a length of time met while it is under way', () => {
  test.each(SHAPES)('$shape: the share within a length is the inverse of the quantile', (it) => {
    const quantile = quantileOf(it);
    for (const u of [0.001, 0.3, 0.9, 0.9999]) expect(shareWithin(quantile, quantile(u))).toBeCloseTo(u, 9);
  });

  test('the share within a length of a sample is that of its values', () => {
    const share = (days: number) => shareWithin(quantileOf(EMPIRICAL), days);
    expect([share(0.5), share(1), share(5), share(8)].map((one) => Number(one.toFixed(9)))).toEqual([
      0, 0.333333333, 0.666666667, 1,
    ]);
  });

  test('an exponential stay has no memory', () => {
    const spell = new UnderWay(quantileOf({ shape: 'exponential', mean: 20, sd: 20 }));
    for (const soFar of [0, 7, 100]) expect(spell.left(soFar, 0.4)).toBeCloseTo(-20 * Math.log(0.6), 6);
  });

  test('what is left of a fixed stay is the rest of it, and nothing when it is over', () => {
    const spell = new UnderWay(() => 14);
    expect([spell.left(4, 0.5), spell.left(14, 0.5), spell.left(20, 0.5)]).toEqual([10, 0, 0]);
  });

  test('a stay cut to its longest ends there', () => {
    const spell = new UnderWay(cut(quantileOf({ shape: 'exponential', mean: 20, sd: 20 }), 42));
    expect(spell.left(40, 0.99)).toBe(2);
    expect(spell.left(41, 0.001)).toBeLessThan(1);
  });

  test.each(SHAPES)('$shape: the residual of an unknown stay has the mean (mean² + variance) / 2 mean', (it) => {
    const spell = new UnderWay(quantileOf(it));
    expect(spell.mean).toBeCloseTo(it.mean, 2);
    const whole = meanOf((u) => spell.whole(u)); // half of it is left
    expect(whole / ((it.mean ** 2 + it.sd ** 2) / it.mean)).toBeCloseTo(1, 2);
  });

  test('longer values of a sample are met more often, in proportion to their length', () => {
    const spell = new UnderWay(quantileOf(EMPIRICAL));
    const counts = new Map<number, number>();
    for (let i = 0; i < 12_000; i++)
      counts.set(spell.whole((i + 0.5) / 12_000), (counts.get(spell.whole((i + 0.5) / 12_000)) ?? 0) + 1);
    expect([1, 3, 8].map((value) => Math.round((counts.get(value) ?? 0) / 100))).toEqual([10, 30, 80]);
  });

  test('a sum of two exponential delays is gamma', () => {
    const sum = sumOf([
      quantileOf({ shape: 'exponential', mean: 3, sd: 3 }),
      quantileOf({ shape: 'exponential', mean: 3, sd: 3 }),
    ]);
    const gamma = quantileOf({ shape: 'gamma', mean: 6, sd: 6 / Math.SQRT2 });
    for (const u of [0.1, 0.5, 0.9]) expect(sum(u) / gamma(u)).toBeCloseTo(1, 1);
  });
});

// Known answers worked out independently of this project (scipy): lognormal, mean 18.07 and standard deviation 31.5 days.
describe('what is left of a long-tailed stay', () => {
  const spell = new UnderWay(quantileOf({ shape: 'lognormal', mean: 18.07, sd: 31.5 }));
  /** Share of people with more than `days` left, met at a uniform point of a stay of unknown length. */
  const stillThere = (days: number) => meanOf((u) => Math.max(0, 1 - days / spell.whole(u)));

  test.each([
    [7, 0.6920557279088835],
    [28, 0.3265120320669074],
    [90, 0.09365169512669325],
  ])('met at any moment of it, more than %d days', (days, exact) => {
    expect(stillThere(days)).toBeCloseTo(exact, 4);
  });

  test('met at any moment of it, the mean', () => {
    expect(meanOf((u) => spell.whole(u) / 2) / 36.490727725511896).toBeCloseTo(1, 2);
  });

  test.each([
    [0.001, 0.5838623166585489],
    [10, 0.6353782893224427],
    [30, 0.7510407147255177],
  ])('more than 7 days after %d days', (soFar, exact) => {
    expect(spell.beyond(soFar + 7) / spell.beyond(soFar)).toBeCloseTo(exact, 8);
    expect(spell.left(soFar, 1 - exact)).toBeCloseTo(7, 6);
  });
});
