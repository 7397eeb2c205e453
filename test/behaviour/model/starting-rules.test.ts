import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Package } from '../../../sim/scenario/service.ts';
import { always, answers, beds, fixed, hours, pathway, placements, referral, referred, scenario } from './small.ts';

const size = (name: string, share: number, weekly: number): Package => ({
  name,
  label: name,
  share: always(share),
  stay: fixed(10),
  longest: 'unlimited',
  hours: [weekly],
  carers: 1,
});
/** 40 hours a week; packages of 10 hours come on day 0, 1, 1 and 3 and one of 30 on day 2, each for 10 days. */
const two = (starts: 'in order' | 'whoever fits'): Scenario => {
  const packages = [size('large', 0, 30), size('small', 1, 10)];
  const home = hours('home', 40, {
    starts,
    packages: packages.map((it) => ({
      ...it,
      share: [
        { from: 0, value: it.name === 'large' ? 0 : 1 },
        { from: 2, value: it.name === 'large' ? 1 : 0 },
        { from: 3, value: it.name === 'large' ? 0 : 1 },
      ],
    })),
  });
  return scenario({
    hospitals: [],
    pathways: [pathway('P1', 'home')],
    services: [home],
    arrivals: [
      referred(
        'P1',
        [0, 1, 1, 2, 3].map((day) => referral(day, { home: 10 })),
      ),
    ],
  });
};

describe('which package starts when hours are free', () => {
  test('in order: the large one waits from day 2 to 11 for its 30 hours, and the small one behind it from 3 to 11, though 10 hours are free', () => {
    const { whole } = answers(two('in order'));
    expect(whole('wait-longest', 'service:home/package:large')).toBe(9); // 10 free, 20 on day 10, 40 on day 11
    expect(whole('wait-longest', 'service:home/package:small')).toBe(8); // with the large one, on day 11
    expect(whole('idle-while-waiting', 'service:home') * 28).toBe(10 * 8 + 20 * 1);
  });

  test('whoever fits: the small one starts at once, and the large one still finds 30 hours on day 11', () => {
    const { whole } = answers(two('whoever fits'));
    expect(whole('wait-longest', 'service:home/package:small')).toBe(0);
    expect(whole('wait-longest', 'service:home/package:large')).toBe(9); // on day 11 30 are free beside the small one
    expect(whole('idle-while-waiting', 'service:home') * 28).toBe(10 * 1 + 10 * 1); // day 2 to 3, then day 10 to 11
  });
});

describe('a closure', () => {
  const closures = [{ name: 'norovirus', from: 5, until: 9 }];

  test('lets nobody new into a bed on its days, and everybody in stay', () => {
    const people = [referral(0, { ward: 20 }), referral(6, { ward: 2 }), referral(9, { ward: 2 })];
    const { whole, daily } = answers(
      scenario({
        hospitals: [],
        pathways: [pathway('P2', 'ward')],
        services: [beds('ward', 5, { closures })],
        arrivals: [referred('P2', people)],
      }),
    );
    expect(whole('wait-longest', 'service:ward')).toBe(3); // day 6 to 9
    expect(daily('in-service', 'service:ward').slice(4, 10)).toEqual([1, 1, 1, 1, 1, 3]);
  });

  test('loses the starts of its days', () => {
    const { whole } = answers(
      scenario({
        hospitals: [],
        pathways: [pathway('P3', 'care-home')],
        services: [placements('care-home', 7, { closures })],
        arrivals: [referred('P3', [referral(6)])],
      }),
    );
    expect([whole('starts-offered', 'service:care-home'), whole('wait-longest', 'service:care-home')]).toEqual([28 - 4, 3]);
  });
});

test('hours are paid with their travel: 40 contact hours a week at 1.25 paid hours and £20 cost £1,000 a week', () => {
  const home = hours('home', 40, { paidHours: 1.25, price: { amount: 20, per: 'hour', year: null } });
  const { whole, weeks } = answers(
    scenario({
      hospitals: [],
      pathways: [pathway('P1', 'home')],
      services: [home],
      arrivals: [referred('P1', [referral(0, { home: 14 })])],
    }),
  );
  expect(weeks('cost-commissioned', 'service:home')).toEqual([1000, 1000, 1000, 1000]);
  expect(whole('cost-used', 'service:home')).toBeCloseTo(2 * 20 * 1.25 * 20, 9);
  expect(whole('hours-delivered', 'service:home')).toBeCloseTo(40, 9); // contact hours
});
