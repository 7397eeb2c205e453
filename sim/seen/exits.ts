import { type Collection, DayRecord, onGrid } from '../engine/day-record.ts';
import { add, count } from './tally.ts';

/** People who stay in a service after their care is finished, until what comes next is there: exit block. */
export class ExitObservations {
  /** People whose care is finished and who are still in. */
  readonly people: DayRecord;
  /** Minutes a week that they go on using (bridging); of beds it stays at the number of people. */
  readonly using: DayRecord;
  /** By day of going: all who went on, or gave up waiting to; those who had had to stay; and their days, exact. */
  readonly wentOn: Float64Array;
  readonly stayed: Float64Array;
  readonly days: Float64Array;
  private readonly from: number;

  constructor(collection: Collection) {
    const daily = () => collection.sheets.take(collection.days);
    this.people = new DayRecord(collection);
    this.using = new DayRecord(collection);
    this.wentOn = daily();
    this.stayed = daily();
    this.days = daily();
    this.from = collection.from;
  }

  careFinished(now: number, using: number): void {
    this.people.change(now, 1);
    this.using.change(now, using);
  }

  /** A tapering package goes on tapering while its person waits. */
  usesLess(now: number, by: number): void {
    this.using.change(now, -by);
  }

  /** `since`: when the care was finished. */
  goesOn(now: number, using: number, since: number): void {
    this.people.change(now, -1);
    this.using.change(now, -using);
    const day = Math.floor(now) - this.from;
    if (day < 0) return;
    count(this.wentOn, day);
    if (now === since) return;
    count(this.stayed, day);
    add(this.days, day, onGrid(now) - onGrid(since));
  }

  advance(end: number): void {
    this.people.advance(end);
    this.using.advance(end);
  }
}
