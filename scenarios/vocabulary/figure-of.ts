import type { z } from 'zod';
import { isoDate, MONTH_FORMS, readDate, readMonth } from '../../data/dates.ts';
import { type About, complain, leaf, type Misread, oneOf, text } from './field.ts';

const YES = ['yes', 'no'] as const;
const MONTHS = `months such as ${MONTH_FORMS}`;

/** `2018-01`, of a month in any form that is read, or of its first day, which is what Excel keeps of a month; null where it is none. */
export function monthIn(text: string): string | null {
  const date = readDate(text);
  const first = readMonth(text) ?? (date !== null && isoDate(date).endsWith('-01') ? date : null);
  return first === null ? null : isoDate(first).slice(0, 7);
}

/** One month or a list of them; what is no month is told where the period is known. */
function months(about: About) {
  const read = (input: unknown): string[] | Misread => {
    const list = Array.isArray(input) ? input : [input];
    const good = list.every((item) => typeof item === 'string' || typeof item === 'number');
    return good
      ? list.map((item) => monthIn(String(item)) ?? String(item))
      : { problem: 'Months are needed here.', allowed: `${MONTHS}, or a list such as \`[2018-01, 2018-02]\`` };
  };
  return leaf(read, { ...about, units: MONTHS, editor: { type: ['string'] } }).meta({ list: true });
}

/** The keys by which a figure says what it is about: a measure of somebody, over which months. */
export const figureOf = {
  label: text({ meaning: 'Name in reports', example: 'Delayed days, last quarter', otherwise: 'the name' }).optional(),
  measure: text({ meaning: 'What is measured, by its id in the table of measures', example: 'bed-days-delayed' }),
  of: text({
    meaning:
      'The hospital, place, pathway or service it is measured for, or the group of services that share; `national P1` for all pathways that report as it',
    example: 'UHCW',
    otherwise: 'all',
  }).optional(),
  in: months({
    meaning: 'Month or months, each held against the figure by itself',
    example: '2018-01',
    otherwise: 'the whole period',
  }).optional(),
  'sum-of': months({
    meaning: 'Months added together before they are held against the figure',
    example: '[2018-01, 2018-02, 2018-03]',
  }).optional(),
  over: months({
    meaning: 'Months as one spell, such as a quarter, for an average or a share',
    example: '[2018-01, 2018-02, 2018-03]',
  }).optional(),
  'each-month': oneOf(YES, {
    meaning:
      'Every whole month of the period by itself; a month of which only a part is in the period is not counted, unless there is no whole one',
    example: 'yes',
    otherwise: 'no',
  }).optional(),
};

const WHENS = ['in', 'sum-of', 'over', 'each-month'] as const;

export function oneOfTheMonths(keys: Partial<Record<(typeof WHENS)[number], unknown>>, context: z.RefinementCtx): void {
  const said = WHENS.filter((key) => keys[key] !== undefined);
  if (said.length > 1)
    complain(context, [said[1] ?? 'in'], `Only one of ${said.map((key) => `\`${key}\``).join(', ')} can be said.`);
}

/** A value whose unit depends on the measure, which is known only together with the simulator's measures. */
export function inUnitOfMeasure(about: About, allowed: string) {
  return leaf(
    (input): string | Misread =>
      typeof input === 'string' || typeof input === 'number' ? String(input) : { problem: 'A value is needed here.', allowed },
    { ...about, units: allowed, editor: { type: ['string', 'number'] } },
  );
}

export const FIGURE = 'a value in the unit of the measure, such as `3433 days`, `95%` or `38 people`';
