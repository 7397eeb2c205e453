import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../sim/engine/engine.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Residence } from '../../../sim/scenario/people.ts';
import type { BedService, Outcome, Package } from '../../../sim/scenario/service.ts';
import type { PresentGroup, StartFrom } from '../../../sim/scenario/start-from.ts';
import { always, answers, beds, fixed, flow, hours, listed, pathway, placements, referral, referred, scenario } from './small.ts';

const group = (
  people: number,
  at: PresentGroup['at'],
  state: PresentGroup['state'],
  more: Partial<PresentGroup> = {},
): PresentGroup => ({
  people,
  at,
  state,
  pathway: null,
  soFar: null,
  sinceReady: null,
  sinceAdmission: null,
  ...more,
});
const from = (...groups: PresentGroup[]): StartFrom => ({ remaining: 'by stay so far', groups });
const acute = { hospital: 'acute' };
const to = (next: string, share = 1): Outcome => ({ name: next, share: always(share), next, readmittedTo: null });
const home = (share: number): Outcome => ({ name: 'home', share: always(share), next: null, readmittedTo: null });
const kind = (name: string, share: number, more: Partial<Package>): Package => ({
  name,
  label: name,
  share: always(share),
  stay: fixed(10),
  longest: 'unlimited',
  hours: [],
  carers: 1,
  ...more,
});

describe.each(['native', 'simjs'] as const)(
  'people who stay in a service until there is a place in what comes next, on paper (%s)',
  (engine: Engine['name']) => {
    /** Two beds of step-down (10 days), then one of a rehabilitation flat (4 days). */
    const chain = (startFrom: StartFrom): Scenario =>
      scenario({
        hospitals: [],
        pathways: [pathway('P2', 'step-down')],
        arrivals: [referred('P2', [])],
        startFrom,
        services: [beds('step-down', 2, { stay: fixed(10), outcomes: [to('flat')] }), beds('flat', 1, { stay: fixed(4) })],
      });

    test('they hold their beds; the longest wait goes first; whoever waits for the bed starts as it is given back', () => {
      const seen = answers(
        chain(
          from(
            group(1, { service: 'flat' }, 'in stay', { soFar: fixed(1) }), // leaves on day 3
            group(1, { service: 'step-down' }, 'waiting for next', { next: 'flat', soFar: fixed(1) }), // into the flat on day 7, out on day 11
            group(1, { service: 'step-down' }, 'waiting for next', { next: 'flat', soFar: fixed(2) }), // into the flat on day 3, out on day 7
            group(1, { service: 'step-down' }, 'waiting', { soFar: fixed(5) }), // starts on day 3, into the flat on day 13, out on day 17
          ),
        ),
        engine,
      );
      expect(seen.daily('in-service', 'service:step-down').slice(0, 15)).toEqual([2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 0, 0]);
      expect(seen.daily('in-service', 'service:flat').slice(0, 19)).toEqual([
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0,
      ]);
      expect(seen.daily('waiting', 'service:flat').slice(0, 8)).toEqual([2, 2, 2, 1, 1, 1, 1, 0]);
      expect(seen.whole('exit-block-days', 'service:step-down')).toBe(3 + 7);
      expect(seen.whole('exit-block-mean', 'service:step-down')).toBe((2 + 3 + 1 + 7) / 2); // from the day the care was finished
      expect(seen.whole('wait-mean', 'service:flat')).toBeCloseTo((5 + 8 + 0) / 3, 12);
      expect(seen.whole('wait-mean', 'service:step-down')).toBe(8);
      expect([seen.care.observations.cameIn, seen.care.observations.left, seen.care.observations.inside()]).toEqual([4, 4, 0]);
    });

    test('Little’s law over the period, those who were there counted: bed-days are the days each was in', () => {
      const seen = answers(
        chain(
          from(
            group(1, { service: 'flat' }, 'in stay', { soFar: fixed(1) }),
            group(2, { service: 'step-down' }, 'waiting for next', { next: 'flat' }),
          ),
        ),
        engine,
      );
      expect(seen.whole('in-service', 'service:step-down') * 28).toBeCloseTo(3 + 7, 12);
      expect(seen.whole('in-service', 'service:flat') * 28).toBeCloseTo(3 + 4 + 4, 12);
    });

    test('a tapered package is kept at the hours of its last week, and given back', () => {
      const care = hours('care', 20, { packages: [kind('all', 1, { hours: [14, 7] })], outcomes: [to('placed')] });
      const seen = answers(
        scenario({
          hospitals: [],
          pathways: [pathway('P1', 'care')],
          arrivals: [referred('P1', [])],
          services: [care, placements('placed', 0)],
          startFrom: from(group(1, { service: 'care' }, 'waiting for next', { next: 'placed' })),
        }),
        engine,
      );
      expect(seen.whole('exit-block-hours', 'service:care')).toBeCloseTo(7 * 4, 9); // nobody is ever placed: 7 hours in each of 4 weeks
    });
  },
);

describe('who somebody is, where it is not said', () => {
  const people = 4000;
  const mixed: Scenario = scenario({
    pathways: [pathway('P0'), pathway('P2', 'step-down')],
    services: [beds('step-down', 'unlimited')],
    days: 28,
    arrivals: [
      {
        ...listed([], []),
        arrivals: flow(0.001),
        mix: [
          { pathway: 'P0', share: always(0.8), acuteStay: fixed(5) },
          { pathway: 'P2', share: always(0.2), acuteStay: fixed(20) },
        ],
      },
    ],
  });

  test('a pathway nobody knows yet is the plan’s mix, longer stays met more often: 0.8 x 5 days and 0.2 x 20 are alike', () => {
    const seen = answers({ ...mixed, startFrom: from(group(people, acute, 'in stay')) });
    expect(seen.whole('discharges', 'pathway:P2') / people).toBeCloseTo(0.5, 1);
  });

  test('given the days so far, it is among those whose stay is longer: beyond 5 days everybody is P2', () => {
    const seen = answers({ ...mixed, startFrom: from(group(100, acute, 'in stay', { soFar: fixed(10) })) });
    expect(seen.whole('discharges', 'pathway:P2')).toBeGreaterThanOrEqual(100);
    expect(seen.whole('starts', 'service:step-down')).toBeGreaterThanOrEqual(100);
  });

  test('in the process likewise, among the pathways that have one', () => {
    const processDelay: Scenario['processDelay'] = {
      families: [{ name: 'hub', label: 'hub', pathways: ['P2'], delay: fixed(4) }],
      weekend: null,
    };
    expect(
      answers({ ...mixed, processDelay, startFrom: from(group(50, acute, 'in process')) }).whole('starts', 'service:step-down'),
    ).toBeGreaterThanOrEqual(50);
  });

  test('a package is met by its share x its stay: nine small ones to one large, all of ten days', () => {
    const care = hours('care', 'unlimited', {
      packages: [kind('small', 0.9, { hours: [10] }), kind('large', 0.1, { hours: [30] })],
    });
    const seen = answers(
      scenario({
        hospitals: [],
        pathways: [pathway('P1', 'care')],
        arrivals: [referred('P1', [referral(20)])],
        services: [care],
        days: 1,
        startFrom: from(group(people, { service: 'care' }, 'in stay', { soFar: fixed(0) })),
      }),
    );
    expect((seen.whole('hours-delivered', 'service:care') * 7) / people).toBeCloseTo(0.9 * 10 + 0.1 * 30, 0);
  });

  test('in a service that one in ten of one pathway and all of another come to, it is by how many come', () => {
    const seen = answers(
      scenario({
        hospitals: [],
        pathways: [pathway('P1', 'care'), pathway('P2', 'step-down', 'care')],
        days: 20,
        arrivals: [
          { ...referred('P1', [], 'one'), arrivals: flow(0.001) },
          { ...referred('P2', [], 'other'), arrivals: flow(0.001) },
        ],
        services: [
          hours('care', 'unlimited', { outcomes: [home(0.9), to('flat', 0.1)] }),
          beds('step-down', 'unlimited'),
          beds('flat', 'unlimited'),
        ],
        startFrom: from(group(people, { service: 'flat' }, 'waiting')),
      }),
    );
    expect(seen.whole('starts', 'service:flat/from:one') / people).toBeCloseTo(0.5, 1);
  });

  test('right-sizing meets whoever is not ready yet, as anybody', () => {
    const redirections: Scenario['redirections'] = [
      { name: 'rs', label: 'rs', from: 'P2', to: 'P0', share: always(0.5), needsRoom: false },
    ];
    const seen = answers({
      ...mixed,
      redirections,
      startFrom: from(group(people, acute, 'in stay', { pathway: 'P2' }), group(people, acute, 'waiting', { pathway: 'P2' })),
    });
    expect(seen.whole('discharges', 'pathway:P0') / people).toBeCloseTo(0.5, 1);
  });
});

describe('by where people live', () => {
  const NORTH = 0.25;
  const lives: Residence[] = [
    { place: 'north', share: always(NORTH), pathways: null },
    { place: 'south', share: always(1 - NORTH), pathways: null },
  ];
  const serves = (place: string) => ({ serves: { places: [place], hospitals: null } });
  const county = (startFrom: StartFrom, more: Partial<Scenario> = {}, size: Partial<BedService> = {}): Scenario =>
    scenario({
      places: ['north', 'south'].map((name) => ({ name, label: name })),
      pathways: [pathway('P2', 'beds')],
      services: [beds('north-beds', 2, { ...serves('north'), ...size }), beds('south-beds', 2, { ...serves('south'), ...size })],
      sharing: [{ name: 'beds', label: 'beds', services: ['north-beds', 'south-beds'], above: null }],
      arrivals: [
        {
          ...listed([], []),
          livesIn: lives,
          arrivals: flow(0.001),
          mix: [{ pathway: 'P2', share: always(1), acuteStay: fixed(5) }],
        },
      ],
      startFrom,
      ...more,
    });

  test('where nothing is said, it is drawn by the shares of those who come there; what serves one place holds only its people', () => {
    const seen = answers(county(from(group(4000, acute, 'in stay')), {}, { beds: always('unlimited') }));
    expect(seen.whole('starts', 'service:north-beds') / 4000).toBeCloseTo(NORTH, 1);
    const inside = answers(
      county(
        from(
          group(50, { service: 'north-beds' }, 'in stay', { soFar: fixed(2) }),
          group(30, { service: 'south-beds' }, 'in stay', { soFar: fixed(2) }),
        ),
        {},
        { beds: always('unlimited') },
      ),
    );
    expect([inside.daily('in-service', 'service:north-beds')[0], inside.daily('in-service', 'service:south-beds')[0]]).toEqual([
      50, 30,
    ]);
  });

  test('who is said to live in the north waits for the north’s beds, in an acute bed', () => {
    const seen = answers(
      county(
        from(
          group(2, { service: 'north-beds' }, 'in stay', { soFar: fixed(4) }),
          group(1, acute, 'waiting', { pathway: 'P2', place: 'north', soFar: fixed(1) }),
          group(1, acute, 'waiting', { pathway: 'P2', place: 'south' }),
        ),
      ),
    );
    expect(seen.daily('acute-occupied').slice(0, 7)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(seen.whole('wait-mean', 'service:north-beds')).toBe(7);
    expect(seen.whole('wait-mean', 'service:south-beds')).toBe(0);
  });

  test('where they help one another out, somebody of the south in a bed of the north gives that one back', () => {
    const sharing = [{ name: 'beds', label: 'beds', services: ['north-beds', 'south-beds'], above: 0 }];
    const seen = answers(
      county(
        from(
          group(2, { service: 'south-beds' }, 'in stay', { soFar: fixed(0) }),
          group(1, { service: 'north-beds' }, 'in stay', { soFar: fixed(0) }),
          group(1, { service: 'north-beds' }, 'in stay', { place: 'south', soFar: fixed(6) }), // leaves on day 4
          group(1, acute, 'waiting', { pathway: 'P2', place: 'south' }), // starts in the north on day 4
        ),
        { sharing },
      ),
    );
    expect(seen.daily('in-service', 'service:north-beds').slice(0, 6)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(seen.whole('wait-mean', 'service:south-beds')).toBe(4);
    expect(seen.whole('starts-elsewhere', 'service:south-beds')).toBe(1);
  });

  test('people of a hospital whose own service comes after another one go on to it, though they hold no bed there any more', () => {
    const own = { serves: { places: null, hospitals: ['acute'] } };
    const seen = answers(
      county(
        from(
          group(1, { service: 'north-beds' }, 'in stay', { soFar: fixed(9) }),
          group(1, { service: 'south-beds' }, 'in stay', { soFar: fixed(8) }),
        ),
        {
          services: [
            beds('north-beds', 2, { ...serves('north'), outcomes: [to('flat')] }),
            beds('south-beds', 2, { ...serves('south'), outcomes: [to('flat')] }),
            beds('flat', 2, { ...own, stay: fixed(4) }),
          ],
        },
      ),
    );
    expect(seen.whole('starts', 'service:flat')).toBe(2);
  });
});
