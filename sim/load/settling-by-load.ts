import { blockOf, kindOf, takesHours, usesUp } from '../scenario/kinds.ts';
import { amount, type Limit, valueOn } from '../scenario/dated.ts';
import { minutes } from '../engine/hours.ts';
import { planOf } from '../plan/plan.ts';
import { flexOn, usable } from '../plan/openings.ts';
import type { TimeToSettle } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Accepts, HoursService, Service } from '../scenario/service.ts';
import { type Length, lengthOf } from './lengths.ts';
import { type Load, type Loads, loadsOver } from './loads.ts';
import { type Demand, fillTime, settleTime } from './settle-time.ts';

const WEEKS = 4;

/**
 * How long each service, and the acute beds of each hospital, takes to settle from an empty start at the load with which the period begins: shares, stays and
 * capacity of the day before it, people who come as in the four weeks before it. Services that help one another out are one. Time spent in a place
 * waiting for the next one is not known before the run, so it may take longer. Nothing is said where nobody comes, and of a start from the people present.
 */
export function timesToSettle(scenario: Scenario): TimeToSettle[] {
  if (scenario.startFrom !== null) return [];
  const plan = planOf(scenario);
  const eve = Math.max(0, scenario.warmUpDays - 1);
  const loads = loadsOver(plan, {
    shares: { from: eve, to: eve + 1 },
    rates: lastWeeks(scenario.warmUpDays, plan.days),
    lists: { from: 0, to: scenario.warmUpDays },
  });
  return [...units(scenario)].flatMap(({ scope, of, members }): TimeToSettle[] => {
    const demand = together(members.map((member) => member(loads, eve)));
    if (demand.held === 0) return [];
    const days = settleTime(demand);
    const perWeek = of === 'starts' ? 7 : 1;
    return [
      {
        scope,
        of,
        needed: round(demand.held * perWeek),
        open: Number.isFinite(demand.capacity) ? round(demand.capacity * perWeek) : 'unlimited',
        days: Number.isFinite(days) ? round(days) : null,
      },
    ];
  });
}

/** Whole weeks, so that weekdays do not matter. */
function lastWeeks(warmUpDays: number, days: number): { from: number; to: number } {
  const weeks = Math.min(WEEKS, Math.max(1, Math.floor(warmUpDays / 7)));
  const from = Math.max(0, warmUpDays - 7 * weeks);
  return { from, to: Math.min(days, from + 7 * weeks) };
}

interface Unit {
  scope: string;
  of: TimeToSettle['of'];
  members: ((loads: Loads, day: number) => Demand)[];
}

function units(scenario: Scenario): Unit[] {
  const groups = scenario.sharing.filter(({ above }) => above !== null);
  const alone = scenario.services.filter(({ name }) => !groups.some(({ services }) => services.includes(name)));
  const membersOf = (names: string[]) => scenario.services.filter(({ name }) => names.includes(name));
  return [
    ...scenario.hospitals.map(
      ({ name, beds, waitingLimit }): Unit => ({
        scope: `hospital:${name}`,
        of: 'beds',
        members: [(loads, day) => demandOf(loads.of(`hospital:${name}`), amount(valueOn(beds, day)), waitingLimit)],
      }),
    ),
    ...alone.map(
      (service): Unit => ({
        scope: `service:${service.name}`,
        of: kindOf(service).counts,
        members: [(loads, day) => ofService(scenario, service, loads.of(service.name), day)],
      }),
    ),
    ...groups.map(
      ({ name, services }): Unit => ({
        scope: `group:${name}`,
        of: kindOf(membersOf(services)[0] as Service).counts,
        members: membersOf(services).map((service) => (loads, day) => ofService(scenario, service, loads.of(service.name), day)),
      }),
    ),
  ];
}

function ofService(scenario: Scenario, service: Service, load: Load, day: number): Demand {
  const demand = demandOf(
    load,
    capacityOn(service, day),
    service.waitingLimit,
    usesUp(service) ? 0 : idle(service.acceptsFrom ? valueOn(service.acceptsFrom, day) : service.accepts),
  );
  const { patience } = service;
  if (patience !== null) demand.patience = twoAbove(lengthOf(patience, patience.factor ? valueOn(patience.factor, day) : 1));
  if (demand.held >= demand.capacity) demand.capacity += triggered(scenario, service);
  return demand;
}

/** `empty`: days for which a place stays empty between two people. */
function demandOf({ people, held, stays, before, clumps }: Load, capacity: number, limit: Limit, empty = 0): Demand {
  const each = (sum: number): number => (people === 0 ? 0 : sum / people);
  const longer = stays.days[0] === 0 ? 1 : 1 + (empty * people) / stays.days[0];
  const work = stays.work === 0 ? 1 : (held * longer) / stays.work; // what is held while the next place is arranged, or lies empty, spread over the stays
  return {
    held: held * longer,
    capacity,
    variance: Math.max(0, stays.square * work ** 2 + clumps),
    fill: fillTime([each(before[0]), each(before[1])], [each(stays.days[0]), each(stays.days[1]), each(stays.days[2])]),
    room: limit === 'unlimited' ? Number.POSITIVE_INFINITY : limit * each(held),
    patience: Number.POSITIVE_INFINITY,
  };
}

/** Days from any moment of the week to the next day on which somebody may start, on average. */
function idle({ weekdays }: Accepts): number {
  const wait = (day: number): number =>
    Array.from({ length: 7 }, (_, ahead) => ahead).find((ahead) => weekdays[(day + ahead) % 7]) ?? 0;
  return weekdays.reduce((sum, open, day) => sum + (open ? 0 : wait(day) - 0.5), 0) / 7;
}

function twoAbove({ mean, variance }: Length): number {
  return mean + 2 * Math.sqrt(variance);
}

/** Beds, hours a week or starts a day that may be used, flex and spot included. */
function capacityOn(service: Service, day: number): number {
  const spot = service.spot === null ? 0 : valueOn(service.spot.atMost, day);
  const block = amount(valueOn(blockOf(service), day));
  if (usesUp(service)) return (block + spot) / 7;
  if (!takesHours(service)) return block + spot;
  return inPackages(service, usable(minutes(block), flexOn(service, day)) + minutes(spot), day) / 60;
}

/** Of minutes a week, those that make whole packages; where these differ, half of one lies idle on average, unless whoever fits may start. */
function inPackages({ packages, starts }: HoursService, capacity: number, day: number): number {
  if (!Number.isFinite(capacity)) return capacity;
  const first = packages
    .map(({ hours, share }) => ({ size: minutes(hours[0] ?? 0), share: valueOn(share, day) }))
    .filter(({ share }) => share > 0);
  const [{ size } = { size: 0 }] = first;
  const same = packages.every(({ hours }) => hours.every((week) => minutes(week) === size));
  if (same && size > 0) return capacity - (capacity % size);
  const waste = starts === 'in order' ? first.reduce((sum, it) => sum + it.share * it.size, 0) / 2 : 0;
  return Math.max(0, capacity - waste);
}

/** What triggers may open in it, where the plan alone is too little. */
function triggered({ triggers = [] }: Scenario, { name }: Service): number {
  return triggers
    .flatMap(({ opens }) => opens)
    .filter((it) => it.place === 'service' && it.name === name)
    .reduce((sum, { units }) => sum + units, 0);
}

/** Services that help one another out. */
function together(demands: Demand[]): Demand {
  return demands.reduce((a, b) => ({
    held: a.held + b.held,
    capacity: a.capacity + b.capacity,
    variance: a.variance + b.variance,
    fill: Math.max(a.fill, b.fill),
    room: a.room + b.room,
    patience: Math.max(a.patience, b.patience),
  }));
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
