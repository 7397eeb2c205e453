import { Hours } from '../engine/hours.ts';
import { type Seen, startsHere, sum, type Window } from './measure.ts';

/** What of a service was used, and of it spot: bed-days, hours a week x days, or starts. Hours are kept in minutes a week. */

export function unitsUsed(seen: Seen, window: Window): number {
  const { capacity } = serviceOf(seen);
  if (isStarts(seen)) return startsHere(serviceOf(seen), window);
  return capacity instanceof Hours ? sum(capacity.delivered.areaByDay, window) / 60 : sum(capacity.using.areaByDay, window);
}

export function spotUsed(seen: Seen, window: Window): number {
  const { spot } = serviceOf(seen).capacity;
  if (spot === null) return 0;
  return isStarts(seen) ? sum(spot.startsByDay, window) : sum(spot.used.areaByDay, window) / unit(seen);
}

/** Used or not; a start is bought when it is used. */
export function spotBought(seen: Seen, window: Window): number {
  const { spot } = serviceOf(seen).capacity;
  if (spot === null) return 0;
  return isStarts(seen) ? sum(spot.startsByDay, window) : sum(spot.held.areaByDay, window) / unit(seen);
}

export function spotOrdered(seen: Seen, window: Window): number {
  const { spot } = serviceOf(seen).capacity;
  return spot === null ? 0 : sum(spot.ordered.areaByDay, window) / unit(seen);
}

function serviceOf(seen: Seen): NonNullable<Seen['service']> {
  return seen.service as NonNullable<Seen['service']>;
}

function isStarts({ servicePlan }: Seen): boolean {
  return servicePlan?.service.kind === 'placements';
}

function unit(seen: Seen): number {
  return serviceOf(seen).capacity instanceof Hours ? 60 : 1;
}
