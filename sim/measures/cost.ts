import { takesHours } from '../scenario/kinds.ts';
import type { Window } from '../scenario/calendar.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Price, Service } from '../scenario/service.ts';
import { overOrUnder } from './hours-ledger.ts';
import type { Measure } from './measure.ts';
import { readyDays } from './no-criteria-to-reside.ts';
import type { Scope } from './scope.ts';
import type { Seen } from './seen-from.ts';
import { constant, type Sum } from './sums.ts';
import { spotBought, spotUsed, unitsOpen, unitsUsed } from './units.ts';

const hasPrice = (service: Service): boolean => service.price !== null || hasSpot(service);
const hasSpot = ({ spot }: Service): boolean => (spot?.price ?? null) !== null;

/** Hours that can go above what is commissioned, by flex or after a cut; unlimited hours have nothing above them. */
const mayOverDeliver = (service: Service): boolean =>
  takesHours(service) && service.price !== null && service.commissioned.every(({ value }) => value !== 'unlimited');

/** Where something that can be paid for is in the scope. */
const where =
  (paid: (service: Service) => boolean): NonNullable<Measure['applies']> =>
  (scenario, scope) =>
    scenario.services.some((service, index) => paid(service) && shareIn(scope, service, index) > 0);

/** The share of a service's cost that falls in a scope: all, one service, or one payer. */
function shareIn({ kind, label, index }: Scope, { payers }: Service, at: number): number {
  if (kind === 'payer') return payers.find(({ name }) => label === `payer:${name}`)?.share ?? 0;
  return kind === 'all' || index === at ? 1 : 0;
}

/** £ for so many bed-days, starts, or contact hours a week x days: an hour is paid with its travel and handover. */
export function costOf(service: Service, units: number, price: Price | null): number {
  const amount = price?.amount ?? 0;
  return takesHours(service) ? (units / 7) * (amount * service.paidHours) : units * amount;
}

function serviceOf({ servicePlan }: Seen): Service {
  return (servicePlan as NonNullable<Seen['servicePlan']>).service;
}

/** Spot bought, used or not. */
function spotCost(seen: Seen, window: Window): number {
  const service = serviceOf(seen);
  return costOf(service, spotBought(seen, window), service.spot?.price ?? null);
}

/** Block and spot, each at its price. */
export function costUsed(seen: Seen, window: Window): number {
  const service = serviceOf(seen);
  const spot = spotUsed(seen, window);
  return costOf(service, unitsUsed(seen, window) - spot, service.price) + costOf(service, spot, service.spot?.price ?? null);
}

/** What was bought whether used or not, block and spot; unlimited capacity is paid for as used. */
function commissioned(seen: Seen, window: Window): number {
  const { service } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  const units = unitsOpen(seen, window);
  return Number.isFinite(units) ? costOf(service, units, service.price) + spotCost(seen, window) : costUsed(seen, window);
}

function overDelivered(seen: Seen, window: Window): number {
  const service = serviceOf(seen);
  return mayOverDeliver(service) ? costOf(service, overOrUnder(seen, window, 1) * 7, service.price) : 0;
}

/** The services in the scope, and of each the scope's share. */
const paidIn = constant(({ plan, scope, views }) =>
  plan.scenario.services
    .map((service, index) => ({ service: views.ofService(index), share: shareIn(scope, service, index) }))
    .filter(({ share }) => share > 0),
);

const overServices =
  (cost: Sum): Sum =>
  (seen, window) => {
    if (seen.scope.kind === 'service') return cost(seen, window);
    let sum = 0;
    for (const { service, share } of paidIn(seen)) sum += cost(service, window) * share;
    return sum;
  };

const valued = (scenario: Scenario) => scenario.delayedBedDay !== null && scenario.hospitals.length > 0;

export const costMeasures: Measure[] = [
  {
    id: 'cost-commissioned',
    title: 'Cost of capacity commissioned',
    unit: '£',
    better: 'lower',
    scopes: ['all', 'service', 'payer'],
    overTime: true,
    adds: true,
    applies: where(hasPrice),
    definition:
      'Capacity commissioned and spot bought, each at its price, used or not, with what triggers opened; services without a price are not in it, unlimited capacity is paid for as used. Contact hours are paid with the paid hours they take.',
    formula: 'sum of capacity commissioned x price + spot bought x spot price (hours: x paid hours per contact hour)',
    of: overServices(commissioned),
  },
  {
    id: 'cost-spot',
    title: 'Cost of spot capacity',
    unit: '£',
    better: 'lower',
    scopes: ['all', 'service', 'payer'],
    overTime: true,
    adds: true,
    applies: where(hasSpot),
    definition: 'Of the cost of capacity commissioned, what was bought on the spot, used or not.',
    formula: 'sum of spot bought x spot price (hours: x paid hours per contact hour)',
    of: overServices(spotCost),
  },
  {
    id: 'cost-over-delivered',
    title: 'Cost of hours over-delivered',
    unit: '£',
    better: 'lower',
    scopes: ['all', 'service', 'payer'],
    overTime: true,
    applies: where(mayOverDeliver),
    definition:
      'Hours delivered above those commissioned and bought on the spot, week by week where positive, at the price of the block: comes on top of the cost of capacity commissioned. Contact hours are paid with the paid hours they take.',
    formula: 'sum over weeks of max(0, delivered - commissioned - spot) x price x paid hours per contact hour',
    of: overServices(overDelivered),
  },
  {
    id: 'cost-used',
    title: 'Cost of capacity used',
    unit: '£',
    better: null,
    scopes: ['all', 'service', 'payer'],
    overTime: true,
    adds: true,
    applies: where(hasPrice),
    definition:
      'Hours delivered, bed-days or starts used, block and spot each at its price; services without a price are not in it. Contact hours are paid with the paid hours they take.',
    formula: 'sum of capacity used x price (hours: x paid hours per contact hour)',
    of: overServices(costUsed),
  },
  {
    id: 'cost-delayed-bed-days',
    title: 'Opportunity value of delayed bed-days',
    unit: '£',
    better: 'lower',
    scopes: ['all'],
    overTime: true,
    adds: true,
    applies: valued,
    definition: 'Bed-days delayed at the stated value of an acute bed-day: what the beds could have been used for, not cash.',
    formula: 'bed-days delayed x value of a bed-day',
    of: (seen, window) => readyDays(seen, window) * (seen.plan.scenario.delayedBedDay ?? Number.NaN),
  },
];
