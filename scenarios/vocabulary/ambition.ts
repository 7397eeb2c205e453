import { type About, block, complain, leaf, type Misread, names, oneOf, text } from './field.ts';

const YES = ['yes', 'no'] as const;
const TARGET = 'a value in the unit of the measure, such as `3433 days`, `95%` or `38 people`';

/** Its unit depends on the measure, which is known only together with the simulator's measures. */
const target = (about: About) =>
  leaf(
    (input): string | Misread =>
      typeof input === 'string' || typeof input === 'number' ? String(input) : { problem: 'A value is needed here.', allowed: TARGET },
    { ...about, units: TARGET, editor: { type: ['string', 'number'] } },
  ).optional();

export const ambition = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Delayed days, last quarter', otherwise: 'the name' }).optional(),
    measure: text({ meaning: 'What is measured, by its id in the table of measures', example: 'bed-days-delayed' }),
    of: text({ meaning: 'The hospital, place, pathway or service it is measured for; `national P1` for all pathways that report as it', example: 'UHCW', otherwise: 'all' }).optional(),
    in: names({ meaning: 'Month or months, each held against the target by itself', example: '2018-01', otherwise: 'the whole period' }, 'months such as `2018-01`').optional(),
    'sum-of': names({ meaning: 'Months added together before they are held against the target', example: '[2018-01, 2018-02, 2018-03]' }, 'months such as `2018-01`').optional(),
    'each-month': oneOf(YES, { meaning: 'Every month of the period by itself', example: 'yes', otherwise: 'no' }).optional(),
    'at most': target({ meaning: 'Met where the measure is this or less', example: '3433 days' }),
    'at least': target({ meaning: 'Met where the measure is this or more', example: '95%' }),
  },
  { meaning: 'A target on a measure, by a name you choose' },
).superRefine((keys, context) => {
  const both = keys['at most'] !== undefined && keys['at least'] !== undefined;
  if (both || (keys['at most'] === undefined && keys['at least'] === undefined)) {
    complain(context, both ? ['at least'] : [], both ? 'Only one of `at most` and `at least` can be said.' : 'The target is missing.', '`at most: …` or `at least: …`');
  }
  const whens = (['in', 'sum-of', 'each-month'] as const).filter((key) => keys[key] !== undefined);
  if (whens.length > 1) complain(context, [whens[1] ?? 'in'], `Only one of ${whens.map((key) => `\`${key}\``).join(', ')} can be said.`);
});
