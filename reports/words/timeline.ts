import type { Result, Summary } from '../../sim/result.ts';
import type { Limit } from '../../sim/scenario/dated.ts';
import { dayText, isMonth, monthText, plusDays } from './dates.ts';
import { seriesIn } from './lookup.ts';

/** More weeks than this are drawn by month: more points than an eye or a page can take. */
const MOST_WEEKS = 110;

export interface Timeline {
  step: 'week' | 'month';
  /** ISO date of the first day of each step. */
  at: string[];
  values: (Summary | null)[];
}

export interface Steps {
  step: 'week' | 'month';
  at: string[];
}

/** Weeks where the period has them and not too many, else months. */
export function stepsOf({ calendar }: Result): Steps {
  const { weeks, months } = calendar;
  if (weeks.length > 0 && weeks.length <= MOST_WEEKS) return { step: 'week', at: weeks };
  return { step: 'month', at: months.map((m) => `${m.month}-01`) };
}

/** A measure over time, without a value for a month of which less than half is in the period; null where the result holds none for that measure and scope. */
export function timeline(result: Result, measure: string, scope = 'all'): Timeline | null {
  const { step, at } = stepsOf(result);
  const all = seriesIn(step === 'week' ? result.byWeek : result.byMonth, measure, scope);
  const values = step === 'week' ? all : all.map((value, i) => (isMonth(result.calendar.months[i]) ? value : null));
  if (values.length === 0 || values.length !== at.length) return null;
  return values.some((v) => v !== null) ? { step, at, values } : null;
}

/** Capacity in force at each step; by month, the mean of the days held of it. */
export function capacityOver(result: Result, scope: string): (Limit | null)[] {
  const { step, at } = stepsOf(result);
  const { byWeek = [], byDay = [] } = result.capacity.find((c) => c.scope === scope) ?? {};
  if (step === 'week') return at.map((_, i) => byWeek[i] ?? null);
  const { days } = result.calendar;
  return at.map((first) => meanLimit(byDay.filter((_, i) => days[i]?.slice(0, 7) === first.slice(0, 7))));
}

function meanLimit(limits: Limit[]): Limit | null {
  const numbers = limits.filter((limit) => limit !== 'unlimited');
  if (numbers.length < limits.length) return 'unlimited';
  return numbers.length === 0 ? null : numbers.reduce((sum, limit) => sum + limit, 0) / numbers.length;
}

/** Capacity in force as steps on the days it changes, to the end of the last whole week; null where it is not held by day. */
export function dailySteps({ calendar, capacity }: Result, scope: string): { x: string[]; y: (number | null)[] } | null {
  const all = capacity.find((c) => c.scope === scope)?.byDay ?? [];
  if (calendar.step !== 1 || all.length !== calendar.days.length || calendar.weeks.length === 0) return null;
  const byDay = all.slice(0, 7 * calendar.weeks.length);
  const changed = byDay
    .map((v, i) => ({ v: typeof v === 'number' ? v : null, i }))
    .filter(({ v, i }) => i === 0 || v !== byDay[i - 1]);
  const last = changed[changed.length - 1]?.v ?? null;
  return {
    x: [...changed.map(({ i }) => calendar.days[i] ?? ''), plusDays(calendar.days[0] ?? '', byDay.length)],
    y: [...changed.map(({ v }) => v), last],
  };
}

export const means = (line: Timeline | null): (number | null)[] => line?.values.map((v) => v?.mean ?? null) ?? [];

/** `the week of 4 December` or `January 2018`; the year is said where the period could be mistaken. */
export function stepText(result: Result, step: Steps['step'], iso: string): string {
  if (step === 'month') return monthText(iso.slice(0, 7));
  return `the week of ${dayText(iso, result.scenario.days > 365)}`;
}

/** Index of the largest value; -1 where there is none. */
export function peak(values: (number | null)[]): number {
  let best = -1;
  values.forEach((v, i) => {
    if (v !== null && (best < 0 || v > (values[best] ?? -Infinity))) best = i;
  });
  return best;
}

export interface Run {
  from: number;
  length: number;
}

/** Every unbroken run of steps for which `holds`, in order. */
export function runs<T>(values: T[], holds: (value: T, index: number) => boolean): Run[] {
  const found: Run[] = [];
  values.forEach((value, i) => {
    if (!holds(value, i)) return;
    const last = found[found.length - 1];
    if (last && last.from + last.length === i) last.length++;
    else found.push({ from: i, length: 1 });
  });
  return found;
}
