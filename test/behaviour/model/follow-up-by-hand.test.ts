import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { FollowUp, HoursService } from '../../../sim/scenario/service.ts';
import { always, answers, beds, fixed, hours, listed, pathway, person, placements, scenario } from './small.ts';

const none: FollowUp = { readmitted: always(0), inCare: always(0), died: always(0), when: null };
const leaving = (name: string, more: Partial<HoursService['outcomes'][number]> = {}) => [
  { name, share: always(1), next: null, readmittedTo: null, ...more },
];

/** Discharged on day 1 and on day 20 into six weeks of reablement, looked for on days 92 and 111 of 112. */
const plan = (reablement: Parameters<typeof hours>[2], more: Partial<Scenario> = {}): Scenario => {
  const pathways = [pathway('P1', 'reablement')];
  return scenario({
    days: 112,
    pathways,
    services: [hours('reablement', 'unlimited', { stay: fixed(42), shortTerm: true, ...reablement })],
    arrivals: [listed(pathways, [person(0, 'P1', 1), person(19, 'P1', 1)])],
    ...more,
  });
};
const shares = ({ whole }: ReturnType<typeof answers>, scope = 'all') =>
  ['home', 'hospital', 'care', 'died'].map((where) => whole(`${where}-91-days`, scope));

describe('where people are 91 days after discharge', () => {
  it('all are at home where nothing happens to them, and each counts on the 91st day', () => {
    const seen = answers(plan({}));
    expect([seen.whole('ascof-2b'), seen.whole('ascof-2b', 'service:reablement'), seen.whole('followed-91-days')]).toEqual([
      1, 1, 2,
    ]);
    expect(seen.months('followed-91-days')).toEqual([0, 0, 0, 2]); // days 92 and 111 are 2 and 21 April
  });

  it('whose 91st day lies after the period is not counted', () => {
    expect(answers(plan({}, { days: 111 })).whole('followed-91-days')).toBe(1);
    expect(answers(plan({}, { days: 91 })).whole('ascof-2b')).toBeNaN();
  });

  it('the outcome of the service says where people went', () => {
    const found = (name: string) => shares(answers(plan({ outcomes: leaving(name) })));
    expect(found('independent')).toEqual([1, 0, 0, 0]);
    expect(found('readmitted')).toEqual([1, 0, 0, 0]); // for a day, the acute stay of the pathway, after six weeks of reablement
    expect(found('care-home')).toEqual([0, 0, 1, 0]);
    expect(found('died')).toEqual([0, 0, 0, 1]);
  });

  it('what is said of the days after leaving happens by day 91, unless its day is later', () => {
    const found = (followUp: Partial<FollowUp>) => shares(answers(plan({ followUp: { ...none, ...followUp } })));
    expect(found({ inCare: always(1), when: fixed(91) })).toEqual([0, 0, 1, 0]);
    expect(found({ died: always(1), when: fixed(92) })).toEqual([1, 0, 0, 0]);
    expect(
      found({
        died: [
          { from: 0, value: 0 },
          { from: 20, value: 1 },
        ],
      }),
    ).toEqual([0.5, 0, 0, 0.5]); // by the day of discharge
  });

  it('a readmission that is told takes people to hospital for its stay, and then back to where they were', () => {
    const found = (followUp: Partial<FollowUp>, more: Parameters<typeof hours>[2] = {}) =>
      shares(answers(plan({ followUp: { ...none, ...followUp }, ...more })));
    const [home, hospital] = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ];
    const drawn = (when: number, days: number) =>
      found({ readmitted: always(1), when: fixed(when), readmittedStay: fixed(days) });
    expect([drawn(80, 12), drawn(80, 11), drawn(91, 1), drawn(92, 50)]).toEqual([hospital, home, hospital, home]);
    expect([drawn(20, 50), drawn(20, 49)]).toEqual([hospital, home]); // not before the six weeks of reablement are over
    const ends = (days: number) => found({ readmittedStay: fixed(days) }, { outcomes: leaving('readmitted') });
    expect([ends(50), ends(49)]).toEqual([hospital, home]);
    const dated = {
      ...fixed(25),
      factor: [
        { from: 0, value: 1 },
        { from: 43, value: 2 },
      ],
    };
    expect(found({ readmittedStay: dated }, { outcomes: leaving('readmitted') })).toEqual(hospital);
    const placed = {
      services: [
        placements('home', 'unlimited', {
          longTerm: 'care home',
          followUp: { ...none, readmitted: always(1), when: fixed(10), readmittedStay: fixed(20) },
        }),
      ],
      pathways: [pathway('P3', 'home')],
    };
    expect(shares(answers(plan({}, { ...placed, arrivals: [listed(placed.pathways, [person(0, 'P3', 1)])] })))).toEqual([
      0, 0, 1, 0,
    ]);
  });

  it('where its day is not told, any day from leaving to day 91 is as likely, and it lasts the acute stay of the pathway', () => {
    const pathways = [{ ...pathway('P0'), followUp: { ...none, readmitted: always(1) } }];
    const [many, stay] = [4000, 9.1];
    const mix = [{ pathway: 'P0', share: always(1), acuteStay: fixed(stay) }];
    const seen = answers(
      scenario({
        days: 112,
        pathways,
        arrivals: [
          {
            ...listed(
              pathways,
              Array.from({ length: many }, () => person(0, 'P0', 1)),
            ),
            mix,
          },
        ],
      }),
    );
    expect(seen.whole('followed-91-days')).toBe(many);
    expect(Math.abs(seen.whole('hospital-91-days') - stay / 91)).toBeLessThan(4 * Math.sqrt(0.09 / many));
    expect(seen.whole('home-91-days')).toBeCloseTo(1 - seen.whole('hospital-91-days'), 12);
  });

  it('after a stay in the model, what may happen counts from the discharge that ends it', () => {
    const pathways = [pathway('P1', 'reablement'), { ...pathway('P0'), followUp: { ...none, died: always(1), when: fixed(20) } }];
    const mix = (days: number) => [
      {
        pathway: 'P1',
        share: [
          { from: 0, value: 1 },
          { from: 40, value: 0 },
        ],
        acuteStay: fixed(1),
      },
      {
        pathway: 'P0',
        share: [
          { from: 0, value: 0 },
          { from: 40, value: 1 },
        ],
        acuteStay: fixed(days),
      },
    ];
    const back = (days: number) =>
      shares(
        answers(
          plan(
            { outcomes: leaving('readmitted', { readmittedTo: 'acute' }) },
            { pathways, arrivals: [{ ...listed(pathways, [person(0, 'P1', 1)]), mix: mix(days) }] },
          ),
        ),
      );
    expect(back(29)).toEqual([0, 0, 0, 1]); // out again on day 72, dead on day 92
    expect(back(30)).toEqual([1, 0, 0, 0]);
  });

  it('of the pathway where the last service says none', () => {
    const pathways = [{ ...pathway('P1', 'reablement'), followUp: { ...none, died: always(1) } }];
    expect(shares(answers(plan({}, { pathways })))).toEqual([0, 0, 0, 1]);
    expect(shares(answers(plan({ followUp: none }, { pathways })))).toEqual([1, 0, 0, 0]);
  });

  it('people still in a service are where it is: hours at home, a bed not, unless it is housing with care', () => {
    const found = (more: object) => {
      const pathways = [pathway('P2', 'bed')];
      return shares(
        answers(
          scenario({
            days: 112,
            pathways,
            services: [beds('bed', 'unlimited', { stay: fixed(100), shortTerm: true, ...more })],
            arrivals: [listed(pathways, [person(0, 'P2', 1)])],
          }),
        ),
      );
    };
    expect(shares(answers(plan({ stay: fixed(200) })))).toEqual([1, 0, 0, 0]);
    expect(found({})).toEqual([0, 0, 1, 0]);
    expect(found({ atHome: true })).toEqual([1, 0, 0, 0]);
  });

  it('people placed are in the care home, or at home with home care; and still wait for it where they are', () => {
    const to = (next: string, starts: number | 'unlimited', longTerm: 'home care' | 'care home') =>
      answers(
        plan(
          {},
          {
            services: [
              hours('reablement', 'unlimited', { stay: fixed(42), shortTerm: true, outcomes: leaving(next, { next }) }),
              placements(next, starts, { longTerm }),
            ],
          },
        ),
      );
    expect(shares(to('home', 'unlimited', 'care home'))).toEqual([0, 0, 1, 0]);
    expect(shares(to('care', 'unlimited', 'home care'))).toEqual([1, 0, 0, 0]);
    expect(shares(to('home', 0, 'care home'))).toEqual([1, 0, 0, 0]); // still in reablement
    expect([
      to('home', 'unlimited', 'care home').whole('ascof-2a'),
      to('home', 'unlimited', 'care home').whole('ascof-2a', 'service:home'),
    ]).toEqual([2, 2]);
  });

  it('people readmitted in the model are in hospital while they are there, and at home again after it', () => {
    const back = (days: number) => {
      const pathways = [pathway('P1', 'reablement'), pathway('P0')];
      const mix = [
        {
          pathway: 'P1',
          share: [
            { from: 0, value: 1 },
            { from: 40, value: 0 },
          ],
          acuteStay: fixed(1),
        },
        {
          pathway: 'P0',
          share: [
            { from: 0, value: 0 },
            { from: 40, value: 1 },
          ],
          acuteStay: fixed(days),
        },
      ];
      return shares(
        answers(
          plan(
            { outcomes: leaving('readmitted', { readmittedTo: 'acute' }) },
            { pathways, arrivals: [{ ...listed(pathways, [person(0, 'P1', 1)]), mix }] },
          ),
        ),
      );
    };
    expect(back(60)).toEqual([0, 1, 0, 0]); // in again from day 43 to 103
    expect(back(20)).toEqual([1, 0, 0, 0]);
  });

  it('is the same on both engines', () =>
    expect(shares(answers(plan({ followUp: { ...none, died: always(0.5) } }), 'simjs'))).toEqual(
      shares(answers(plan({ followUp: { ...none, died: always(0.5) } }))),
    ));
});

describe('leaving short-term support', () => {
  const half = (first: string, second: string, need: string[] = []) =>
    [first, second].map((name) => ({
      name,
      share: [
        { from: 0, value: name === first ? 1 : 0 },
        { from: 10, value: name === first ? 0 : 1 },
      ],
      next: null,
      readmittedTo: null,
      ...(need.includes(name) ? { longTermNeed: true as const } : {}),
    }));

  it('half of the people who leave with no long-term need are half of 2D; who died or was readmitted is not asked', () => {
    const twoD = (...of: Parameters<typeof half>) => answers(plan({ outcomes: half(...of) })).whole('ascof-2d');
    expect(twoD('independent', 'home-care', ['home-care'])).toBe(0.5);
    expect(twoD('independent', 'died')).toBe(1);
    expect(twoD('home-care', 'readmitted', ['home-care'])).toBe(0);
  });

  it('a step down to more short-term support is no end of it, and long-term support that follows is a need', () => {
    const on = (next: Partial<HoursService>) =>
      answers(
        plan(
          {},
          {
            services: [
              hours('reablement', 'unlimited', { stay: fixed(14), shortTerm: true, outcomes: leaving('next', { next: 'next' }) }),
              hours('next', 'unlimited', { stay: fixed(14), ...next }),
            ],
          },
        ),
      ).whole;
    const down = on({ shortTerm: true });
    expect([down('ascof-2d', 'service:reablement'), down('ascof-2d', 'service:next'), down('ascof-2d')]).toEqual([
      Number.NaN,
      1,
      1,
    ]);
    expect(on({ longTerm: 'home care' })('ascof-2d')).toBe(0);
  });

  it('deaths in a service are counted where the outcome is called died', () => {
    const { whole } = answers(plan({ outcomes: half('independent', 'died') }));
    expect([whole('died-in-service'), whole('died-in-service', 'service:reablement')]).toEqual([1, 1]);
  });
});
