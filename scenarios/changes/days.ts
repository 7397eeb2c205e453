import { dateInWords, type DayNumber } from '../../data/dates.ts';
import { type Calendar, dayAt, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, placeOf } from '../source/tree.ts';

/** Simulated days: from the start of day `from` to the start of day `until`; Infinity: to the end. */
export interface Days {
  from: number;
  until: number;
}

/** The days from `from` to `to` (that day included, or else to the end) of the map at the path; null, and told, where they are none of the period. */
export function daysOf(tree: Branch, path: string[], what: string, calendar: Calendar, slips: Slip[]): Days | null {
  const from = dayAt(tree, [...path, 'from']);
  const to = find(tree, [...path, 'to']) ? dayAt(tree, [...path, 'to']) : lastDay(calendar);
  if (from === null || to === null) return null;
  const within = [
    inPeriod(tree, [...path, 'from'], from, calendar, slips),
    inPeriod(tree, [...path, 'to'], to, calendar, slips),
  ].every(Boolean);
  if (within && to < from) {
    const problem = `This ${what} ends (${dateInWords(to)}) before it starts (${dateInWords(from)}).`;
    slips.push({ place: placeOf(tree, [...path, 'to']), path: [...path, 'to'], problem });
  }
  const simulated = (day: DayNumber) => day - calendar.start + calendar.warmUp;
  const until = to === lastDay(calendar) ? Number.POSITIVE_INFINITY : simulated(to) + 1;
  return within && to >= from ? { from: simulated(from), until } : null;
}

function inPeriod(tree: Branch, path: string[], day: DayNumber, calendar: Calendar, slips: Slip[]): boolean {
  if (day >= calendar.start && day <= lastDay(calendar)) return true;
  const allowed = `${dateInWords(calendar.start)} to ${dateInWords(lastDay(calendar))}`;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: 'This date is outside the period of the scenario.',
    found: dateInWords(day),
    allowed,
  });
  return false;
}
