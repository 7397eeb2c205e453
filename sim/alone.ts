import type { CareSystem } from './care-system.ts';
import { daysFrom } from './dated-time.ts';
import { MOMENTS, Patient } from './patient.ts';
import type { Journey } from './people/journey.ts';
import { choicesAt, type Plan } from './plan.ts';
import type { DischargeObservations, HospitalObservations } from './seen/discharges.ts';
import { type Move, Verb, type Way } from './way.ts';

/** Why the people of a journey take events. */
export type Because = 'services' | 'limited beds' | 'comes back' | 'redirection' | 'trigger' | 'not in a bed';

/** null: nobody on the journey can ever have to wait for a place, and nobody is looked for on it before the end. */
export function whyEvents({ scenario }: Pick<Plan, 'scenario'>, { route, onward, before }: Journey): Because | null {
  const { hospitals, triggers = [], redirections = [] } = scenario;
  const hospital = hospitals.find(({ name }) => name === route.hospital);
  if (route.services.length > 0) return 'services';
  if (hospital === undefined || before !== null) return 'not in a bed';
  if (!hospital.beds.every(({ value }) => value === 'unlimited')) return 'limited beds';
  if (route.readmittedTo !== null || onward !== null) return 'comes back';
  if (redirections.some(({ from }) => from === route.pathway)) return 'redirection';
  if (triggers.some(({ when }) => when.of === null || when.of === hospital.name)) return 'trigger';
  return null;
}

/** Whether anybody at all never waits. */
export function someNeverWait(plan: Plan): boolean {
  plan.scenario.arrivals.forEach((_, stream) => {
    choicesAt(plan, stream);
  });
  return plan.journeys.some((journey) => whyEvents(plan, journey) === null);
}

/**
 * People who never wait: nothing they need is limited, so every time of theirs is known as they come in. They are carried
 * through the steps of their whole journey at the door, and take no event. What is seen of them is the same (a contract
 * test holds it to the last byte).
 */
export class Alone {
  private readonly care: CareSystem;
  /** By number of the journey. */
  private readonly never: (boolean | undefined)[] = [];
  /** Everybody who goes alone, one after another. */
  private one: Patient | null = null;

  constructor(care: CareSystem) {
    this.care = care;
  }

  /** The one who goes, if nobody on the way ever waits; null: somebody may have to. */
  goes(way: Way): Patient | null {
    const { number } = way.journey;
    this.never[number] ??= whyEvents(this.care.plan, way.journey) === null;
    if (!this.never[number]) return null;
    this.one ??= new Patient(0, way, []);
    this.one.way = way;
    return this.one;
  }

  /** Carries the person who has just come in to the end; false for somebody who may have to wait. */
  carries(person: Patient): boolean {
    if (person !== this.one) return false;
    this.carry(person);
    return true;
  }

  private carry(person: Patient): void {
    const { observations, plan, clock } = this.care;
    const { moves } = person.way;
    let now = person.arrivedAt;
    person.spell = MOMENTS;
    observations.cameIn++;
    for (const move of moves) {
      if (move.verb === Verb.seize) {
        person.admittedAt = now;
        observations.arrived(now, move.hospital as HospitalObservations);
        observations.countAdmission(person, now, move.hospital as HospitalObservations);
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
        observations.inBedAtEnd(person, plan.days);
        return;
      }
      now += days;
      clock.events++;
    }
    observations.left++;
  }

  /** Days until the step is over. */
  private timeOf(person: Patient, { verb, dated, toReadyHour }: Move, now: number): number {
    const drawn = person.times[person.spell++] as number;
    if (verb === Verb.workingDay) return this.care.untilWorkingDay(now, drawn);
    if (verb === Verb.leavingHour) return untilHour(now, drawn);
    const days = dated === null ? drawn : daysFrom(dated, drawn, dated.fromReady ? person.readyAt : now);
    return toReadyHour ? Math.max(0, Math.floor(now + days) + (person.times[person.spell++] as number) - now) : days;
  }

  private release(person: Patient, move: Move, now: number): void {
    const { observations, followUps } = this.care;
    const discharge = move.discharge as DischargeObservations;
    observations.wasInBed(person, now, move.died || move.passing ? null : discharge);
    if (move.died) {
      observations.countDeath(person, now, discharge);
      return;
    }
    observations.countDischarge(person, now, discharge, move.passing, false, false);
    person.until = now;
    if (person.way.afterwards !== null) followUps?.gone(person, now, person.way.afterwards);
  }
}

/** Days until an hour of the day comes next. */
export function untilHour(now: number, hour: number): number {
  const today = Math.floor(now) + hour - now;
  return today < 0 ? today + 1 : today;
}
