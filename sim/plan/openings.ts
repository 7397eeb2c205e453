import { blockOf, type Staying, takesHours, usesUp } from '../scenario/kinds.ts';
import { firstWeekday } from '../scenario/calendar.ts';
import { amount, byDay, type Dated, type Limit, valueOn } from '../scenario/dated.ts';
import { minutes } from '../engine/hours.ts';
import { UNLIMITED_STARTS } from '../engine/placements.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Accepts, HoursService, Service } from '../scenario/service.ts';

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

export function servicePlan(scenario: Scenario, service: Service, days: number): ServicePlan {
  const acceptingDays = acceptingDaysOf(scenario, service, days);
  const collected = (series: Float64Array) => series.subarray(scenario.warmUpDays);
  if (usesUp(service)) {
    const offered = startsOffered(service.starts, acceptingDays, acceptsOf(service), days);
    const open =
      offered === null
        ? byDay(service.starts, days)
        : Float64Array.from(offered, (starts) => (starts === UNLIMITED_STARTS ? Number.POSITIVE_INFINITY : starts));
    return { service, acceptingDays, ceiling: [], spotLimit: spotLimitOf(service), offered, open: collected(open) };
  }
  const open = byDay(blockOf(service), days);
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
function ceilingOf(service: Staying): { from: number; units: number }[] {
  if (!takesHours(service)) return service.beds.map(({ from, value }) => ({ from, units: amount(value) }));
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

function spotLimitOf(service: Service): { from: number; units: number }[] {
  const units = (value: number) => (takesHours(service) ? minutes(value) : value);
  return (service.spot?.atMost ?? []).map(({ from, value }) => ({ from, units: units(value) }));
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
