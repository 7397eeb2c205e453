import { valueOn } from '../scenario/dated.ts';
import type { Plan } from '../plan/plan.ts';

/** Days until a person may leave: none on a working day, or where luck allows a weekend or bank holiday. */
export function untilWorkingDay({ restDays, nextWorkingDay, scenario }: Plan, now: number, luck: number): number {
  const today = Math.floor(now);
  if (restDays[today] === 0 || luck < valueOn(scenario.processDelay.weekend?.leaveAt ?? [], today)) return 0;
  return (nextWorkingDay[today] as number) - now;
}

/** Days until an hour of the day comes next. */
export function untilHour(now: number, hour: number): number {
  const today = Math.floor(now) + hour - now;
  return today < 0 ? today + 1 : today;
}
