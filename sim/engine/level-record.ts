import { type Collection, DayRecord, onGrid } from './day-record.ts';

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
  /** Changes to be put in the order of time at the end; null where they come in it. */
  private readonly told: { at: number; by: number }[] | null;

  /** `anyOrder`: intervals are told too, so changes are kept until the end. */
  constructor(collection: Collection, anyOrder = false) {
    super(collection);
    this.timeAt = collection.sheets.take(TOP_LEVEL + 1);
    this.since = collection.from;
    this.changedAt = collection.from;
    this.told = anyOrder ? [] : null;
  }

  override change(now: number, by: number): void {
    super.change(now, by);
    if (this.told === null) this.turn(now, by);
    else this.told.push({ at: now, by });
  }

  override interval(from: number, to: number, by = 1): void {
    if (this.told === null) throw new Error('a record of levels takes intervals only where changes may come in any order');
    super.interval(from, to, by);
    this.told.push({ at: from, by }, { at: to, by: -by });
  }

  override advance(now: number): void {
    super.advance(now);
    if (this.told !== null) {
      this.told.sort((a, b) => a.at - b.at);
      for (const { at, by } of this.told) if (at < now) this.turn(at, by);
      this.told.length = 0;
    }
    this.turn(now, 0);
    this.collect(now);
    this.held = this.next;
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
    const until = onGrid(now);
    const spell = until - this.since;
    if (spell <= 0) return;
    const place = Math.min(this.held, TOP_LEVEL);
    if (place > this.top) this.top = place;
    this.timeAt[place] = (this.timeAt[place] as number) + spell;
    if (place === TOP_LEVEL) this.squareAbove += this.held * this.held * spell;
    this.since = until;
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
