import { Hours } from '../engine/hours.ts';
import type { Scenario, Service } from '../scenario.ts';
import { type Measure, ofDischarges, type Scope, type Seen, seenFrom, sum, type Window } from './measure.ts';

const priced: NonNullable<Measure['applies']> = (scenario, { kind, index }) =>
  kind === 'all' ? scenario.services.some(({ price }) => price !== null) : (scenario.services[index]?.price ?? null) !== null;

/** £ for a bed-day, a start or a contact hour: an hour is paid with its travel and handover. */
function unitCost(service: Service): number {
  const amount = service.price?.amount ?? 0;
  return service.kind === 'hours' ? amount * service.paidHours : amount;
}

/** Contact hours, bed-days or starts x what one costs. */
function used(seen: Seen, window: Window): number {
  const { capacity, all: { starts } } = seen.service as NonNullable<Seen['service']>;
  const { service } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  if (service.kind === 'placements') return sum(starts, window) * unitCost(service);
  if (capacity instanceof Hours) return (sum(capacity.delivered.areaByDay, window) / 60 / 7) * unitCost(service);
  return sum(capacity.using.areaByDay, window) * unitCost(service);
}

/** What was bought whether used or not; unlimited capacity is paid for as used. */
function commissioned(seen: Seen, window: Window): number {
  const { service, open } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  if (!service.price) return 0;
  const units = sum(open, window) / (service.kind === 'hours' ? 7 : 1);
  return Number.isFinite(units) ? units * unitCost(service) : used(seen, window);
}

/** One service, or the sum over all. */
function overServices(seen: Seen, window: Window, cost: (seen: Seen, window: Window) => number): number {
  if (seen.scope.kind === 'service') return cost(seen, window);
  return seen.plan.scenario.services.reduce((sum, { name }, index) => {
    const scope: Scope = { kind: 'service', label: `service:${name}`, index };
    return sum + cost(seenFrom(seen.plan, seen.all, scope), window);
  }, 0);
}

const valued = (scenario: Scenario) => scenario.delayedBedDay !== null && scenario.hospitals.length > 0;

export const costMeasures: Measure[] = [
  {
    id: 'cost-commissioned', title: 'Cost of capacity commissioned', unit: '£', better: 'lower', scopes: ['all', 'service'], overTime: true, adds: true, applies: priced,
    definition: 'Capacity commissioned at its price, used or not; services without a price are not in it, unlimited capacity is paid for as used. Contact hours are paid with the paid hours they take.',
    formula: 'sum of capacity commissioned x price (hours: x paid hours per contact hour)',
    of: (seen, window) => overServices(seen, window, commissioned),
  },
  {
    id: 'cost-used', title: 'Cost of capacity used', unit: '£', better: null, scopes: ['all', 'service'], overTime: true, adds: true, applies: priced,
    definition: 'Hours delivered, bed-days or starts used, at their price; services without a price are not in it. Contact hours are paid with the paid hours they take.',
    formula: 'sum of capacity used x price (hours: x paid hours per contact hour)',
    of: (seen, window) => overServices(seen, window, used),
  },
  {
    id: 'cost-delayed-bed-days', title: 'Opportunity value of delayed bed-days', unit: '£', better: 'lower', scopes: ['all'], overTime: true, adds: true, applies: valued,
    definition: 'Bed-days delayed at the stated value of an acute bed-day: what the beds could have been used for, not cash.',
    formula: 'bed-days delayed x value of a bed-day',
    of: (seen, window) => ofDischarges(seen, (it) => it.ready.areaByDay, window) * (seen.plan.scenario.delayedBedDay ?? Number.NaN),
  },
];
