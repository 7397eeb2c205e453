import type { Scheduler } from './scheduler.ts';
import { wholeTicks } from './ticks.ts';

/** What can happen at one instant, in this order. A census in the period needs no event (see level-record.ts); one in the warm-up is the first. */
export const Kind = { census: 0, release: 1, capacity: 2, gate: 3, trigger: 4, completion: 5, arrival: 6 } as const;

/** Something that happens at a time: a person's next step, an arrival, a change of capacity. */
export abstract class Happening {
  /** One of `Kind`, for the order inside an instant. */
  kind: number = Kind.completion;
  /** Within a kind, the lower number first: a person's number, a service's place in the scenario. */
  number = 0;
  /** Within a number, the one that was awaited first. */
  order = 0;
  abstract happen(): void;
}

/** Something to be done at a time that is not a person's next step. */
export class Appointment extends Happening {
  private readonly act: () => void;

  constructor(kind: number, number: number, act: () => void) {
    super();
    this.kind = kind;
    this.number = number;
    this.act = act;
  }

  happen(): void {
    this.act();
  }
}

/**
 * The order of one instant, kept above the scheduler so that every scheduler gives the same trajectory: what is due at
 * one time happens by kind, then by number, then in the order in which it was awaited; what an event causes at the same time joins those still to come.
 */
export class Clock {
  /** What has happened so far: everybody's coming (counted by whoever sets them on their way), and what took time to happen. */
  events = 0;
  private awaited = 0;
  private readonly due: Happening[] = [];
  private readonly scheduler: Scheduler<Happening>;

  constructor(scheduler: Scheduler<Happening>) {
    this.scheduler = scheduler;
  }

  now(): number {
    return this.scheduler.now();
  }

  after(delay: number, event: Happening): void {
    const days = wholeTicks(delay);
    event.order = this.awaited++;
    if (days === 0) this.due.push(event);
    else this.scheduler.after(days, event);
  }

  run(until: number): void {
    this.settle();
    this.scheduler.run(until, (event, more) => {
      if (event.kind !== Kind.arrival) this.events++;
      if (more || this.due.length > 0) this.due.push(event);
      else event.happen();
      if (!more && this.due.length > 0) this.settle();
    });
  }

  private settle(): void {
    const { due } = this;
    while (due.length > 0) {
      let first = 0;
      for (let i = 1; i < due.length; i++) {
        if (before(due[i] as Happening, due[first] as Happening)) first = i;
      }
      const event = due[first] as Happening;
      due.splice(first, 1);
      event.happen();
    }
  }
}

function before(a: Happening, b: Happening): boolean {
  if (a.kind !== b.kind) return a.kind < b.kind;
  return a.number < b.number || (a.number === b.number && a.order < b.order);
}
