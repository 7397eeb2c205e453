import { checkDelay, type Scheduler } from './scheduler.ts';

/** A four-way heap of times and of the places where their events lie: an event stays where it was put while the heap moves. */
export class NativeScheduler<E> implements Scheduler<E> {
  private time = 0;
  private size = 0;
  private times = new Float64Array(1024);
  private places = Int32Array.from({ length: 1024 }, (_, i) => i);
  private readonly events: E[] = [];

  now(): number {
    return this.time;
  }

  after(delay: number, event: E): void {
    checkDelay(delay);
    if (this.size === this.times.length) this.grow();
    const at = this.time + delay;
    const { times, places } = this;
    let child = this.size++;
    const place = places[child] as number; // beyond the heap stand the places that are free
    this.events[place] = event;
    while (child > 0) {
      const parent = (child - 1) >> 2;
      const parentTime = times[parent] as number;
      if (parentTime <= at) break;
      times[child] = parentTime;
      places[child] = places[parent] as number;
      child = parent;
    }
    times[child] = at;
    places[child] = place;
  }

  run(until: number, happen: (event: E, more: boolean) => void): void {
    while (this.size > 0 && (this.times[0] as number) < until) {
      this.time = this.times[0] as number;
      const event = this.pop();
      happen(event, this.size > 0 && this.times[0] === this.time);
    }
    this.time = Math.max(this.time, until);
  }

  /** Takes the earliest: the hole at the top moves down along the earliest children, the last entry fills it. */
  private pop(): E {
    const { times, places } = this;
    const free = places[0] as number;
    const size = --this.size;
    const last = times[size] as number;
    const lastPlace = places[size] as number;
    let hole = 0;
    let child = 1;
    while (child + 3 < size) {
      // the earliest of four, as two pairs
      const left = (times[child + 1] as number) < (times[child] as number) ? child + 1 : child;
      const right = (times[child + 3] as number) < (times[child + 2] as number) ? child + 3 : child + 2;
      const earliest = (times[right] as number) < (times[left] as number) ? right : left;
      const time = times[earliest] as number;
      if (time >= last) break;
      times[hole] = time;
      places[hole] = places[earliest] as number;
      hole = earliest;
      child = 4 * hole + 1;
    }
    if (child < size && child + 3 >= size) hole = this.lastChildren(hole, child, last);
    times[hole] = last;
    places[hole] = lastPlace;
    places[size] = free;
    return this.events[free] as E;
  }

  /** Below the last full four: the hole moves to the earliest of the children there are, if any is before `last`. */
  private lastChildren(hole: number, child: number, last: number): number {
    const { times, places, size } = this;
    let earliest = child;
    for (let other = child + 1; other < size; other++)
      if ((times[other] as number) < (times[earliest] as number)) earliest = other;
    if ((times[earliest] as number) >= last) return hole;
    times[hole] = times[earliest] as number;
    places[hole] = places[earliest] as number;
    return earliest;
  }

  private grow(): void {
    const wider = new Float64Array(this.times.length * 2);
    wider.set(this.times);
    const places = Int32Array.from({ length: wider.length }, (_, i) => i);
    places.set(this.places);
    this.times = wider;
    this.places = places;
  }
}
