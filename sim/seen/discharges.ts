import type { Capacity } from '../engine/capacity.ts';
import { ExactSum } from './exact-sum.ts';
import type { FollowUpObservations } from './follow-up.ts';
import { type Collection, DayRecord } from '../engine/day-record.ts';

/** Nights counted one by one; the last place holds everyone beyond. */
export const TOP_NIGHTS = 400;
/** Exact stays are counted by the hour up to this many hours; the last place holds everyone beyond. */
export const TOP_STAY_HOURS = 24 * TOP_NIGHTS;
export const LONG_STAYS = [7, 14, 21] as const;

/** One hospital's front door and beds. */
export class HospitalObservations {
  readonly capacity: Capacity;
  /** Its people by where they live; all in one where no places are told apart. */
  readonly byPlace: ResidentObservations[];
  /** Days waited at the front door, of those admitted that day. */
  readonly doorWait: Float64Array;
  readonly arrivals: Float64Array;
  readonly turnedAway: Float64Array;
  waitedAtDoor = 0;

  constructor(collection: Collection, capacity: Capacity, pathways: number, places: number) {
    this.capacity = capacity;
    this.byPlace = Array.from({ length: Math.max(1, places) }, () => new ResidentObservations(collection, pathways, places > 0));
    this.doorWait = collection.sheets.take(collection.days);
    this.arrivals = collection.sheets.take(collection.days);
    this.turnedAway = collection.sheets.take(collection.days);
  }
}

/** People of one place in one hospital. */
export class ResidentObservations {
  readonly byPathway: DischargeObservations[];
  readonly admissions: Float64Array;
  /** In an acute bed. */
  readonly died: Float64Array;
  /** Of them, those in an acute bed; null where no places are told apart: that is the beds' own record. */
  readonly inBeds: DayRecord | null;
  /** Counts at midnight of stays of 7+, 14+, 21+ nights, and of people that many nights past ready; steps until the end. */
  readonly inLong: Float64Array[];
  readonly pastReady: Float64Array[];

  constructor(collection: Collection, pathways: number, apart: boolean) {
    this.byPathway = Array.from({ length: pathways }, () => new DischargeObservations(collection));
    this.admissions = collection.sheets.take(collection.days);
    this.died = collection.sheets.take(collection.days);
    this.inBeds = apart ? new DayRecord(collection) : null;
    this.inLong = LONG_STAYS.map(() => collection.sheets.take(collection.days + 1));
    this.pastReady = LONG_STAYS.map(() => collection.sheets.take(collection.days + 1));
  }
}

/** People of one pathway and place from one hospital. Sums by day of discharge. */
export class DischargeObservations {
  /** Ready and still in bed: kept there by process, or waiting for a place. Two records and no sum of both, so that neither is a difference. */
  readonly inProcess: DayRecord;
  readonly waitingForCapacity: DayRecord;
  readonly discharges: Float64Array;
  /** People delayed one midnight or more, and their midnights. */
  readonly delayedPeople: Float64Array;
  readonly delayedNights: Float64Array;
  /** Exact days. */
  readonly processDelay: Float64Array;
  readonly capacityDelay: Float64Array;
  readonly stay: Float64Array;
  /** People with a stay of 7+, 14+, 21+ nights. */
  readonly longStays: Float64Array[];
  /** Exact stays: people with more than 7, 14, 21 days; squares of the days summed; people by whole hours; and, of all who were in, person-days beyond 7, 14, 21 days. */
  readonly over: Float64Array[];
  readonly staySquared = new ExactSum();
  readonly stayHours: Float64Array;
  readonly daysBeyond = [0, 0, 0];
  /** People by nights of stay, and by midnights past the ready date. */
  readonly nights: Float64Array;
  readonly delayNights: Float64Array;
  /** Where they are on day 91; null where nobody looks. */
  followUp: FollowUpObservations | null = null;

  constructor(collection: Collection) {
    const daily = () => collection.sheets.take(collection.days);
    this.inProcess = new DayRecord(collection);
    this.waitingForCapacity = new DayRecord(collection);
    this.discharges = daily();
    this.delayedPeople = daily();
    this.delayedNights = daily();
    this.processDelay = daily();
    this.capacityDelay = daily();
    this.stay = daily();
    this.longStays = LONG_STAYS.map(daily);
    this.over = LONG_STAYS.map(daily);
    this.stayHours = collection.sheets.take(TOP_STAY_HOURS + 1);
    this.nights = collection.sheets.take(TOP_NIGHTS + 1);
    this.delayNights = collection.sheets.take(TOP_NIGHTS + 1);
  }

  /** Everyone ready and still in bed. */
  get ready(): DayRecord[] {
    return [this.inProcess, this.waitingForCapacity];
  }
}
