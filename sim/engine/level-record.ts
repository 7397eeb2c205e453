import type { Sheets } from './sheets.ts';

/** The collected period: `from` is the midnight at which collection starts, `days` whole days from there; and what to write on. */
export interface Collection {
  from: number;
  days: number;
  sheets: Sheets;
}

/** Levels above this share the last place of `timeAt`. */
export const TOP_LEVEL = 1000;

/**
 * The exact record of a whole number that changes over time (people waiting, beds in use, minutes a week in use).
 * Collects over the period only; costs a few additions a change and nothing while nothing changes.
 * Only a level that has changed when an instant is over divides a spell: one that never changes has areas without rounding.
 * A census at midnight reads the level before anything else happens at that instant.
 */
export class LevelRecord {
  level = 0;
  /** Level x days, by collected day: the integral over that day. */
  readonly areaByDay: Float64Array;
  /** Level at the midnight that ends the day. */
  readonly census: Float64Array;
  /** Days spent at each level, 0 to TOP_LEVEL. */
  readonly timeAt: Float64Array;
  /** Highest place of `timeAt` in use. */
  top = 0;
  /** Integral of the level squared. */
  private square = 0;
  /** The level that is collected, from `since` to the last instant with a change. */
  private held = 0;
  private since: number;
  private changedAt: number;
  private midnight: number;
  private day = 0;

  constructor(collection: Collection) {
    this.areaByDay = collection.sheets.take(collection.days + 1); // a last, unused day: the end may fall on it
    this.census = collection.sheets.take(collection.days + 1);
    this.timeAt = collection.sheets.take(TOP_LEVEL + 1);
    this.since = collection.from;
    this.changedAt = collection.from;
    this.midnight = collection.from + 1;
  }

  change(now: number, by: number): void {
    if (now > this.changedAt) this.turn(now);
    this.level += by;
  }

  /** Brings the record up to `now`. */
  advance(now: number): void {
    if (now > this.changedAt) this.turn(now);
    this.collect(now);
    this.held = this.level;
  }

  /** The last instant with a change is over. */
  private turn(now: number): void {
    if (this.level !== this.held) {
      this.collect(this.changedAt);
      this.held = this.level;
    }
    this.changedAt = now;
  }

  private collect(now: number): void {
    if (now <= this.since) return; // warm-up, or the same instant
    const level = this.held;
    const spell = now - this.since;
    const place = Math.min(level, TOP_LEVEL);
    if (place > this.top) this.top = place;
    this.timeAt[place] = (this.timeAt[place] as number) + spell;
    this.square += level * level * spell;
    while (now >= this.midnight) {
      this.areaByDay[this.day] = (this.areaByDay[this.day] as number) + level * (this.midnight - this.since);
      this.census[this.day++] = level;
      this.since = this.midnight++;
    }
    this.areaByDay[this.day] = (this.areaByDay[this.day] as number) + level * (now - this.since);
    this.since = now;
  }

  area(): number {
    let sum = 0;
    for (const area of this.areaByDay) sum += area;
    return sum;
  }

  /** Of the level over all days collected. */
  variance(days: number): number {
    return Math.max(0, this.square / days - (this.area() / days) ** 2); // a difference of two sums: rounding may leave less than none
  }

  /** Share of time at levels from one to another: of time as it was added up, so that never and always are exactly 0 and 1. */
  shareOfTime(from: number, to: number): number {
    return this.timeAtLevels(from, to) / this.timeAtLevels(0, this.top);
  }

  timeAtLevels(from: number, to: number): number {
    let days = 0;
    for (let level = from; level <= Math.min(to, this.top); level++) days += this.timeAt[level] as number;
    return days;
  }
}
