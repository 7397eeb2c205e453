import type { Capacity, Claimant } from '../engine/capacity.ts';
import { Happening } from '../engine/instant.ts';
import type { Journey } from '../plan/journey.ts';
import type { Chance } from './chance.ts';

/** Places at the front of `times` that hold when things happened to the person; what was drawn on arrival follows. */
export const MOMENTS = 9;

/** What carries people through their steps. */
export interface Carer {
  proceed(person: Patient): void;
  moved(person: Patient): boolean;
  granted(person: Patient): void;
}

/** A journey bound to one replication: who carries its people; more is known to those who carry (see way.ts) and watch. */
export interface Bound {
  care: Carer;
  journey: Journey;
  /** The journey's own. */
  priority: number;
}

/** A package that needs fewer hours from week to week. */
export interface Tapering {
  /** The same package goes on, after care was interrupted `at` a time. */
  resumed(at: number): Tapering;
}

/**
 * One person: all luck drawn on arrival, the way ahead, and when things happened. Days; NaN until they do. The times stand
 * in one array: there are forty thousand people a winter, and an array of numbers costs less than as many fields.
 */
export class Patient<Way extends Bound = Bound> extends Happening implements Claimant {
  need = 0;
  ahead: Claimant | null = null;
  behind: Claimant | null = null;
  asked: Capacity | null = null;
  uses: Capacity | null = null;
  usedBefore: Capacity | null = null;
  /** The next step of the way, and the next of the times drawn. */
  step = 0;
  spell = MOMENTS;
  /** Units of the place held now, and of the one before until it is given back. */
  held = 0;
  heldBefore = 0;
  /** The package that tapers, while its stay lasts. */
  taper: Tapering | null = null;
  /** When care was interrupted: the place was closed, or the hours handed back. */
  interruptedAt = 0;
  /** When the place was found that is kept until an hour of leaving. */
  placeFoundAt = 0;
  /** Ends of spells that no longer hold, for somebody moved out. */
  stopped = 0;
  /** Holds no place: at a front door, or at home. */
  placeless = true;
  /** Stays so far of this person, readmissions among them. */
  visit = 1;
  /** In a line for a place. */
  waiting = false;
  /** Place in the list of people in an acute bed. */
  bedIndex = -1;
  way: Way;
  /** Moments, then what was drawn on arrival in the order in which the way asks for it: days, or luck in (0, 1). */
  times: number[];
  /** Another way the person may take on the ready date; null for most. */
  chance: Chance<Way> | null = null;

  constructor(number: number, way: Way, times: number[]) {
    super();
    this.number = number;
    this.way = way;
    this.times = times;
  }

  get priority(): number {
    return this.way.priority;
  }

  get arrivedAt(): number {
    return this.times[0] as number;
  }
  set arrivedAt(time: number) {
    this.times[0] = time;
  }

  /** Joined the line of the place now waited for or used. */
  get queuedAt(): number {
    return this.times[1] as number;
  }
  set queuedAt(time: number) {
    this.times[1] = time;
  }

  get admittedAt(): number {
    return this.times[2] as number;
  }
  set admittedAt(time: number) {
    this.times[2] = time;
  }

  get readyAt(): number {
    return this.times[3] as number;
  }
  set readyAt(time: number) {
    this.times[3] = time;
  }

  /** Referred to the service now waited for or used. */
  get referredAt(): number {
    return this.times[4] as number;
  }
  set referredAt(time: number) {
    this.times[4] = time;
  }

  /** End of the spell that is running. */
  get until(): number {
    return this.times[5] as number;
  }
  set until(time: number) {
    this.times[5] = time;
  }

  /** Days of a stay still to come, for somebody moved out. */
  get remaining(): number {
    return this.times[6] as number;
  }
  set remaining(days: number) {
    this.times[6] = days;
  }

  /** Started in the service used now, which is before the simulation for people present at its start; and in the one before, until it is left. Days of interrupted care are taken out. */
  get startedAt(): number {
    return this.times[7] as number;
  }
  set startedAt(time: number) {
    this.times[7] = time;
  }

  get startedBefore(): number {
    return this.times[8] as number;
  }
  set startedBefore(time: number) {
    this.times[8] = time;
  }

  happen(): void {
    if (this.stopped > 0) this.stopped--;
    else this.way.care.proceed(this);
  }

  moved(): boolean {
    return this.way.care.moved(this);
  }

  granted(): void {
    this.way.care.granted(this);
  }
}
