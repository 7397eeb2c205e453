import { describe, expect, test } from 'vitest';
import { experiment } from '../../../sim/experiment/experiment.ts';
import { journeys } from '../../../sim/plan/journeys.ts';
import { definitions, measureOptions } from '../../../sim/measures/catalogue.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Ambition } from '../../../sim/scenario/figures.ts';
import {
  always,
  beds,
  experimentOn,
  exponential,
  fixed,
  flow,
  hospital,
  listed,
  pathway,
  person,
  placements,
  referral,
  referred,
  scenario,
} from '../../behaviour/model/small.ts';

/** One bed for 4 days each: in use 0.5-12.5 and 20.5-24.5; one person waits 1.5-4.5 and 4.75-8.5. */
const oneBed = scenario({
  hospitals: [],
  pathways: [pathway('P2', 'step-down')],
  services: [beds('step-down', 1, { stay: fixed(4) })],
  arrivals: [
    referred(
      'P2',
      [0.5, 1.5, 4.75, 20.5].map((day) => referral(day)),
    ),
  ],
});
const ambition = (more: Partial<Ambition>): Ambition => ({
  name: 'a',
  label: 'a',
  measure: 'starts',
  scope: 'service:step-down',
  months: null,
  over: 'together',
  direction: 'at least',
  target: 4,
  source: null,
  ...more,
});

describe('the result of an experiment', () => {
  test('shares of time at each level or above, and the variance over time', async () => {
    const [result] = await experimentOn([oneBed]);
    const levels = (measure: string) => result?.levels.find((it) => it.measure === measure);
    const waiting = 6.75 / 28;
    expect(levels('in-service')?.atLeast.map(({ mean }) => mean)).toEqual([1, 16 / 28]);
    expect(levels('waiting')?.atLeast[1]?.mean).toBeCloseTo(waiting, 12);
    expect(levels('waiting')?.variance.mean).toBeCloseTo(waiting * (1 - waiting), 12);
  });

  test('a level that only some winters reach counts as no time at it in the others', async () => {
    const it: Scenario = {
      ...oneBed,
      arrivals: [{ ...referred('P2', []), arrivals: flow(0.25) }],
      run: { replications: 12, seed: '3' },
    };
    const [result] = await experimentOn([it]);
    const waiting = result?.levels.find(({ measure }) => measure === 'waiting');
    const mean = result?.measures.find(({ measure }) => measure === 'waiting')?.summary?.mean;
    expect(waiting?.atLeast.length).toBeGreaterThan(2);
    expect(waiting?.atLeast.slice(1).reduce((sum, level) => sum + level.mean, 0)).toBeCloseTo(mean ?? Number.NaN, 9); // mean = sum of P(at least k)
  });

  test('stays and delays as histograms, people a replication', async () => {
    const pathways = [pathway('P0'), pathway('P1')];
    const people = [person(0.5, 'P0', 3), person(1.5, 'P0', 3), person(2.5, 'P1', 0.25)];
    const [result] = await experimentOn([
      scenario({ pathways, arrivals: [listed(pathways, people)], run: { replications: 3, seed: '1' } }),
    ]);
    expect(result?.stays).toEqual([
      { scope: 'all', people: [1, 0, 0, 2] },
      { scope: 'pathway:P0', people: [0, 0, 0, 2] },
      { scope: 'pathway:P1', people: [1] },
    ]);
    expect(result?.delays[0]).toEqual({ scope: 'all', people: [3] });
  });

  test('ambitions: a value just at the target meets it; each month by itself; never without an interval', async () => {
    const ambitions = [
      ambition({}),
      ambition({ target: 4.001 }),
      ambition({ direction: 'at most' }),
      ambition({ over: 'each', target: 3 }),
      ambition({ months: ['2024-02'], target: 1 }),
    ];
    const [result] = await experimentOn([{ ...oneBed, start: '2024-01-15', ambitions }]); // 17 days of January: starts at 0.5, 4.5, 8.5; then 20.5
    expect(result?.ambitions.map(({ rows }) => rows.map(({ over, met }) => [over, met]))).toEqual([
      [['period', 1]],
      [['period', 0]],
      [['period', 1]],
      [
        ['2024-01', 1],
        ['2024-02', 0],
      ],
      [['2024-02', 1]],
    ]);
    for (const { rows } of result?.ambitions ?? [])
      for (const {
        metInterval: [low, high],
      } of rows)
        expect(high - low).toBeGreaterThan(0.5);
  });

  test('an ambition on a mean over nobody is not met, and says so with n = 0', async () => {
    const [result] = await experimentOn([
      { ...oneBed, arrivals: [referred('P2', [])], ambitions: [ambition({ measure: 'wait-mean', direction: 'at most' })] },
    ]);
    expect(result?.ambitions[0]?.rows[0]).toMatchObject({ n: 0, met: 0, metInterval: [0, 1], summary: null });
  });

  test('capacity in force by week and day, unlimited by that word', async () => {
    const services = [
      beds('step-down', 0, {
        beds: [
          { from: 0, value: 2 },
          { from: 10, value: 9 },
          { from: 21, value: 'unlimited' },
        ],
      }),
      placements('care-home', 9),
    ];
    const [result] = await experimentOn([{ ...oneBed, services }]);
    expect(
      result?.capacity[0]?.byWeek.map((value) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value)),
    ).toEqual([2, (2 * 3 + 9 * 4) / 7, 9, 'unlimited']);
    expect(result?.capacity[0]?.byDay.slice(9, 11)).toEqual([2, 9]);
    expect(result?.capacity[1]).toMatchObject({ unit: 'starts a week', byWeek: [9, 9, 9, 9] });
  });

  test('values are kept by replication, progress is told, and the same run again is the same to the byte', async () => {
    const it: Scenario = {
      ...oneBed,
      arrivals: [{ ...referred('P2', []), arrivals: flow(0.3) }],
      run: { replications: 9, seed: 's' },
    };
    const told: number[] = [];
    const run = () =>
      experiment([{ scenario: it, values: [], inputs: [], warnings: [] }], {
        version: '0',
        onProgress: (done, total) => told.push(done / total),
      });
    const [one] = await run();
    expect(told.at(-1)).toBe(1);
    expect(one?.measures.every(({ winters }) => winters.length === 9)).toBe(true);
    const starts = one?.measures.find(({ measure }) => measure === 'starts');
    expect(starts?.summary?.mean).toBeCloseTo(
      (starts?.winters.reduce<number>((sum, value) => sum + (value ?? 0), 0) ?? 0) / 9,
      12,
    );
    expect(JSON.stringify((await run())[0])).toBe(JSON.stringify(one));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  test('two scenarios together give each what it gives alone', async () => {
    const busy: Scenario = {
      ...oneBed,
      days: 200,
      arrivals: [{ ...referred('P2', []), arrivals: flow(1) }],
      run: { replications: 6, seed: 's' },
    };
    const other: Scenario = { ...busy, days: 50, services: [beds('step-down', 9, { stay: exponential(5) })] };
    expect(await experimentOn([busy, other])).toEqual([...(await experimentOn([busy])), ...(await experimentOn([other]))]);
  });

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const running = experiment(
      [{ scenario: { ...oneBed, run: { replications: 400, seed: '1' } }, values: [], inputs: [], warnings: [] }],
      { version: '0', signal: stop.signal, onProgress: () => stop.abort() },
    );
    await expect(running).rejects.toThrow();
  });
});

test('journeys: one for every way out, in words', () => {
  const pathways = [pathway('P0'), pathway('P2', 'step-down')];
  const it = scenario({
    pathways,
    hospitals: [hospital()],
    arrivals: [listed(pathways, [])],
    services: [
      beds('step-down', 5, {
        outcomes: [
          { name: 'home', share: always(0.6), next: null, readmittedTo: null },
          { name: 'long-term care', share: always(0.4), next: 'care-home', readmittedTo: null },
        ],
      }),
      placements('care-home', 9),
    ],
  });
  expect(journeys(it).map(({ title }) => title)).toEqual([
    'list, P0 → home, no new support',
    'list, P2 → step-down → home',
    'list, P2 → step-down → care-home → placed: care-home',
  ]);
});

test('every measure has a definition, a formula and a name of its own', () => {
  expect(new Set(definitions().map(({ measure }) => measure)).size).toBe(definitions().length);
  for (const { definition, formula, title } of definitions())
    expect(Math.min(definition.length, formula.length, title.length)).toBeGreaterThan(5);
  const ofLevers = definitions().filter(({ measure }) => /^(trigger-|people-redirected$|people-without-room$)/.test(measure)); // no ambition is about a lever
  expect(measureOptions()).toHaveLength(
    definitions().filter(({ unit }) => unit !== 'date').length - ofLevers.filter(({ unit }) => unit !== 'date').length,
  );
});
