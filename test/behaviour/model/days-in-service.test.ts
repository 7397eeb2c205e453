import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { PresentGroup } from '../../../sim/scenario/start-from.ts';
import { always, answers, beds, fixed, hours, pathway, placements, referral, referred, scenario } from './small.ts';

const present = (people: number, more: Partial<PresentGroup> = {}): PresentGroup => ({
  people,
  at: { service: 'step-down' },
  state: 'in stay',
  pathway: null,
  soFar: null,
  sinceReady: null,
  sinceAdmission: null,
  ...more,
});

/** Everybody's stay is 20 days; people come on the days named. */
const twenty = (groups: PresentGroup[], days: number[], more: Partial<Scenario> = {}): Scenario =>
  scenario({
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', 'unlimited', { stay: fixed(20) })],
    arrivals: [
      referred(
        'P2',
        days.map((day) => referral(day)),
      ),
    ],
    startFrom: groups.length > 0 ? { remaining: 'by stay so far', groups } : null,
    ...more,
  });
const daysIn = (it: Scenario, service = 'step-down') => answers(it).whole('days-in-service', `service:${service}`);

describe('mean days in a service', () => {
  test('where every stay is 20 days it is 20, however many are present at the start or at the end', () => {
    expect(daysIn(twenty([], [0, 1, 2]))).toBeCloseTo(20, 9);
    expect(daysIn(twenty([present(40)], [1]))).toBeCloseTo(20, 9); // what is past and what is left are drawn
    expect(daysIn(twenty([present(40, { soFar: fixed(7) })], [1, 26, 27]))).toBeCloseTo(20, 9);
    expect(daysIn(twenty([], [0, 8, 20], { warmUpDays: 10 }))).toBeCloseTo(20, 9); // one began in the warm-up; the last is still in
  });

  test('nobody who left, no value', () => expect(daysIn(twenty([], [20]))).toBeNaN());

  test('waiting there for what comes next is part of the stay, the stay after it begins anew', () => {
    const outcomes = [{ name: 'next', share: always(1), next: 'next', readmittedTo: null }];
    const services = [beds('step-down', 'unlimited', { stay: fixed(5), outcomes }), beds('next', 1, { stay: fixed(8) })];
    const it = twenty([], [0, 0], { services });
    expect(daysIn(it)).toBe((5 + 13) / 2); // the second waits until day 13
    expect(daysIn(it, 'next')).toBe(8);
    const placed = twenty([], [0, 0], { services: [services[0] as ReturnType<typeof beds>, placements('next', 'unlimited')] });
    expect(daysIn(placed)).toBe(5);
  });

  test('days of interrupted care are not days in the service', () => {
    const cut = [
      { from: 0, value: 20 },
      { from: 4, value: 0 },
      { from: 9, value: 20 },
    ];
    const it = twenty([], [0], {
      services: [hours('step-down', 20, { stay: fixed(10), commissioned: cut, closingMoves: true })],
      pathways: [pathway('P1', 'step-down')],
      arrivals: [referred('P1', [referral(0)])],
    });
    expect(answers(it).whole('days-interrupted', 'service:step-down')).toBe(5);
    expect(daysIn(it)).toBe(10);
  });
});
