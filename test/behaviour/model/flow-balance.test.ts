import { describe, expect, test } from 'vitest';
import { balanceOf, filledFromFlowBalance, peoplePresent } from '../../../sim/load/flow-balance.ts';
import { startWarnings } from '../../../sim/experiment/start-warning.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { PresentGroup, StartFrom } from '../../../sim/scenario/start-from.ts';
import {
  always,
  beds,
  experimentOn,
  exponential,
  fixed,
  flow,
  hospital,
  hours,
  listed,
  MONDAY_TO_FRIDAY,
  pathway,
  referred,
  scenario,
} from './small.ts';

const group = (
  people: number,
  at: PresentGroup['at'],
  state: PresentGroup['state'],
  pathway: string | null = null,
): PresentGroup => ({ people, at, state, pathway, soFar: null, sinceReady: null, sinceAdmission: null });
const start = (notCounted: StartFrom['notCounted'], ...groups: PresentGroup[]): StartFrom => ({
  remaining: 'by stay so far',
  groups,
  ...(notCounted === undefined ? {} : { notCounted }),
});
const acute = { hospital: 'acute' };

/** 10 a day: 6 P0 of 5 days, 3 P1 of 8 days and then 2 days of process, 1 P2 of 10 days; Homefirst of 20 days, 14 hours a week; step-down of 30 days. */
const county = (startFrom: StartFrom, more: Partial<Scenario> = {}): Scenario =>
  scenario({
    days: 14,
    pathways: [pathway('P0'), pathway('P1', 'homefirst'), pathway('P2', 'step-down')],
    arrivals: [
      {
        ...listed([], []),
        arrivals: flow(10),
        mix: [
          ['P0', 0.6, 5],
          ['P1', 0.3, 8],
          ['P2', 0.1, 10],
        ].map(([pathway, share, days]) => ({
          pathway: String(pathway),
          share: always(Number(share)),
          acuteStay: exponential(Number(days)),
        })),
      },
    ],
    processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P1'], delay: exponential(2) }], weekend: null },
    services: [
      hours('homefirst', 'unlimited', { stay: exponential(20), packageHours: 14 }),
      beds('step-down', 'unlimited', { stay: exponential(30) }),
    ],
    startFrom,
    ...more,
  });
const filled = (it: Scenario) =>
  Object.fromEntries(
    filledFromFlowBalance(it).map(({ at, state, pathway, people }) => [
      ['hospital' in at ? at.hospital : at.service, state, ...(pathway === null ? [] : [pathway])].join(' '),
      people,
    ]),
  );

describe('who is not counted is filled from flow balance', () => {
  test('by Little’s law: people a day x mean stay, in hospital by pathway', () => {
    expect(filled(county(start('from flow balance')))).toEqual({
      'acute in stay P0': 30,
      'acute in stay P1': 24,
      'acute in stay P2': 10,
      'acute in process P1': 6,
      'homefirst in stay': 60,
      'step-down in stay': 30,
    });
  });

  test('never more than fit, the people counted in the same beds and hours taken off; what people wait for is full', () => {
    const services = [
      hours('homefirst', 700, {
        stay: exponential(20),
        packageHours: 14,
        outcomes: [
          { name: 'step-down', share: always(0.5), next: 'step-down', readmittedTo: null },
          { name: 'home', share: always(0.5), next: null, readmittedTo: null },
        ],
      }),
      beds('step-down', 80, { stay: exponential(30) }),
    ];
    const it = county(
      start(
        'from flow balance',
        { ...group(3, { service: 'homefirst' }, 'waiting for next'), next: 'step-down' },
        group(10, acute, 'waiting', 'P1'),
      ),
      { services, hospitals: [hospital(60)] },
    );
    const found = filled(it);
    expect([found['homefirst in stay'], found['step-down in stay']]).toEqual([50 - 3, 80]); // 700 hours are 50 packages; three wait for step-down, so it is full
    expect(
      Object.entries(found)
        .filter(([name]) => name.startsWith('acute'))
        .reduce((sum, [, people]) => sum + people, 0),
    ).toBe(50); // 70 by rates; 60 beds, 10 of them taken
  });

  test('people in process are on the pathway that right-sizing gave them on the ready date, though nobody is admitted for it', async () => {
    const pathways = [
      pathway('P0'),
      pathway('P1', 'homefirst'),
      pathway('P2', 'step-down'),
      { ...pathway('P3', 'homefirst'), name: 'new P1' },
    ];
    const families = [{ name: 'hub', label: 'hub', pathways: ['P1', 'new P1'], delay: exponential(2) }];
    const redirections = [{ name: 'redesign', label: 'redesign', from: 'P1', to: 'new P1', share: always(1), needsRoom: false }];
    const it = county(start('from flow balance'), { pathways, processDelay: { families, weekend: null }, redirections });
    expect(filled(it)).toMatchObject({ 'acute in stay P1': 24, 'acute in process new P1': 6 });
    expect(filled(it)).not.toHaveProperty('acute in process P1');
    const [result] = await experimentOn([it]);
    expect(result?.checks.every(({ passed }) => passed)).toBe(true);
    expect(
      result?.measures.find(({ measure, scope }) => measure === 'discharges' && scope === 'pathway:new P1')?.summary?.mean,
    ).toBeGreaterThan(20);
  });

  test('what is counted is left as it is, nobody being a count too, and nobody is put in a queue', () => {
    const it = county(
      start(
        'from flow balance',
        group(4, acute, 'in stay', 'P1'),
        group(0, { service: 'homefirst' }, 'in stay'),
        group(7, acute, 'waiting', 'P2'),
      ),
    );
    expect(filled(it)).toEqual({
      'acute in stay P0': 30,
      'acute in stay P2': 10,
      'acute in process P1': 6,
      'step-down in stay': 30,
    });
    expect(peoplePresent(it).filter(({ state }) => state === 'waiting')).toEqual([group(7, acute, 'waiting', 'P2')]);
    expect(filled(county(start('from flow balance', group(40, acute, 'in stay', null))))).not.toHaveProperty('acute in stay P0');
    expect(filled(county(start('empty')))).toEqual({});
  });

  test('a service that people are counted as waiting for is full, unless it takes arranging or is not open every day', () => {
    const waiting = (more: object, ...groups: PresentGroup[]) =>
      filled(
        county(start('from flow balance', ...groups), {
          services: [
            hours('homefirst', 1000, { stay: exponential(20), packageHours: 14, ...more }),
            beds('step-down', 32, { stay: exponential(30) }),
          ],
        }),
      );
    expect(waiting({})['homefirst in stay']).toBe(60);
    expect(waiting({}, group(5, acute, 'waiting', 'P1'))['homefirst in stay']).toBe(71);
    expect(waiting({}, group(5, acute, 'waiting', 'P2'))).toMatchObject({ 'homefirst in stay': 60, 'step-down in stay': 32 });
    expect(waiting({ leadTime: fixed(2) }, group(5, acute, 'waiting', 'P1'))['homefirst in stay']).toBe(60);
    expect(
      waiting({ accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: true } }, group(5, { service: 'homefirst' }, 'waiting'))[
        'homefirst in stay'
      ],
    ).toBe(60);
  });

  test('whole people: the total is rounded, and what is left goes to the largest remainders', () => {
    const it = county(start('from flow balance'), {
      arrivals: [
        {
          ...listed([], []),
          arrivals: flow(1),
          mix: [
            ['P0', 0.7, 5],
            ['P1', 0.2, 6],
            ['P2', 0.1, 7],
          ].map(([pathway, share, days]) => ({
            pathway: String(pathway),
            share: always(Number(share)),
            acuteStay: fixed(Number(days)),
          })),
        },
      ],
      processDelay: { families: [], weekend: null },
      services: [],
      pathways: [pathway('P0'), pathway('P1'), pathway('P2')],
    });
    expect(filled(it)).toEqual({ 'acute in stay P0': 3, 'acute in stay P1': 1, 'acute in stay P2': 1 }); // 3.5 + 1.2 + 0.7 = 5.4 is 5: 3 + 1 + 0, and the one left to P2
  });

  test('weekdays are averaged, and a change, a season or a stay counts as it is on the first day', () => {
    const { inHospital } = balanceOf(
      county(start('from flow balance'), {
        arrivals: [
          {
            ...listed([], []),
            arrivals: flow(10, {
              weekday: [2, 2, 1, 0.5, 0.5, 0.5, 0.5],
              factor: [
                { from: 0, value: 1.1 },
                { from: 5, value: 3 },
              ],
            }),
            mix: [
              {
                pathway: 'P0',
                share: [
                  { from: 0, value: 1 },
                  { from: 1, value: 0 },
                ],
                acuteStay: {
                  ...fixed(4),
                  factor: [
                    { from: 0, value: 2 },
                    { from: 1, value: 9 },
                  ],
                },
              },
            ],
          },
        ],
      }),
    );
    expect(inHospital('acute', 'P0').inStay).toBeCloseTo(11 * 8, 9);
  });

  test('a start by flow balance is the balance: every level stays where it began, on every day', async () => {
    const it = county(start('from flow balance'), { run: { replications: 100, seed: 'balance' } });
    const [result] = await experimentOn([it]);
    const level = (measure: string, scope: string) =>
      result?.byDay
        .find((one) => one.measure === measure && one.scope === scope)
        ?.values.map((value) => value?.mean ?? Number.NaN) ?? [];
    for (const [measure, scope, expected] of [
      ['acute-occupied', 'all', 70],
      ['in-service', 'service:homefirst', 60],
      ['in-service', 'service:step-down', 30],
    ] as const) {
      // People in a place without a limit vary by at most their Poisson number; four standard errors of it.
      for (const mean of level(measure, scope))
        expect(Math.abs(mean - expected), `${measure} ${scope}`).toBeLessThan(4 * Math.sqrt(expected / 100));
    }
    expect(result?.warnings.filter(({ kind }) => kind === 'starts-far-from-load')).toEqual([]);
    expect(result?.warnings.find(({ kind }) => kind === 'start-filled')?.text).toContain(
      'Of the 160 people present at the start 160 were not counted',
    );
    expect(result?.filledAtStart?.length).toBe(6);
    expect(
      result?.values
        .filter(({ note }) => note?.startsWith('filled from flow balance, not counted'))
        .map(({ path, value, origin }) => `${path} ${value} ${origin}`),
    ).toContain('start-from.services.homefirst.in-service.people 60 people assumption');
  });
});

describe('a start far from what its own load says is warned of', () => {
  const limited = {
    services: [
      hours('homefirst', 1000, { stay: exponential(20), packageHours: 14 }),
      beds('step-down', 32, { stay: exponential(30) }),
    ],
  };
  const whole = [
    group(64, acute, 'in stay', null),
    group(6, acute, 'in process', 'P1'),
    group(60, { service: 'homefirst' }, 'in stay'),
    group(30, { service: 'step-down' }, 'in stay'),
  ];
  const said = (...groups: PresentGroup[]) => startWarnings(county(start('empty', ...groups), limited)).map(({ text }) => text);

  test('nothing is said where it is near', () => expect(said(...whole)).toEqual([]));

  test('only people waiting: every bed, hour and acute bed is empty, with the numbers', () => {
    const texts = said(group(38, acute, 'waiting', 'P1'));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(
      'The period begins emptier than the plan’s own flow makes it, so waits and delays in its first weeks come out too low. acute, acute beds: nobody at the start, 70 by admissions and clinical stays on the first day. homefirst: nobody at the start, 60 by the people who come to it and their stays (84% of its capacity) on the first day. step-down: nobody at the start, 30 by the people who come to it and their stays (94% of its capacity) on the first day.',
    );
    expect(texts[1]).toBe(
      'The start counts people as waiting for a service that has places free, so in the simulation their wait is over on the first day. Check three things: how many people are in the service, its capacity, and what these people wait for. homefirst: 38 waiting, places free for 71.',
    );
  });

  test('a load above capacity: the number is cut at what fits, and the share is said of all who would come', () => {
    const small = {
      ...limited,
      services: limited.services?.map((it) => (it.name === 'step-down' && it.kind === 'beds' ? { ...it, beds: always(20) } : it)),
    };
    const [text] = startWarnings(county(start('empty', ...whole.slice(0, 3)), small as typeof limited)).map((one) => one.text);
    expect(text).toContain(
      'step-down: nobody at the start, 20 fit on the first day: the people who come to it and their stays would fill 150% of its capacity.',
    );
  });

  test('a service of 94% load that starts at 56% is far, at 75% it is not; one far too full is as well', () => {
    const step = (people: number) => said(...whole.slice(0, 3), group(people, { service: 'step-down' }, 'in stay'));
    expect([step(18).length, step(24).length]).toEqual([1, 0]);
    expect(said(...whole.slice(0, 2), group(110, { service: 'homefirst' }, 'in stay'), whole[3] as PresentGroup)[0]).toContain(
      'fuller than the plan’s own flow',
    );
  });

  test('a pathway left out of a hospital that is otherwise full is named', () => {
    expect(
      said(
        group(47, acute, 'in stay', 'P0'),
        group(10, acute, 'in stay', 'P1'),
        group(4, acute, 'in stay', 'P2'),
        group(0, acute, 'in process', 'P1'),
        ...whole.slice(2),
      ).join(),
    ).toContain('acute, P1: 10 at the start, 30 by');
  });

  test('a hospital whose beds hold half of what its admissions need is near when they are full, and so is each pathway', () => {
    const it = county(start('from flow balance'), { ...limited, hospitals: [hospital(35)] });
    expect(startWarnings(it).map(({ kind }) => kind)).toEqual(['start-filled']);
  });

  test('people who stay for what comes next fill a service too; services that help one another out are taken together', () => {
    const shared = {
      services: [beds('a', 20, { stay: exponential(30) }), beds('b', 20, { stay: exponential(30) })],
      sharing: [{ name: 'both', label: 'Both', services: ['a', 'b'], above: 0 }],
      pathways: [pathway('P2', 'both')],
      arrivals: [{ ...referred('P2', []), arrivals: flow(1) }],
      hospitals: [],
      processDelay: { families: [], weekend: null },
    };
    const texts = (...groups: PresentGroup[]): string[] =>
      startWarnings(county(start('empty', ...groups), shared)).map(({ text }) => text);
    expect(
      texts(
        group(2, { service: 'a' }, 'in stay'),
        { ...group(10, { service: 'a' }, 'waiting for next'), next: 'x' },
        group(16, { service: 'b' }, 'in stay'),
      ),
    ).toEqual([]);
    expect(texts(group(10, { service: 'a' }, 'in stay'))[0]).toMatch(/ Both: 10 at the start, 30 by/);
  });
});
