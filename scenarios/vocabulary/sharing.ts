import { share } from '../units/kinds.ts';
import { block, complain, names, oneOf, quantity, text } from './field.ts';

export const RULES = ['own place only', 'own place first'] as const;

export const sharing = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Homefirst', otherwise: 'the name' }).optional(),
    services: names(
      {
        meaning: 'The services of the group, of one kind; each person’s own is the first that serves the person',
        example: '[homefirst-north, homefirst-south]',
      },
      'names of services',
    ),
    rule: oneOf(RULES, {
      meaning:
        'Whether people wait for their own service only, or start in another of the group that has room and nobody of its own waiting',
      example: 'own place first',
    }).prefault('own place only'),
    above: quantity(share, {
      meaning: 'With `own place first`: only while the use of the own service is at or above this share of its capacity',
      example: '95%',
      otherwise: 'always',
    }).optional(),
  },
  { meaning: 'A group of services which routes, outcomes and referrals may name like one service, by a name you choose' },
).superRefine((keys, context) => {
  if (keys.above !== undefined && keys.rule.word === 'own place only')
    complain(
      context,
      ['above'],
      '`above` has no effect with `own place only`: nobody starts in another service.',
      '`rule: own place first`, or leave `above` out',
    );
});

/** Of a service. */
export const serves = block(
  {
    places: names(
      { meaning: 'It is for people who live in these places', example: '[north]', otherwise: 'from anywhere' },
      'names of places',
    ).optional(),
    hospitals: names(
      {
        meaning: 'It is for people of these hospitals; people referred from the community have none',
        example: '[SWFT]',
        otherwise: 'whichever they come from',
      },
      'names of hospitals',
    ).optional(),
  },
  { meaning: 'Whose people the service is for', otherwise: 'everybody' },
).optional();
