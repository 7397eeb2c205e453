import type { Scenario } from '../sim/scenario/scenario.ts';
import { bankHolidays } from '../data/bank-holidays.ts';
import { dateInWords, DAYS_OF_THE_WEEK, readDate, weekdayOf } from '../data/dates.ts';

/** A run of centuries has thousands. */
const MOST_NAMED = 40;

/** The bank holidays of the period, where something is closed on them. */
export function holidaySentences({ start, days, services, processDelay }: Scenario): string[] {
  const first = readDate(start) ?? 0;
  const holidays = bankHolidays(first, first + days - 1);
  const closed = services.filter(({ accepts, acceptsFrom }) =>
    [accepts, ...(acceptsFrom ?? []).map(({ value }) => value)].some((one) => !one.holidays),
  );
  if (holidays.length === 0 || (closed.length === 0 && processDelay.weekend === null)) return [];
  const named = holidays
    .slice(0, MOST_NAMED)
    .map(({ day, name }) => `${DAYS_OF_THE_WEEK[weekdayOf(day)]} ${dateInWords(day)} (${name})`);
  const more = holidays.length > MOST_NAMED ? ` and ${holidays.length - MOST_NAMED} more` : '';
  return [
    `Bank holidays in the period: ${named.join(', ')}${more}.`,
    ...(closed.length > 0 ? [`Closed to new starts on them: ${closed.map(({ label }) => label).join(', ')}.`] : []),
    ...(processDelay.weekend ? ['People ready on one of them leave hospital as at a weekend.'] : []),
  ];
}
