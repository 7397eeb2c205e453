import fc from 'fast-check';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Residence } from '../../../sim/scenario/people.ts';
import type { HoursOfDay } from '../../../sim/scenario/hospital.ts';
import type { HoursService, Spot } from '../../../sim/scenario/service.ts';
import type { PresentGroup, StartFrom } from '../../../sim/scenario/start-from.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';
import type { Dated, Limit } from '../../../sim/scenario/dated.ts';
import { always, beds, flow, hospital, hours, MONDAY_TO_FRIDAY, pathway, placements, scenario } from './small.ts';

const EVERY_DAY: typeof MONDAY_TO_FRIDAY = [true, true, true, true, true, true, true];
const limit = (from: number, to: number): fc.Arbitrary<Limit> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Limit>('unlimited') },
    { weight: 4, arbitrary: fc.integer({ min: from, max: to }) },
  );
const dated = (value: fc.Arbitrary<Limit>): fc.Arbitrary<Dated<Limit>> =>
  fc
    .tuple(value, fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }), value, value)
    .map(([first, days, ...others]) => [
      { from: 0, value: first },
      ...days.sort((a, b) => a - b).map((from, i) => ({ from, value: others[i] as Limit })),
    ]);
const stay: fc.Arbitrary<Distribution> = fc
  .record({
    shape: fc.constantFrom('lognormal', 'gamma', 'weibull', 'exponential', 'fixed'),
    mean: fc.integer({ min: 1, max: 40 }).map((n) => n / 4),
    cv: fc.constantFrom(0.3, 1, 1.7),
  })
  .map(({ shape, mean, cv }) => ({ shape, mean, sd: shape === 'fixed' ? 0 : shape === 'exponential' ? mean : mean * cv }));
const accepts = fc.record({ weekdays: fc.constantFrom(EVERY_DAY, MONDAY_TO_FRIDAY), holidays: fc.boolean() });
const lead = fc.option(stay, { nil: null });
const factor = fc.constantFrom<Dated<number>>(always(1), [
  { from: 0, value: 1 },
  { from: 10, value: 1.6 },
  { from: 20, value: 0.4 },
]);

const hoursOfDay = fc.constantFrom<HoursOfDay | null>(null, [
  { from: 8, to: 12, share: 0.6 },
  { from: 12, to: 20, share: 0.4 },
]);
const here = (
  people: number,
  at: PresentGroup['at'],
  state: PresentGroup['state'],
  pathway: string | null = null,
  soFar: Distribution | null = null,
  more: Partial<PresentGroup> = {},
): PresentGroup => ({ people, at, state, pathway, soFar, sinceReady: null, sinceAdmission: null, ...more });
/** Somebody everywhere, days so far known or not, where they live known or not, and the rest of the county by flow balance or not at all. */
const present = (it: { place: string | null; groups: boolean; process: boolean; fill: boolean }): StartFrom => {
  const lives = it.place === null ? {} : { place: it.place };
  return {
    remaining: 'by stay so far',
    notCounted: it.fill ? 'from flow balance' : 'empty',
    groups: [
      here(2, { hospital: 'acute' }, 'at the door'),
      here(3, { hospital: 'acute' }, 'in stay', 'P1', null, lives),
      here(2, { hospital: 'acute' }, 'in stay', 'P0', { shape: 'exponential', mean: 3, sd: 3 }),
      ...(it.fill
        ? []
        : [
            here(3, { hospital: 'acute' }, 'in stay', null, { shape: 'exponential', mean: 3, sd: 3 }),
            ...(it.process ? [here(2, { hospital: 'acute' }, 'in process')] : []),
          ]),
      here(2, { hospital: 'acute' }, 'waiting', 'P1'),
      here(1, { hospital: 'acute' }, 'waiting', 'P3', null, lives),
      ...(it.fill ? [] : [here(4, { service: 'home' }, 'in stay', null, { shape: 'fixed', mean: 2, sd: 0 })]),
      here(2, { service: 'home' }, 'waiting', 'P1', null, lives),
      here(2, { service: 'home' }, 'waiting for next', null, null, { next: 'care-home' }),
      here(3, { service: 'step-down' }, 'in stay', null, null, lives),
      here(1, { service: 'step-down' }, 'waiting for next', 'P2', null, { next: 'home' }),
      ...(it.place === null || !it.groups ? [here(1, { service: 'step-down' }, 'waiting')] : []),
      here(1, { service: 'care-home' }, 'waiting'),
      ...(it.groups && it.place !== null ? [here(2, { service: 'other-step-down' }, 'in stay', null, null, lives)] : []),
    ],
  };
};

/** Small care systems of every kind: a hospital, all kinds of service, step-up, weekends, limits, changes. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    acute: dated(limit(0, 12)),
    doorLimit: limit(0, 4),
    perDay: fc.integer({ min: 1, max: 12 }).map((n) => n / 4),
    shares: fc.constantFrom([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], [0, 0.5, 0.5, 0], [0, 0, 0, 1]),
    acuteStay: stay,
    homeStay: stay,
    downStay: stay,
    hours: dated(limit(0, 120)),
    flex: fc.constantFrom<Limit>(0, 0.1, 1, 'unlimited'),
    down: dated(limit(0, 6)),
    starts: dated(limit(0, 9)),
    carryOver: fc.boolean(),
    listLimit: limit(0, 5),
    lead,
    homeAccepts: accepts,
    downAccepts: accepts,
    careAccepts: accepts,
    process: lead,
    leaveAt: fc.constantFrom(0, 0.6, 1),
    factor,
    warmUpDays: fc.constantFrom(0, 9),
    days: fc.constantFrom(14, 17, 40),
    longest: fc.constantFrom<Limit>('unlimited', 6),
    stepUp: fc.boolean(),
    atHome: fc.boolean(),
    readmitted: fc.constantFrom(0, 0.4),
    patience: lead,
    turnover: fc.constantFrom(0, 0.5),
    closingMoves: fc.boolean(),
    present: fc.boolean(),
    fill: fc.boolean(),
    onward: fc.constantFrom(0, 0.5, 1),
    readyHours: hoursOfDay,
    leavingHours: hoursOfDay,
    spot: fc.constantFrom<Spot | null>(
      null,
      { atMost: always(2), leadTime: 0, price: null },
      {
        atMost: [
          { from: 0, value: 1 },
          { from: 12, value: 30 },
        ],
        leadTime: 1.5,
        price: null,
      },
    ),
    startRule: fc.constantFrom<HoursService['starts']>('in order', 'whoever fits'),
    seed: fc.integer({ min: 1, max: 1000 }).map(String),
    lives: fc.constantFrom(null, 0.3, 1),
    ownSplit: fc.boolean(),
    sharing: fc.constantFrom(undefined, null, 0, 0.9),
    otherDown: dated(limit(0, 4)),
  })
  .map((it) => {
    const onwards = [
      { name: 'independent', share: always((1 - it.onward) * (1 - it.readmitted)), next: null, readmittedTo: null },
      { name: 'readmitted', share: always((1 - it.onward) * it.readmitted), next: null, readmittedTo: 'acute' },
      { name: 'care', share: always(it.onward), next: 'care-home', readmittedTo: null },
    ];
    const north = it.lives;
    const above = it.sharing;
    const pathways = [
      pathway('P0'),
      pathway('P1', 'home'),
      pathway('P2', above === undefined ? 'step-down' : 'step-downs', 'home'),
      pathway('P3', 'care-home'),
    ];
    const only = (place: string | null) => ({ places: north === null || place === null ? null : [place], hospitals: null });
    const livesIn = (split: boolean): Residence[] =>
      north === null
        ? []
        : ['north', 'south'].map((place, i) => ({
            place,
            share: always(i === 0 ? north : 1 - north),
            pathways: split && it.ownSplit ? [1 - i, 0, i, 0].map((share) => always(share)) : null,
          }));
    const doors: Scenario['arrivals'] = [
      {
        name: 'UHCW',
        label: 'UHCW',
        priority: 1,
        livesIn: livesIn(true),
        enters: { hospital: 'acute' },
        arrivals: flow(it.perDay, { factor: it.factor }),
        mix: pathways.map(({ name }, i) => ({ pathway: name, share: always(it.shares[i] as number), acuteStay: it.acuteStay })),
      },
    ];
    if (it.stepUp)
      doors.push({
        name: 'step-up',
        label: 'step-up',
        priority: 1,
        livesIn: livesIn(false),
        enters: { pathway: 'P2' },
        arrivals: flow(0.5),
        mix: [{ pathway: 'P2', share: always(1), acuteStay: null }],
      });
    return scenario({
      warmUpDays: it.present ? 0 : it.warmUpDays,
      startFrom: it.present
        ? present({
            place: north === null ? null : 'north',
            groups: above !== undefined && above !== null,
            process: it.process !== null,
            fill: it.fill,
          })
        : null,
      days: it.days,
      pathways,
      places: north === null ? [] : ['north', 'south'].map((name) => ({ name, label: name })),
      delayedBedDay: 346,
      holidays: [3, 14],
      hospitals: [
        hospital('unlimited', {
          readyHours: it.readyHours,
          leavingHours: it.leavingHours,
          beds: it.acute,
          waitingLimit: it.doorLimit,
        }),
      ],
      services: [
        hours('home', 0, {
          commissioned: it.hours,
          flex: it.flex,
          closingMoves: it.closingMoves,
          spot: it.spot,
          starts: it.startRule,
          stay: it.homeStay,
          longest: it.longest,
          outcomes: onwards,
          accepts: it.homeAccepts,
          targetWait: 2,
          price: { amount: 20, per: 'hour', year: null },
        }),
        beds('step-down', 0, {
          beds: it.down,
          serves: only(above === undefined ? null : 'north'),
          stay: it.downStay,
          waitsAtHome: it.atHome,
          patience: it.patience,
          spot: it.spot,
          turnover: it.turnover,
          closingMoves: it.closingMoves,
          waitingLimit: it.listLimit,
          leadTime: it.lead,
          outcomes: onwards,
          accepts: it.downAccepts,
          price: { amount: 100, per: 'bed-day', year: null },
        }),
        ...(above === undefined
          ? []
          : [
              beds('other-step-down', 0, {
                beds: it.otherDown,
                serves: only('south'),
                stay: it.downStay,
                waitsAtHome: it.atHome,
                patience: it.patience,
                spot: it.spot,
                turnover: it.turnover,
                closingMoves: it.closingMoves,
                waitingLimit: it.listLimit,
                outcomes: onwards,
              }),
            ]),
        placements('care-home', 0, {
          starts: it.starts,
          carryOver: it.carryOver,
          spot: it.spot,
          leadTime: it.lead,
          accepts: it.careAccepts,
          price: { amount: 500, per: 'start', year: null },
        }),
      ],
      sharing:
        above === undefined
          ? []
          : [{ name: 'step-downs', label: 'step-downs', services: ['step-down', 'other-step-down'], above }],
      processDelay: {
        families: it.process === null ? [] : [{ name: 'hub', label: 'hub', pathways: ['P1', 'P2', 'P3'], delay: it.process }],
        weekend: { pathways: ['P1', 'P2', 'P3'], leaveAt: always(it.leaveAt) },
      },
      arrivals: doors,
      run: { replications: 2, seed: it.seed },
    });
  });

/** The same with everything unlimited, open every day, and nothing to arrange. */
export const unlimited = (it: Scenario): Scenario => ({
  ...it,
  hospitals: it.hospitals.map((one) => ({ ...one, beds: always('unlimited') })),
  services: it.services.map((one) => {
    const open = { ...one, accepts: { weekdays: EVERY_DAY, holidays: true }, leadTime: null };
    if (open.kind === 'beds') return { ...open, beds: always<Limit>('unlimited') };
    return open.kind === 'hours'
      ? { ...open, commissioned: always<Limit>('unlimited') }
      : { ...open, starts: always<Limit>('unlimited') };
  }),
});
