import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Dated } from '../sim/scenario/dated.ts';
import { dateInWords, readDate } from '../data/dates.ts';

/** What holds on the first day of the period, then each later value with its date. */
export function overTime<T>(scenario: Scenario, series: Dated<T>, words: (value: T) => string): string {
  const { warmUpDays, days } = scenario;
  const first = series.filter(({ from }) => from <= warmUpDays).at(-1);
  const later = series.filter(({ from }) => from > warmUpDays && from < warmUpDays + days);
  return [
    ...(first ? [words(first.value)] : []),
    ...later.map(({ from, value }) => `${words(value)} from ${dateOn(scenario, from)}`),
  ].join(', ');
}

/** The date of a simulated day. */
export function dateOn({ start, warmUpDays }: Scenario, day: number): string {
  return dateInWords((readDate(start) ?? 0) + day - warmUpDays);
}
