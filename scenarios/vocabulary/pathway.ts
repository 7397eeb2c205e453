import { share } from '../units/kinds.ts';
import { distribution } from './distribution.ts';
import { followUp } from './follow-up.ts';
import { block, names, oneOf, quantity, text } from './field.ts';

export const NATIONAL = ['P0', 'P1', 'P2', 'P3'] as const;
/** Of people who are not discharged. */
export const DIED = 'died in hospital';

export const pathway = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Pathway 1: home with support', otherwise: 'the name' }).optional(),
    'reports-as': oneOf([...NATIONAL, DIED], {
      meaning:
        'National pathway it counts as; P0 and P1 are the usual place of residence. People who `died in hospital` are not discharged: the acute bed is free at the end of the stay, and they are counted by themselves',
      example: 'P1',
      otherwise: 'its own name, if that is P0, P1, P2 or P3',
    }).optional(),
    share: quantity(share, {
      meaning: 'Share of people admitted who will need it; the shares of a hospital sum to 100% on every day',
      example: '45%',
    }).optional(),
    'acute-stay': distribution({ meaning: 'Clinical stay, from admission until there are no criteria to reside' }).optional(),
    'follow-up': followUp,
    route: names(
      { meaning: 'Services one after another; empty for Pathway 0', example: '[home-support]', otherwise: 'no service' },
      'names of services',
    ).optional(),
  },
  { meaning: 'A pathway out of hospital, by a name you choose' },
);
