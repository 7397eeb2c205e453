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
  square = 0;
  private since: number;
  private midnight: number;
  private day = 0;

  constructor(collection: Collection) {
    this.areaByDay = collection.sheets.take(collection.days + 1); // a last, unused day: the end may fall on it
    this.census = collection.sheets.take(collection.days + 1);
    this.timeAt = collection.sheets.take(TOP_LEVEL + 1);
    this.since = collection.from;
    this.midnight = collection.from + 1;
  }

  change(now: number, by: number): void {
    if (now > this.since) this.advance(now);
    this.level += by;
  }

  /** Brings the record up to `now`. */
  advance(now: number): void {
    if (now <= this.since) return; // warm-up, or the same instant
    const { level } = this;
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
}
