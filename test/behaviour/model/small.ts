import { engineOf } from '../../../cli/threads/engines.ts';
import type { CareSystem } from '../../../sim/flow/care-system.ts';
import type { Engine } from '../../../sim/engine/engine.ts';
import { Sheets } from '../../../sim/engine/sheets.ts';
import { experiment } from '../../../sim/experiment/experiment.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { numbersOf } from '../../../sim/experiment/numbers.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import type { Result } from '../../../sim/result.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { ArrivalProcess, ArrivalStream, ListedPerson, Pathway } from '../../../sim/scenario/people.ts';
import type { Hospital } from '../../../sim/scenario/hospital.ts';
import type { BedService, HoursService, Package, PlacementService } from '../../../sim/scenario/service.ts';
import type { Distribution } from '../../../sim/scenario/distribution.ts';
import type { Dated, Limit } from '../../../sim/scenario/dated.ts';

/** Scenarios small enough to work out on paper. Day 0 is Monday 1 January 2024 unless `start` says otherwise. */

export const always = <T>(value: T): Dated<T> => [{ from: 0, value }];
export const fixed = (mean: number): Distribution => ({ shape: 'fixed', mean, sd: 0 });
export const exponential = (mean: number): Distribution => ({ shape: 'exponential', mean, sd: mean });

const EVERY_DAY: [boolean, boolean, boolean, boolean, boolean, boolean, boolean] = [true, true, true, true, true, true, true];
export const MONDAY_TO_FRIDAY: typeof EVERY_DAY = [true, true, true, true, true, false, false];
const service = {
  serves: { places: null, hospitals: null },
  accepts: { weekdays: EVERY_DAY, holidays: true },
  closures: [],
  waitingLimit: 'unlimited' as Limit,
  leadTime: null,
  waitsAtHome: false,
  patience: null,
  targetWait: null,
  price: null,
  payers: [],
  spot: null,
};
const outcomes = [{ name: 'home', share: always(1), next: null, readmittedTo: null }];

/** One package for all, as most services have. */
interface OnePackage {
  stay?: Distribution;
  longest?: Limit;
  packageHours?: number;
}
const one = ({ stay = fixed(10), longest = 'unlimited' }: OnePackage, hours: number[]): Package[] => [
  { name: 'all', label: 'all', share: always(1), stay, longest, hours, carers: 1 },
];

const keep = ({ stay, longest }: { stay: Distribution | undefined; longest: Limit | undefined }): OnePackage => ({
  ...(stay === undefined ? {} : { stay }),
  ...(longest === undefined ? {} : { longest }),
});

export const beds = (
  name: string,
  number: Limit,
  { stay, longest, ...more }: Partial<BedService> & OnePackage = {},
): BedService => ({
  ...service,
  outcomes,
  kind: 'beds',
  name,
  label: name,
  beds: always(number),
  turnover: 0,
  closingMoves: false,
  packages: one(keep({ stay, longest }), []),
  ...more,
});
export const hours = (
  name: string,
  number: Limit,
  { stay, longest, packageHours = 20, ...more }: Partial<HoursService> & OnePackage = {},
): HoursService => ({
  ...service,
  outcomes,
  kind: 'hours',
  name,
  label: name,
  commissioned: always(number),
  closingMoves: false,
  flex: 0,
  starts: 'in order',
  paidHours: 1,
  contract: null,
  packages: one(keep({ stay, longest }), [packageHours]),
  ...more,
});
export const placements = (name: string, number: Limit, more: Partial<PlacementService> = {}): PlacementService => ({
  ...service,
  kind: 'placements',
  name,
  label: name,
  starts: always(number),
  carryOver: false,
  ...more,
});
export const hospital = (acuteBeds: Limit = 'unlimited', more: Partial<Hospital> = {}): Hospital => ({
  name: 'acute',
  label: 'acute',
  beds: always(acuteBeds),
  waitingLimit: 'unlimited',
  readyHours: null,
  leavingHours: null,
  ...more,
});
export const pathway = (name: 'P0' | 'P1' | 'P2' | 'P3', ...route: string[]): Pathway => ({
  name,
  label: name,
  reportsAs: name,
  route,
});

/** Someone of a pathway who comes to the acute bed on a day and is ready after a stay. */
export const person = (arrive: number, pathway: string, acuteStay: number, stays: Record<string, number> = {}): ListedPerson => ({
  arrive,
  pathway,
  place: null,
  acuteStay,
  stays,
});
/** Someone referred straight to a service. */
export const referral = (arrive: number, stays: Record<string, number> = {}): ListedPerson => ({
  arrive,
  pathway: null,
  place: null,
  acuteStay: null,
  stays,
});

export const listed = (pathways: Pathway[], people: ListedPerson[]): ArrivalStream => ({
  name: 'list',
  label: 'list',
  priority: 1,
  livesIn: [],
  enters: { hospital: 'acute' },
  arrivals: { kind: 'list', people },
  mix: pathways.map(({ name }, i) => ({ pathway: name, share: always(i === 0 ? 1 : 0), acuteStay: fixed(1) })),
});
export const referred = (pathway: string, people: ListedPerson[], name = 'step-up'): ArrivalStream => ({
  name,
  label: name,
  priority: 1,
  livesIn: [],
  enters: { pathway },
  arrivals: { kind: 'list', people },
  mix: [{ pathway, share: always(1), acuteStay: null }],
});
export const flow = (perDay: number, more: Partial<ArrivalProcess> = {}): ArrivalProcess => ({
  kind: 'process',
  perDay,
  weekday: [1, 1, 1, 1, 1, 1, 1],
  season: null,
  trendPerYear: 0,
  spacing: 1,
  dayToDay: 0,
  factor: always(1),
  ...more,
});

export function scenario(more: Partial<Scenario>): Scenario {
  return {
    name: 'small',
    question: null,
    population: '65+',
    start: '2024-01-01',
    warmUpDays: 0,
    days: 28,
    holidays: [],
    hospitals: [hospital()],
    places: [],
    pathways: [],
    services: [],
    sharing: [],
    arrivals: [],
    processDelay: { families: [], weekend: null },
    ambitions: [],
    delayedBedDay: null,
    pricesOf: null,
    startFrom: null,
    run: { replications: 1, seed: '1' },
    ...more,
  };
}

export interface Answers {
  care: CareSystem;
  /** The measure over the whole period; NaN where it has no value. */
  whole(measure: string, scope?: string): number;
  weeks(measure: string, scope?: string): number[];
  months(measure: string, scope?: string): number[];
  daily(measure: string, scope?: string): number[];
}

/** One replication, and what was measured in it. */
export function answers(it: Scenario, engine: Engine['name'] = 'native', replication = 1, sheets = new Sheets()): Answers {
  const plan = planOf(it);
  const layout = layoutOf(plan);
  const care = replicate(plan, replication, engineOf(engine), sheets);
  const numbers = numbersOf(layout, care);
  const find = <T extends { scope: unknown; measure: unknown }>(list: T[], is: (one: T) => boolean, name: string): number => {
    const at = list.findIndex(is);
    if (at < 0) throw new Error(`no such measure: ${name}`);
    return at;
  };
  const windows = layout.months.length + layout.weeks.length;
  const over = (measure: string, scope: string): number[] => {
    const at = find(layout.overTime, (one) => one.measure.id === measure && one.scope.label === scope, `${measure} of ${scope}`);
    return [...numbers.overTime.slice(at * windows, (at + 1) * windows)];
  };
  return {
    care,
    whole: (measure, scope = 'all') =>
      numbers.whole[
        find(layout.entries, (one) => one.measure.id === measure && one.scope.label === scope, `${measure} of ${scope}`)
      ] as number,
    months: (measure, scope = 'all') => over(measure, scope).slice(0, layout.months.length),
    weeks: (measure, scope = 'all') => over(measure, scope).slice(layout.months.length),
    daily: (measure, scope = 'all') => {
      const at = find(layout.series, (one) => one.measure === measure && one.scope === scope, `${measure} of ${scope}`);
      const days = Math.floor(it.days / layout.step);
      return [...numbers.daily.slice(at * days, (at + 1) * days)];
    },
  };
}

/** The whole experiment, in this thread. */
export const experimentOn = (scenarios: Scenario[], engine: Engine['name'] = 'native'): Promise<Result[]> =>
  experiment(
    scenarios.map((it) => ({ scenario: it, values: [], inputs: [], warnings: [] })),
    { engine: engineOf(engine), version: 'test' },
  );
