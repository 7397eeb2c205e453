import { type Collection, DayRecord } from './day-record.ts';

export interface SpotPlan {
  /** Days from the order until it is there; 0: bought as a person starts. */
  leadTime: number;
  /** Starts are used up and limited by the week; places and hours are held and limited at any one time. */
  byWeek: boolean;
}

/** Somebody in the line. */
interface Needing {
  need: number;
  behind: Needing | null;
}

/**
 * Capacity bought beside the block when somebody waits and the block is full: as much as those waiting need beyond what is
 * already ordered, in whole packages, and never more than the limit. What nobody needs any more is given back at once.
 */
export class Spot {
  readonly plan: SpotPlan;
  /** Bought and there, used or not: what is paid for. Starts leave it as they are used. */
  readonly held: DayRecord;
  /** In use by people. */
  readonly used: DayRecord;
  /** Ordered and not there yet. */
  readonly ordered: DayRecord;
  /** Spot starts taken, by collected day. */
  readonly startsByDay: Float64Array;
  /** Units that cannot be used by somebody else: in use, or in turnover. */
  taken = 0;
  /** Units that all those in the line ask for. */
  wanted = 0;
  /** Self-check: units bought above the limit, or used without being there. */
  violations = 0;
  private readonly from: number;
  private limit = 0;
  private week = Number.NEGATIVE_INFINITY;
  private boughtInWeek = 0;

  constructor(plan: SpotPlan, collection: Collection) {
    this.plan = plan;
    this.from = collection.from;
    this.held = new DayRecord(collection);
    this.used = new DayRecord(collection);
    this.ordered = new DayRecord(collection);
    this.startsByDay = collection.sheets.take(collection.days + 1);
  }

  setLimit(units: number): void {
    this.limit = units;
  }

  /** There and not in use. */
  idle(): number {
    return this.held.level - this.taken;
  }

  /** What could be used by somebody who starts now. */
  ready(now: number): number {
    return this.idle() + (this.plan.leadTime === 0 ? this.allowance(now) : 0);
  }

  /** Somebody uses it from now on; what has no lead time is bought for it. */
  take(units: number, now: number): void {
    const missing = units - this.idle();
    if (missing > 0) this.buy(missing, now);
    this.taken += units;
    this.used.change(now, units);
  }

  /** Somebody uses a start. */
  start(now: number): void {
    this.take(1, now);
    this.leave(1, now);
    this.held.change(now, -1);
    const day = Math.floor(now) - this.from;
    if (day >= 0) this.startsByDay[day] = (this.startsByDay[day] as number) + 1;
  }

  /** Somebody leaves, and a turnover follows. Of what people leave, spot goes before the block. */
  turnOver(units: number, now: number): void {
    this.used.change(now, -Math.min(units, this.used.level));
  }

  /** Units are free again, or the block takes them over. */
  leave(units: number, now: number): void {
    this.taken -= Math.min(units, this.taken);
    this.used.change(now, Math.min(0, this.taken - this.used.level));
  }

  /** What is idle beyond the needs of those waiting, of whom the block can take some, is given back. */
  giveBack(blockFree: number, now: number): void {
    const surplus = Math.min(this.idle(), Math.max(0, blockFree + this.idle() - this.wanted));
    if (surplus > 0) this.held.change(now, -surplus);
  }

  /** Orders for the line, in its order, whole packages while they fit under the limit. Returns the units ordered. */
  order(first: Needing | null, blockFree: number, now: number): number {
    if (this.plan.leadTime === 0) return 0;
    let room = blockFree + this.idle() + this.ordered.level;
    let left = this.allowance(now);
    let units = 0;
    for (let person: Needing | null = first; person !== null; person = person.behind) {
      const short = Math.max(0, person.need - room);
      if (short > left) break;
      room = Math.max(0, room - person.need);
      left -= short;
      units += short;
    }
    if (units > 0) this.ordered.change(now, units);
    this.count(units, now);
    return units;
  }

  arrive(units: number, now: number): void {
    this.ordered.change(now, -units);
    this.held.change(now, units);
  }

  /** The first midnight after `now` at which more may be bought although nothing is given back; Infinity where that never comes by itself. */
  nextWeek(now: number): number {
    return this.plan.byWeek ? this.from + 7 * (Math.floor((now - this.from) / 7) + 1) : Number.POSITIVE_INFINITY;
  }

  advance(now: number): void {
    for (const record of [this.held, this.used, this.ordered]) record.advance(now);
  }

  private buy(units: number, now: number): void {
    if (this.plan.leadTime > 0 || units > this.allowance(now)) this.violations++;
    this.held.change(now, units);
    this.count(units, now);
  }

  /** Units that may still be bought. */
  private allowance(now: number): number {
    const bought = this.plan.byWeek ? this.inWeek(now) : this.held.level + this.ordered.level;
    return Math.max(0, this.limit - bought);
  }

  private count(units: number, now: number): void {
    this.boughtInWeek = this.inWeek(now) + units;
    this.week = this.weekOf(now);
  }

  private inWeek(now: number): number {
    return this.weekOf(now) === this.week ? this.boughtInWeek : 0;
  }

  private weekOf(now: number): number {
    return Math.floor((now - this.from) / 7);
  }
}
