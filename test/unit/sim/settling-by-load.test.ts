import { describe, expect, test } from 'vitest';
import { settledOverall } from '../../../sim/experiment/settling.ts';
import { timesToSettle } from '../../../sim/load/settling-by-load.ts';
import { settleWarnings } from '../../../sim/experiment/warm-up-warning.ts';
import type { TimeToSettle, WarmUp } from '../../../sim/result.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import {
  always,
  beds,
  exponential,
  fixed,
  flow,
  hospital,
  hours,
  listed,
  MONDAY_TO_FRIDAY,
  pathway,
  placements,
  referral,
  referred,
  scenario,
} from '../../behaviour/model/small.ts';

/** Two people a day, ten days each, in so many beds. */
const ward = (number: number, more: Parameters<typeof beds>[2] = {}, rest: Partial<Scenario> = {}): Scenario =>
  scenario({
    warmUpDays: 182,
    days: 182,
    hospitals: [],
    pathways: [pathway('P2', 'ward')],
    services: [beds('ward', number, { stay: exponential(10), label: 'The ward', ...more })],
    arrivals: [{ ...referred('P2', []), arrivals: flow(2) }],
    ...rest,
  });
const of = (it: Scenario, scope = 'service:ward'): TimeToSettle =>
  timesToSettle(it).find((one) => one.scope === scope) as TimeToSettle;
const days = (it: Scenario): number => of(it).days as number;

/** M/M/c: 3 stays to fill, and the queue's part by the relaxation time of the exact queue. */
const markov = (c: number, load: number, stay: number): number => {
  const queue = 2.1454 / 2 / (c * (1 - Math.sqrt(load)) ** 2);
  return stay * (3 + queue + Math.sqrt(3 * queue));
};

describe('how long a service takes to settle, by its load', () => {
  test('by hand: 2 a day for 10 days in 22 beds are 91%', () => {
    expect(of(ward(22))).toMatchObject({ scope: 'service:ward', of: 'beds', needed: 20, open: 22 });
    expect(days(ward(22)) / markov(22, 20 / 22, 10)).toBeCloseTo(1, 2);
  });

  test('the nearer to full, the longer; full or fuller, never; without a limit, only until it is filled', () => {
    expect(days(ward(22))).toBeGreaterThan(days(ward(24)));
    expect(days(ward(21))).toBeGreaterThan(3 * days(ward(22)));
    expect(of(ward(20)).days).toBeNull();
    expect(of(ward(19)).days).toBeNull();
    expect(days(ward(1, { beds: always('unlimited') }))).toBeCloseTo(30, 0);
  });

  test('it is the load when the period begins: what changes later says nothing, what changed before does', () => {
    const changing = (from: number) =>
      ward(0, {
        beds: [
          { from: 0, value: 22 },
          { from, value: 40 },
        ],
      });
    expect(days(changing(182))).toBe(days(ward(22)));
    expect(days(changing(250))).toBe(days(ward(22)));
    expect(days(changing(100))).toBe(days(ward(40)));
  });

  test('a season or a trend leaves nothing to judge afterwards, but the load still speaks', () => {
    const wave = ward(
      22,
      {},
      {
        arrivals: [{ ...referred('P2', []), arrivals: flow(2, { season: { amplitude: 0.05, peakDay: 0 }, trendPerYear: 0.02 }) }],
      },
    );
    expect(of(wave)?.days).toBeGreaterThan(182);
    expect(settleWarnings(wave)).toHaveLength(1);
  });

  test('people who come in clumps take longer, those who come evenly less; so do stays that vary more or less', () => {
    const coming = (more: Parameters<typeof flow>[1]) =>
      days(ward(22, {}, { arrivals: [{ ...referred('P2', []), arrivals: flow(2, more) }] }));
    expect(coming({ dayToDay: 1 })).toBeGreaterThan(1.5 * coming({}));
    expect(coming({ spacing: 'even' })).toBeLessThan(0.7 * coming({}));
    expect(days(ward(22, { stay: fixed(10) }))).toBeLessThan(0.7 * days(ward(22)));
  });

  test('only whole packages count: 1,850 hours are 92 of 20; a waste of half a package where they differ, none where whoever fits starts', () => {
    const homefirst = (more: Parameters<typeof hours>[2]) =>
      of(
        scenario({
          warmUpDays: 182,
          days: 182,
          hospitals: [],
          pathways: [pathway('P1', 'homefirst')],
          services: [hours('homefirst', 1850, { stay: fixed(20), ...more })],
          arrivals: [{ ...referred('P1', []), arrivals: flow(4) }],
        }),
        'service:homefirst',
      );
    expect(homefirst({})).toMatchObject({ of: 'hours', needed: 1600, open: 1840 });
    const [one] = hours('x', 1, { stay: fixed(20) }).packages;
    const two = [
      { ...one, name: 'a', share: always(0.5), hours: [10] },
      { ...one, name: 'b', share: always(0.5), hours: [30] },
    ] as NonNullable<typeof one>[];
    expect(homefirst({ packages: two })).toMatchObject({ needed: 1600, open: 1840 });
    expect(homefirst({ packages: two, starts: 'whoever fits' })).toMatchObject({ open: 1850 });
    expect(homefirst({ flex: 0.1 })).toMatchObject({ open: 2020 });
  });

  test('a bed that stays empty between two people is not there: turnover, and weekends without starts (a free bed waits 2/7 days)', () => {
    expect(of(ward(22, { turnover: 0.5 })).needed).toBe(21);
    const { accepts } = beds('x', 1);
    expect(of(ward(22, { accepts: { ...accepts, weekdays: MONDAY_TO_FRIDAY } })).needed).toBeCloseTo(2 * (10 + 2 / 7), 2);
  });

  test('of placements, starts a week; of spot, what may be had', () => {
    const homes = ward(22, {}, { pathways: [pathway('P2', 'homes')], services: [placements('homes', 16)] });
    expect(of(homes, 'service:homes')).toMatchObject({ of: 'starts', needed: 14, open: 16 });
    expect(of(ward(22, { spot: { atMost: always(3), leadTime: 0, price: null } })).open).toBe(25);
  });

  test('services that help one another out are one; acute beds of a hospital count too', () => {
    const sharing = ward(
      22,
      {},
      {
        places: [
          { name: 'north', label: 'north' },
          { name: 'south', label: 'south' },
        ],
        pathways: [pathway('P2', 'both')],
        sharing: [{ name: 'both', label: 'both', services: ['ward', 'annexe'], above: 0 }],
        services: [
          beds('ward', 11, { stay: exponential(10), serves: { places: ['north'], hospitals: null } }),
          beds('annexe', 11, { stay: exponential(10), serves: { places: ['south'], hospitals: null } }),
        ],
        arrivals: [
          {
            ...referred('P2', []),
            arrivals: flow(2),
            livesIn: [
              { place: 'north', share: always(0.5), pathways: null },
              { place: 'south', share: always(0.5), pathways: null },
            ],
          },
        ],
      },
    );
    expect(timesToSettle(sharing)).toHaveLength(1);
    expect(of(sharing, 'group:both')).toMatchObject({ needed: 20, open: 22, days: days(ward(22)) });
    const acute = ward(
      22,
      {},
      {
        hospitals: [hospital(12)],
        pathways: [pathway('P0')],
        services: [],
        arrivals: [{ ...listed([pathway('P0')], []), arrivals: flow(10) }],
      },
    );
    expect(of(acute, 'hospital:acute')).toMatchObject({ of: 'beds', needed: 10, open: 12 });
  });

  test('the days before people reach a service count: 20 of an acute stay and 5 of its process', () => {
    const direct = days(ward(40));
    const [stream] = [listed([pathway('P2')], [])];
    const after = ward(
      40,
      {},
      {
        hospitals: [hospital()],
        arrivals: [{ ...stream, arrivals: flow(2), mix: [{ pathway: 'P2', share: always(1), acuteStay: fixed(20) }] }],
        processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P2'], delay: fixed(5) }], weekend: null },
      },
    );
    expect(days(after)).toBeGreaterThan(direct + 24);
  });

  test('a list with a limit, or people who give up, end it even where too many come', () => {
    expect(days(ward(19, { waitingLimit: 10 }))).toBeGreaterThan(30);
    expect(days(ward(19, { waitingLimit: 10 }))).toBeLessThan(365);
    expect(days(ward(19, { patience: exponential(8) }))).toBeLessThan(100);
  });

  test('nobody comes, or it starts from the people present: nothing is said', () => {
    expect(timesToSettle(ward(22, {}, { arrivals: [referred('P2', [referral(200)])] }))).toEqual([]);
    expect(timesToSettle(ward(22, {}, { warmUpDays: 0, startFrom: { remaining: 'by stay so far', groups: [] } }))).toEqual([]);
  });

  test('it is told as a plain warning with what to do; of what never settles, no longer warm-up is offered', () => {
    expect(settleWarnings(ward(22))[0]?.text).toMatch(
      /^At 91% of its beds, The ward takes about \d\d weeks to settle from an empty start\. The warm-up is 26 weeks, so the waits shown depend on its length\. Lengthen the warm-up, or start from the people present\.$/,
    );
    expect(settleWarnings(ward(20))[0]?.text).toBe(
      'At 100% of its beds, The ward never settles: how many wait when the period begins only says how long the warm-up is. The warm-up is 26 weeks, so the waits shown depend on its length. No warm-up is long enough: start from the people present.',
    );
    expect(settleWarnings(ward(0))[0]?.text).toMatch(
      /^The ward has none of its beds when the period begins, so those who come wait\./,
    );
    expect(settleWarnings(ward(30))).toEqual([]);
  });
});

describe('whether a run had settled', () => {
  const slow: TimeToSettle = { scope: 'service:ward', of: 'beds', needed: 20, open: 21, days: 900 };
  const level = (settled: 'yes' | 'no' | 'cannot tell') =>
    ({
      measure: 'waiting',
      scope: 'service:ward',
      means: [],
      judged: true,
      settledAfter: 0,
      drift: null,
      tooShort: false,
      settled,
    }) satisfies WarmUp['levels'][number];

  test.each([
    { why: 'a level still changes', needed: [], levels: [level('no'), level('yes')], settled: 'no' },
    { why: 'a load needs longer', needed: [slow], levels: [level('yes')], settled: 'no' },
    { why: 'a load never settles', needed: [{ ...slow, days: null }], levels: [level('yes')], settled: 'no' },
    {
      why: 'without a limit nobody waits, and its level is looked at by itself',
      needed: [{ ...slow, open: 'unlimited' as const }],
      levels: [level('cannot tell')],
      settled: 'cannot tell',
    },
    {
      why: 'one level cannot be told',
      needed: [{ ...slow, days: 100 }],
      levels: [level('yes'), level('cannot tell')],
      settled: 'cannot tell',
    },
    { why: 'nothing was watched', needed: [{ ...slow, days: 100 }], levels: [], settled: 'cannot tell' },
    { why: 'both agree', needed: [{ ...slow, days: 100 }], levels: [level('yes'), level('yes')], settled: 'yes' },
  ])('$settled: $why', ({ needed, levels, settled }) => expect(settledOverall(182, needed, levels)).toBe(settled));
});

test('people who come evenly for stays all alike leave no queue to wait for, and no rounding below it', () => {
  const even = ward(22, { stay: fixed(10) }, { arrivals: [{ ...referred('P2', []), arrivals: flow(2, { spacing: 'even' }) }] });
  expect(days(even)).toBeCloseTo(5 + 2 * Math.sqrt(100 / 12), 1);
});
