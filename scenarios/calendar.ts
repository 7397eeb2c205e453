import { type DayNumber, isoDate, readDate } from '../data/dates.ts';
import { type Branch, find, type Path } from './source/tree.ts';
import { wholeDays } from './units/kinds.ts';
import { Quantity, readQuantity } from './units/quantity.ts';

/** The days of a scenario. Simulated day 0 is `warmUp` days before `start`. */
export interface Calendar {
  start: DayNumber;
  days: number;
  warmUp: number;
}

const LAST_YEAR_END = readDate('9999-12-31') ?? 0;
const WARM_UP = 182;

/** From the tree, so that one wrong value elsewhere does not hide what depends on dates; null where dates are not understood. */
export function calendarOf(tree: Branch): Calendar | null {
  const start = dayAt(tree, ['period', 'start']);
  const end = dayAt(tree, ['period', 'end']);
  const days = end !== null && start !== null ? end - start + 1 : daysAt(tree, ['period', 'length']);
  const warmUp = find(tree, ['run', 'warm-up']) ? daysAt(tree, ['run', 'warm-up']) : find(tree, ['start-from']) ? 0 : WARM_UP;
  return start === null || days === null || warmUp === null ? null : { start, days, warmUp };
}

export function dayAt(tree: Branch, path: Path): DayNumber | null {
  const node = find(tree, path);
  return node?.type === 'value' && typeof node.value === 'string' ? readDate(node.value) : null;
}

function daysAt(tree: Branch, path: Path): number | null {
  const node = find(tree, path);
  const read = node?.type === 'value' ? readQuantity(node.value, wholeDays) : null;
  return read instanceof Quantity ? read.amount : null;
}

/** Why the days cannot be simulated; null where they can. */
export function calendarProblem(calendar: Calendar): string | null {
  if (calendar.days < 1) return 'The period ends before it starts.';
  if (calendar.start + calendar.days - 1 > LAST_YEAR_END) return 'The period ends after the year 9999.';
  return calendar.start - calendar.warmUp < (readDate('1800-01-01') ?? 0) ? 'The warm-up starts before the year 1800.' : null;
}

export function lastDay(calendar: Calendar): DayNumber {
  return calendar.start + calendar.days - 1;
}

/** `YYYY-MM` of every month with a day in the period, with how many of its days are. */
export function monthsOf(calendar: Calendar): Map<string, number> {
  const months = new Map<string, number>();
  for (let day = calendar.start; day <= lastDay(calendar) && months.size < 1200; day++) {
    const month = isoDate(day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return months;
}

export function daysOfMonth(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** Months of which every day is in the period: a month of one day is no month. Where there is none, the parts there are. */
export function wholeMonths(calendar: Calendar): string[] {
  const months = [...monthsOf(calendar)];
  const whole = months.filter(([month, days]) => days === daysOfMonth(month));
  return (whole.length > 0 ? whole : months).map(([month]) => month);
}
