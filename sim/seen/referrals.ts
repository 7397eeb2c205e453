import type { Capacity } from '../engine/capacity.ts';
import { type Collection, DayRecord } from '../engine/day-record.ts';
import type { Patient } from '../people/patient.ts';
import { ExactSum } from './exact-sum.ts';
import { ExitObservations } from './exits.ts';
import { count } from './tally.ts';

/** Waits are counted by the hour up to this many hours; the last place holds everyone beyond. */
export const TOP_HOURS = 24 * 400;

/** Referrals to a service: everybody's, or those of one stream of people. */
export class ReferralObservations {
  readonly referrals: Float64Array;
  readonly starts: Float64Array;
  readonly turnedAway: Float64Array;
  /** Left the line before a place was found. */
  readonly gaveUp: Float64Array;
  /** People of a group in the line; null for everybody: that is the capacity's own record. */
  readonly waiting: DayRecord | null;
  /** Days from referral to start, summed over starts, and their squares; those who had to queue, and their days in the queue. */
  wait = 0;
  readonly waitSquared = new ExactSum();
  queued = 0;
  queueing = 0;
  onTime = 0;
  longestWait = 0;
  /** Starts by whole hours waited from the referral, rounded up. */
  readonly waitHours: Float64Array;

  constructor(collection: Collection, everybody: boolean) {
    this.referrals = collection.sheets.take(collection.days);
    this.starts = collection.sheets.take(collection.days);
    this.turnedAway = collection.sheets.take(collection.days);
    this.gaveUp = collection.sheets.take(collection.days);
    this.waitHours = collection.sheets.take(TOP_HOURS + 1);
    this.waiting = everybody ? null : new DayRecord(collection);
  }
}

/** The groups a person's referral counts in, besides everybody. */
export type Group = ReferralObservations[];

/** What is watched of a service. */
export interface ServiceSeen {
  capacity: Capacity;
  targetWait: number | null;
  packages: number;
  /** People may have to stay after their care is finished. */
  canExitBlock: boolean;
  /** People may be moved out of it, or handed back by it. */
  moves: boolean;
  shortTerm: boolean;
  someDie: boolean;
}

/** One record each; none where there is nothing to tell apart. */
function groups(collection: Collection, number: number): ReferralObservations[] {
  return number > 1 ? Array.from({ length: number }, () => new ReferralObservations(collection, false)) : [];
}

export class ServiceObservations {
  readonly capacity: Capacity;
  readonly targetWait: number | null;
  readonly all: ReferralObservations;
  /** By stream of people, in the order of the scenario; empty where only one stream is. */
  readonly byStream: ReferralObservations[];
  /** Readmitted to a hospital on leaving. */
  readonly readmitted: Float64Array;
  /** null where nobody goes on from here, or nobody waits for it here. */
  readonly exits: ExitObservations | null;
  /** Moved out or handed back that day, and those whose care is interrupted for it; none where nobody is moved. */
  readonly handedBack: Float64Array;
  readonly interrupted: DayRecord | null;
  /** Died in it; none where nobody does. */
  readonly died: Float64Array;
  /** Left short-term support with a long-term need, or with none, by day; none where it is no short-term support. */
  readonly toLongTerm: Float64Array;
  readonly toNoLongTerm: Float64Array;
  /** Starts of its people in another service, and here of another's people. */
  readonly elsewhere: Float64Array;
  readonly forOthers: Float64Array;
  /** Left it, whosever people they were, and their days in it from the start. */
  leavers = 0;
  leaversDays = 0;
  /** By where people live, and by package, likewise. */
  readonly byPlace: ReferralObservations[];
  readonly byPackage: ReferralObservations[];

  constructor(
    collection: Collection,
    { capacity, targetWait, packages, canExitBlock, moves, shortTerm, someDie }: ServiceSeen,
    streams: number,
    places: number,
  ) {
    this.capacity = capacity;
    this.targetWait = targetWait;
    this.all = new ReferralObservations(collection, true);
    this.readmitted = collection.sheets.take(collection.days);
    this.exits = canExitBlock ? new ExitObservations(collection) : null;
    this.handedBack = collection.sheets.take(moves ? collection.days : 0);
    this.interrupted = moves ? new DayRecord(collection) : null;
    this.died = collection.sheets.take(someDie ? collection.days : 0);
    this.toLongTerm = collection.sheets.take(shortTerm ? collection.days : 0);
    this.toNoLongTerm = collection.sheets.take(shortTerm ? collection.days : 0);
    this.elsewhere = collection.sheets.take(collection.days);
    this.forOthers = collection.sheets.take(collection.days);
    this.byStream = groups(collection, streams);
    this.byPlace = groups(collection, places);
    this.byPackage = groups(collection, packages);
  }
}

/** One more start, with its wait. */
export function startedIn(
  seen: ReferralObservations,
  person: Patient,
  now: number,
  day: number,
  targetWait: number | null,
): void {
  count(seen.starts, day);
  const wait = now - person.referredAt;
  seen.wait += now - person.referredAt;
  seen.waitSquared.add(wait * wait);
  seen.longestWait = Math.max(seen.longestWait, wait);
  if (now > person.queuedAt) {
    seen.queued++;
    seen.queueing += now - person.queuedAt;
  }
  if (targetWait !== null && wait <= targetWait + 1e-9) seen.onTime++; // clock times are sums of doubles
  count(seen.waitHours, Math.min(Math.ceil(wait * 24 - 1e-9), TOP_HOURS));
}
