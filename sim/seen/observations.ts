import type { Capacity } from '../engine/capacity.ts';
import type { Collection } from '../engine/day-record.ts';
import type { Patient } from '../people/patient.ts';
import { AcuteObservations } from './acute.ts';
import type { DischargeObservations, HospitalObservations } from './discharges.ts';
import { FollowUpObservations } from './follow-up.ts';
import { type Group, ServiceObservations, type ServiceSeen, startedIn } from './referrals.ts';
import { count } from './tally.ts';
import { TriggerObservations } from './triggers.ts';

/** How many pathways, streams of people and places are told apart. */
interface Told {
  pathways: number;
  streams: number;
  places: number;
  triggers: number;
  redirections: number;
}

/**
 * What is seen in one replication: counts and records by day, from which every measure is a formula (see measures/).
 * Days here are collected days, 0 for the first; midnight d is the one that ends day d.
 */
export class Observations {
  readonly collection: Collection;
  readonly acute: AcuteObservations;
  readonly hospitals: HospitalObservations[];
  readonly services: ServiceObservations[];
  readonly triggers: TriggerObservations[];
  /** People redirected, and those meant to be for whom there was no room, by day of their ready date. */
  readonly redirections: { taken: Float64Array; withoutRoom: Float64Array }[];
  /** Self-check: everyone who came in, and everyone who left, warm-up included. */
  cameIn = 0;
  left = 0;
  /** Of those who came in, those who hold no place yet: at a front door, or at home waiting for a service. */
  withoutPlace = 0;
  constructor(
    collection: Collection,
    hospitals: Capacity[],
    services: ServiceSeen[],
    { pathways, streams, places, triggers, redirections }: Told,
  ) {
    this.collection = collection;
    this.acute = new AcuteObservations(collection, hospitals, pathways, places);
    this.hospitals = this.acute.hospitals;
    this.triggers = Array.from({ length: triggers }, () => new TriggerObservations(collection));
    this.redirections = Array.from({ length: redirections }, () => ({
      taken: collection.sheets.take(collection.days),
      withoutRoom: collection.sheets.take(collection.days),
    }));
    this.services = services.map((service) => new ServiceObservations(collection, service, streams, places));
  }

  referred(now: number, service: ServiceObservations, group: Group): void {
    this.tally(now, service, group, 'referrals');
  }

  /** Joins the line of a service, or leaves it. */
  lined(now: number, group: Group, by: 1 | -1): void {
    for (const one of group) one.waiting?.change(now, by);
  }

  started(person: Patient, now: number, service: ServiceObservations, group: Group): void {
    const day = this.day(now);
    if (day < 0) return;
    startedIn(service.all, person, now, day, service.targetWait);
    for (const one of group) startedIn(one, person, now, day, service.targetWait);
  }

  /** Of the starts of a service, one in another service that shares with it. */
  startedElsewhere(now: number, own: ServiceObservations, other: ServiceObservations): void {
    const day = this.day(now);
    if (day < 0) return;
    count(own.elsewhere, day);
    count(other.forOthers, day);
  }

  refused(now: number, service: ServiceObservations, group: Group): void {
    this.tally(now, service, group, 'turnedAway');
  }

  redirected(now: number, index: number, taken: boolean): void {
    const day = this.day(now);
    const seen = this.redirections[index];
    if (day >= 0 && seen !== undefined) count(taken ? seen.taken : seen.withoutRoom, day);
  }

  readmitted(now: number, service: ServiceObservations): void {
    const day = this.day(now);
    if (day >= 0) count(service.readmitted, day);
  }

  /** Leaves a service started in at a time, which may lie before the simulation. */
  leftService(now: number, service: ServiceObservations, startedAt: number): void {
    if (this.day(now) < 0) return;
    service.leavers++;
    service.leaversDays += now - startedAt;
  }

  /** Somebody left a service, in a way that is counted. */
  ended(now: number, ends: Float64Array): void {
    const day = this.day(now);
    if (day >= 0) count(ends, day);
  }

  /** The record of what becomes of the people of a discharge record, begun with the first way that asks for it. */
  followed(seen: DischargeObservations, into: number): FollowUpObservations {
    seen.followUp ??= new FollowUpObservations(this.collection, into);
    return seen.followUp;
  }

  gaveUp(now: number, service: ServiceObservations, group: Group): void {
    this.tally(now, service, group, 'gaveUp');
  }

  /** The place is closed, or the hours handed back: care stops, to go on later. */
  interrupted(now: number, service: ServiceObservations): void {
    service.interrupted?.change(now, 1);
    const day = this.day(now);
    if (day >= 0) count(service.handedBack, day);
  }

  resumed(now: number, service: ServiceObservations): void {
    service.interrupted?.change(now, -1);
  }

  /** Closes every record at the end. */
  finish(end: number): void {
    this.acute.finish(end);
    for (const { open } of this.triggers) open.advance(end);
    for (const { capacity, exits, byStream, byPlace, byPackage, interrupted } of this.services) {
      capacity.advance(end);
      exits?.advance(end);
      interrupted?.advance(end);
      for (const { waiting } of [...byStream, ...byPlace, ...byPackage]) waiting?.advance(end);
    }
  }

  /** Everyone inside, counted where they are: in an acute bed, in a service, or without a place yet. */
  inside(): number {
    return (
      this.acute.inside +
      this.services.reduce((sum, { capacity }) => sum + capacity.using.level, 0) +
      this.withoutPlace -
      this.acute.withTwoPlaces
    );
  }

  /** One more that day, for everybody and for the groups the person counts in. */
  private tally(now: number, service: ServiceObservations, group: Group, what: 'referrals' | 'turnedAway' | 'gaveUp'): void {
    const day = this.day(now);
    if (day < 0) return;
    count(service.all[what], day);
    for (const one of group) count(one[what], day);
  }

  /** Collected day of an instant; negative in the warm-up. */
  private day(now: number): number {
    return Math.floor(now) - this.collection.from;
  }
}
