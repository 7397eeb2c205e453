import { type Clock, Happening, Kind } from '../engine/instant.ts';
import type { Tapering } from '../people/patient.ts';
import type { Person } from './way.ts';

/** A package that needs fewer hours from week to week of care: what it no longer needs is free at once. */
export class Taper extends Happening implements Tapering {
  private readonly clock: Clock;
  private readonly person: Person;
  private readonly weeks: number[];
  /** Days of care so far when it began, and when that was. */
  private readonly before: number;
  private readonly since: number;
  private week: number;

  constructor(clock: Clock, person: Person, weeks: number[], before = 0) {
    super();
    this.kind = Kind.capacity;
    this.number = person.number;
    this.clock = clock;
    this.person = person;
    this.weeks = weeks;
    this.before = before;
    this.since = clock.now();
    this.week = weekOf(before, weeks);
    if (this.week + 1 < weeks.length) clock.after(7 * (this.week + 1) - before, this);
  }

  happen(): void {
    const { person, clock } = this;
    if (person.taper !== this || !Number.isNaN(person.remaining)) return; // the stay is over, or interrupted
    const less = person.held - (this.weeks[++this.week] as number);
    person.held -= less;
    person.way.moves[person.step - 1]?.finished?.usesLess(clock.now(), less);
    person.uses?.free(less);
    if (this.week + 1 < this.weeks.length) this.clock.after(7, this);
  }

  /** The same package goes on, after care was interrupted `at` a time. */
  resumed(at: number): Taper {
    return new Taper(this.clock, this.person, this.weeks, this.before + at - this.since);
  }
}

/** Week of the package after some days of care; the last one holds to the end. */
export function weekOf(days: number, weeks: number[]): number {
  return Math.min(Math.floor(days / 7), weeks.length - 1);
}
