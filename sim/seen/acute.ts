import type { Capacity } from '../engine/capacity.ts';
import type { Collection } from '../engine/day-record.ts';
import { LevelRecord } from '../engine/level-record.ts';
import type { Bound, Patient as PatientOf } from '../people/patient.ts';
import type { Route } from '../patient-journey.ts';
import {
  type DischargeObservations,
  HospitalObservations,
  LONG_STAYS,
  type ResidentObservations,
  TOP_NIGHTS,
  TOP_STAY_HOURS,
} from './discharges.ts';
import { accumulate, add, count } from './tally.ts';

/** What must be known of a person's way to count the person. */
export interface Watched extends Bound {
  route: Route;
  hospital: HospitalObservations | null;
  /** The hospital's people who live where this one does, and of them those of the pathway. */
  residents: ResidentObservations | null;
  discharge: DischargeObservations | null;
}

type Patient = PatientOf<Watched>;

/** What is seen of hospitals: the front doors, the acute beds and the people in them, discharges and deaths. */
export class AcuteObservations {
  readonly hospitals: HospitalObservations[];
  /** People discharge ready and still in an acute bed, all hospitals. */
  readonly ready: LevelRecord;
  /** In an acute bed until an hour of leaving, and counted in the service that keeps a place for them too. */
  withTwoPlaces = 0;
  private readonly collection: Collection;
  private readonly inBed: Patient[] = [];
  /** In an acute bed at the end, of people who took no events. */
  private stillIn = 0;

  constructor(collection: Collection, hospitals: Capacity[], pathways: number, places: number) {
    this.collection = collection;
    this.ready = new LevelRecord(collection);
    this.hospitals = hospitals.map((capacity) => new HospitalObservations(collection, capacity, pathways, places));
  }

  /** At the front door: in a bed at once, waiting for one, or turned away. */
  arrived(now: number, hospital: HospitalObservations): void {
    const day = this.day(now);
    if (day >= 0) count(hospital.arrivals, day);
  }

  /** In an acute bed since a time before the start, which counts no admission of this period. */
  present(person: Patient, admittedAt: number): void {
    person.admittedAt = admittedAt;
    this.takeBed(person, 0);
  }

  admitted(person: Patient, now: number, hospital: HospitalObservations): void {
    person.admittedAt = now;
    this.takeBed(person, now);
    this.countAdmission(person, now, hospital);
  }

  countAdmission(person: Patient, now: number, hospital: HospitalObservations): void {
    const residents = person.way.residents as ResidentObservations;
    const day = this.day(now);
    if (day < 0) return;
    count(residents.admissions, day);
    add(hospital.doorWait, day, now - person.arrivedAt);
    if (now > person.arrivedAt) hospital.waitedAtDoor++;
  }

  /** `passing`: leaves at this very instant, so no level stands for any time. */
  becameReady(person: Patient, now: number, seen: DischargeObservations, passing: boolean): void {
    person.readyAt = now;
    if (passing) return;
    this.ready.change(now, 1);
    seen.inProcess.change(now, 1);
  }

  /** First referral from an acute bed: from here on the person waits for capacity. */
  processOver(now: number, seen: DischargeObservations): void {
    seen.inProcess.change(now, -1);
    seen.waitingForCapacity.change(now, 1);
  }

  /** The wait for capacity is over, though the person leaves only later, at an hour of leaving: until then it is process. */
  placeFound(person: Patient, now: number, seen: DischargeObservations): void {
    if (goesToStay(person)) this.withTwoPlaces++;
    person.placeFoundAt = now;
    seen.waitingForCapacity.change(now, -1);
    seen.inProcess.change(now, 1);
  }

  /** Leaves the acute bed: the discharge. `placeFound`: the wait for capacity was over before. */
  discharged(
    person: Patient,
    now: number,
    seen: DischargeObservations,
    passing: boolean,
    toService: boolean,
    placeFound: boolean,
  ): void {
    if (!passing) {
      this.ready.change(now, -1);
      (toService && !placeFound ? seen.waitingForCapacity : seen.inProcess).change(now, -1);
      if (placeFound && goesToStay(person)) this.withTwoPlaces--;
    }
    this.leaveBed(person, now);
    this.countDischarge(person, now, seen, passing, toService, placeFound);
  }

  countDischarge(
    person: Patient,
    now: number,
    seen: DischargeObservations,
    passing: boolean,
    toService: boolean,
    placeFound: boolean,
  ): void {
    this.longStay(person, now);
    this.beyond(person, now, seen);
    const day = this.day(now);
    if (day < 0) return;
    const tonight = Math.floor(now);
    const nights = tonight - Math.floor(person.admittedAt);
    const delayed = tonight - Math.floor(person.readyAt);
    count(seen.discharges, day);
    const stay = now - person.admittedAt;
    add(seen.stay, day, now - person.admittedAt);
    seen.staySquared.add(stay * stay);
    count(seen.stayHours, Math.min(Math.floor(stay * 24), TOP_STAY_HOURS));
    count(seen.nights, Math.min(nights, TOP_NIGHTS));
    count(seen.delayNights, Math.min(delayed, TOP_NIGHTS));
    if (delayed > 0) {
      count(seen.delayedPeople, day);
      add(seen.delayedNights, day, delayed);
    }
    if (!passing) {
      // Each wait is the time between two instants: whoever waits for none has exactly none.
      const referred = toService ? person.referredAt : now;
      const found = placeFound ? person.placeFoundAt : now;
      add(seen.processDelay, day, referred - person.readyAt + (now - found));
      add(seen.capacityDelay, day, found - referred);
    }
    if (stay > 7) for (let i = 0; i < 3; i++) if (stay > (LONG_STAYS[i] as number)) count(seen.over[i] as Float64Array, day);
    if (nights >= 7)
      for (let i = 0; i < 3; i++) if (nights >= (LONG_STAYS[i] as number)) count(seen.longStays[i] as Float64Array, day);
  }

  /** Gives the bed back without a discharge. The nights so far count as those of an occupied bed. */
  diedInHospital(person: Patient, now: number, seen: DischargeObservations): void {
    this.leaveBed(person, now);
    this.countDeath(person, now, seen);
  }

  countDeath(person: Patient, now: number, seen: DischargeObservations): void {
    this.longStay(person, now);
    this.beyond(person, now, seen);
    const day = this.day(now);
    if (day >= 0) count((person.way.residents as ResidentObservations).died, day);
  }

  /** In an acute bed from admission to a time, known beforehand; `seen`: and ready in between, kept by process. */
  wasInBed({ admittedAt, readyAt, way }: Patient, until: number, seen: DischargeObservations | null): void {
    (way.hospital as HospitalObservations).capacity.heldAlone(admittedAt, until);
    way.residents?.inBeds?.interval(admittedAt, until);
    if (seen === null) return;
    this.ready.interval(readyAt, until);
    seen.inProcess.interval(readyAt, until);
  }

  /** The same for somebody who is still in at the end. */
  inBedAtEnd(person: Patient, end: number): void {
    const seen = person.way.discharge as DischargeObservations;
    this.stillIn++;
    this.wasInBed(person, end, person.readyAt <= end ? seen : null);
    this.longStay(person, end);
    this.beyond(person, end, seen);
  }

  turnedAway(now: number, hospital: HospitalObservations): void {
    const day = this.day(now);
    if (day >= 0) count(hospital.turnedAway, day);
  }

  /** People in an acute bed. */
  get inside(): number {
    return this.inBed.length + this.stillIn;
  }

  /** Closes every record at the end; people still in a bed count at the midnights they were there. */
  finish(end: number): void {
    this.ready.advance(end);
    for (const { capacity } of this.hospitals) capacity.advance(end);
    for (const person of this.inBed) {
      this.longStay(person, end);
      this.beyond(person, end, person.way.discharge as DischargeObservations);
    }
    for (const residents of this.hospitals.flatMap(({ byPlace }) => byPlace)) this.finishResidents(residents, end);
  }

  private finishResidents({ byPathway, inBeds, inLong, pastReady }: ResidentObservations, end: number): void {
    inBeds?.advance(end);
    for (const seen of byPathway) {
      seen.inProcess.advance(end);
      seen.waitingForCapacity.advance(end);
    }
    for (const steps of [...inLong, ...pastReady]) accumulate(steps);
  }

  /** Collected day of an instant; negative in the warm-up. */
  private day(now: number): number {
    return Math.floor(now) - this.collection.from;
  }

  private takeBed(person: Patient, now: number): void {
    person.bedIndex = this.inBed.length;
    this.inBed.push(person);
    person.way.residents?.inBeds?.change(now, 1);
  }

  private leaveBed(person: Patient, now: number): void {
    person.way.residents?.inBeds?.change(now, -1);
    const last = this.inBed.pop() as Patient;
    if (last === person) return;
    this.inBed[person.bedIndex] = last;
    last.bedIndex = person.bedIndex;
  }

  /** Midnights at which the person had been in 7/14/21 nights, or was 7/14/21 nights past the ready date. */
  private longStay(person: Patient, until: number): void {
    const residents = person.way.residents as ResidentObservations;
    const last = Math.floor(until);
    if (last - Math.floor(person.admittedAt) < 7 || last <= this.collection.from) return;
    for (let i = 0; i < 3; i++) {
      this.mark(residents.inLong[i] as Float64Array, Math.floor(person.admittedAt) + (LONG_STAYS[i] as number), last);
      if (person.readyAt <= until)
        this.mark(residents.pastReady[i] as Float64Array, Math.floor(person.readyAt) + (LONG_STAYS[i] as number), last);
    }
  }

  /** Person-days inside the collection after the first 7, 14 and 21 days of the stay, exact. */
  private beyond(person: Patient, until: number, seen: DischargeObservations): void {
    for (let i = 0; i < 3; i++) {
      const days = until - Math.max(person.admittedAt + (LONG_STAYS[i] as number), this.collection.from);
      if (days <= 0) return;
      seen.daysBeyond[i] = (seen.daysBeyond[i] as number) + days;
    }
  }

  /** Adds one to every midnight from `first` to `last`, as steps: +1 where it begins, -1 after it ends. Midnight m ends day m - 1. */
  private mark(steps: Float64Array, first: number, last: number): void {
    if (first > last) return;
    const { from } = this.collection;
    if (last - from - 1 < 0) return;
    count(steps, Math.max(0, first - from - 1));
    add(steps, last - from, -1);
  }
}

/** To a service that counts the person as inside from the start; a placement counts nobody. */
function goesToStay({ way }: Patient): boolean {
  return way.route.services[0]?.stays ?? false;
}
