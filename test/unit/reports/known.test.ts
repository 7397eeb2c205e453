import { describe, expect, it } from 'vitest';
import { boundedInterval, differenceText } from '../../../reports/words/differences.ts';
import { decimalsKnown, differenceSpan, knownText, signedSpan } from '../../../reports/words/known.ts';
import { amount, money, share, signed, span } from '../../../reports/words/numbers.ts';
import { usedText } from '../../../reports/words/tiles.ts';

const difference = (mean: number, low: number, high: number) => ({ n: 100, mean, interval: [low, high] as [number, number] });

describe('figures are rounded to what they can tell', () => {
  it('half the interval keeps one figure, two where it begins with 1', () => {
    expect([630, 150, 40, 3, 1.2, 0.03, 0.012].map(decimalsKnown)).toEqual([-2, -1, -1, 0, 1, 2, 3]);
  });

  it('value and interval have the same decimals and never read alike where they differ', () => {
    expect(differenceSpan(0.6, [0.57, 0.63], 'people')).toEqual({ value: '+0.60', span: '+0.57 to +0.63' });
    expect(differenceSpan(1540, [910, 2171], 'days')).toEqual({ value: '+1,500', span: '+900 to +2,200' });
    expect(differenceSpan(-0.0123, [-0.0161, -0.0085], 'share')).toEqual({ value: '-1.2 points', span: '-1.6 to -0.9 points' });
    expect(differenceSpan(1_234_567, [1_210_000, 1_259_000], '£')).toEqual({ value: '+£1.23m', span: '+£1.21m to +£1.26m' });
    expect(differenceSpan(85_000, [85_000, 85_000], '£')).toEqual({ value: '+£85k', span: null });
    for (const [low, high] of [
      [0.61, 0.64],
      [12.31, 12.34],
      [1203.4, 1203.9],
    ] as const) {
      const [from, to] = differenceSpan((low + high) / 2, [low, high], 'people').span?.split(' to ') ?? [];
      expect(from).not.toBe(to);
      expect(from?.split('.')[1]?.length).toBe(to?.split('.')[1]?.length);
    }
  });

  it('a chance and its interval have the same decimals: 30 of 30 winters', () => {
    expect(knownText(1, [0.886497, 0.9999999999], 'share')).toBe('100% (89% to 100%)');
    expect(knownText(0.4, [0.25, 0.57], 'share')).toBe('40% (25% to 57%)');
  });

  it('ranges of single winters too', () => {
    expect([
      span(0.886, 0.99998, 'share'),
      span(0.612, 0.6124, 'people'),
      span(1_210_000, 1_240_000, '£'),
      span(950, 46_000, '£'),
      span(5, 5, 'people'),
    ]).toEqual(['88.6% to 100.0%', '0.6120 to 0.6124', '£1.21m to £1.24m', '£1k to £46k', '5.0']);
    expect(signedSpan(0.601, 0.632, 'people')).toBe('+0.60 to +0.63');
  });

  it('a bar is drawn no further than nothing or all; the interval beside it is said as it was worked out', () => {
    expect(boundedInterval(difference(-4.9, -5.4, -4.4), 'people', 5)).toEqual([-5, -4.4]);
    expect(boundedInterval(difference(0.05, 0.01, 0.09), 'share', 0.94)).toEqual([0.01, expect.closeTo(0.06, 9)]);
    expect(boundedInterval(difference(-4, -9, 1), 'date', 5)).toEqual([-9, 1]);
    expect(differenceText(difference(-4.9, -5.4, -4.4), 'people', 5)).toBe('-4.9 (-5.4 to -4.4)');
  });

  it('a hair beside 0 is 0, never with a sign', () => {
    expect([
      amount(-1e-16),
      amount(1e-16),
      money(-1e-16),
      money(-0.3),
      share(-1e-16),
      signed(-1e-16, 'days'),
      signed(1e-16, '£'),
      span(-1e-16, 1e-16, 'days'),
    ]).toEqual(['0', '0', '£0', '£0', '0.0%', '0', '£0', '0']);
  });

  it('nothing is more than used up by rounding, nor all of it before it is', () => {
    expect([usedText(1.002), usedText(1.043), share(0.99996), share(0.9995)]).toEqual(['100.0%', '104.3%', '99.99%', '99.95%']);
  });
});
