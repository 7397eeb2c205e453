import type { AmbitionResult, Result } from '../../sim/result.ts';
import { plusDays, spellText } from '../words/dates.ts';
import { meanOf } from '../words/lookup.ts';
import { amount, fixed } from '../words/numbers.ts';

const MEASURE = 'no-criteria-to-reside';

/** An ambition as a level line on people with no criteria to reside, over the days it counts. */
export interface Goal {
  value: number;
  text: string;
  note: string | null;
  atMost: boolean;
  /** ISO dates. */
  from: string;
  to: string;
}

/** The ambitions on this measure, or those on delayed bed-days restated as people a night where the two agree. */
export function goalsOf(result: Result): Goal[] {
  const everyone = result.ambitions.filter((a) => a.scope === 'all');
  const own = everyone.filter((a) => a.measure === MEASURE).map((a) => ownGoal(result, a));
  if (own.length > 0) return own;
  if (!nightsAgree(result)) return [];
  const days = everyone.filter((a) => a.measure === 'bed-days-delayed' && a.rows.length === 1);
  return withoutRepeats(days.flatMap((a) => restated(result, a) ?? []));
}

function ownGoal(result: Result, a: AmbitionResult): Goal {
  const { from, to } = spanOf(result, a);
  return {
    from,
    to,
    value: a.target,
    text: `Ambition: ${a.direction} ${amount(a.target)}`,
    atMost: a.direction === 'at most',
    note: null,
  };
}

/** A line that lies on a longer one (a month's share of a quarter, say) is not drawn twice. */
const withoutRepeats = (goals: Goal[]): Goal[] =>
  goals.filter(
    (g) =>
      !goals.some(
        (o) =>
          o !== g &&
          o.from <= g.from &&
          o.to >= g.to &&
          (o.from < g.from || o.to > g.to) &&
          Math.abs(o.value - g.value) <= 0.01 * o.value,
      ),
  );

function restated(result: Result, ambition: AmbitionResult): Goal | null {
  const { from, to, nights } = spanOf(result, ambition);
  if (nights === 0) return null;
  const value = ambition.target / nights;
  const over = spellText(result, ambition.rows[0]?.over ?? '');
  return {
    from,
    to,
    value,
    text: `Ambition: ${ambition.direction} ${fixed(value, 1)}`,
    atMost: ambition.direction === 'at most',
    note: `The ambition line restates ${ambition.direction} ${fixed(ambition.target)} bed-days in ${over} as people at a time: ${fixed(ambition.target)} ÷ ${nights} days. Bed-days are exact and the chart counts at midnight, so the line is near, not exact.`,
  };
}

/** First and last day an ambition counts, and its nights inside the period. */
function spanOf(result: Result, { rows }: AmbitionResult): { from: string; to: string; nights: number } {
  const named = rows.flatMap((r) => r.over.split(','));
  const months = result.calendar.months.filter((m) => named.includes('period') || named.includes(m.month));
  const { start, end } = result.calendar;
  const [first, last] = [months[0]?.month ?? '', months[months.length - 1]?.month ?? ''];
  return {
    from: first > start.slice(0, 7) ? `${first}-01` : start,
    to: last && last < end.slice(0, 7) ? plusDays(`${nextMonth(last)}-01`, -1) : end,
    nights: months.reduce((sum, m) => sum + m.days, 0),
  };
}

const nextMonth = (month: string): string => plusDays(`${month}-28`, 5).slice(0, 7);

/** Bed-days are exact, the chart counts at midnight: near enough to share a line where they differ by a twentieth at most. */
function nightsAgree(result: Result): boolean {
  const [days, people] = [meanOf(result, 'bed-days-delayed'), meanOf(result, MEASURE)];
  if (days === null || people === null || days === 0) return false;
  return Math.abs(days - people * result.scenario.days) <= 0.05 * days;
}
