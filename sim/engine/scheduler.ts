/**
 * A clock and a list of what happens next. Three verbs, so that two independent implementations can be held against
 * each other: our own heap (the default) and simjs. Only "after a delay" is offered: both then add the same two numbers.
 */
export interface Scheduler<E> {
  /** Days since the start. */
  now(): number;
  /** `delay` is 0 or more days; NaN and negative delays throw. */
  after(delay: number, event: E): void;
  /**
   * Hands over each event before `until`, in order of time; those of one instant in no particular order, `more` being
   * true for all but the last of them. The order inside an instant is kept above (see instant.ts).
   */
  run(until: number, happen: (event: E, more: boolean) => void): void;
}

export function checkDelay(delay: number): void {
  if (!(delay >= 0)) throw new RangeError(`an event cannot be scheduled ${delay} days ahead`);
}
