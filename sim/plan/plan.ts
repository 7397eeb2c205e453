import { dayOfYearZero, firstWeekday, monthOf, simulatedDays } from '../scenario/calendar.ts';
import { amount, byDay, valueOn } from '../scenario/dated.ts';
import { minutes } from '../engine/hours.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { Journey } from './journey.ts';
import { UNLIMITED_STARTS } from '../engine/placements.ts';
import type { Past } from './past.ts';
import type { UnderWay } from '../random/under-way.ts';
import type { Accepts, ArrivalProcess, Dated, HoursService, Limit, Scenario, Service } from '../scenario/scenario.ts';

/** Everything about a scenario that all its replications share, worked out once: day tables, rates, openings. */
export interface Plan {
  scenario: Scenario;
  /** Simulated days: warm-up and collected. */
  days: number;
  /** 1 on Saturdays, Sundays and bank holidays. */
  restDays: Uint8Array;
  /** The first day from each day on that is not a rest day. */
  nextWorkingDay: Int32Array;
  services: ServicePlan[];
  /** One a stream of people; null for a list. */
  arrivals: (ArrivalPlan | null)[];
  /** Acute beds open on each collected day, by hospital; Infinity when unlimited. */
  bedsOpen: Float64Array[];
  /** Every journey there is, as far as built, and what the doors choose from: made when the first replication asks for them. */
  journeys: Journey[];
  choices: Map<number, Choices>;
  /** What people present at the start may have come from, by the name of their stream; and lengths met while they are under way. Likewise. */
  pasts: Map<string, Past[]>;
  underWay: Map<string, UnderWay>;
}

/** Mean arrivals on each simulated day. */
export interface ArrivalPlan {
  /** Before surges and falls. */
  base: Float64Array;
  /** Added by surges, in a stream of its own; null where there are none. */
  surge: Float64Array | null;
  /** Chance of coming that a fall leaves to each person of the base; null where there are none. */
  keep: Float64Array | null;
}

export interface ServicePlan {
  service: Service;
  acceptingDays: Uint8Array | null;
  /** Beds, minutes a week (with flex), or whole starts, by simulated day. */
  ceiling: { from: number; units: number }[];
  /** Spot that may be had, in the same units; empty where there is none. */
  spotLimit: { from: number; units: number }[];
  offered: Int32Array | null;
  /** Beds, hours a week or starts open on each collected day; Infinity when unlimited. */
  open: Float64Array;
}

export function planOf(scenario: Scenario): Plan {
  const days = simulatedDays(scenario);
  const weekday = firstWeekday(scenario);
  const restDays = new Uint8Array(days).map((_, day) => ((weekday + day) % 7 >= 5 ? 1 : 0));
  for (const holiday of scenario.holidays) if (holiday >= 0 && holiday < days) restDays[holiday] = 1;
  const nextWorkingDay = new Int32Array(days);
  for (let day = days - 1; day >= 0; day--) {
    nextWorkingDay[day] = restDays[day] === 0 ? day : (nextWorkingDay[day + 1] ?? day + 1);
  }
  const services = scenario.services.map((service) => servicePlan(scenario, service, days));
  const bedsOpen = scenario.hospitals.map(({ beds }) => byDay(beds, days).subarray(scenario.warmUpDays));
  const arrivals = scenario.arrivals.map(({ arrivals }) =>
    arrivals.kind === 'list' ? null : arrivalPlan(scenario, arrivals, days),
  );
  return {
    scenario,
    days,
    restDays,
    nextWorkingDay,
    services,
    arrivals,
    bedsOpen,
    journeys: [],
    choices: new Map(),
    pasts: new Map(),
    underWay: new Map(),
  };
}

/** What the people of a stream choose from, worked out once. */
export function choicesAt({ scenario, journeys, choices }: Plan, stream: number): Choices {
  const known = choices.get(stream) ?? choicesOf(scenario, stream, journeys);
  choices.set(stream, known);
  return known;
}

function servicePlan(scenario: Scenario, service: Service, days: number): ServicePlan {
  const acceptingDays = acceptingDaysOf(scenario, service, days);
  const collected = (series: Float64Array) => series.subarray(scenario.warmUpDays);
  if (service.kind === 'placements') {
    const offered = startsOffered(service.starts, acceptingDays, acceptsOf(service), days);
    const open =
      offered === null
        ? byDay(service.starts, days)
        : Float64Array.from(offered, (starts) => (starts === UNLIMITED_STARTS ? Number.POSITIVE_INFINITY : starts));
    return { service, acceptingDays, ceiling: [], spotLimit: spotLimitOf(service), offered, open: collected(open) };
  }
  const open = byDay(service.kind === 'beds' ? service.beds : service.commissioned, days);
  return {
    service,
    acceptingDays,
    offered: null,
    ceiling: ceilingOf(service),
    spotLimit: spotLimitOf(service),
    open: collected(open),
  };
}

/** Beds, or minutes a week: commissioned hours x (1 + flex); flex, even without limit, adds nothing to none. */
function ceilingOf(service: Exclude<Service, { kind: 'placements' }>): { from: number; units: number }[] {
  if (service.kind === 'beds') return service.beds.map(({ from, value }) => ({ from, units: amount(value) }));
  const { commissioned, flexFrom = [] } = service;
  const days = [...new Set([...commissioned, ...flexFrom].map(({ from }) => from))].sort((a, b) => a - b);
  return days.map((from) => ({ from, units: usable(minutes(amount(valueOn(commissioned, from))), flexOn(service, from)) }));
}

/** The flex in force on a day. */
export function flexOn({ flex, flexFrom }: HoursService, day: number): Limit {
  return flexFrom ? valueOn(flexFrom, day) : flex;
}

/** Minutes a week that may be delivered of those commissioned. */
export function usable(commissioned: number, flex: Limit): number {
  return commissioned === 0 ? 0 : Math.floor(commissioned * (1 + amount(flex)) + 1e-6);
}

function spotLimitOf({ kind, spot }: Service): { from: number; units: number }[] {
  return (spot?.atMost ?? []).map(({ from, value }) => ({ from, units: kind === 'hours' ? minutes(value) : value }));
}

function acceptingDaysOf(scenario: Scenario, service: Service, days: number): Uint8Array | null {
  const accepts = acceptsOf(service);
  if (service.closures.length === 0 && accepts.every(({ value }) => value.weekdays.every(Boolean) && value.holidays)) return null;
  const weekday = firstWeekday(scenario);
  const holidays = new Set(scenario.holidays);
  const accepting = new Uint8Array(days).map((_, day) => {
    const today = valueOn(accepts, day);
    return today.weekdays[(weekday + day) % 7] && (today.holidays || !holidays.has(day)) ? 1 : 0;
  });
  for (const { from, until } of service.closures) accepting.fill(0, from, Math.min(until, days));
  return accepting;
}

function acceptsOf({ accepts, acceptsFrom }: Service): Dated<Accepts> {
  return acceptsFrom ?? [{ from: 0, value: accepts }];
}

/**
 * Starts a week spread evenly over the accepting days in whole starts: the k-th accepting day since the last change (of either) offers
 * floor((k + 1) c / a) - floor(k c / a), c a week on a accepting days. A bank holiday that is closed offers none, and they are lost.
 */
function startsOffered(
  starts: Dated<Limit>,
  accepting: Uint8Array | null,
  accepts: Dated<Accepts>,
  days: number,
): Int32Array | null {
  if (starts.every((step) => step.value === 'unlimited')) return null;
  const changes = new Set([...starts, ...accepts].map(({ from }) => from));
  const offered = new Int32Array(days);
  let k = 0;
  for (let day = 0; day < days; day++) {
    if (changes.has(day)) k = 0;
    if (accepting !== null && accepting[day] === 0) continue;
    const aDay = amount(valueOn(starts, day)) / valueOn(accepts, day).weekdays.filter(Boolean).length;
    offered[day] = Math.min(
      UNLIMITED_STARTS,
      aDay === Number.POSITIVE_INFINITY ? aDay : Math.floor((k + 1) * aDay + 1e-9) - Math.floor(k * aDay + 1e-9),
    );
    k++;
  }
  return offered;
}

function arrivalPlan(scenario: Scenario, process: ArrivalProcess, days: number): ArrivalPlan {
  const base = ratesOf(scenario, process);
  const factors = byDay(process.factor, days);
  const surge = surges(process) ? base.map((rate, day) => rate * Math.max(0, (factors[day] as number) - 1)) : null;
  return { base, surge, keep: falls(process) ? factors : null };
}

export function surges(process: ArrivalProcess): boolean {
  return process.factor.some(({ value }) => value > 1);
}

export function falls(process: ArrivalProcess): boolean {
  return process.factor.some(({ value }) => value < 1);
}

/** Before surges and falls; constant within the day, season and trend taken at noon. */
function ratesOf(scenario: Scenario, process: ArrivalProcess): Float64Array {
  const weekday = firstWeekday(scenario);
  const newYear = dayOfYearZero(scenario);
  return new Float64Array(simulatedDays(scenario)).map((_, day) => {
    const trend = Math.exp((Math.log1p(process.trendPerYear) * (day + 0.5 - scenario.warmUpDays)) / 365); // not `**`: versions of Node differ in its last digit
    return process.perDay * (process.weekday[(weekday + day) % 7] as number) * season(scenario, process, day, newYear) * trend;
  });
}

function season(scenario: Scenario, { season }: ArrivalProcess, day: number, newYear: number): number {
  if (season === null) return 1;
  if ('monthly' in season) return season.monthly[monthOf(scenario, day)] as number;
  return 1 + season.amplitude * Math.cos((2 * Math.PI * (day + 0.5 + newYear - season.peakDay)) / 365);
}
