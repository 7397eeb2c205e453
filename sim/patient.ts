import type { Claimant } from './engine/capacity.ts';
import { Happening } from './engine/instant.ts';
import type { CareSystem, Way } from './care-system.ts';

/** One person: all luck drawn on arrival, the way ahead, and when things happened. Days; NaN until they do. */
export class Patient extends Happening implements Claimant {
  need = 0;
  readonly priority: number;
  queuedAt = 0;
  ahead: Claimant | null = null;
  behind: Claimant | null = null;
  /** The next step of the way, and the next of the times. */
  step = 0;
  spell = 0;
  /** Units of the place held now, and of the one before until it is given back. */
  held = 0;
  heldBefore = 0;
  /** Places found so far: tells a taper that its stay is over. */
  places = 0;
  /** End of the spell that is running; days of a stay still to come, for somebody moved out; ends of spells that no longer hold. */
  until = 0;
  remaining = Number.NaN;
  stopped = 0;
  /** In a line for a place. */
  waiting = false;
  arrivedAt = 0;
  admittedAt = Number.NaN;
  readyAt = Number.NaN;
  /** Referred to the service now waited for or used. */
  referredAt = Number.NaN;
  /** Place in the list of people in an acute bed; -1 outside. */
  bedIndex = -1;
  readonly way: Way;
  /** What was drawn on arrival, in the order in which the way asks for it: days, or luck in (0, 1). */
  readonly times: number[];
  private readonly care: CareSystem;

  constructor(care: CareSystem, number: number, priority: number, way: Way, times: number[]) {
    super();
    this.number = number;
    this.priority = priority;
    this.care = care;
    this.way = way;
    this.times = times;
  }

  happen(): void {
    if (this.stopped > 0) this.stopped--;
    else this.care.proceed(this);
  }

  moved(): boolean {
    return this.care.moved(this);
  }

  granted(): void {
    this.care.granted(this);
  }
}
