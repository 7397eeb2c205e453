import { Capacity, type CapacityPlan } from './capacity.ts';
import type { Clock } from './instant.ts';
import { type Collection, DayRecord } from './day-record.ts';

/** Hours a week are kept in whole minutes, so that sums of packages are exact. */
export function minutes(hours: number): number {
  return hours === Number.POSITIVE_INFINITY ? hours : Math.round(hours * 60);
}

/** Hours a week: a person uses a package. Units are minutes a week. */
export class Hours extends Capacity {
  /** Minutes a week delivered, and asked for by those waiting. */
  readonly delivered: DayRecord;
  readonly awaited: DayRecord;
  /** Smallest package: with less than this free the service is full. */
  private readonly smallest: number;

  constructor(plan: CapacityPlan, smallestPackage: number, clock: Clock, collection: Collection) {
    super(plan, clock, collection);
    this.smallest = smallestPackage;
    this.delivered = new DayRecord(collection);
    this.awaited = new DayRecord(collection);
  }

  override advance(now: number): void {
    super.advance(now);
    this.delivered.advance(now);
    this.awaited.advance(now);
  }

  protected override fits(need: number): boolean {
    return super.fits(Math.max(need, this.smallest));
  }

  protected override take(need: number, now: number): void {
    super.take(need, now);
    this.delivered.change(now, need);
  }

  protected override vacate(need: number, now: number): void {
    super.vacate(need, now);
    this.delivered.change(now, -need);
  }

  protected override queueing(need: number, now: number): void {
    this.awaited.change(now, need);
  }
}
