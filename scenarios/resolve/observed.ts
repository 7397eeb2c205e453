import type { ObservedRow } from '../../data/observed.ts';
import { readDate } from '../../data/dates.ts';
import type { Observed } from '../../sim/scenario/figures.ts';
import { type Calendar, daysOfMonth, monthsOf } from '../calendar.ts';
import { find } from '../source/tree.ts';
import type { Context } from './context.ts';

/** Every observed series, on the days or the whole months of the period. */
export function observedOf(context: Context): Observed[] {
  return Object.entries(context.written.observed).flatMap(([name, keys]): Observed[] => {
    const of = context.observed.get(name);
    const rows = context.tables.observed.get(`observed.${name}.file`);
    if (!of || !rows) return [];
    const dates = keys.by.word === 'day' ? daysOf(context.calendar) : wholeMonthsOf(context.calendar);
    const byDate = new Map(rows.map((row) => [row.at, row]));
    const inside = dates.map((date) => (date === null ? undefined : byDate.get(date)));
    const node = find(context.tree, ['observed', name, 'file']);
    return [
      {
        name,
        label: keys.label ?? name,
        measure: keys.measure,
        scope: of.scope,
        by: keys.by.word,
        values: inside.map((row) => (row ? pooled([row]) : null)),
        pooled: pooled(inside.flatMap((row) => (row ? [row] : []))),
        file: keys.file,
        source: node?.type === 'value' ? (node.note?.text ?? null) : null,
      },
    ];
  });
}

function daysOf({ start, days }: Calendar): number[] {
  return Array.from({ length: days }, (_, i) => start + i);
}

/** First day of each month; null where the period has only a part of it, beside which nothing can be put. */
function wholeMonthsOf(calendar: Calendar): (number | null)[] {
  return [...monthsOf(calendar)].map(([month, days]) => {
    const first = readDate(`${month}-01`);
    return days === daysOfMonth(month) ? first : null;
  });
}

/** Sum of what was counted over the sum of what divides it, over the rows that have both. */
function pooled(rows: ObservedRow[]): number | null {
  const whole = rows.filter(({ value, outOf }) => value !== null && outOf !== null);
  if (whole.length === 0) return null;
  const sum = (of: (row: ObservedRow) => number | null) => whole.reduce((total, row) => total + (of(row) ?? 0), 0);
  return sum(({ value }) => value) / sum(({ outOf }) => outOf);
}
