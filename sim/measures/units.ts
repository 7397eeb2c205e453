import type { Service } from '../scenario/service.ts';
import { partsOf, takesHours, usesUp } from '../scenario/kinds.ts';
import type { Capacity } from '../engine/capacity.ts';
import { Hours } from '../engine/hours.ts';
import { ratio } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { NOTHING, ofRecord, ofService, type Sum, sumOfDays } from './sums.ts';

/** What of a service was open and used, and of it spot: bed-days, hours a week x days, or starts. Hours are kept in minutes a week. */

export const insideDays = ofRecord(({ capacity }) => capacity.using);
export const deliveredMinutes = ofRecord(({ capacity }) => (capacity instanceof Hours ? capacity.delivered : null));
/** What triggers added, and spot bought, used and ordered, in the capacity's own units. */
export const extraUnits = ofRecord(({ capacity }) => capacity.extra);
export const heldSpot = ofRecord(({ capacity }) => capacity.spot?.held);
const usedSpot = ofRecord(({ capacity }) => capacity.spot?.used);
const orderedSpot = ofRecord(({ capacity }) => capacity.spot?.ordered);
const spotStarts = ofService(({ capacity }) => capacity.spot?.startsByDay ?? NOTHING);
const ownStarts = ofService(({ all }) => all.starts);
const elsewhere = ofService((it) => it.elsewhere);
const forOthers = ofService((it) => it.forOthers);

/** Starts in a service itself: of its own people there, and of those it took from services that share with it. */
const startsHere: Sum = (seen, window) => ownStarts(seen, window) - elsewhere(seen, window) + forOthers(seen, window);

export const unitsUsed: Sum = (seen, window) => {
  if (usesUp(serviceOf(seen))) return startsHere(seen, window);
  return takesHours(serviceOf(seen)) ? deliveredMinutes(seen, window) / 60 : insideDays(seen, window);
};

/** Beds or starts x days, or hours a week x days, open to a service: as planned, and what triggers added. */
export const unitsOpen: Sum = (seen, window) =>
  sumOfDays(seen.servicePlan?.open ?? [], window) + extraUnits(seen, window) / unit(seen);

export const spotUsed: Sum = (seen, window) =>
  usesUp(serviceOf(seen)) ? spotStarts(seen, window) : usedSpot(seen, window) / unit(seen);

/** Used or not; a start is bought when it is used. */
export const spotBought: Sum = (seen, window) =>
  usesUp(serviceOf(seen)) ? spotStarts(seen, window) : heldSpot(seen, window) / unit(seen);

export const spotOrdered: Sum = (seen, window) => orderedSpot(seen, window) / unit(seen);

/** Share of time with no place free: of time as it was added up, so that never and always are exactly 0 and 1. */
export function fullShare({ fullTime, roomTime }: Capacity): number {
  return ratio(fullTime, fullTime + roomTime);
}

function serviceOf({ servicePlan }: Seen): Service | undefined {
  return servicePlan?.service;
}

function unit(seen: Seen): number {
  return partsOf(serviceOf(seen));
}
