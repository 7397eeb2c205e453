import { type Collection, DayRecord } from '../engine/day-record.ts';

/** Whether a trigger's capacity is open, by day, and its openings. */
export class TriggerObservations {
  readonly open: DayRecord;
  readonly openings: Float64Array;

  constructor(collection: Collection) {
    this.open = new DayRecord(collection);
    this.openings = collection.sheets.take(collection.days);
  }
}
