import { amount, type Dated, type Limit, valueOn } from '../scenario/dated.ts';
import { wholeTicks } from '../engine/ticks.ts';
import type { Distribution } from '../scenario/distribution.ts';

/**
 * A time drawn on arrival whose mean a plan changes on a date: multiplied by the factor in force on the day it begins and
 * only then cut to the longest. Process delay goes by the ready date, whatever came in between.
 */
export interface DatedTime {
  factor: Dated<number>;
  longest: number;
  fromReady: boolean;
}

/** null where nothing is changed: then the time is as drawn. */
export function datedTimeOf({ factor }: Distribution, longest: Limit, fromReady: boolean): DatedTime | null {
  return factor === undefined ? null : { factor, longest: amount(longest), fromReady };
}

export function daysFrom({ factor, longest }: DatedTime, drawn: number, begins: number): number {
  return wholeTicks(Math.min(drawn * valueOn(factor, Math.floor(begins)), longest));
}
