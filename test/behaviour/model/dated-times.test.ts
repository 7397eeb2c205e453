import { describe, expect, it } from 'vitest';
import { offeredLoads } from '../../../sim/load/offered-load.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';
import type { Dated } from '../../../sim/scenario/dated.ts';
import {
  always,
  answers,
  beds,
  exponential,
  fixed,
  listed,
  MONDAY_TO_FRIDAY,
  pathway,
  person,
  placements,
  referral,
  referred,
  scenario,
} from './small.ts';

const from = (day: number, factor: number): Dated<number> => [
  { from: 0, value: 1 },
  { from: day, value: factor },
];
const changed = (time: Distribution, day: number, factor: number): Distribution => ({ ...time, factor: from(day, factor) });
const EVERY_DAY: typeof MONDAY_TO_FRIDAY = [true, true, true, true, true, true, true];

/** Admitted on the days given, with the clinical stay of the pathway. */
const admitted = (stay: Distribution, days: number[], more: Partial<Scenario> = {}): Scenario => {
  const stream = listed(
    [pathway('P0')],
    days.map((day) => ({ ...person(day, 'P0', 0), acuteStay: null })),
  );
  return scenario({
    pathways: [pathway('P0')],
    arrivals: [{ ...stream, mix: [{ pathway: 'P0', share: always(1), acuteStay: stay }] }],
    ...more,
  });
};

describe('a length of time that changes on a date', () => {
  it('a clinical stay of 4 days cut by half from day 10 is 4 days for whoever is admitted on day 9, and 2 days from day 10', () => {
    expect(answers(admitted(changed(fixed(4), 10, 0.5), [9])).whole('acute-stay-mean')).toBe(4);
    expect(answers(admitted(changed(fixed(4), 10, 0.5), [10])).whole('acute-stay-mean')).toBe(2);
  });

  it('a stay goes by the day it begins, not by the day of the referral, and is cut to the longest only after it is lengthened', () => {
    // One bed. The first stays days 0 to 8. The second, referred on day 1, starts on day 8, when stays are half as long again: 12, cut to 10.
    const step = scenario({
      hospitals: [],
      pathways: [pathway('P2', 'step-down')],
      services: [beds('step-down', 1, { stay: changed(fixed(8), 5, 1.5), longest: 10 })],
      arrivals: [referred('P2', [referral(0), referral(1)])],
    });
    expect(answers(step).whole('in-service', 'service:step-down') * 28).toBeCloseTo(8 + 10, 9);
    expect(answers(step, 'simjs').whole('in-service', 'service:step-down') * 28).toBeCloseTo(8 + 10, 9);
  });

  it('a long stay shortened on a date is shortened before it is cut: 60 days at 50% are 30, not half of the longest stay of 42', () => {
    const step = scenario({
      days: 70,
      hospitals: [],
      pathways: [pathway('P2', 'step-down')],
      services: [beds('step-down', 1, { stay: changed(fixed(60), 5, 0.5), longest: 42 })],
      arrivals: [referred('P2', [referral(6)])],
    });
    expect(answers(step).whole('in-service', 'service:step-down') * 70).toBeCloseTo(30, 9);
  });

  it('of two reasons for process delay only the one that is changed gets shorter, by the day the person is ready', () => {
    // Ready on day 9: 3 + 2 = 5 days. Ready on day 10: 3 + 1 = 4 days, though the hub begins only on day 13.
    const families = [
      { name: 'hospital', label: 'hospital', pathways: ['P0'], delay: fixed(3) },
      { name: 'hub', label: 'hub', pathways: ['P0'], delay: changed(fixed(2), 10, 0.5) },
    ];
    const delay = (arrive: number) =>
      answers(admitted(fixed(1), [arrive], { processDelay: { families, weekend: null } })).whole('delay-process');
    expect([delay(8), delay(9)]).toEqual([5, 4]);
  });

  it('uses the same luck: every stay is the same multiple of what it was', () => {
    const stays = (factor: number) =>
      answers(admitted(changed(exponential(3), 0, factor), [0, 1, 2, 3, 4])).whole('acute-stay-mean');
    const plain = answers(admitted(exponential(3), [0, 1, 2, 3, 4])).whole('acute-stay-mean');
    expect(stays(1)).toBeCloseTo(plain, 9);
    expect(stays(0.5)).toBeCloseTo(plain / 2, 9);
  });

  it('the lead time goes by the day of the referral', () => {
    const step = (day: number) =>
      scenario({
        hospitals: [],
        pathways: [pathway('P3', 'home')],
        services: [placements('home', 'unlimited', { leadTime: changed(fixed(4), 10, 0.25) })],
        arrivals: [referred('P3', [referral(day)])],
      });
    expect([answers(step(9)).whole('wait-mean', 'service:home'), answers(step(10)).whole('wait-mean', 'service:home')]).toEqual([
      4, 1,
    ]);
  });

  it('is in the load that is offered: one person a day for 10 days, half of the 28 days 20 days, needs 15 beds', () => {
    const flow = Array.from({ length: 28 }, (_, day) => referral(day));
    const step = scenario({
      hospitals: [],
      pathways: [pathway('P2', 'step-down')],
      services: [beds('step-down', 20, { stay: changed(fixed(10), 14, 2) })],
      arrivals: [referred('P2', flow)],
    });
    expect(offeredLoads(step)[0]?.needed).toBeCloseTo(15, 9);
  });
});

describe('days on which a service accepts, changed on a date', () => {
  const weekdays = { weekdays: MONDAY_TO_FRIDAY, holidays: true };
  const daily = { weekdays: EVERY_DAY, holidays: true };
  const acceptsFrom = [
    { from: 0, value: weekdays },
    { from: 7, value: daily },
  ];

  it('a bed service that goes to seven days lets a Saturday referral start on that Saturday, and until then on Monday', () => {
    // Days 5 and 12 are Saturdays.
    const step = (day: number) =>
      scenario({
        hospitals: [],
        pathways: [pathway('P2', 'step-down')],
        services: [beds('step-down', 5, { accepts: weekdays, acceptsFrom })],
        arrivals: [referred('P2', [referral(day + 0.5)])],
      });
    expect([
      answers(step(5)).whole('wait-mean', 'service:step-down'),
      answers(step(12)).whole('wait-mean', 'service:step-down'),
    ]).toEqual([1.5, 0]);
  });

  it('the same starts a week are spread over seven days instead of five', () => {
    const home = scenario({
      hospitals: [],
      days: 14,
      pathways: [pathway('P3', 'home')],
      services: [placements('home', 7, { accepts: weekdays, acceptsFrom })],
      arrivals: [referred('P3', [])],
    });
    const { care } = answers(home);
    expect([...(care.plan.services[0]?.open ?? [])]).toEqual([1, 1, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('bank holidays that a service begins to work are open from that date only', () => {
    const open = [
      { from: 0, value: { weekdays: EVERY_DAY, holidays: false } },
      { from: 7, value: daily },
    ];
    const home = scenario({
      hospitals: [],
      days: 14,
      holidays: [3, 10],
      pathways: [pathway('P3', 'home')],
      services: [placements('home', 7, { accepts: { weekdays: EVERY_DAY, holidays: false }, acceptsFrom: open })],
      arrivals: [referred('P3', [])],
    });
    expect([...(answers(home).care.plan.services[0]?.open ?? [])]).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
