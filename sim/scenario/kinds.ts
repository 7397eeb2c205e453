import type { Dated, Limit } from './dated.ts';
import type { BedService, Contract, HoursService, Outcome, Package, PlacementService, Service } from './service.ts';

/** What differs by kind of service, all in one place: its shape is in service.ts, and its class is opened in capacities.ts. */
interface Kind {
  /** What is counted, and by what measure it is open. */
  counts: 'beds' | 'hours' | 'starts';
  unit: 'beds' | 'hours a week' | 'starts a week';
  /** People stay, use it all the while and are followed on; otherwise a start is used up, and the person leaves the model. */
  stays: boolean;
  /** Whole units of a capacity in one of what is counted: hours are kept in minutes. */
  parts: 1 | 60;
  /** What is open on a day is for that day, and adds up over a week; otherwise it stands while it is open. */
  byDay: boolean;
  /** People in it are at home, where the scenario does not say. */
  atHome: boolean;
}

const KINDS: Record<Service['kind'], Kind> = {
  beds: { counts: 'beds', unit: 'beds', stays: true, parts: 1, byDay: false, atHome: false },
  hours: { counts: 'hours', unit: 'hours a week', stays: true, parts: 60, byDay: false, atHome: true },
  placements: { counts: 'starts', unit: 'starts a week', stays: false, parts: 1, byDay: true, atHome: true },
};

export type Staying = BedService | HoursService;

export const kindOf = ({ kind }: Service): Kind => KINDS[kind];

export const partsOf = (service: Service | undefined): number => (service === undefined ? 1 : kindOf(service).parts);

export function staysIn(service: Service | undefined): service is Staying {
  return service !== undefined && kindOf(service).stays;
}

export function usesUp(service: Service | undefined): service is PlacementService {
  return service !== undefined && !kindOf(service).stays;
}

export const takesBeds = (service: Service | undefined): service is BedService => service?.kind === 'beds';
export const takesHours = (service: Service | undefined): service is HoursService => service?.kind === 'hours';

/** None where nobody stays. */
export const packagesOf = (service: Service | undefined): Package[] => (staysIn(service) ? service.packages : []);

/** None where nobody is followed on. */
export const outcomesOf = (service: Service | undefined): Outcome[] => (staysIn(service) ? service.outcomes : []);

/** Beds, hours a week or starts a week of the block, without flex. */
export function blockOf(service: Service): Dated<Limit> {
  if (takesBeds(service)) return service.beds;
  return takesHours(service) ? service.commissioned : service.starts;
}

/** Days for which a place is empty between two people. */
export const turnoverOf = (service: Service): number => (takesBeds(service) ? service.turnover : 0);

/** Whether people are moved out, or handed back, as it closes. */
export const closingMoves = (service: Service | undefined): boolean => staysIn(service) && service.closingMoves;

/** Whether anyone whose package fits may start before those ahead in the queue. */
export const startsWhoeverFits = (service: Service): boolean => takesHours(service) && service.starts === 'whoever fits';

/** Whether a start that nobody takes is lost. */
export const losesStarts = (service: Service | undefined): boolean => usesUp(service) && !service.carryOver;

export const contractOf = (service: Service | undefined): Contract | null => (takesHours(service) ? service.contract : null);
