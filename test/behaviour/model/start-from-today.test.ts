import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { PresentGroup, StartFrom } from '../../../sim/scenario/start-from.ts';
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
  referral,
  referred,
  scenario,
} from './small.ts';

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
const stepDown = { service: 'step-down' };
const acute = { hospital: 'acute' };

/** A step-down ward whose people come from the community; nobody comes unless said. */
const ward = (places: number, startFrom: StartFrom, more: Partial<Scenario> = {}): Scenario =>
  scenario({
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', places, { stay: fixed(10) })],
    arrivals: [referred('P2', [])],
    startFrom,
    ...more,
  });

describe('a start from the people present', () => {
  test('whoever has been in a ten-day stay for 4 days leaves on day 6, and the one who has waited 3 days starts then, after 9', () => {
    const seen = answers(
      ward(1, from(group(1, stepDown, 'in stay', { soFar: fixed(4) }), group(1, stepDown, 'waiting', { soFar: fixed(3) }))),
    );
    expect(seen.whole('wait-mean', 'service:step-down')).toBe(9);
    expect(seen.whole('in-service', 'service:step-down')).toBeCloseTo((6 + 10) / 28, 12);
    expect(seen.whole('waiting', 'service:step-down')).toBeCloseTo(6 / 28, 12);
  });

  test('everybody of the initial queue is admitted, served and leaves, and the beds are free again', () => {
    const { care, whole, daily } = answers(
      ward(5, from(group(5, stepDown, 'in stay'), group(9, stepDown, 'waiting', { soFar: exponential(4) })), { days: 60 }),
    );
    expect(whole('starts', 'service:step-down')).toBe(9);
    expect([care.observations.cameIn, care.observations.left, care.observations.inside()]).toEqual([14, 14, 0]);
    expect(daily('in-service', 'service:step-down').at(-1)).toBe(0);
    expect(daily('waiting', 'service:step-down').at(-1)).toBe(0);
  });

  test('people who waited start before somebody who comes on the first day, the longest wait first', () => {
    const startFrom = from(
      group(1, stepDown, 'in stay', { soFar: fixed(8) }),
      group(1, stepDown, 'waiting', { soFar: fixed(1) }),
      group(1, stepDown, 'waiting', { soFar: fixed(7) }),
    );
    const seen = answers(ward(1, startFrom, { arrivals: [referred('P2', [referral(0.5)])], days: 40 }));
    expect(seen.whole('starts', 'service:step-down')).toBe(3);
    // Start on days 2, 12 and 22: waits of 2 + 7, 12 + 1 and 21.5 days.
    expect(seen.whole('wait-mean', 'service:step-down')).toBeCloseTo((9 + 13 + 21.5) / 3, 12);
  });

  test('more people than beds stay where they are, and nobody new starts until they are fewer than the beds', () => {
    const startFrom = from(...[2, 4, 6, 8].map((day) => group(1, stepDown, 'in stay', { soFar: fixed(day) })));
    const seen = answers(ward(2, startFrom, { arrivals: [referred('P2', [referral(0.25)])] }));
    expect(seen.daily('in-service', 'service:step-down').slice(0, 8)).toEqual([4, 4, 3, 3, 2, 2, 2, 2]);
    expect(seen.whole('wait-mean', 'service:step-down')).toBe(5.75); // the third leaves on day 6
    expect(seen.care.observations.services[0]?.capacity.startsAboveCeiling).toBe(0);
  });

  test('a delay counts from the true ready date, and nights from the true admission, as if they had come before the period', () => {
    const seen = answers(
      scenario({
        pathways: [pathway('P2', 'step-down')],
        services: [beds('step-down', 1, { stay: fixed(10) })],
        arrivals: [listed([pathway('P2')], [])],
        startFrom: from(
          group(1, stepDown, 'in stay', { soFar: fixed(8) }),
          group(1, acute, 'waiting', { pathway: 'P2', soFar: fixed(3), sinceReady: 5, sinceAdmission: 12 }),
        ),
      }),
    );
    expect(seen.whole('delay-mean')).toBe(7);
    expect(seen.whole('delay-process')).toBe(2);
    expect(seen.whole('delay-capacity')).toBe(5);
    expect(seen.whole('acute-stay-mean')).toBe(14);
    expect(seen.whole('bed-days-delayed')).toBe(2); // of the period, two days
    expect(seen.daily('no-criteria-to-reside').slice(0, 3)).toEqual([1, 1, 0]);
  });

  test('people in their clinical stay, in process and at the door go on from there', () => {
    const seen = answers(
      scenario({
        hospitals: [hospital(2)],
        pathways: [pathway('P2', 'step-down')],
        services: [beds('step-down', 'unlimited', { stay: fixed(10) })],
        arrivals: [{ ...listed([pathway('P2')], []), mix: [{ pathway: 'P2', share: always(1), acuteStay: fixed(6) }] }],
        processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P2'], delay: fixed(4) }], weekend: null },
        startFrom: from(
          group(1, acute, 'in stay', { pathway: 'P2', soFar: fixed(5) }), // ready on day 1, leaves on day 5
          group(1, acute, 'in process', { pathway: 'P2', soFar: fixed(1) }), // leaves on day 3
          group(1, acute, 'at the door', { soFar: fixed(2) }), // a bed on day 3, ready on day 9, leaves on day 13
        ),
      }),
    );
    expect(seen.daily('acute-occupied').slice(0, 14)).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(seen.whole('acute-wait-mean', 'hospital:acute')).toBe(5);
    expect(seen.whole('discharges')).toBe(3);
    expect(seen.whole('delay-mean')).toBe(4);
  });

  test('a process of two reasons, one of which changes on a date, goes on as one: what is left is of both together', () => {
    const changes = {
      ...fixed(6),
      factor: [
        { from: 0, value: 1 },
        { from: 200, value: 0.5 },
      ],
    };
    const families = [
      { name: 'hub', label: 'hub', pathways: ['P2'], delay: fixed(4) },
      { name: 'ward', label: 'ward', pathways: ['P2'], delay: changes },
    ];
    const seen = (state: 'in process' | 'waiting') =>
      answers(
        scenario({
          days: 30,
          pathways: [pathway('P2', 'step-down')],
          services: [beds('step-down', 'unlimited', { stay: fixed(10) })],
          arrivals: [{ ...listed([pathway('P2')], []), mix: [{ pathway: 'P2', share: always(1), acuteStay: fixed(6) }] }],
          processDelay: { families, weekend: null },
          startFrom: from(group(1, acute, state, { pathway: 'P2', soFar: fixed(1) })),
        }),
      );
    expect(seen('in process').daily('acute-occupied').slice(0, 11)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0].slice(0, 11)); // 9 of 10 days are left
    expect(seen('waiting').whole('delay-mean')).toBe(11); // 10 days of process before the one waited
  });

  test('a tapering package goes on in the week it is in', () => {
    const home = hours('home', 40, {
      packages: [
        { name: 'all', label: 'all', share: always(1), stay: fixed(20), longest: 'unlimited', hours: [14, 7], carers: 1 },
      ],
    });
    const seen = answers(
      ward(1, from(group(1, { service: 'home' }, 'in stay', { soFar: fixed(4) })), {
        pathways: [pathway('P1', 'home')],
        services: [home],
        arrivals: [referred('P1', [])],
      }),
    );
    // 14 h/week for 3 days more, 7 h/week for the other 13.
    expect(seen.whole('hours-delivered', 'service:home')).toBeCloseTo((14 * 3 + 7 * 13) / 7, 9);
  });

  test('who comes later is the same with and without a start from today', () => {
    const coming = { arrivals: [{ ...referred('P2', []), arrivals: flow(0.7) }] };
    const [none, some] = [answers(ward(4, from(), coming)), answers(ward(4, from(group(3, stepDown, 'in stay')), coming))];
    expect(some.daily('referrals', 'service:step-down')).toEqual(none.daily('referrals', 'service:step-down'));
  });

  test('where the stay so far is not known, people in exponential stays stay as long as fresh ones', () => {
    const many = answers(
      ward(1, from(group(20_000, stepDown, 'in stay')), {
        services: [beds('step-down', 'unlimited', { stay: exponential(10) })],
        days: 200,
      }),
    );
    expect((many.whole('in-service', 'service:step-down') * 200) / 20_000).toBeCloseTo(10, 0);
  });

  test('people in an acute bed since long ago count among long stays from the first night', () => {
    const seen = answers(
      scenario({
        pathways: [pathway('P0')],
        arrivals: [
          { ...listed([pathway('P0')], [person(0, 'P0', 1)]), mix: [{ pathway: 'P0', share: always(1), acuteStay: fixed(30) }] },
        ],
        startFrom: from(group(1, acute, 'in stay', { pathway: 'P0', soFar: fixed(24) })),
      }),
    );
    expect(seen.care.observations.hospitals[0]?.byPlace[0]?.inLong[2]?.slice(0, 7)).toEqual(Float64Array.of(1, 1, 1, 1, 1, 1, 0));
  });
});
