import { block, oneOf, text } from './field.ts';
import { FIGURE, figureOf, inUnitOfMeasure, oneOfTheMonths } from './figure-of.ts';

/** `input`: the scenario was told it; `fitted`: an assumption was set to meet it; `derived`: it comes out, and only then agreement says something. */
const ROLES = ['input', 'fitted', 'derived'] as const;

export const stated = block(
  {
    ...figureOf,
    value: inUnitOfMeasure({ meaning: 'What the plan states', example: '0.5 days' }, FIGURE),
    role: oneOf(ROLES, {
      meaning:
        '`input`: the scenario was told it; `fitted`: an assumption was set to meet it; `derived`: it comes out of the simulation, and only this counts as agreement',
      example: 'derived',
    }),
    within: inUnitOfMeasure(
      {
        meaning: 'How far from it the simulated mean still agrees; a percentage is of what is stated',
        example: '20%',
        otherwise: 'only the range of individual winters counts',
      },
      'a percentage, such as `20%`, or an amount in the unit of the measure, such as `0.2 days`',
    ).optional(),
    note: text({
      meaning: 'Why stated and simulated do not agree',
      example: 'the plan counts all days, the return from the ready date',
    }).optional(),
  },
  { meaning: 'A figure that the plan states, by a name you choose' },
).superRefine(oneOfTheMonths);
