import { dateInWords, type DayNumber, DAYS_OF_THE_WEEK, dayNumber, weekdayOf } from '../data/dates.ts';

/** The period of a plan to start from. */
export interface PlanPeriod {
  start: DayNumber;
  weeks: number;
}

const USUAL_WEEKS = 26;

/** From the coming Monday, and half a year long, where nothing else is asked for. */
export function planPeriod({ start, weeks }: Partial<PlanPeriod>, now = new Date()): PlanPeriod {
  return { start: start ?? comingMonday(now), weeks: weeks ?? USUAL_WEEKS };
}

/** The next Monday after the day it is here. */
function comingMonday(now: Date): DayNumber {
  const today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
  return today + 7 - weekdayOf(today);
}

export function periodInWords({ start, weeks }: PlanPeriod): string {
  const last = start + 7 * weeks - 1;
  return `It goes from ${DAYS_OF_THE_WEEK[weekdayOf(start)]} ${dateInWords(start)} to ${dateInWords(last)} (--start and --weeks change that).`;
}
