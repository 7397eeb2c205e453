import { describe, expect, test } from 'vitest';
import type { Contract, HoursService } from '../../../sim/scenario/service.ts';
import { always, answers, beds, experimentOn, flow, hours, pathway, placements, referral, referred, scenario } from './small.ts';

const APRIL = { month: 4, day: 1 };
const contract = (more: Partial<Contract> = {}): Contract => ({
  yearStarts: APRIL,
  overDeliveredBefore: 0,
  budget: null,
  ...more,
});
/** From Monday 18 March 2024: 14 days to the end of the contract year, 14 days of the next. One person has 70 hours a week throughout, of 35 commissioned and any flex. */
const year = (more: Partial<Contract> = {}, service: Partial<HoursService> = {}) =>
  scenario({
    hospitals: [],
    start: '2024-03-18',
    pathways: [pathway('P1', 'home')],
    arrivals: [referred('P1', [referral(0, { home: 100 })])],
    services: [
      hours('home', 35, {
        flex: 'unlimited',
        packageHours: 70,
        price: { amount: 20, per: 'hour', year: null },
        contract: contract(more),
        ...service,
      }),
    ],
  });
const of = (it: ReturnType<typeof year>) => {
  const { weeks, whole } = answers(it);
  return {
    weeks: (measure: string) => weeks(`year-${measure}`, 'service:home').map((value) => Math.round(value * 1e6) / 1e6),
    whole: (measure: string) => whole(measure, 'service:home'),
  };
};
const day = (iso: string) => Date.parse(iso) / 86_400_000;

describe('the ledger since the contract year began', () => {
  test('adds up week by week and begins again on 1 April', () => {
    const { weeks } = of(year());
    expect(weeks('hours-delivered')).toEqual([70, 140, 70, 140]); // week 3 begins on Monday 1 April
    expect(weeks('hours-commissioned')).toEqual([35, 70, 35, 70]);
    expect(weeks('hours-over-delivered')).toEqual([35, 70, 35, 70]);
    expect(weeks('hours-unused')).toEqual([0, 0, 0, 0]);
    expect(weeks('cost-delivered')).toEqual([1400, 2800, 1400, 2800]);
    expect(weeks('cost-over-delivered')).toEqual([700, 1400, 700, 1400]);
  });

  test('begins again inside a week, on Wednesday 20 March', () => {
    expect(of(year({ yearStarts: { month: 3, day: 20 } })).weeks('hours-delivered')).toEqual([50, 120, 190, 260]); // from the 3rd day
  });

  test('takes in what was over-delivered before the period, in that contract year only', () => {
    expect(of(year({ overDeliveredBefore: 81_000 })).weeks('hours-over-delivered')).toEqual([81_035, 81_070, 35, 70]);
  });

  test('keeps spot apart, at its own price', () => {
    const { weeks } = of(
      year({}, { flex: 0, spot: { atMost: always(35), leadTime: 0, price: { amount: 30, per: 'hour', year: null } } }),
    );
    expect([weeks('hours-spot'), weeks('hours-over-delivered')]).toEqual([
      [35, 70, 35, 70],
      [0, 0, 0, 0],
    ]);
    expect([weeks('cost-spot'), weeks('cost-delivered')]).toEqual([
      [1050, 2100, 1050, 2100],
      [1750, 3500, 1750, 3500],
    ]);
  });
});

describe('a budget', () => {
  test('of 65 hours at 10 hours a day runs out on the seventh day', () => {
    const { whole } = of(year({ budget: { amount: 65, in: 'hours', usedBefore: 0 } }));
    expect([whole('budget-runs-out'), whole('budget-run-out-share')]).toEqual([day('2024-03-24'), 1]);
  });

  test('of 500 hours of which 465 went before runs out on the fourth day; in £ at £20 an hour likewise', () => {
    expect(of(year({ budget: { amount: 500, in: 'hours', usedBefore: 465 } })).whole('budget-runs-out')).toBe(day('2024-03-21'));
    expect(of(year({ budget: { amount: 10_000, in: '£', usedBefore: 9300 } })).whole('budget-runs-out')).toBe(day('2024-03-21'));
  });

  test('begins again with the contract year: 141 hours last the 14 days to 31 March, and the 14 days after', () => {
    const { whole } = of(year({ budget: { amount: 141, in: 'hours', usedBefore: 0 } }));
    expect([whole('budget-runs-out'), whole('budget-run-out-share')]).toEqual([Number.NaN, 0]);
  });

  test('has a date in the winters in which it runs out, and the share of those winters', async () => {
    const random = year({ budget: { amount: 300, in: 'hours', usedBefore: 0 } });
    const [result] = await experimentOn([
      { ...random, run: { replications: 40, seed: '3' }, arrivals: [{ ...referred('P1', []), arrivals: flow(0.15) }] },
    ]);
    const dates = result?.measures.find(({ measure }) => measure === 'budget-runs-out');
    const share = result?.measures.find(({ measure }) => measure === 'budget-run-out-share')?.summary?.mean ?? 0;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    expect(dates?.summary?.n).toBe(Math.round(share * 40));
    for (const date of dates?.winters ?? [])
      if (date !== null) expect(Number.isInteger(date) && date >= day('2024-03-18') && date <= day('2024-04-14')).toBe(true);
  });
});

test('each payer is told its share of each service, and together they pay for all', () => {
  const price = (amount: number, per: 'hour' | 'bed-day' | 'start') => ({ amount, per, year: null });
  const { whole } = answers(
    scenario({
      hospitals: [],
      pathways: [pathway('P1', 'home'), pathway('P2', 'ward'), pathway('P3', 'care-home')],
      services: [
        hours('home', 70, {
          price: price(20, 'hour'),
          payers: [
            { name: 'NHS', share: 0.6 },
            { name: 'council', share: 0.4 },
          ],
        }),
        beds('ward', 2, { price: price(100, 'bed-day'), payers: [{ name: 'NHS', share: 1 }] }),
        placements('care-home', 7, { price: price(500, 'start'), payers: [{ name: 'council', share: 1 }] }),
      ],
      arrivals: [referred('P1', [referral(0, { home: 7 })])],
    }),
  );
  const [home, ward, careHome] = [4 * 70 * 20, 28 * 2 * 100, 4 * 7 * 500];
  expect([whole('cost-commissioned', 'payer:NHS'), whole('cost-commissioned', 'payer:council')]).toEqual([
    home * 0.6 + ward,
    home * 0.4 + careHome,
  ]);
  expect(whole('cost-used', 'payer:council')).toBeCloseTo(20 * 20 * 0.4, 9);
});
