import type { FollowUps } from './follow-up.ts';
import { untilHour, untilWorkingDay } from './leaving.ts';
import type { Parts } from './parts.ts';
import { daysFrom } from '../plan/dated-time.ts';
import { MOMENTS, Patient } from '../people/patient.ts';
import type { DischargeObservations, HospitalObservations } from '../seen/discharges.ts';
import { type Move, type Person, Verb, type Way } from './way.ts';
import { whyEvents } from '../plan/lanes.ts';

/**
 * People who never wait: nothing they need is limited, so every time of theirs is known as they come in. They are carried
 * through the steps of their whole journey at the door, and take no event. What is seen of them is the same (a contract
 * test holds it to the last byte).
 */
export class Alone {
  private readonly of: Parts & { readonly followUps: FollowUps | null };
  /** By number of the journey. */
  private readonly never: (boolean | undefined)[] = [];
  /** Everybody who goes alone, one after another. */
  private one: Person | null = null;

  constructor(of: Alone['of']) {
    this.of = of;
  }

  /** The one who goes, if nobody on the way ever waits; null: somebody may have to. */
  goes(way: Way): Person | null {
    const { number } = way.journey;
    this.never[number] ??= whyEvents(this.of.plan, way.journey) === null;
    if (!this.never[number]) return null;
    this.one ??= new Patient(0, way, []);
    this.one.way = way;
    return this.one;
  }

  /** Carries the person who has just come in to the end; false for somebody who may have to wait. */
  carries(person: Person): boolean {
    if (person !== this.one) return false;
    this.carry(person);
    return true;
  }

  private carry(person: Person): void {
    const { observations, plan, clock } = this.of;
    const { moves } = person.way;
    let now = person.arrivedAt;
    person.spell = MOMENTS;
    observations.cameIn++;
    for (const move of moves) {
      if (move.verb === Verb.seize) {
        person.admittedAt = now;
        observations.acute.arrived(now, move.hospital as HospitalObservations);
        observations.acute.countAdmission(person, now, move.hospital as HospitalObservations);
        continue;
      }
      if (move.verb === Verb.ready) {
        person.readyAt = now;
        continue;
      }
      if (move.verb === Verb.release) {
        this.release(person, move, now);
        continue;
      }
      if (move.verb === Verb.leave) break;
      const days = this.timeOf(person, move, now);
      if (days === 0) continue;
      if (now + days >= plan.days) {
        observations.acute.inBedAtEnd(person, plan.days);
        return;
      }
      now += days;
      clock.events++;
    }
    observations.left++;
  }

  /** Days until the step is over. */
  private timeOf(person: Person, { verb, dated, toReadyHour }: Move, now: number): number {
    const drawn = person.times[person.spell++] as number;
    if (verb === Verb.workingDay) return untilWorkingDay(this.of.plan, now, drawn);
    if (verb === Verb.leavingHour) return untilHour(now, drawn);
    const days = dated === null ? drawn : daysFrom(dated, drawn, dated.fromReady ? person.readyAt : now);
    return toReadyHour ? Math.max(0, Math.floor(now + days) + (person.times[person.spell++] as number) - now) : days;
  }

  private release(person: Person, move: Move, now: number): void {
    const { observations, followUps } = this.of;
    const discharge = move.discharge as DischargeObservations;
    observations.acute.wasInBed(person, now, move.died || move.passing ? null : discharge);
    if (move.died) {
      observations.acute.countDeath(person, now, discharge);
      return;
    }
    observations.acute.countDischarge(person, now, discharge, move.passing, false, false);
    person.until = now;
    if (person.way.afterwards !== null) followUps?.gone(person, now, person.way.afterwards);
  }
}
