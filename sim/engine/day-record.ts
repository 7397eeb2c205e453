import type { Sheets } from './sheets.ts';

/** The collected period: `from` is the midnight at which collection starts, `days` whole days from there; and what to write on. */
export interface Collection {
  from: number;
  days: number;
  sheets: Sheets;
}

/** Parts of a day that times are counted in: about 5 microseconds each. */
const PARTS = 2 ** 34;

/**
 * A time as a whole number of parts of a day, still in days. Sums of such times, and of whole numbers times them, have no rounding while they
 * stay below 2^19 days: they do not depend on the order of adding. Every area and every sum of durations is made of them.
 */
export function onGrid(time: number): number {
  return Math.round(time * PARTS) / PARTS;
}

/**
 * A whole number that changes over time (people, beds, minutes a week), by collected day. Changes may be told in any order and at any
 * moment, so a spell known beforehand needs no event: `interval` is two changes. Nothing that is read depends on the order.
 * A census at midnight reads the level before anything else happens at that instant.
 */
export class DayRecord {
  /** What changes told at their own time come to; intervals are not in it. */
  level = 0;
  /** Level x days, by collected day: the integral over that day. Stands after `advance`. */
  readonly areaByDay: Float64Array;
  /** Level at the midnight that ends the day. Stands after `advance`. */
  readonly census: Float64Array;
  /** Changes of the day: their sum, and each times what was left of the day. */
  private readonly steps: Float64Array;
  private readonly areas: Float64Array;
  /** Changes before the collection. */
  private before = 0;
  protected readonly from: number;
  private readonly days: number;

  constructor({ from, days, sheets }: Collection) {
    this.from = from;
    this.days = days;
    this.areaByDay = sheets.take(days);
    this.census = sheets.take(days);
    this.steps = sheets.take(days);
    this.areas = sheets.take(days);
  }

  change(now: number, by: number): void {
    this.level += by;
    this.mark(now, by);
  }

  /** Somebody is there from one time to another. */
  interval(from: number, to: number, by = 1): void {
    this.mark(from, by);
    this.mark(to, -by);
  }

  private mark(at: number, by: number): void {
    const midnight = Math.floor(at);
    const day = midnight - this.from;
    if (day < 0) this.before += by;
    else if (day < this.days) {
      this.steps[day] = (this.steps[day] as number) + by;
      this.areas[day] = (this.areas[day] as number) + by * (midnight + 1 - onGrid(at));
    }
  }

  /** Brings what is read up to a time, usually the end. */
  advance(now: number): void {
    const until = Math.min(this.days, now - this.from);
    let level = this.before;
    for (let day = 0; day < until; day++) {
      const area = level + (this.areas[day] as number);
      level += this.steps[day] as number;
      const ahead = day + 1 - until; // of the day, where the end is not a midnight
      this.areaByDay[day] = ahead > 0 ? area - level * onGrid(ahead) : area;
      this.census[day] = level;
    }
  }

  area(): number {
    let sum = 0;
    for (const area of this.areaByDay) sum += area;
    return sum;
  }
}
