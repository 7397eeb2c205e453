import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { ListedPerson } from '../../../sim/scenario/people.ts';
import type { BedService } from '../../../sim/scenario/service.ts';
import {
  always,
  answers,
  beds,
  fixed,
  hours,
  MONDAY_TO_FRIDAY,
  pathway,
  placements,
  referral,
  referred,
  scenario,
} from './small.ts';

const from = (place: string, arrive: number): ListedPerson => ({ ...referral(arrive), place });
const only = (place: string) => ({ places: [place], hospitals: null });

/** People of north and south referred to a group of two services, one for each place. */
function county(above: number | null, services: Scenario['services'], people: ListedPerson[]): Scenario {
  return scenario({
    hospitals: [],
    places: ['north', 'south'].map((name) => ({ name, label: name })),
    pathways: [pathway('P1', 'both')],
    services,
    sharing: [{ name: 'both', label: 'both', services: ['in-north', 'in-south'], above }],
    arrivals: [
      { ...referred('P1', people), livesIn: ['north', 'south'].map((place) => ({ place, share: always(0.5), pathways: null })) },
    ],
  });
}
const bed = (place: string, number: number, more: Partial<BedService> = {}) =>
  beds(`in-${place}`, number, { serves: only(place), ...more });
const oneEach = [bed('north', 1), bed('south', 1)];

describe.each(['native', 'simjs'] as const)('services of two places, one bed each, stays of ten days (%s)', (engine) => {
  test('own place only: the second person from the north waits although the bed in the south is free', () => {
    const { whole } = answers(county(null, oneEach, [from('north', 0), from('north', 1)]), engine);
    expect([whole('wait-longest', 'service:in-north'), whole('in-service', 'service:in-south')]).toEqual([9, 0]);
  });

  test('own place first: the second starts in the south at once, and counts as a start of the north', () => {
    const { whole, care } = answers(county(0, oneEach, [from('north', 0), from('north', 1)]), engine);
    expect([
      whole('wait-longest', 'service:in-north'),
      whole('starts', 'service:in-north'),
      whole('starts', 'service:in-south'),
    ]).toEqual([0, 2, 0]);
    expect([whole('starts-elsewhere', 'service:in-north'), whole('starts-for-others', 'service:in-south')]).toEqual([1, 1]);
    expect(whole('in-service', 'service:in-south') * 28).toBe(10);
    expect(care.observations.inside()).toBe(0);
  });

  test('a group is its services together: starts and people add up, waits and days in the service are over everybody', () => {
    // N1 0 to 10 in the north; N2 1 to 11 in the south; S1 waits from 2 to 10, and stays until 20.
    const { whole } = answers(county(0, oneEach, [from('north', 0), from('north', 1), from('south', 2)]), engine);
    const group = (measure: string) => whole(measure, 'group:both');
    expect([group('referrals'), group('starts'), group('wait-mean')]).toEqual([3, 3, 8 / 3]);
    expect([group('in-service') * 28, group('waiting') * 28, group('days-in-service'), group('service-occupancy') * 56]).toEqual([
      30, 8, 10, 30,
    ]);
  });

  test('a bed with nobody of its own waiting takes the first who waits for another', () => {
    // N1 0 to 10 in the north; N2 1 to 11 in the south; S1 comes at 2 and starts in the north at 10.
    const { whole } = answers(county(0, oneEach, [from('north', 0), from('north', 1), from('south', 2)]), engine);
    expect([whole('wait-longest', 'service:in-south'), whole('starts-elsewhere', 'service:in-south')]).toEqual([8, 1]);
  });

  test('own people first: who comes later from the north has the bed in the north before who waits from the south', () => {
    const { whole } = answers(
      county(0, oneEach, [from('north', 0), from('north', 1), from('south', 2), from('north', 9.5)]),
      engine,
    );
    expect([whole('wait-longest', 'service:in-north'), whole('wait-longest', 'service:in-south')]).toEqual([0.5, 9]);
  });

  test('above 95% of use only: a closed Saturday with a bed free is not a reason to start elsewhere', () => {
    const closed = [bed('north', 1, { accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: true } }), bed('south', 1)];
    const wait = (above: number) =>
      answers(county(above, closed, [from('north', 5)]), engine).whole('wait-longest', 'service:in-north');
    expect([wait(0), wait(0.95)]).toEqual([0, 2]);
  });

  test('when both open on Monday, each person starts in the own place', () => {
    const closed = ['north', 'south'].map((place) => bed(place, 1, { accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: true } }));
    const { whole } = answers(county(0, closed, [from('south', 5), from('north', 6)]), engine);
    expect(['in-north', 'in-south'].map((name) => whole('starts-elsewhere', `service:${name}`))).toEqual([0, 0]);
    expect(['in-north', 'in-south'].map((name) => whole('wait-longest', `service:${name}`))).toEqual([1, 2]);
  });

  test('beds that close by moving people: whoever is moved out of another place’s bed waits for the own one', () => {
    // N1 in the north 0 to 10, N2 in the south from 1; the south closes at 5: N2 waits until 10 and stays the other six days.
    const closing = [
      bed('north', 1),
      bed('south', 1, {
        closingMoves: true,
        beds: [
          { from: 0, value: 1 },
          { from: 5, value: 0 },
        ],
      }),
    ];
    const { whole } = answers(county(0, closing, [from('north', 0), from('north', 1)]), engine);
    expect(
      [
        whole('waiting', 'service:in-north'),
        whole('in-service', 'service:in-north'),
        whole('in-service', 'service:in-south'),
      ].map((people) => people * 28),
    ).toEqual([5, 16, 4]);
  });

  test('hours: the package is that of the own service, and the hours are delivered by the other', () => {
    const care = [
      hours('in-north', 0, { serves: only('north'), packageHours: 14, stay: fixed(14) }),
      hours('in-south', 40, { serves: only('south'), packageHours: 20, stay: fixed(14) }),
    ];
    const { whole } = answers(county(0, care, [from('north', 0), from('south', 0)]), engine);
    expect([whole('hours-delivered', 'service:in-north'), whole('hours-delivered', 'service:in-south')]).toEqual([0, 28 + 40]);
    expect([whole('hours-delivered', 'group:both'), whole('hours-unused', 'group:both')]).toEqual([28 + 40, 4 * 40 - 28 - 40]);
  });

  test('placements: a start of another place is used there, and offered starts add up', () => {
    const starts = [placements('in-north', 0, { serves: only('north') }), placements('in-south', 7, { serves: only('south') })];
    const { whole } = answers(county(0, starts, [from('north', 0), from('north', 0.5)]), engine);
    expect(whole('wait-longest', 'service:in-north')).toBe(0.5); // one start a day: the second waits for midnight
    expect([whole('starts-offered', 'service:in-south'), whole('starts-lost', 'service:in-south')]).toEqual([28, 26]);
  });
});
