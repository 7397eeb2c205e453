import { describe, expect, it } from 'vitest';
import { chance } from '../../../reports/words/chance.ts';
import { dayText, overText, plusDays } from '../../../reports/words/dates.ts';
import { signedSpan } from '../../../reports/words/known.ts';
import { amount, countOf, fixed, money, plain, share, signed, span, withUnit } from '../../../reports/words/numbers.ts';

describe('numbers as a board reads them', () => {
  it('separates thousands and never writes a negative zero', () => {
    expect([fixed(1850), fixed(1234567.8), fixed(-1234), fixed(-0.2), fixed(999.6)]).toEqual([
      '1,850',
      '1,234,568',
      '-1,234',
      '0',
      '1,000',
    ]);
  });

  it('keeps a decimal only where the amount is small', () => {
    expect([amount(0), amount(0.034), amount(3.44), amount(41.6), amount(2310.4)]).toEqual(['0', '0.03', '3.4', '42', '2,310']);
  });

  it('writes shares and money', () => {
    expect([share(0.1234), share(1), share(0.99951)]).toEqual(['12.3%', '100.0%', '99.95%']);
    expect([money(1_234_567), money(45_600), money(950), money(-2500)]).toEqual(['£1.2m', '£46k', '£950', '-£2,500']);
  });

  it('writes ranges, units and differences', () => {
    expect(span(41.2, 66.9, 'people')).toBe('41 to 67');
    expect([span(41.2, 41.3, 'people'), span(41.2, 41.2, 'people')]).toEqual(['41.2 to 41.3', '41']);
    expect([withUnit(1, 'days'), withUnit(3433, 'days'), withUnit(null, 'days')]).toEqual(['1.0 day', '3,433 days', '–']);
    expect([signed(12.3, 'people'), signed(-12.3, 'people'), signed(0.011, 'share'), signed(0, '£')]).toEqual([
      '+12.3',
      '-12.3',
      '+1.1 points',
      '£0',
    ]);
  });

  it('never rounds a chance to certainty', () => {
    expect([chance(0), chance(0.004), chance(0.29), chance(0.996), chance(1)]).toEqual([
      '0%',
      'under 1%',
      '29%',
      'over 99%',
      '100%',
    ]);
  });

  it('counts in words below ten', () => {
    expect([countOf(1, 'week'), countOf(9, 'week'), countOf(26, 'week')]).toEqual(['one week', 'nine weeks', '26 weeks']);
  });
});

describe('dates', () => {
  it('names days and spans of months', () => {
    expect(dayText('2017-12-04')).toBe('4 December 2017');
    expect(overText('period')).toBe('the whole period');
    expect(overText('2018-01')).toBe('January 2018');
    expect(overText('2018-01,2018-02,2018-03')).toBe('January to March 2018');
    expect(overText('2017-12,2018-01')).toBe('December 2017 to January 2018');
    expect(overText('2017-12,2018-02')).toBe('December 2017, February 2018');
    expect(plusDays('2018-02-28', 1)).toBe('2018-03-01');
  });
});

describe('values that are dates', () => {
  const day = (iso: string): number => Date.parse(iso) / 86_400_000;

  it('are the day in which a mean of dates lies, with its range; a difference is in days', () => {
    expect(plain(day('2026-01-20') + 0.6, 'date')).toBe('20 January 2026');
    expect(withUnit(day('2026-01-20'), 'date')).toBe('20 January 2026');
    expect(span(day('2025-12-30'), day('2026-02-03'), 'date')).toBe('30 December 2025 to 3 February 2026');
    expect([signed(12, 'date'), signed(-1, 'date'), signed(0, 'date')]).toEqual(['+12.0 days', '-1.0 days', '0 days']);
    expect(signedSpan(3, 21, 'date')).toBe('+3.0 to +21 days');
  });
});
