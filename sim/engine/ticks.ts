/** Parts of a day in which time is counted: 2^34, of about 5 microseconds each. */
const TICKS_A_DAY = 2 ** 34;
const TICK = 1 / TICKS_A_DAY;

/**
 * The days, to the nearest whole tick. All times drawn or stated pass here, so that every sum and difference of times below
 * 2^19 days is exact, and so is an area of levels up to 500,000 over a day: neither depends on the order of adding.
 */
export function wholeTicks(days: number): number {
  return Math.round(days * TICKS_A_DAY) * TICK;
}
