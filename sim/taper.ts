import type { Hours } from './engine/hours.ts';
import { type Clock, Happening, Kind } from './engine/instant.ts';
import type { Patient } from './patient.ts';

/** A package that needs fewer hours from week to week: what it no longer needs is free at once. */
export class Taper extends Happening {
  private readonly clock: Clock;
  private readonly person: Patient;
  private readonly hours: Hours;
  private readonly weeks: number[];
  private readonly place: number;
  private week = 0;

  constructor(clock: Clock, person: Patient, hours: Hours, weeks: number[]) {
    super();
    this.kind = Kind.capacity;
    this.number = person.number;
    this.clock = clock;
    this.person = person;
    this.hours = hours;
    this.weeks = weeks;
    this.place = person.places;
  }

  next(): void {
    if (++this.week < this.weeks.length) this.clock.after(7, this);
  }

  happen(): void {
    const { person, clock } = this;
    if (person.places !== this.place) return; // the stay is over
    const less = person.held - (this.weeks[this.week] as number);
    person.held -= less;
    person.way.moves[person.step - 1]?.finished?.usesLess(clock.now(), less);
    this.hours.free(less);
    this.next();
  }
}
