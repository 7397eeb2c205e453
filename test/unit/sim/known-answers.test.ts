import { describe, expect, test } from 'vitest';
import { Enough } from '../../../sim/experiment/enough.ts';
import { mser5 } from '../../../sim/statistics/mser.ts';
import { quantileInterval, quantileRanks } from '../../../sim/statistics/quantile-interval.ts';
import { rangeIntervals } from '../../../sim/statistics/spread.ts';

// Known answers worked out independently of this project (numpy and scipy), to the printed digits.

describe('MSER-5', () => {
  const series = Array.from({ length: 300 }, (_, i) => 20 * 0.95 ** i + ((7 * i) % 11) - 5);
  test('cuts a decaying series where the mean of the rest is known best', () => {
    const found = mser5(series);
    expect(found).toMatchObject({ batches: 60, cut: 12, truncate: 60, tooShort: false });
    expect(found?.value).toBeCloseTo(0.012904784921383972, 13);
    expect(found?.mean).toBeCloseTo(0.05178265242769525, 13);
  });
  test('far from zero the digits are not lost', () => {
    expect(mser5(series.map((y) => y + 1e6))).toMatchObject({ cut: 12 });
    expect(mser5(series.map((y) => y + 1e6))?.value).toBeCloseTo(0.012904784921383972, 9);
  });
  test('says that a series is too short where it has not settled', () => {
    expect(mser5(Array.from({ length: 100 }, (_, i) => i))?.tooShort).toBe(true);
    expect(mser5(series.slice(0, 45))).toBeNull();
  });
  test('cuts nothing from what never changes', () => {
    expect(mser5(new Array(60).fill(0))).toMatchObject({ cut: 0, value: 0, mean: 0, tooShort: false });
  });
});

describe('how many replications are enough (Hoad, Robinson & Davies)', () => {
  const value = (i: number) => 10 + 5 * Math.sin(3.7 * i) + 2 * Math.cos(1.3 * i * i);
  const needed = (precision: number, least = 3) => {
    const enough = new Enough(1, precision, least);
    while (!enough.reached) enough.add([value(enough.n + 1)]);
    return [enough.since, enough.n];
  };
  test('the known series', () => {
    expect(needed(0.1)).toEqual([56, 61]);
    expect(needed(0.05)).toEqual([222, 233]);
  });
  test('nothing is decided before the least number', () => {
    expect(needed(0.1, 70)).toEqual([70, 75]);
  });
  test('of several measures, all must be precise at once', () => {
    const enough = new Enough(2, 0.1, 3);
    for (let i = 1; i <= 40; i++) enough.add([5, value(i)]);
    expect([enough.reached, enough.since]).toEqual([false, null]);
    expect(enough.halfWidths()[0]).toBe(0);
    for (let i = 41; i <= 61; i++) enough.add([5, value(i)]);
    expect([enough.reached, enough.since]).toEqual([true, 56]);
  });
  test('a measure without a value is never precise; one that is always 0 is', () => {
    const [none, zero] = [new Enough(1, 0.5, 3), new Enough(1, 0.5, 3)];
    for (let i = 0; i < 20; i++) none.add([Number.NaN]);
    for (let i = 0; i < 20; i++) zero.add([0]);
    expect([none.reached, zero.reached]).toEqual([false, true]);
  });
});

describe('the interval of a quantile (order statistics)', () => {
  test.each([
    [100, 0.5, 40, 61, 0.9647997997822952],
    [100, 0.95, 90, 100, 0.9826070607121812],
    [1000, 0.95, 936, 964, 0.9580952682226543],
    [200, 0.9, 171, 189, 0.9668839008979295],
  ])('known ranks: n = %d, p = %d', (n, p, low, high, coverage) => {
    const found = quantileRanks(n, p);
    expect(found).toMatchObject({ low, high });
    expect(found.coverage).toBeCloseTo(coverage, 12);
  });
  test('of the range of single winters: from 100 of them each end has one, from 50 neither', () => {
    const winters = (n: number) => Array.from({ length: n }, (_, i) => n - i);
    expect(rangeIntervals([...winters(100), Number.NaN])).toEqual([
      [1, 11],
      [17, 35],
      [40, 61],
      [66, 84],
      [90, 100],
    ]);
    expect(rangeIntervals(winters(50)).map((it) => it === null)).toEqual([true, false, false, false, true]);
  });
  test('is not given where it would reach past the extreme value', () => {
    expect(quantileRanks(50, 0.95)).toMatchObject({ high: null });
    expect(quantileInterval(50, 0.95, (rank) => rank)).toBeNull();
    expect(quantileInterval(100, 0.5, (rank) => rank + 1)).toEqual([40, 61]);
  });
});
