import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../../../cli/threads/engines.ts';
import { openDoors } from '../../../sim/people/arrivals.ts';
import { streamsOf } from '../../../sim/random/streams.ts';
import { CareSystem } from '../../../sim/flow/care-system.ts';
import { type Engine, native } from '../../../sim/engine/engine.ts';
import { Clock, type Happening } from '../../../sim/engine/instant.ts';
import { NativeScheduler } from '../../../sim/engine/native-scheduler.ts';
import type { Scheduler } from '../../../sim/engine/scheduler.ts';
import { Sheets } from '../../../sim/engine/sheets.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';
import type { Dated, Limit } from '../../../sim/scenario/dated.ts';
import { anyScenario } from './random-scenarios.ts';
import { always, answers, beds, flow, hospital, MONDAY_TO_FRIDAY, pathway, scenario } from './small.ts';

const ALWAYS_THE_SAME = { seed: 2017, numRuns: 60 };

/** Every step of every person: when, who, what. */
function trajectory(it: Scenario, engine: Engine['name']): string[] {
  const log: string[] = [];
  replicate(planOf(it), 1, engineOf(engine), new Sheets(), {
    step: (time, person, step) => log.push(`${time} ${person} ${JSON.stringify(step)}`),
  });
  return log;
}

/** The native scheduler, with a look at the system whenever everything due at one instant has happened. */
class Watched implements Scheduler<Happening> {
  private readonly inner = new NativeScheduler<Happening>();
  look: () => void = () => {};

  now(): number {
    return this.inner.now();
  }

  after(delay: number, event: Happening): void {
    this.inner.after(delay, event);
  }

  run(until: number, happen: (event: Happening, more: boolean) => void): void {
    this.inner.run(until, (event, more) => {
      happen(event, more);
      if (!more) this.look();
    });
  }
}

describe('in any care system, event by event', () => {
  test('people who came in are those who left and those inside, after every event', () => {
    fc.assert(
      fc.property(anyScenario, (it) => {
        const plan = planOf(it);
        const scheduler = new Watched();
        const care = new CareSystem(plan, new Clock(scheduler), new Sheets());
        let looks = 0;
        scheduler.look = () => {
          looks++;
          const { cameIn, left } = care.observations;
          if (cameIn !== left + care.observations.inside())
            throw new Error(`at ${scheduler.now()}: ${cameIn} in, ${left} out, ${care.observations.inside()} inside`);
        };
        openDoors(plan, care, streamsOf(it.run.seed, 1));
        care.clock.run(plan.days);
        expect(looks).toBeGreaterThan(0);
      }),
      ALWAYS_THE_SAME,
    );
  });

  test('both engines carry the same people through the same steps at the same times', () => {
    fc.assert(
      fc.property(anyScenario, (it) => {
        expect(trajectory(it, 'simjs')).toEqual(trajectory(it, 'native'));
      }),
      ALWAYS_THE_SAME,
    );
  });
});

const stay: fc.Arbitrary<Distribution> = fc
  .record({
    shape: fc.constantFrom('lognormal', 'gamma', 'exponential'),
    mean: fc.integer({ min: 2, max: 60 }).map((n) => n / 4),
    cv: fc.constantFrom(0.4, 1.5),
  })
  .map(({ shape, mean, cv }) => ({ shape, mean, sd: shape === 'exponential' ? mean : cv * mean }));

/** Days from the referral to step-down until the place is found, by person; of people still waiting at the end, until the end. */
function firstWaits(it: Scenario): Map<number, number> {
  const waits = new Map<number, number>();
  const since = new Map<number, number>();
  replicate(planOf(it), 1, native, new Sheets(), {
    step: (time, person, step) => {
      const from = since.get(person);
      if (from !== undefined) {
        waits.set(person, time - from);
        since.delete(person);
      }
      if (step.verb === 'seize' && step.place.name === 'step-down') since.set(person, time);
    },
  });
  for (const [person, from] of since) waits.set(person, it.warmUpDays + it.days - from);
  return waits;
}

describe('one service, first come first served, behind acute beds without limit', () => {
  test('one more bed makes nobody wait longer', () => {
    const anyQueue = fc.record({
      number: fc.integer({ min: 1, max: 8 }),
      perDay: fc.integer({ min: 1, max: 8 }).map((n) => n / 4),
      acute: stay,
      down: stay,
      lead: fc.option(stay, { nil: null }),
      weekdays: fc.boolean(),
      turnover: fc.constantFrom(0, 0.25),
      seed: fc.integer({ min: 1, max: 1000 }).map(String),
    });
    fc.assert(
      fc.property(anyQueue, ({ number, perDay, acute, down, lead, weekdays, turnover, seed }) => {
        const accepts = {
          weekdays: weekdays ? MONDAY_TO_FRIDAY : ([true, true, true, true, true, true, true] as typeof MONDAY_TO_FRIDAY),
          holidays: true,
        };
        const withBeds = (n: number) =>
          firstWaits(
            scenario({
              days: 90,
              hospitals: [hospital()],
              pathways: [pathway('P2', 'step-down')],
              services: [beds('step-down', n, { stay: down, leadTime: lead, accepts, turnover })],
              arrivals: [
                {
                  name: 'acute',
                  label: 'acute',
                  priority: 1,
                  livesIn: [],
                  enters: { hospital: 'acute' },
                  arrivals: flow(perDay),
                  mix: [{ pathway: 'P2', share: always(1), acuteStay: acute }],
                },
              ],
              run: { replications: 1, seed },
            }),
          );
        const [few, more] = [withBeds(number), withBeds(number + 1)];
        expect([...more.keys()].sort()).toEqual([...few.keys()].sort());
        for (const [person, wait] of more) expect(wait).toBeLessThanOrEqual((few.get(person) as number) + 1e-9);
      }),
      ALWAYS_THE_SAME,
    );
  });
});

describe('the unit of time', () => {
  /** All times k times as long, all rates a k-th: the same system told in another unit. */
  function slower(it: Scenario, k: number): Scenario {
    const time = (d: Distribution): Distribution => ({ ...d, mean: d.mean * k, sd: d.sd * k });
    const later = <T>(dated: Dated<T>): Dated<T> => dated.map(({ from, value }) => ({ from: from * k, value }));
    const limit = (value: Limit): Limit => (value === 'unlimited' ? value : value * k);
    return {
      ...it,
      warmUpDays: it.warmUpDays * k,
      days: it.days * k,
      hospitals: it.hospitals.map((one) => ({ ...one, beds: later(one.beds) })),
      processDelay: { families: it.processDelay.families.map((one) => ({ ...one, delay: time(one.delay) })), weekend: null },
      services: it.services.map((one) => {
        if (one.kind === 'placements') throw new Error('whole starts a day have a unit of their own');
        const common = {
          leadTime: one.leadTime && time(one.leadTime),
          patience: one.patience && time(one.patience),
          packages: one.packages.map((own) => ({ ...own, stay: time(own.stay), longest: limit(own.longest) })),
        };
        return one.kind === 'beds'
          ? { ...one, ...common, turnover: one.turnover * k, beds: later(one.beds) }
          : { ...one, ...common, commissioned: later(one.commissioned) };
      }),
      arrivals: it.arrivals.map((one) => ({
        ...one,
        arrivals:
          one.arrivals.kind === 'process'
            ? { ...one.arrivals, perDay: one.arrivals.perDay / k, factor: later(one.arrivals.factor) }
            : one.arrivals,
        mix: one.mix.map((own) => ({ ...own, acuteStay: own.acuteStay && time(own.acuteStay) })),
      })),
    };
  }

  test('all times 2, 3 or 7 times as long and all rates as much slower: waits as much longer, people and shares the same', () => {
    const acrossUnits = anyScenario.map(
      (it): Scenario => ({
        ...it,
        startFrom: null,
        hospitals: it.hospitals.map((one) => ({ ...one, readyHours: null, leavingHours: null })),
        holidays: [],
        processDelay: { ...it.processDelay, weekend: null },
        pathways: it.pathways.slice(0, 3),
        services: it.services.flatMap((one) =>
          one.kind === 'placements'
            ? []
            : [
                {
                  ...one,
                  spot: null,
                  accepts: { weekdays: [true, true, true, true, true, true, true], holidays: true },
                  outcomes: one.outcomes.map((own) => (own.next === null ? own : { ...own, next: null })),
                },
              ],
        ),
        arrivals: it.arrivals.map((one) => ({
          ...one,
          mix: one.mix
            .filter(({ pathway: name }) => name !== 'P3')
            .map((own, i) => ('hospital' in one.enters ? { ...own, share: always([0.4, 0.3, 0.3][i] as number) } : own)),
        })),
      }),
    );
    const same: [string, string][] = [
      ['acute-occupied', 'all'],
      ['in-service', 'service:home'],
      ['in-service', 'service:step-down'],
      ['waiting', 'service:step-down'],
      ['waited-share', 'service:home'],
      ['discharges', 'all'],
      ['service-turned-away', 'service:step-down'],
      ['left-list-share', 'service:step-down'],
    ];
    const longer: [string, string][] = [
      ['wait-mean', 'service:home'],
      ['wait-mean', 'service:step-down'],
      ['delay-exact', 'all'],
      ['bed-days-delayed', 'all'],
      ['acute-stay-mean', 'all'],
      ['hours-delivered', 'service:home'],
    ];
    fc.assert(
      fc.property(acrossUnits, fc.constantFrom(2, 3, 7), (it, k) => {
        const [before, after] = [answers(it), answers(slower(it, k))];
        const alike = ([measure, scope]: [string, string], by: number) => {
          if (measure === 'left-list-share' && it.services[1]?.patience === null) return;
          const [was, is] = [before.whole(measure, scope) * by, after.whole(measure, scope)];
          if (Number.isNaN(was)) expect(is).toBeNaN();
          else expect(Math.abs(is - was), `${measure} of ${scope}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(was)));
        };
        for (const one of same) alike(one, 1);
        for (const one of longer) alike(one, k);
      }),
      ALWAYS_THE_SAME,
    );
  });
});
