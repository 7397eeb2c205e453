import { block, complain, oneOf } from './field.ts';
import { FIGURE, figureOf, inUnitOfMeasure, oneOfTheMonths } from './figure-of.ts';

export const ambition = block(
  {
    ...figureOf,
    'at most': inUnitOfMeasure({ meaning: 'Met where the measure is this or less', example: '3433 days' }, FIGURE).optional(),
    'at least': inUnitOfMeasure({ meaning: 'Met where the measure is this or more', example: '95%' }, FIGURE).optional(),
    example: oneOf(['yes', 'no'], {
      meaning: 'The target is only an example: reports never call it met. Take the key away when the target is your own',
      example: 'yes',
      otherwise: 'no',
    }).optional(),
  },
  { meaning: 'A target on a measure, by a name you choose' },
).superRefine((keys, context) => {
  const both = keys['at most'] !== undefined && keys['at least'] !== undefined;
  if (both || (keys['at most'] === undefined && keys['at least'] === undefined)) {
    complain(
      context,
      both ? ['at least'] : [],
      both ? 'Only one of `at most` and `at least` can be said.' : 'The target is missing.',
      '`at most: …` or `at least: …`',
    );
  }
  oneOfTheMonths(keys, context);
});
