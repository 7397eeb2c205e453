import { describe, expect, test } from 'vitest';
import {
  always,
  answers,
  beds,
  exponential,
  fixed,
  flow,
  hospital,
  hours,
  listed,
  pathway,
  person,
  placements,
  referral,
  referred,
  scenario,
} from './small.ts';

const then = (next: string, share = 1) => [
  { name: next, share: always(share), next, readmittedTo: null },
  ...(share < 1 ? [{ name: 'home', share: always(1 - share), next: null, readmittedTo: null }] : []),
];

describe('exit block, worked out on paper', () => {
  /**
   * Two people in home support from 0 and 1, 10 days each, then home care, one bed for 6 days:
   * the first goes on at 10 at once, to 16; the second is finished at 11 and stays to 16.
   */
  const plan = scenario({
    hospitals: [],
    pathways: [pathway('P1', 'home-support')],
    services: [
      hours('home-support', 'unlimited', { stay: fixed(10), outcomes: then('home-care') }),
      beds('home-care', 1, { stay: fixed(6) }),
    ],
    arrivals: [referred('P1', [referral(0), referral(1)])],
  });
  const of = (measure: string) => answers(plan).whole(measure, 'service:home-support');

  test('one of two is held up, five days, and uses 20 hours a week meanwhile', () => {
    expect([of('exit-block-days'), of('exit-blocked'), of('exit-block-share'), of('exit-block-mean')]).toEqual([
      5,
      5 / 28,
      1 / 2,
      5,
    ]);
    expect(of('exit-block-hours')).toBeCloseTo((20 * 5) / 7, 12);
    expect(answers(plan).daily('exit-blocked', 'service:home-support').slice(9, 17)).toEqual([0, 0, 1, 1, 1, 1, 1, 0]); // midnights 12 to 16, where the census is read first
  });

  test('arranging what comes next is exit block too, and a tapering package goes on tapering', () => {
    const tapering = hours('home-support', 'unlimited', {
      outcomes: then('home-care'),
      packages: [
        { name: 'all', label: 'all', share: always(1), stay: fixed(10), longest: 'unlimited', hours: [14, 7, 3.5], carers: 1 },
      ],
    });
    const { whole } = answers({
      ...plan,
      services: [tapering, placements('home-care', 'unlimited', { leadTime: fixed(6) })],
      arrivals: [referred('P1', [referral(0)])],
    });
    expect(whole('exit-block-days', 'service:home-support')).toBe(6); // from 10 to 16: 4 days at 7 hours a week, 2 at 3.5
    expect(whole('exit-block-hours', 'service:home-support')).toBeCloseTo((7 * 4 + 3.5 * 2) / 7, 12);
    expect(whole('hours-delivered', 'service:home-support')).toBeCloseTo((14 * 7 + 7 * 7 + 3.5 * 2) / 7, 12);
  });

  test('beds are held until the next place is found, and whoever gives up waiting gives the bed back', () => {
    const { whole, care } = answers(
      scenario({
        hospitals: [],
        pathways: [pathway('P2', 'step-down')],
        services: [
          beds('step-down', 1, { stay: fixed(4), outcomes: then('care-home') }),
          beds('care-home', 0, { patience: fixed(3) }),
        ],
        arrivals: [referred('P2', [referral(0), referral(0)])], // in 0 to 4 and to 7; 7 to 11 and to 14
      }),
    );
    expect([
      whole('exit-block-days', 'service:step-down'),
      whole('exit-block-beds', 'service:step-down'),
      whole('exit-block-mean', 'service:step-down'),
    ]).toEqual([6, 6 / 28, 3]);
    expect([whole('in-service', 'service:step-down'), care.observations.inside()]).toEqual([14 / 28, 0]);
  });

  test('nobody is held up where what comes next is waited for at home, so there is nothing to measure', () => {
    const home = {
      ...plan,
      services: [plan.services[0] as (typeof plan.services)[0], beds('home-care', 1, { stay: fixed(6), waitsAtHome: true })],
    };
    expect(() => answers(home).whole('exit-blocked', 'service:home-support')).toThrow('no such measure');
  });
});

test('exact acute stays of 6.5, 7.5, 14.5 and 30 days, worked out on paper', () => {
  const pathways = [pathway('P0')];
  const { whole } = answers(
    scenario({
      pathways,
      arrivals: [
        listed(
          pathways,
          [6.5, 7.5, 14.5, 30].map((days) => person(0.5, 'P0', days)),
        ),
      ],
    }),
  ); // the last is still in at 28
  const stays = [6.5, 7.5, 14.5];
  const mean = 28.5 / 3;
  expect([7, 14, 21].map((days) => whole(`acute-stays-over-${days}-days`))).toEqual([2 / 3, 1 / 3, 0]);
  expect(whole('acute-stay-sd')).toBeCloseTo(Math.sqrt(stays.reduce((sum, days) => sum + (days - mean) ** 2, 0) / 3), 12);
  expect(whole('acute-stay-median')).toBeCloseTo(7.5, 1); // to the hour
  expect([7, 14, 21].map((days) => whole(`in-acute-over-${days}-days`, 'pathway:P0'))).toEqual([
    (0.5 + 7.5 + 20.5) / 28,
    (0.5 + 13.5) / 28,
    6.5 / 28,
  ]);
});

test('someone turned away by a full service gives the acute bed back to the next person', () => {
  const pathways = [pathway('P2', 'step-down')];
  const { whole } = answers(
    scenario({
      hospitals: [hospital(1)],
      pathways,
      services: [beds('step-down', 0, { waitingLimit: 0 })],
      arrivals: [listed(pathways, [person(0, 'P2', 2), person(1, 'P2', 2)])],
    }),
  );
  expect([whole('admissions'), whole('acute-occupied')]).toEqual([2, 4 / 28]);
});

test('a tapering package ends with the stay of whoever gives up waiting for what comes next', () => {
  const tapering = hours('home-support', 14, {
    outcomes: then('home-care'),
    packages: [{ name: 'all', label: 'all', share: always(1), stay: fixed(2), longest: 'unlimited', hours: [14, 7], carers: 1 }],
  });
  const { whole } = answers(
    scenario({
      hospitals: [],
      pathways: [pathway('P1', 'home-support')],
      services: [tapering, beds('home-care', 0, { patience: fixed(1) })],
      arrivals: [referred('P1', [referral(0), referral(1), referral(2)])], // 0 to 3, 3 to 6, 6 to 9: one at a time, in week 1 each
    }),
  );
  expect(whole('hours-delivered', 'service:home-support')).toBeCloseTo((14 * 9) / 7, 12);
});

describe('hours of the day, worked out on paper', () => {
  const at = (hour: number) => [{ from: hour, to: hour + 1, share: 1 }];
  const pathways = [pathway('P2', 'step-down')];
  const one = (more: Parameters<typeof hospital>[1], people: ReturnType<typeof person>[], number = 1) =>
    answers(
      scenario({
        hospitals: [hospital('unlimited', more)],
        pathways,
        services: [beds('step-down', number, { stay: fixed(3) })],
        arrivals: [listed(pathways, people)],
      }),
    );

  test('people become ready at such an hour of the day the stay ends: 8 in the morning, though the stay ends at 18:00 or at 2:00', () => {
    const { whole } = one({ readyHours: at(8) }, [person(0, 'P2', 2.75), person(10, 'P2', 1 + 2 / 24)]);
    const stays = whole('acute-stay-mean') * 2; // ready, and gone at once, between 8:00 and 9:00 of day 2 and of day 11
    expect(stays).toBeGreaterThan(3 + (2 * 8) / 24);
    expect(stays).toBeLessThan(3 + (2 * 9) / 24);
    expect(whole('bed-days-delayed')).toBe(0);
  });

  test('nobody is ready before being admitted', () => {
    const { whole } = one({ readyHours: at(8) }, [person(0.5, 'P2', 0.25)]);
    expect(whole('acute-stay-mean')).toBe(0);
  });

  test('people leave at the next such hour once a place is found, and the place is kept: process delay, not capacity', () => {
    const { whole, care } = one({ leavingHours: at(16) }, [person(0, 'P2', 2.75), person(0, 'P2', 2.75)]); // found at 18:00 of day 2; leaves from 16:00 of day 3, for 3 days
    const first = 1 - 2 / 24;
    expect(whole('bed-days-delayed-process')).toBeGreaterThan(2 * first);
    expect(whole('bed-days-delayed-process')).toBeLessThan(2 * first + 1 + 2 / 24);
    expect(whole('bed-days-delayed-capacity')).toBeGreaterThan(first + 3); // the second waits for the first's place
    expect(whole('bed-days-delayed-capacity')).toBeLessThan(first + 3 + 1 / 24);
    expect(whole('delay-process') + whole('delay-capacity')).toBeCloseTo(whole('delay-exact'), 12);
    expect(whole('delay-process') * 2).toBeCloseTo(whole('bed-days-delayed-process'), 12);
    expect(care.observations.inside()).toBe(0);
  });

  test('someone turned away leaves without waiting for the hour', () => {
    const { whole } = answers(
      scenario({
        hospitals: [hospital(1, { leavingHours: at(16) })],
        pathways,
        services: [beds('step-down', 0, { waitingLimit: 0 })],
        arrivals: [listed(pathways, [person(0, 'P2', 2), person(0, 'P2', 2)])],
      }),
    );
    expect([whole('admissions'), whole('acute-occupied'), whole('bed-days-delayed')]).toEqual([2, 4 / 28, 0]);
  });

  test('without hours of the day people are the same as with them: one draw is for one purpose', () => {
    const flowing = (more: Parameters<typeof hospital>[1]) =>
      answers(
        scenario({
          hospitals: [hospital('unlimited', more)],
          pathways: [pathway('P0')],
          arrivals: [
            {
              name: 'acute',
              label: 'acute',
              priority: 1,
              livesIn: [],
              enters: { hospital: 'acute' },
              arrivals: flow(5),
              mix: [{ pathway: 'P0', share: always(1), acuteStay: exponential(4) }],
            },
          ],
        }),
      );
    const [plain, late] = [
      flowing({}),
      flowing({
        leavingHours: [
          { from: 8, to: 12, share: 0.6 },
          { from: 14, to: 20, share: 0.4 },
        ],
      }),
    ];
    expect(late.daily('admissions')).toEqual(plain.daily('admissions'));
    expect(late.whole('acute-occupied')).toBeGreaterThan(plain.whole('acute-occupied'));
  });
});

test('two of four die in hospital: the bed is free at the end of their stay, and they are neither discharged nor delayed', () => {
  const pathways = [
    pathway('P2', 'step-down'),
    { name: 'died', label: 'died', reportsAs: 'died in hospital' as const, route: [] },
  ];
  const { whole, care } = answers(
    scenario({
      hospitals: [hospital(1)],
      pathways,
      services: [beds('step-down', 'unlimited', { stay: fixed(1) })],
      processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P2'], delay: fixed(1) }], weekend: null },
      arrivals: [listed(pathways, [person(0, 'died', 8), person(0, 'P2', 2), person(0, 'died', 4), person(0, 'P2', 2)])], // in the bed 0 to 8, 8 to 11, 11 to 15, 15 to 18
    }),
  );
  expect([whole('admissions'), whole('discharges'), whole('died-in-hospital')]).toEqual([4, 2, 2]);
  expect([whole('acute-occupied'), whole('bed-days-delayed'), whole('pathway-mix', 'pathway:P2')]).toEqual([18 / 28, 2, 1]);
  expect(whole('in-acute-over-7-days')).toBe(1 / 28);
  expect([care.observations.inside(), care.observations.left]).toEqual([0, 4]);
});

test('the national mix adds up the pathways that report as it; where they go by the national names there is nothing to add', () => {
  const own = [
    { ...pathway('P1'), name: 'B' },
    { ...pathway('P1'), name: 'D' },
    { ...pathway('P0'), name: 'none' },
  ];
  const people = [person(0, 'B', 1), person(0, 'D', 2), person(1, 'none', 1), person(2, 'none', 1)];
  const { whole } = answers(scenario({ pathways: own, arrivals: [listed(own, people)] }));
  expect([
    whole('pathway-mix', 'national:P1'),
    whole('pathway-mix', 'national:P0'),
    whole('acute-stay-mean', 'national:P1'),
    whole('usual-residence'),
  ]).toEqual([1 / 2, 1 / 2, 1.5, 1]);
  const national = [pathway('P0'), pathway('P1')];
  expect(() =>
    answers(scenario({ pathways: national, arrivals: [listed(national, [])] })).whole('pathway-mix', 'national:P1'),
  ).toThrow('no such measure');
});
