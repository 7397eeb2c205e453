import { describe, expect, test } from 'vitest';
import { compare } from '../../../sim/experiment/compare.ts';
import { halfWidth, quantile, wilson } from '../../../sim/statistics/intervals.ts';
import { Moments } from '../../../sim/statistics/moments.ts';
import { summaryOfAll } from '../../../sim/statistics/spread.ts';
import { Spreads } from '../../../sim/statistics/spreads.ts';
import { stream } from '../../../sim/random/streams.ts';
import type { Result } from '../../../sim/result.ts';

// Known answers worked out independently of this project (Student t and Welch over two samples of ten, scipy).
const A = [12.1, 9.8, 11.4, 10.6, 13.2, 10.1, 11.9, 12.7, 9.5, 11.0];
const B = [11.0, 9.1, 10.9, 9.9, 12.0, 9.6, 11.1, 11.6, 9.2, 10.2];

const result = (name: string, winters: (number | null)[], seed = '1'): Result =>
  ({
    scenario: { name },
    run: { seed, replications: winters.length },
    measures: [{ measure: 'x', scope: 'all', winters, summary: summaryOfAll(winters.map((value) => value ?? Number.NaN)) }],
  }) as unknown as Result;
const difference = (...results: Result[]) => compare(results).rows[0]?.differences[0];

describe('the interval of a mean (Student t)', () => {
  test('known data', () => {
    const summary = summaryOfAll(A);
    expect(summary?.mean).toBeCloseTo(11.23, 12);
    expect(summary?.sd).toBeCloseTo(1.2490440789304078, 12);
    expect(halfWidth(10, 1.2490440789304078)).toBeCloseTo(0.8935123077020369, 10);
    expect(summary?.interval?.[1]).toBeCloseTo(11.23 + 0.8935123077020369, 10);
  });
  test('is not given from one replication, nor from none', () => {
    expect(halfWidth(1, 0)).toBeNaN();
    expect(summaryOfAll([5])).toEqual({ n: 1, mean: 5, sd: 0, interval: null, range: null });
    expect(summaryOfAll([])).toBeNull();
    expect(summaryOfAll([Number.NaN, Number.NaN])).toBeNull();
  });
  test('covers the truth in 95% of repeats', () => {
    const luck = stream('coverage', 1, 'x');
    let covered = 0;
    for (let i = 0; i < 2000; i++) {
      const moments = new Moments();
      for (let k = 0; k < 8; k++) moments.add(luck() + luck() + luck());
      if (Math.abs(moments.mean - 1.5) <= halfWidth(8, moments.sd())) covered++;
    }
    expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 2000));
  });
});

describe('the difference of two scenarios', () => {
  test('on the same people: paired t', () => {
    const paired = difference(result('a', A), result('b', B));
    expect(paired?.mean).toBeCloseTo(-0.77, 12);
    expect((paired?.interval?.[1] ?? 0) - (paired?.mean ?? 0)).toBeCloseTo(0.2107303247070483, 10);
  });
  test('on other people: Welch', () => {
    const welch = difference(result('a', A), result('b', B, 'other seed'));
    expect(welch?.mean).toBeCloseTo(-0.77, 12);
    expect((welch?.interval?.[1] ?? 0) - (welch?.mean ?? 0)).toBeCloseTo(1.06932410510874, 10);
  });
  test('of several scenarios, with an interval by Bonferroni: five at once need t of 9 degrees at 99.5%, 3.2498355 (tables)', () => {
    const all = compare([result('a', A), ...Array.from({ length: 5 }, (_, i) => result(`b${i}`, B))]).rows[0]?.differences[0];
    expect((all?.together?.[1] ?? 0) - (all?.mean ?? 0)).toBeCloseTo((0.2107303247070483 * 3.2498355) / 2.2621572, 6);
    expect((all?.interval?.[1] ?? 0) - (all?.mean ?? 0)).toBeCloseTo(0.2107303247070483, 10);
    expect(difference(result('a', A), result('b', B))).not.toHaveProperty('together');
  });
  test('what the same people save: the variance of the difference beside the sum of both', () => {
    const saved = difference(result('a', [1, 2, 3]), result('b', [2, 4, 6])); // 1, 4 and 1
    expect(saved?.varianceRatio).toBeCloseTo(1 / 5, 12);
    expect(difference(result('a', [1, 2, 3]), result('b', [3, 2, 1]))?.varianceRatio).toBeCloseTo(2, 12);
    expect(difference(result('a', A), result('b', B, 'other seed'))).not.toHaveProperty('varianceRatio');
  });
  test('where one scenario has more replications, those that both have are paired', () => {
    expect(difference(result('a', [1, 2, 3]), result('b', [2, 4, 6, 100, 200]))).toMatchObject({ n: 3, mean: 2 });
  });
  test('pairs with a missing value are left out; none left is no difference', () => {
    expect(difference(result('a', [1, null, 3, 5]), result('b', [2, 9, null, 7]))).toMatchObject({ n: 2, mean: 1.5 });
    expect(difference(result('a', [null, 1]), result('b', [2, null]))).toBeNull();
    expect(difference(result('a', [1]), result('b', [3]))).toEqual({ n: 1, mean: 2, interval: null });
  });
  test('constants: no width, no NaN', () => {
    expect(difference(result('a', [1, 1]), result('b', [2, 2], 'other'))).toEqual({ n: 2, mean: 1, interval: [1, 1] });
  });
});

describe('the Wilson interval of a probability', () => {
  test('known values: 0 of 10 is 0 to 27.75%, 8 of 10 is 49.02% to 94.33%', () => {
    expect(wilson(0, 10).map((p) => p.toFixed(4))).toEqual(['0.0000', '0.2775']);
    expect(wilson(8, 10).map((p) => p.toFixed(4))).toEqual(['0.4902', '0.9433']);
    expect(wilson(10, 10).map((p) => p.toFixed(4))).toEqual(['0.7225', '1.0000']);
  });
  test('never 0% or 100% without width; from nothing it is everything', () => {
    for (const n of [1, 20, 1000]) {
      expect(wilson(0, n)[1]).toBeGreaterThan(0);
      expect(wilson(n, n)[0]).toBeLessThan(1);
    }
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('the range of single winters', () => {
  test('is read between ranks: of 1 to 101 the 5th percentile is 6, the median 51', () => {
    const values = Array.from({ length: 101 }, (_, i) => 101 - i);
    expect(summaryOfAll(values)?.range).toEqual([6, 26, 51, 76, 96]);
    expect(quantile(2, 0.05, (rank) => [10, 20][rank] as number)).toBe(10.5);
  });
  test('is another thing than the interval of the mean', () => {
    const summary = summaryOfAll(A);
    expect((summary?.range?.[4] ?? 0) - (summary?.range?.[0] ?? 0)).toBeGreaterThan(
      (summary?.interval?.[1] ?? 0) - (summary?.interval?.[0] ?? 0),
    );
  });
});

describe('the running spread', () => {
  const luck = stream('spread', 1, 'x');
  const both = (values: number[], step: number) => {
    const spread = new Spreads([step], values.length);
    for (const value of values) spread.add([value]);
    return [spread.summary(0), summaryOfAll(values)] as const;
  };

  test('gives whole numbers back exactly while the bins last, in whatever order, negative ones too', () => {
    for (const values of [
      [5, 3, 9, 3, 400, -7, 0],
      Array.from({ length: 300 }, () => Math.floor(luck() * 250) - 125),
      [0, 0, 0],
      [-100, 390],
    ]) {
      const [spread, exact] = both(values, 1);
      expect(spread?.range).toEqual(exact?.range);
      expect(spread?.mean).toBe(exact?.mean);
    }
  });
  test.each([1, 50, 4000, 1e7])('coarsened, is within two parts in 512 of the whole range (values up to %d)', (size) => {
    for (const offset of [0, -size / 2, 10 * size]) {
      const values = Array.from({ length: 400 }, () => offset + size * luck() ** 3);
      const [spread, exact] = both(values, size / 1e5);
      const width = Math.max(...values) - Math.min(...values);
      spread?.range?.forEach((value, i) => {
        expect(Math.abs(value - (exact?.range?.[i] as number))).toBeLessThan((2 * width) / 256);
      });
      expect(spread?.n).toBe(400);
      expect(spread?.interval).toEqual(exact?.interval);
    }
  });
  test('coarsened towards lower values, keeps its fineness wherever zero and the powers of two lie', () => {
    const first = 2 ** 20 + 16; // the first bin is then 2^20 itself
    const values = [first, ...Array.from({ length: 480 }, (_, i) => first + i), first - 17, first - 100];
    const [spread, exact] = both(values, 1);
    spread?.range?.forEach((value, i) => {
      expect(Math.abs(value - (exact?.range?.[i] as number))).toBeLessThanOrEqual(2);
    });
  });
  test('coarsened from an odd first bin with the last one in use, loses nobody', () => {
    for (const first of [17, 18]) {
      const lowest = first - 16; // the first bin
      const [spread] = both([first, ...Array.from({ length: 10 }, () => lowest + 511), lowest - 1], 1);
      expect(spread?.range?.[4]).toBeGreaterThan(lowest + 508);
    }
  });
  test('takes values below zero after many above', { timeout: 2000 }, () => {
    const [spread] = both([600, ...Array.from({ length: 600 }, (_, i) => 600 - i), -20, -900], 1);
    expect(spread?.range?.[2]).toBeGreaterThan(290);
    expect(spread?.range?.[2]).toBeLessThan(310);
  });
  test('of one among many is what it is alone: rows of bins that others left are clean', () => {
    const steps = [1, 0.05, 10, 1, 1];
    const winters = Array.from({ length: 300 }, (_, n) => [
      luck() * 20,
      n * luck(),
      1e4 * luck(),
      n % 7 === 0 ? Number.NaN : n,
      3,
    ]);
    const together = new Spreads(steps, winters.length);
    for (const values of winters) together.add(values);
    for (const [i, step] of steps.entries()) {
      const alone = new Spreads([step], 1e6); // whatever the size of the counts
      for (const values of winters) alone.add([values[i] as number]);
      expect(together.summary(i)).toEqual(alone.summary(0));
    }
    expect(together.summary(4)?.range).toEqual([3, 3, 3, 3, 3]);
  });
  test('ignores what has no value', () => {
    const [spread] = both([Number.NaN, 2, Number.NaN, 4], 1);
    expect(spread).toMatchObject({ n: 2, mean: 3 });
  });
});
