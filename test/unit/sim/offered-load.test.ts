import { describe, expect, test } from 'vitest';
import { leanMonthWarnings, loadWarnings, offeredLoads } from '../../../sim/load/offered-load.ts';
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
  pathway,
  person,
  placements,
  referred,
  scenario,
} from '../../behaviour/model/small.ts';

const load = (it: Scenario, name: string) => offeredLoads(it).find(({ service }) => service === name);

/** 22 people a week, 6 weeks each, 20 hours a week: the sum of Coventry's plan. */
const homefirst = (commissioned: number, more: Parameters<typeof hours>[2] = {}, perWeek = 22) =>
  scenario({
    hospitals: [],
    pathways: [pathway('P1', 'homefirst')],
    services: [hours('homefirst', commissioned, { stay: fixed(42), ...more })],
    arrivals: [{ ...referred('P1', []), arrivals: flow(perWeek / 7) }],
  });

describe('the offered load', () => {
  test('22 a week x 6 weeks x 20 hours = 2,640 hours a week', () => {
    expect(load(homefirst(2700), 'homefirst')).toMatchObject({ unit: 'hours a week', open: 2700 });
    expect(load(homefirst(2700), 'homefirst')?.needed).toBeCloseTo(2640, 6);
  });

  test('above what is commissioned, a plain warning says so with both figures; below, none', () => {
    expect(loadWarnings(homefirst(2700))).toEqual([]);
    const [warning] = loadWarnings(homefirst(1850, { label: 'Home support' }));
    expect(warning?.text).toBe(
      'Home support: everybody referred would need 2,640 hours a week on average and 1,850 are there. On average more is needed than there is; waits grow for as long as that lasts.',
    );
  });

  test('within the flex there is no warning, since nobody waits for ever', () => {
    expect(loadWarnings(homefirst(2500, { flex: 0.1 }))).toEqual([]);
    expect(loadWarnings(homefirst(2500, { flex: 'unlimited' }))).toEqual([]);
    expect(loadWarnings(homefirst(2500, { flex: 0.05 }))).toHaveLength(1);
  });

  test('a week without a limit does not hide that the other three have too little', () => {
    expect(
      loadWarnings(
        homefirst(2500, {
          flexFrom: [
            { from: 0, value: 'unlimited' },
            { from: 7, value: 0 },
          ],
        }),
      ),
    ).toHaveLength(1);
    expect(
      loadWarnings(
        homefirst(2700, {
          flexFrom: [
            { from: 0, value: 'unlimited' },
            { from: 7, value: 0 },
          ],
        }),
      ),
    ).toEqual([]);
    expect(
      load(
        homefirst(0, {
          commissioned: [
            { from: 0, value: 'unlimited' },
            { from: 7, value: 1000 },
          ],
        }),
        'homefirst',
      )?.open,
    ).toBe(1000);
  });

  test('unlimited hours are never short', () =>
    expect(loadWarnings(homefirst(0, { commissioned: always('unlimited') }))).toEqual([]));

  test('a longest stay cuts it: exponential with mean 21 cut at 42 days is 21 x (1 - e^-2)', () => {
    expect(load(homefirst(2000, { stay: exponential(21), longest: 42 }, 7), 'homefirst')?.needed).toBeCloseTo(
      20 * 21 * (1 - Math.exp(-2)),
      1,
    );
  });

  test('surges and falls count for their days: 7 a week, doubled in the second of four weeks, halved in the third', () => {
    const it = homefirst(9999, {}, 7);
    it.arrivals = [
      {
        ...referred('P1', []),
        arrivals: flow(1, {
          factor: [
            { from: 0, value: 1 },
            { from: 7, value: 2 },
            { from: 14, value: 0.5 },
            { from: 21, value: 1 },
          ],
        }),
      },
    ];
    expect(load(it, 'homefirst')?.needed).toBeCloseTo(42 * 20 * ((1 + 2 + 0.5 + 1) / 4), 6);
  });

  test('the time to arrange what comes next is held too, by route or by outcome: 10 + 4 days and 20 + 30% of 6 days', () => {
    const it = scenario({
      pathways: [pathway('P2', 'ward', 'flat')],
      services: [
        beds('ward', 99, { stay: fixed(10) }),
        beds('flat', 99, {
          stay: fixed(20),
          leadTime: fixed(4),
          outcomes: [
            { name: 'home', share: always(0.7), next: null, readmittedTo: null },
            { name: 'care', share: always(0.3), next: 'care-home', readmittedTo: null },
          ],
        }),
        placements('care-home', 9, { leadTime: fixed(6) }),
      ],
      hospitals: [hospital()],
      arrivals: [{ ...listed([pathway('P2')], []), arrivals: flow(2) }],
    });
    expect(load(it, 'ward')?.needed).toBeCloseTo(2 * 14, 9);
    expect(load(it, 'flat')?.needed).toBeCloseTo(2 * (20 + 0.3 * 6), 9);
    expect(load(it, 'care-home')?.needed).toBeCloseTo(2 * 0.3 * 7, 9);
  });

  test('a list of people counts as listed: two of three to step-down in 28 days, for 7 and 14 days', () => {
    const pathways = [pathway('P0'), pathway('P2', 'step-down')];
    const people = [person(1, 'P0', 1), person(2, 'P2', 1, { 'step-down': 7 }), person(3, 'P2', 1, { 'step-down': 14 })];
    expect(
      load(scenario({ pathways, services: [beds('step-down', 5)], arrivals: [listed(pathways, people)] }), 'step-down')?.needed,
    ).toBeCloseTo(21 / 28, 12);
  });

  test('people readmitted load the service again each time: 2 a day of whom 20% come back are 2.5 a day, for 10 days each', () => {
    const outcomes = [
      { name: 'home', share: always(0.8), next: null, readmittedTo: null },
      { name: 'readmitted', share: always(0.2), next: null, readmittedTo: 'acute' },
    ];
    const it = scenario({
      pathways: [pathway('P2', 'ward')],
      services: [beds('ward', 24, { stay: fixed(10), outcomes })],
      hospitals: [hospital()],
      arrivals: [{ ...listed([pathway('P2')], []), arrivals: flow(2) }],
    });
    expect(load(it, 'ward')?.needed).toBeCloseTo(25, 6);
    expect(loadWarnings(it)[0]?.text).toContain('would need 25 beds on average and 24 are there');
  });

  test('only those who come back to a pathway with the service load it: half of the 20% are 1 / (1 - 0.1) a day', () => {
    const outcomes = [
      { name: 'home', share: always(0.8), next: null, readmittedTo: null },
      { name: 'readmitted', share: always(0.2), next: null, readmittedTo: 'acute' },
    ];
    const stream = listed([pathway('P0'), pathway('P2')], []);
    const it = scenario({
      pathways: [pathway('P0'), pathway('P2', 'ward')],
      services: [beds('ward', 24, { stay: fixed(10), outcomes })],
      hospitals: [hospital()],
      arrivals: [{ ...stream, arrivals: flow(2), mix: stream.mix.map((one) => ({ ...one, share: always(0.5) })) }],
    });
    expect(load(it, 'ward')?.needed).toBeCloseTo(10 / 0.9, 6);
  });
});

describe('lean months', () => {
  /** From 1 January 2024: 31, 29 and 31 days; from each of those days so many hours a week. */
  const quarter = (hoursFrom: [january: number, february: number, march: number], more: Partial<Scenario> = {}) => ({
    ...homefirst(0, {
      label: 'Home support',
      commissioned: [0, 31, 60].map((from, i) => ({ from, value: hoursFrom[i] as number })),
    }),
    start: '2024-01-01',
    days: 91,
    warmUpDays: 0,
    ...more,
  });
  const texts = (it: Scenario) => leanMonthWarnings(it).map(({ text }) => text);

  test('enough on average and not in one month: the month is named, with what it needs and has', () => {
    const lean = quarter([3000, 2000, 3200]);
    expect(loadWarnings(lean)).toEqual([]);
    expect(leanMonthWarnings(lean)).toEqual([
      {
        kind: 'over-capacity-in-months',
        scope: 'service:homefirst',
        text: 'Home support: enough on average over the period, but not in February 2024. In February 2024 everybody referred would need 2,640 hours a week and 2,000 are there. A queue builds up then, and lasts until it has been worked off.',
      },
    ]);
  });

  test('several months, the worst with its numbers; what is too little on average is told by that alone', () => {
    expect(texts(quarter([2500, 2000, 4000]))[0]).toContain(
      'not in January 2024 and February 2024. In February 2024, the worst, everybody referred would need 2,640',
    );
    expect(texts(quarter([1850, 1850, 1850]))).toEqual([]);
    expect(texts(quarter([2640, 2640, 2640]))).toEqual([]);
  });

  test('flex counts, and ten days are no month', () => {
    expect(texts(quarter([3000, 3000, 1000], { days: 70 }))).toEqual([]);
    const lean = quarter([3000, 2500, 3200]);
    expect(texts(lean)).toHaveLength(1);
    expect(texts({ ...lean, services: lean.services.map((it) => ({ ...it, flex: 0.1 }) as typeof it) })).toEqual([]);
  });
});
