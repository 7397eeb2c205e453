import { describe, expect, test } from 'vitest';
import type { HoursService } from '../../../sim/scenario/service.ts';
import { answers, hours, pathway, referral, referred, scenario } from './small.ts';

/** Packages of 20 hours a week under 40 commissioned: a stays 14 days, b 10.5 days, both from day 0; c is referred at 3.5 for 7 days. */
const ledger = (more: Partial<HoursService>, days = 28) => {
  const { weeks, whole } = answers(
    scenario({
      hospitals: [],
      days,
      pathways: [pathway('P1', 'home')],
      services: [hours('home', 40, { price: { amount: 20, per: 'hour', year: '2017/18' }, ...more })],
      arrivals: [referred('P1', [referral(0, { home: 14 }), referral(0, { home: 10.5 }), referral(3.5, { home: 7 })])],
    }),
  );
  const round = (value: number) => Math.round(value * 1e9) / 1e9;
  return {
    weeks: (measure: string) => weeks(`hours-${measure}`, 'service:home').map(round),
    whole: (measure: string) => round(whole(measure, 'service:home')),
  };
};

describe('the hours ledger by week, worked out on paper', () => {
  test('without flex c waits for b and has 10.5 to 17.5', () => {
    const { weeks, whole } = ledger({});
    expect(weeks('commissioned')).toEqual([40, 40, 40, 40]);
    expect(weeks('delivered')).toEqual([20 + 20, 20 + 10 + 10, 10, 0]);
    expect(weeks('needed')).toEqual([40 + 10, 40 + 10, 10, 0]); // c waits for half of the first two weeks
    expect(weeks('unused')).toEqual([0, 0, 30, 40]);
    expect(weeks('over-delivered')).toEqual([0, 0, 0, 0]);
    expect(whole('hours-needed')).toBe(110);
    expect(whole('service-occupancy')).toBe(90 / 160);
    expect([whole('cost-commissioned'), whole('cost-used')]).toEqual([160 * 20, 90 * 20]);
  });

  test('with 50% flex c starts at once, above what is commissioned', () => {
    const { weeks, whole } = ledger({ flex: 0.5 });
    expect(weeks('delivered')).toEqual([40 + 10, 20 + 10 + 10, 0, 0]);
    expect(weeks('over-delivered')).toEqual([10, 0, 0, 0]);
    expect(weeks('unused')).toEqual([0, 0, 40, 40]);
    expect(whole('hours-over-delivered')).toBe(10);
    expect(whole('hours-unused')).toBe(80);
    expect([whole('cost-commissioned'), whole('cost-over-delivered')]).toEqual([160 * 20, 10 * 20]);
    expect(whole('wait-mean')).toBe(0);
  });

  test('with 50% flex from day 7 on c waits 3.5 days for it', () => {
    const { weeks, whole } = ledger({
      flexFrom: [
        { from: 0, value: 0 },
        { from: 7, value: 0.5 },
      ],
    });
    expect(weeks('delivered')).toEqual([40, 20 + 10 + 20, 0, 0]);
    expect(weeks('over-delivered')).toEqual([0, 10, 0, 0]); // 20 h/week until b leaves at 10.5
    expect(whole('wait-mean')).toBeCloseTo(3.5 / 3, 9);
  });

  test('after flex ends on day 2 nobody is sent home early, and c waits until hours are within the contract', () => {
    const { weeks, whole } = ledger({
      commissioned: [{ from: 0, value: 30 }],
      flex: 0.5,
      flexFrom: [
        { from: 0, value: 0.5 },
        { from: 2, value: 0 },
      ],
    });
    expect(weeks('delivered')).toEqual([40, 20 + 10, 20, 0]); // a and b go on; c starts when a leaves at 14
    expect(whole('wait-mean')).toBeCloseTo(10.5 / 3, 9);
  });

  test('after a cut to 20 on day 7 packages go on, over-delivering, and c waits until 14', () => {
    const { weeks } = ledger({
      commissioned: [
        { from: 0, value: 40 },
        { from: 7, value: 20 },
      ],
    });
    expect(weeks('commissioned')).toEqual([40, 20, 20, 20]);
    expect(weeks('delivered')).toEqual([40, 20 + 10, 20, 0]);
    expect(weeks('over-delivered')).toEqual([0, 10, 0, 0]);
    expect(weeks('unused')).toEqual([0, 0, 0, 20]);
    expect(weeks('needed')).toEqual([50, 30 + 20, 20, 0]);
  });

  test('a change in the middle of a week counts by the day: 3 days of 40 and 4 of 60', () => {
    const { weeks } = ledger({
      commissioned: [
        { from: 0, value: 40 },
        { from: 3, value: 60 },
      ],
    });
    expect(weeks('commissioned')[0]).toBeCloseTo((3 * 40 + 4 * 60) / 7, 9);
    expect(weeks('delivered')[0]).toBe(50); // c starts at 3.5
  });

  test('a last part of a week counts for its days', () => {
    const { weeks, whole } = ledger({}, 17);
    expect(weeks('delivered')).toEqual([40, 40]);
    expect(whole('hours-commissioned')).toBeCloseTo((40 * 17) / 7, 8);
    expect(whole('hours-unused')).toBeCloseTo((20 * 3) / 7, 8); // days 14 to 17: c has 20 of 40
  });

  test('unlimited hours have no commissioned figure, are paid for as used, and nobody waits', () => {
    const { whole } = ledger({ commissioned: [{ from: 0, value: 'unlimited' }] });
    for (const measure of ['hours-commissioned', 'hours-unused', 'hours-over-delivered', 'service-occupancy'])
      expect(whole(measure)).toBeNaN();
    expect([whole('hours-delivered'), whole('hours-needed'), whole('cost-commissioned'), whole('wait-mean')]).toEqual([
      90, 90, 1800, 0,
    ]);
  });

  test('flex without limit on hours that are not commissioned yet is nothing: c waits until they are', () => {
    const { weeks, whole } = ledger({
      flex: 'unlimited',
      commissioned: [
        { from: 0, value: 0 },
        { from: 7, value: 20 },
      ],
    });
    expect(weeks('delivered')).toEqual([0, 20 + 20 + 20, 20 + 10, 0]); // a 7-21, b 7-17.5, c 7-14
    expect(weeks('over-delivered')).toEqual([0, 40, 10, 0]);
    expect(whole('idle-while-waiting')).toBe(0);
  });
});
