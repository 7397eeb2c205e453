import { z } from 'zod';
import { wholeDays } from '../units/kinds.ts';
import { block, complain, date, leaf, type Misread, quantity, text } from './field.ts';

const aDayOrMore = { ...wholeDays, above: true };

/** Its unit depends on the path: read in `changes/read-changes.ts`. */
const changed = leaf(
  (input): unknown =>
    ['string', 'number', 'boolean'].includes(typeof input) || Array.isArray(input)
      ? input
      : ({ problem: 'A value is needed here.', allowed: UNITS() } satisfies Misread),
  {
    meaning:
      'The path of a capacity, a share, admissions or arrivals, the mean of a length of time or the days a service accepts, and what becomes of it',
    units: UNITS(),
    example: 'services.home-support.commissioned: 1995 h/week',
    editor: { type: ['string', 'number'] },
  },
).meta({ list: true });

function UNITS(): string {
  return 'a value (`1995 h/week`), an addition (`+400 h/week`), a percentage of what it is (`-20%`) or, for a share, points (`+2 points`); days as in `accepts`';
}

const ramp = block(
  {
    over: quantity(aDayOrMore, { meaning: 'How long the whole takes', example: '8 weeks' }),
    every: quantity(aDayOrMore, {
      meaning: 'How long each equal step lasts; the first is taken on the first day',
      example: '1 week',
    }),
  },
  { meaning: 'An addition or a percentage brought in step by step', otherwise: 'all at once' },
);

export const change = z
  .object({
    label: text({ meaning: 'Name in reports', example: 'Winter money', otherwise: 'the name' }).optional(),
    from: date({
      meaning: 'First day it holds, inside the period',
      example: '2017-12-01',
      otherwise: '`after` or `during` says when',
    }).optional(),
    to: date({
      meaning: 'Last day it holds (that day included)',
      example: '2018-02-04',
      otherwise: 'to the end of the period',
    }).optional(),
    after: text({
      meaning: 'Another change that must be wholly in force first, instead of `from`: it moves when that one moves',
      example: 'homefirst-hours',
    }).optional(),
    wait: quantity(wholeDays, {
      meaning: 'How long `after` that it starts',
      example: '4 weeks',
      otherwise: 'on the same day',
    }).optional(),
    during: text({
      meaning: 'Days by their name in `calendar`, instead of `from` and `to`',
      example: 'school-holidays',
    }).optional(),
    ramp: ramp.optional(),
  })
  .catchall(changed)
  .superRefine((keys, context) => {
    const whens = (['from', 'after', 'during'] as const).filter((key) => keys[key] !== undefined);
    const whenever = '`from: 2017-12-01`, `after: OTHER-CHANGE` or `during: christmas`';
    if (whens.length === 0) complain(context, ['from'], '`from` is missing.', whenever);
    if (whens.length > 1)
      complain(
        context,
        [whens[1] ?? 'from'],
        `Only one of ${whens.map((key) => `\`${key}\``).join(', ')} can be said.`,
        whenever,
      );
    if (keys.wait !== undefined && keys.after === undefined)
      complain(context, ['wait'], '`wait` goes with `after`.', '`after: OTHER-CHANGE` with `wait: 4 weeks`');
    for (const key of ['to', 'ramp'] as const)
      if (keys.during !== undefined && keys[key] !== undefined)
        complain(context, [key], `\`${key}\` does not go with \`during\`: the calendar says from when to when.`);
  })
  .meta({
    description: 'A change from one day to another, by a name you choose; later ones act on what earlier ones made',
    guide: {},
  });
