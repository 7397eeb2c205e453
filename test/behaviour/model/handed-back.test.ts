import { describe, expect, test } from 'vitest';
import type { HoursService } from '../../../sim/scenario/service.ts';
import { always, answers, fixed, hours, pathway, referral, referred, scenario } from './small.ts';

/** Hours cut from 40 to 20 a week on day 4; two people, from days 0 and 1, for ten days. */
const provider = (more: Partial<HoursService> = {}) =>
  answers(
    scenario({
      hospitals: [],
      pathways: [pathway('P1', 'home')],
      arrivals: [referred('P1', [referral(0), referral(1)])],
      services: [
        hours('home', 40, {
          commissioned: [
            { from: 0, value: 40 },
            { from: 4, value: 20 },
          ],
          stay: fixed(10),
          closingMoves: true,
          ...more,
        }),
      ],
    }),
  );

describe('a home-care provider that fails', () => {
  test('hands back the person last in, who waits at home and finishes the stay when hours are found', () => {
    const seen = provider();
    expect(seen.whole('handed-back', 'service:home')).toBe(1);
    // Handed back on day 4 with 7 days to come; the other ends on day 10.
    expect(seen.whole('days-interrupted', 'service:home')).toBe(6);
    expect(seen.whole('hours-delivered', 'service:home')).toBeCloseTo((2 * 10 * 20) / 7, 9);
    expect(seen.daily('in-service', 'service:home').slice(0, 18)).toEqual([1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(seen.care.observations.left).toBe(2);
  });

  test('interrupts no package where hours end as people leave', () => {
    const seen = provider({ closingMoves: false });
    expect(seen.daily('in-service', 'service:home').slice(0, 6)).toEqual([1, 2, 2, 2, 2, 2]);
  });

  test('gives the package of the week that it was in', () => {
    const seen = provider({
      commissioned: [
        { from: 0, value: 60 },
        { from: 9, value: 20 },
        { from: 12, value: 60 },
      ],
      packages: [
        { name: 'all', label: 'all', share: always(1), stay: fixed(16), longest: 'unlimited', hours: [20, 14, 7], carers: 1 },
      ],
    });
    // On day 9 both are in their second week: 28 h do not fit under 20, so the second, 8 days in, is handed back with 8 to come.
    expect(seen.whole('days-interrupted', 'service:home')).toBe(3);
    // Each has 7 days at 20, 7 at 14 and 2 at 7 hours a week, the interruption between.
    expect(seen.whole('hours-delivered', 'service:home')).toBeCloseTo((2 * (7 * 20 + 7 * 14 + 2 * 7)) / 7, 9);
    expect(seen.care.observations.left).toBe(2);
  });
});
