import type { Capacity, CapacityPlan, Claimant } from '../../../sim/engine/capacity.ts';
import { Clock, Happening, Kind } from '../../../sim/engine/instant.ts';
import type { Collection } from '../../../sim/engine/day-record.ts';
import { NativeScheduler } from '../../../sim/engine/native-scheduler.ts';
import type { Scheduler } from '../../../sim/engine/scheduler.ts';
import { Sheets } from '../../../sim/engine/sheets.ts';
import { SimjsScheduler } from '../../../sim/engine/simjs-scheduler.ts';

/** Both schedulers, by name, for tests that hold for each. */
export const SCHEDULERS: [name: string, make: <E>() => Scheduler<E>][] = [
  ['native', <E>() => new NativeScheduler<E>()],
  ['simjs', <E>() => new SimjsScheduler<E>()],
];

export const newClock = (make = SCHEDULERS[0]?.[1]) => new Clock((make as <E>() => Scheduler<E>)<Happening>());

export const collection = (from = 0, days = 30): Collection => ({ from, days, sheets: new Sheets() });

export const plan = (more: Partial<CapacityPlan> = {}): CapacityPlan => ({
  name: 'x',
  number: 0,
  waitingLimit: Number.POSITIVE_INFINITY,
  acceptingDays: null,
  turnover: 0,
  closingMoves: false,
  whoeverFits: false,
  spot: null,
  ...more,
});

/** 1 for Monday to Friday, day 0 being a Monday. */
export const mondayToFriday = (days = 30): Uint8Array => new Uint8Array(days).map((_, day) => (day % 7 < 5 ? 1 : 0));

class Doing extends Happening {
  private readonly what: () => void;
  constructor(kind: number, number: number, what: () => void) {
    super();
    this.kind = kind;
    this.number = number;
    this.what = what;
  }
  happen(): void {
    this.what();
  }
}

/** Something to happen on a day, from time 0. */
export function on(clock: Clock, day: number, what: () => void, kind: number = Kind.completion, number = 0): void {
  clock.after(day - clock.now(), new Doing(kind, number, what));
}

/** Somebody who asks for a place and stays a while, or for ever; writes down when it was found. */
export class Person implements Claimant {
  need: number;
  priority = 1;
  queuedAt = 0;
  ahead: Claimant | null = null;
  behind: Claimant | null = null;
  asked: Capacity | null = null;
  uses: Capacity | null = null;
  usedBefore: Capacity | null = null;
  startedAt: number | null = null;
  answer: string | null = null;
  private readonly clock: Clock;
  private readonly stay: number;
  private capacity: Capacity | null = null;

  constructor(clock: Clock, stay = Number.POSITIVE_INFINITY, need = 1) {
    this.clock = clock;
    this.stay = stay;
    this.need = need;
  }

  asks(capacity: Capacity): this {
    this.capacity = capacity;
    this.answer = capacity.seek(this);
    if (this.answer === 'in') this.granted();
    return this;
  }

  moved(): boolean {
    return false;
  }

  granted(): void {
    this.startedAt = this.clock.now();
    if (this.stay < Number.POSITIVE_INFINITY)
      on(this.clock, this.startedAt + this.stay, () => this.capacity?.leave(this.need, this), Kind.release);
  }
}

/** A person who asks on a day. */
export function arriving(clock: Clock, capacity: Capacity, day: number, stay?: number, need?: number): Person {
  const person = new Person(clock, stay, need);
  on(clock, day, () => person.asks(capacity), Kind.arrival);
  return person;
}
