import { type Collection, DayRecord } from './day-record.ts';
import { Foretold } from './foretold.ts';

/** Levels above this share the last place of `timeAt`. */
export const TOP_LEVEL = 1000;

/** A record that knows its highest levels too: the days spent at each. For that it has to see changes in the order of time. */
export class LevelRecord extends DayRecord {
  /** Days spent at each level, 0 to TOP_LEVEL. */
  readonly timeAt: Float64Array;
  /** Highest place of `timeAt` in use. */
  top = 0;
  /** Integral of the square of levels that share the last place. */
  private squareAbove = 0;
  /** The level of the spell that runs, from `since` to the last instant with a change; and the level after it. */
  private held = 0;
  private next = 0;
  private since: number;
  private changedAt: number;
  /** Changes known beforehand that are still to come; null: none were told. */
  private foretold: Foretold | null = null;

  constructor(collection: Collection) {
    super(collection);
    this.timeAt = collection.sheets.take(TOP_LEVEL + 1);
    this.since = collection.from;
    this.changedAt = collection.from;
  }

  override change(now: number, by: number): void {
    super.change(now, by);
    this.reach(now);
    this.turn(now, by);
  }

  /** All intervals are told before the first change. */
  override interval(from: number, to: number): void {
    super.interval(from, to);
    this.foretold ??= new Foretold();
    this.foretold.tell(from, to);
  }

  /** The level just before a time, with what was known beforehand. */
  levelBefore(now: number): number {
    this.reach(now);
    return this.next;
  }

  override advance(now: number): void {
    super.advance(now);
    this.reach(now);
    this.turn(now, 0);
    this.collect(now);
    this.held = this.next;
  }

  /** Takes the changes known beforehand that come before a time. */
  private reach(now: number): void {
    const { foretold } = this;
    if (foretold === null) return;
    while (foretold.next < now) this.turn(foretold.next, foretold.take());
  }

  /** Only a level that has changed when an instant is over divides a spell. */
  private turn(now: number, by: number): void {
    if (now > this.changedAt) {
      if (this.next !== this.held) {
        this.collect(this.changedAt);
        this.held = this.next;
      }
      this.changedAt = now;
    }
    this.next += by;
  }

  private collect(now: number): void {
    if (now <= this.from) return; // warm-up
    const spell = now - this.since;
    if (spell <= 0) return;
    const place = Math.min(this.held, TOP_LEVEL);
    if (place > this.top) this.top = place;
    this.timeAt[place] = (this.timeAt[place] as number) + spell;
    if (place === TOP_LEVEL) this.squareAbove += this.held * this.held * spell;
    this.since = now;
  }

  /** Of the level over all days collected. */
  variance(days: number): number {
    let square = this.squareAbove;
    for (let level = 1; level <= Math.min(this.top, TOP_LEVEL - 1); level++)
      square += level * level * (this.timeAt[level] as number);
    return Math.max(0, square / days - (this.area() / days) ** 2); // a difference of two sums: rounding may leave less than none
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
