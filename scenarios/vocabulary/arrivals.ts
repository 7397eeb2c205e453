import { dayNumber, MONTHS } from '../../data/dates.ts';
import { count, factor, growth, perDay, percent, phases, ratio } from '../units/kinds.ts';
import type { z } from 'zod';
import type { Quantity, Unread } from '../units/quantity.ts';
import { DayOfYear, readDayOfYear } from './day-of-year.ts';
import { block, complain, leaf, oneOf, quantity, text } from './field.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const MONTH_KEYS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const day = (name: string, example: string) => quantity(factor, { meaning: `Factor on ${name}`, example });
const month = (i: number) => quantity(factor, { meaning: `Factor in ${MONTHS[i]}`, example: '1.05' });

export const weekdayProfile = block(
  {
    mon: day('Mondays', '1.10'),
    tue: day('Tuesdays', '1.05'),
    wed: day('Wednesdays', '1.0'),
    thu: day('Thursdays', '1.0'),
    fri: day('Fridays', '1.05'),
    sat: day('Saturdays', '0.90'),
    sun: day('Sundays', '0.90'),
  },
  {
    meaning: 'How arrivals differ over the week; all seven days, divided by their mean when read',
    otherwise: 'every day alike',
    table: 'A weekday profile',
    example: '{mon: 1.1, tue: 1.05, …}',
  },
)
  .superRefine(refuseZeros)
  .optional();

/** Factors of zero everywhere have no mean to divide by. */
function refuseZeros(factors: Record<string, Quantity>, context: z.RefinementCtx): void {
  if (Object.values(factors).every((one) => one.amount === 0)) complain(context, [], 'At least one factor must be above zero.');
}

/** Days from 1 January, in the 365-day year of the wave: `15 January` is 14. */
export class PeakDay {
  constructor(readonly day: number) {}

  inWords(): string {
    return `${this.day.toLocaleString('en-GB')} days after 1 January`;
  }
}

function readPeakDay(input: unknown): PeakDay | Unread {
  if (typeof input === 'number' && input >= 0 && input < 366) return new PeakDay(input);
  const said = readDayOfYear(input);
  if (!(said instanceof DayOfYear)) return { problem: 'This is not a day of the year.', allowed: PEAK };
  return new PeakDay((dayNumber(2001, said.month, said.day) ?? 0) - (dayNumber(2001, 1, 1) ?? 0));
}

const PEAK = 'a day such as `15 January`, or days from 1 January, such as `14`';

const monthly = block(
  {
    jan: month(0),
    feb: month(1),
    mar: month(2),
    apr: month(3),
    may: month(4),
    jun: month(5),
    jul: month(6),
    aug: month(7),
    sep: month(8),
    oct: month(9),
    nov: month(10),
    dec: month(11),
  },
  {
    meaning: 'A factor for each calendar month; all twelve, divided by their mean when read; instead of the wave',
    table: 'Monthly factors',
    example: '{jan: 1.05, feb: 1.02, …}',
  },
)
  .superRefine(refuseZeros)
  .optional();

const season = block(
  {
    amplitude: quantity(
      { ...percent, most: 1 },
      { meaning: 'Height of a yearly wave: arrivals are this much above the average at the peak', example: '12%' },
    ).optional(),
    'peak-day': leaf(readPeakDay, {
      meaning: 'Day of the year on which the wave is highest',
      example: '15 January',
      units: PEAK,
      editor: { type: ['string', 'number'] },
    }).optional(),
    monthly,
  },
  {
    meaning: 'How arrivals differ over the year: a wave (`amplitude` and `peak-day`) or `monthly` factors',
    otherwise: 'no season',
    table: 'A season',
    example: '{amplitude: 12%, peak-day: 15 January}',
  },
)
  .superRefine((keys, context) => {
    const wave = keys.amplitude !== undefined || keys['peak-day'] !== undefined;
    const whole = keys.amplitude !== undefined && keys['peak-day'] !== undefined;
    if (wave === (keys.monthly !== undefined) || (wave && !whole)) {
      const allowed = '`{amplitude: 12%, peak-day: 15 January}` or `{monthly: {jan: 1.05, …}}`';
      context.addIssue({ code: 'custom', message: 'A season is either a wave or monthly factors.', params: { allowed } });
    }
  })
  .optional();

/** What people come by, the same for hospitals and for direct referrals. */
export const arrivalKeys = {
  'weekday-profile': weekdayProfile,
  season,
  trend: quantity(growth, {
    meaning: 'Compound growth; 1 at the first day of the period',
    example: '3% a year',
    otherwise: '0% a year',
  }).optional(),
  spacing: oneOf(['random', 'even', 'erlang'], {
    meaning:
      'How arrivals follow one another: at `random` (Poisson), `even`ly spaced (booked), or in between (`erlang`, with `spacing-phases`)',
    example: 'even',
    otherwise: 'random',
  }).optional(),
  'spacing-phases': quantity(phases, {
    meaning: 'Phases between two arrivals (`spacing: erlang`): more phases, more regular',
    example: '4',
  }).optional(),
  'day-to-day': quantity(ratio, {
    meaning: 'Coefficient of variation of the rate from one day to the next, on top of chance',
    example: '0.5',
    otherwise: 'none',
  }).optional(),
  priority: quantity(count, {
    meaning: 'Who starts first wherever people wait: 1 before 2; first come, first served within a number',
    example: '2',
    otherwise: '1',
  }).optional(),
  people: text({ meaning: 'CSV file of people with their times (a trace), instead of a rate', example: 'people.csv' }).optional(),
};

export const rate = (meaning: string, example: string) => quantity(perDay, { meaning, example }).optional();
