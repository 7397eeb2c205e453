import { z } from 'zod';
import { share } from '../units/kinds.ts';
import { checkDistribution, distributionKeys } from './distribution.ts';
import { block, complain, NAME, NAME_RULE, names, quantity, text } from './field.ts';

const appliesTo = names(
  { meaning: 'Pathways it holds for', example: '[P1, P2, P3]', otherwise: 'every pathway except those that report as P0' },
  'names of pathways',
).optional();

const family = z
  .strictObject({
    label: text({ meaning: 'Name in reports', example: 'Care transfer hub', otherwise: 'the name' }).optional(),
    'applies-to': appliesTo,
    ...distributionKeys,
  })
  .superRefine(checkDistribution)
  .meta({
    description:
      'A family of reasons (hospital process, care transfer hub, interface, wellbeing/family/funding), by a name you choose; one after another, in the order written',
    guide: {},
  });

const weekend = block(
  {
    'applies-to': appliesTo,
    'leave-at': quantity(share, {
      meaning:
        'Chance that a person ready on a Saturday, Sunday or bank holiday can leave that day; otherwise from the next working day',
      example: '60%',
    }),
  },
  { meaning: 'Working at weekends and on bank holidays', otherwise: 'every day alike' },
);

export const processDelay = z
  .object({ weekend: weekend.optional() })
  .catchall(family)
  .superRefine((families, context) => {
    for (const name of Object.keys(families))
      if (!NAME.test(name)) complain(context, [name], 'This cannot be a name.', NAME_RULE);
  })
  .meta({ description: 'Days between ready and referral that no amount of capacity removes', guide: { otherwise: 'none' } });
