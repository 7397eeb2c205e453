import { closingMoves, startsWhoeverFits, turnoverOf, usesUp } from '../scenario/kinds.ts';
import { Beds } from '../engine/beds.ts';
import type { Capacity, CapacityPlan } from '../engine/capacity.ts';
import type { Collection } from '../engine/day-record.ts';
import { Hours, minutes } from '../engine/hours.ts';
import { Appointment, type Clock, Kind } from '../engine/instant.ts';
import { Placements } from '../engine/placements.ts';
import { Sharing } from '../engine/sharing.ts';
import type { ServicePlan } from '../plan/openings.ts';
import type { Plan } from '../plan/plan.ts';
import { amount } from '../scenario/dated.ts';
import type { Hospital } from '../scenario/hospital.ts';

/** The acute beds of the hospitals and the capacities of the services, in the order of the scenario. */
export interface Capacities {
  hospitals: Beds[];
  services: Capacity[];
}

export function capacitiesOf(plan: Plan, clock: Clock, collection: Collection): Capacities {
  const { hospitals, sharing, services: named } = plan.scenario;
  const services = plan.services.map((service, i) => serviceOf(service, hospitals.length + i, clock, collection));
  for (const { services: names, above } of sharing) {
    if (above === null) continue;
    const group = new Sharing<Capacity>(above);
    for (const name of names) group.add(services[named.findIndex((it) => it.name === name)] as Capacity);
  }
  return { hospitals: hospitals.map((hospital, number) => new Beds(acuteBeds(hospital, number), clock, collection)), services };
}

function acuteBeds({ name, waitingLimit }: Hospital, number: number): CapacityPlan {
  return {
    name,
    number,
    waitingLimit: amount(waitingLimit),
    acceptingDays: null,
    turnover: 0,
    closingMoves: false,
    whoeverFits: false,
    spot: null,
  };
}

function serviceOf(
  { service, acceptingDays, offered }: ServicePlan,
  number: number,
  clock: Clock,
  collection: Collection,
): Capacity {
  const plan = {
    name: service.name,
    number,
    waitingLimit: amount(service.waitingLimit),
    acceptingDays,
    turnover: turnoverOf(service),
    closingMoves: closingMoves(service),
    whoeverFits: startsWhoeverFits(service),
    spot: service.spot === null ? null : { leadTime: service.spot.leadTime, byWeek: usesUp(service) },
  };
  switch (service.kind) {
    case 'beds':
      return new Beds(plan, clock, collection);
    case 'hours':
      return new Hours(plan, Math.min(...service.packages.map(({ hours }) => minutes(hours[0] ?? 0))), clock, collection);
    case 'placements':
      return new Placements(plan, offered, service.carryOver, clock, collection);
  }
}

/** Sets every limit of the first day, and the others on their days. */
export function setLimits(plan: Plan, clock: Clock, { hospitals, services }: Capacities): void {
  plan.scenario.hospitals.forEach(({ beds }, i) => {
    const hospital = hospitals[i] as Beds;
    const limits = beds.map(({ from, value }) => ({ from, units: amount(value) }));
    onDays(clock, hospital, limits, (units) => hospital.setCeiling(units));
  });
  plan.services.forEach(({ ceiling, spotLimit }, i) => {
    const service = services[i] as Capacity;
    onDays(clock, service, ceiling, (units) => service.setCeiling(units));
    onDays(clock, service, spotLimit, (units) => service.setSpotLimit(units));
  });
}

function onDays(clock: Clock, { plan }: Capacity, limits: { from: number; units: number }[], set: (units: number) => void): void {
  for (const { from, units } of limits) {
    if (from === 0) set(units);
    else clock.after(from, new Appointment(Kind.capacity, plan.number, () => set(units)));
  }
}
