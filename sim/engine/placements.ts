import { Capacity, type CapacityPlan } from './capacity.ts';
import type { Clock } from './instant.ts';
import type { Collection } from './day-record.ts';

/** Stands for a day without limit among days of whole starts. */
export const UNLIMITED_STARTS = 1e9;

/** New starts a week: each accepting day offers some whole starts; a person uses one and holds nothing afterwards. */
export class Placements extends Capacity {
  /** Whole starts offered on each simulated day; null when unlimited. */
  readonly offered: Int32Array | null;
  private readonly carryOver: boolean;
  private day = -1;
  private left = 0;

  constructor(plan: CapacityPlan, offered: Int32Array | null, carryOver: boolean, clock: Clock, collection: Collection) {
    super(plan, clock, collection);
    this.offered = offered;
    this.carryOver = carryOver;
  }

  override leave(): void {} // a start is used up, not held

  /** Of today's starts, those taken. */
  override load(now: number): number {
    if (this.offered === null) return 0;
    this.turnTo(Math.floor(now));
    const today = this.offered[this.day] ?? 0;
    return today > 0 ? 1 - this.left / today : 1;
  }

  protected override fits(need: number): boolean {
    if (this.offered === null) return true;
    this.turnTo(Math.floor(this.clock.now()));
    return need <= this.left + (this.spot?.ready(this.clock.now()) ?? 0);
  }

  protected override takeUnits(need: number, now: number): void {
    if (this.offered === null) return;
    if (this.left < need && this.spot !== null) {
      this.spot.start(now);
      return;
    }
    this.left -= need;
    if (this.left < 0) this.startsAboveCeiling++;
  }

  protected override blockFree(): number {
    if (this.offered === null) return Number.POSITIVE_INFINITY;
    this.turnTo(Math.floor(this.clock.now()));
    return this.left;
  }

  protected override nextOpening(now: number): number {
    if (this.offered === null) return super.nextOpening(now);
    this.turnTo(Math.floor(now));
    const kept = (this.carryOver && this.left > 0) || (this.spot?.idle() ?? 0) > 0;
    const newWeek = this.spot?.nextWeek(now) ?? Number.POSITIVE_INFINITY;
    for (let day = Math.floor(now) + 1; day < this.offered.length; day++) {
      if (day === newWeek) return day;
      if ((kept || (this.offered[day] as number) > 0) && this.accepting(day)) return day;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** The starts of a new day; what was left is lost unless it carries over. */
  private turnTo(day: number): void {
    if (day === this.day || this.offered === null) return;
    const { offered } = this;
    for (let d = this.carryOver ? this.day + 1 : day; d <= day; d++) {
      const kept = this.carryOver && offered[d - 1] !== UNLIMITED_STARTS; // a day without limit leaves nothing over
      this.left = (kept ? this.left : 0) + (offered[d] ?? 0);
    }
    this.day = day;
  }
}
