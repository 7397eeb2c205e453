import { describe, expect, test } from 'vitest';
import type { Service, Spot } from '../../../sim/scenario/service.ts';
import { always, answers, beds, hours, pathway, placements, referral, referred, scenario } from './small.ts';

const upTo = (atMost: number, leadTime: number, more: Partial<Spot> = {}): Spot => ({
  atMost: always(atMost),
  leadTime,
  price: null,
  ...more,
});
/** People referred on a day for some days. */
const service = (it: Service, ...people: [day: number, stay: number][]) => {
  const { whole, weeks, daily } = answers(
    scenario({
      hospitals: [],
      pathways: [pathway('P2', it.name)],
      services: [it],
      arrivals: [
        referred(
          'P2',
          people.map(([day, stay]) => referral(day, { [it.name]: stay })),
        ),
      ],
    }),
  );
  const scope = `service:${it.name}`;
  return {
    of: (measure: string) => whole(measure, scope),
    weeks: (measure: string) => weeks(measure, scope).map((value) => Math.round(value * 1e9) / 1e9),
    starts: daily('starts', scope),
    total: (measure: string) => whole(measure, scope) * 28,
  };
};

describe('spot beds', () => {
  test('are ordered for each who waits, up to the most, come after the lead time, and go back when nobody needs them', () => {
    const price = (amount: number) => ({ amount, per: 'bed-day', year: null }) as const;
    const ward = beds('ward', 1, { price: price(100), spot: upTo(2, 2, { price: price(150) }) });
    const { of, total } = service(ward, [0, 20], [1, 5], [2, 3], [2.5, 1]); // the second from 3 to 8, the third from 4 to 7, the fourth then from 7 to 8
    expect([of('wait-longest'), of('wait-mean')]).toEqual([4.5, (0 + 2 + 2 + 4.5) / 4]);
    expect([total('spot-in-use'), total('spot-on-order')]).toEqual([9, 4]);
    expect([of('cost-spot'), of('cost-commissioned'), of('cost-used')]).toEqual([
      9 * 150,
      28 * 100 + 9 * 150,
      20 * 100 + 9 * 150,
    ]);
    expect([of('beds-open'), of('service-occupancy')]).toEqual([1, 29 / 37]);
  });

  test('that nobody needs any more when they come are not paid for', () => {
    const { of } = service(
      beds('ward', 1, { spot: upTo(6, 2, { price: { amount: 150, per: 'bed-day', year: null } }) }),
      [0, 2],
      [1, 5],
    ); // the second finds a block bed on day 2
    expect([of('wait-longest'), of('spot-in-use'), of('cost-spot')]).toEqual([1, 0, 0]);
  });

  test('are not bought for somebody who waits for a day that accepts people, a bed being free', () => {
    const { of } = service(
      beds('ward', 1, { accepts: { weekdays: [true, true, true, true, true, false, false], holidays: true }, spot: upTo(6, 1) }),
      [5.5, 5],
    );
    expect([of('wait-longest'), of('spot-on-order')]).toEqual([1.5, 0]);
  });

  test('are other beds than those of a block that closes: people stay in these, and one spot bed takes one person at a time', () => {
    const closing = beds('ward', 2, {
      beds: [
        { from: 0, value: 2 },
        { from: 5, value: 0 },
      ],
      spot: upTo(1, 0),
    });
    const { of, total } = service(closing, [0, 10], [0, 10], [6, 2], [7, 1]); // spot from 6 to 8, then 8 to 9
    expect([of('wait-longest'), total('spot-in-use')]).toEqual([1, 3]);
  });

  test('are given back when the block grows', () => {
    const { total } = service(
      beds('ward', 1, {
        beds: [
          { from: 0, value: 1 },
          { from: 4, value: 2 },
        ],
        spot: upTo(1, 0),
      }),
      [0, 10],
      [1, 10],
    );
    expect([total('spot-in-use'), total('in-service')]).toEqual([3, 20]);
  });

  test('are paid for, but not in use, while they are made ready for the next person', () => {
    const price = { amount: 100, per: 'bed-day', year: null } as const;
    const { of, total } = service(beds('ward', 0, { turnover: 1, price, spot: upTo(1, 0, { price }) }), [0, 3], [2, 2]); // from 0 to 3, made ready until 4, to 6, made ready until 7
    expect([total('spot-in-use'), of('cost-spot'), of('cost-used'), of('wait-longest')]).toEqual([5, 700, 500, 2]);
  });

  test('may be had from a day on', () => {
    const { of } = service(
      beds('ward', 0, {
        spot: upTo(0, 0, {
          atMost: [
            { from: 0, value: 0 },
            { from: 9, value: 1 },
          ],
        }),
      }),
      [2, 3],
    );
    expect([of('wait-longest'), of('starts')]).toEqual([7, 1]);
  });
});

describe('spot hours', () => {
  test('make up what a package lacks of the block, and stand apart in the ledger', () => {
    const { weeks, of } = service(
      hours('home', 30, { spot: upTo(25, 0), paidHours: 1.1, price: { amount: 20, per: 'hour', year: null } }),
      [0, 14],
      [0, 14],
      [7, 7],
    ); // 40 of 30 + 10; a third would need 20 more than there may be
    expect([weeks('hours-commissioned'), weeks('hours-spot'), weeks('hours-delivered')]).toEqual([
      [30, 30, 30, 30],
      [10, 10, 0, 0],
      [40, 40, 20, 0],
    ]);
    expect([weeks('hours-unused'), weeks('hours-over-delivered')]).toEqual([
      [0, 0, 10, 30],
      [0, 0, 0, 0],
    ]);
    expect(of('wait-longest')).toBe(7);
    expect(of('cost-commissioned')).toBeCloseTo(4 * 30 * 20 * 1.1, 9); // the spot has no price
  });

  test('are ordered in whole packages: 15 hours are not bought for somebody who needs 20', () => {
    const { of } = service(hours('home', 20, { spot: upTo(15, 1) }), [0, 14], [1, 7]);
    expect([of('wait-longest'), of('spot-on-order'), of('hours-spot')]).toEqual([13, 0, 0]);
  });
});

describe('spot starts', () => {
  test('are limited by the week: two of three come a day after the order, the third in the next week', () => {
    const { of, starts } = service(
      placements('home', 0, { spot: upTo(2, 1, { price: { amount: 900, per: 'start', year: null } }) }),
      [0, 0],
      [0.5, 0],
      [1, 0],
    );
    expect(starts.flatMap((people, day) => Array.from({ length: people }, () => day))).toEqual([1, 1, 8]);
    expect([of('spot-starts'), of('starts-lost'), of('cost-spot')]).toEqual([3, 0, 2700]);
  });

  test('without a lead time are there at once, and those beyond the week wait for the next', () => {
    const { of } = service(placements('home', 0, { spot: upTo(2, 0) }), [3, 0], [3, 0], [3, 0]);
    expect([of('wait-longest'), of('spot-starts')]).toEqual([4, 3]);
  });

  test('come only when those offered are gone', () => {
    const { of } = service(placements('home', 7, { spot: upTo(2, 0) }), [3.5, 0], [3.6, 0], [4, 0]);
    expect([of('starts'), of('spot-starts'), of('starts-lost'), of('wait-longest')]).toEqual([3, 1, 26, 0]);
  });
});
