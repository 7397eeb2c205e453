import { type DayNumber, monthsAfter } from '../../data/dates.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import { type Branch, textAt } from '../source/tree.ts';
import { CapacityTrend, readTrend } from '../vocabulary/trend.ts';

/** The capacity by its trend alone: as written until a month after the first day of the period, then a step each month. */
export function trended(base: Limit, trend: CapacityTrend | undefined, calendar: Calendar): Limit | Dated<Limit> {
  if (trend === undefined || base === 'unlimited') return base;
  const series: Dated<Limit> = [{ from: 0, value: base }];
  for (let months = 1; ; months++) {
    const day: DayNumber = monthsAfter(calendar.start, months);
    if (day > lastDay(calendar)) return series;
    series.push({ from: day - calendar.start + calendar.warmUp, value: base * trend.factor(months) });
  }
}

/** The trend written beside the capacity at the path, such as `services.home-support.commissioned`; none where it is not understood. */
export function trendBeside(tree: Branch, path: string): CapacityTrend | undefined {
  const parts = path.split('.');
  const read = readTrend(textAt(tree, [...parts.slice(0, -1), parts[0] === 'hospitals' ? `${parts.at(-1)}-trend` : 'trend']));
  return read instanceof CapacityTrend ? read : undefined;
}
