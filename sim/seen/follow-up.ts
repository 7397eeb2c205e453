import type { Collection } from '../engine/day-record.ts';
import { Whereabouts } from '../plan/whereabouts.ts';

/** People of one hospital, place and pathway, by where they are found on day 91 after discharge; by that day. */
export class FollowUpObservations {
  readonly found: Float64Array[];
  /** The service they were discharged to, by its number; -1: none. */
  readonly into: number;

  constructor(collection: Collection, into: number) {
    this.found = Object.values(Whereabouts).map(() => collection.sheets.take(collection.days));
    this.into = into;
  }
}
