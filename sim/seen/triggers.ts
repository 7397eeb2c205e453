import { type Collection, LevelRecord } from '../engine/level-record.ts';

/** Whether a trigger's capacity is open, by day, and its openings. */
export class TriggerObservations {
  readonly open: LevelRecord;
  readonly openings: Float64Array;

  constructor(collection: Collection) {
    this.open = new LevelRecord(collection);
    this.openings = collection.sheets.take(collection.days);
  }
}
