import { type DayNumber, isoDate } from '../../data/dates.ts';

/**
 * The text of the starting scenario for another period: every date in it follows. Its example of extra hours goes from the first
 * month that begins after a third of the period to the end of the last month but one; where no month does, it is the whole period.
 */
export function startingOn(text: string, start: DayNumber, weeks: number): string {
  const days = Array.from({ length: 7 * weeks }, (_, i) => start + i);
  const months = days.filter((day) => isoDate(day).endsWith('-01'));
  const from = months.find((day) => day > start && day >= start + days.length / 3) ?? start;
  const to = (months.findLast((day) => day > from) ?? start + days.length) - 1;
  return text
    .replace(
      /start: \d{4}-\d\d-\d\d, length: \d+ weeks/,
      `start: ${isoDate(start)}, length: ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
    )
    .replace(/from: \d{4}-\d\d-\d\d/, `from: ${isoDate(from)}`)
    .replace(/to: \d{4}-\d\d-\d\d/, `to: ${isoDate(to)}`);
}
