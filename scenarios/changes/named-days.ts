import { bankHolidays } from '../../data/bank-holidays.ts';
import { dayNumber, yearOf } from '../../data/dates.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import { type Branch, find, namesAt, plain } from '../source/tree.ts';
import { type DateRange, DateRanges, isYearly, readRanges, type YearlyRange } from '../vocabulary/calendar.ts';
import { DayOfYear } from '../vocabulary/day-of-year.ts';

/** Names there without being written: assumption: Christmas is from 24 December to 2 January, as most services plan for it. */
const BUILT_IN: Record<string, (calendar: Calendar) => DateRange[]> = {
  christmas: (calendar) => everyYear({ from: new DayOfYear(12, 24), to: new DayOfYear(1, 2) }, calendar),
  'bank-holidays': (calendar) => bankHolidays(calendar.start, lastDay(calendar)).map(({ day }) => ({ from: day, to: day })),
};

/** Every name that `during` may take. */
export function dayNames(tree: Branch): string[] {
  return [...new Set([...namesAt(tree, ['calendar']), ...Object.keys(BUILT_IN)])];
}

/** The stretches of a name inside the period, by the calendar; the scenario's own days before the built-in ones. null where not understood. */
export function daysNamed(tree: Branch, name: string, calendar: Calendar): DateRange[] | null {
  const node = find(tree, ['calendar', name]);
  const own = node ? readRanges(plain(node)) : null;
  if (own && !(own instanceof DateRanges)) return null;
  const ranges =
    own?.ranges.flatMap((range) => (isYearly(range) ? everyYear(range, calendar) : [range])) ?? BUILT_IN[name]?.(calendar) ?? [];
  const inside = ranges
    .map(({ from, to }) => ({ from: Math.max(from, calendar.start), to: Math.min(to, lastDay(calendar)) }))
    .filter(({ from, to }) => from <= to);
  return joined(inside.sort((a, b) => a.from - b.from));
}

/** Stretches that touch or overlap are one: a day counts once. */
function joined(ranges: DateRange[]): DateRange[] {
  const apart: DateRange[] = [];
  for (const one of ranges) {
    const last = apart.at(-1);
    if (last && one.from <= last.to + 1) last.to = Math.max(last.to, one.to);
    else apart.push({ ...one });
  }
  return apart;
}

/** Year by year; one that ends before it starts goes over New Year. */
function everyYear({ from, to }: YearlyRange, calendar: Calendar): DateRange[] {
  return yearsOf(calendar).map((year) => {
    const first = dayNumber(year, from.month, from.day) ?? 0;
    const last = dayNumber(year, to.month, to.day) ?? 0;
    return { from: first, to: last < first ? (dayNumber(year + 1, to.month, to.day) ?? 0) : last };
  });
}

/** The year before too: its Christmas may reach into the period. */
function yearsOf(calendar: Calendar): number[] {
  const first = yearOf(calendar.start) - 1;
  return Array.from({ length: yearOf(lastDay(calendar)) - first + 1 }, (_, i) => first + i);
}
