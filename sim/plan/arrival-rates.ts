import { dayOfYearZero, firstWeekday, monthOf, simulatedDays } from '../scenario/calendar.ts';
import { byDay } from '../scenario/dated.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalProcess } from '../scenario/people.ts';

/** Mean arrivals on each simulated day. */
export interface ArrivalPlan {
  /** Before surges and falls. */
  base: Float64Array;
  /** Added by surges, in a stream of its own; null where there are none. */
  surge: Float64Array | null;
  /** Chance of coming that a fall leaves to each person of the base; null where there are none. */
  keep: Float64Array | null;
}

export function arrivalPlan(scenario: Scenario, process: ArrivalProcess, days: number): ArrivalPlan {
  const base = ratesOf(scenario, process);
  const factors = byDay(process.factor, days);
  const surge = surges(process) ? base.map((rate, day) => rate * Math.max(0, (factors[day] as number) - 1)) : null;
  return { base, surge, keep: falls(process) ? factors : null };
}

export function surges(process: ArrivalProcess): boolean {
  return process.factor.some(({ value }) => value > 1);
}

export function falls(process: ArrivalProcess): boolean {
  return process.factor.some(({ value }) => value < 1);
}

/** Before surges and falls; constant within the day, season and trend taken at noon. */
function ratesOf(scenario: Scenario, process: ArrivalProcess): Float64Array {
  const weekday = firstWeekday(scenario);
  const newYear = dayOfYearZero(scenario);
  return new Float64Array(simulatedDays(scenario)).map((_, day) => {
    const trend = Math.exp((Math.log1p(process.trendPerYear) * (day + 0.5 - scenario.warmUpDays)) / 365); // not `**`: versions of Node differ in its last digit
    return process.perDay * (process.weekday[(weekday + day) % 7] as number) * season(scenario, process, day, newYear) * trend;
  });
}

function season(scenario: Scenario, { season }: ArrivalProcess, day: number, newYear: number): number {
  if (season === null) return 1;
  if ('monthly' in season) return season.monthly[monthOf(scenario, day)] as number;
  return 1 + season.amplitude * Math.cos((2 * Math.PI * (day + 0.5 + newYear - season.peakDay)) / 365);
}
