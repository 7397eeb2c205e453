import { share } from '../units/kinds.ts';
import { block, named, quantity, text } from './field.ts';

const ownPathway = block(
  {
    share: quantity(share, {
      meaning:
        'Share of this place’s people who will need the pathway, from whichever hospital; it comes before that of the hospital',
      example: '6%',
    }),
  },
  { meaning: 'What differs for the people of this place' },
);

export const place = block(
  {
    label: text({ meaning: 'Name in reports', example: 'North Warwickshire', otherwise: 'the name' }).optional(),
    pathways: named(ownPathway, {
      meaning: 'Shares that differ for the people of this place, by pathway',
      otherwise: 'the split of the hospital',
    }).optional(),
  },
  { meaning: 'A place people live in (a district, a borough), by a name you choose' },
);

/** Of hospitals and referrals. */
export const livesIn = named(quantity(share, { meaning: 'Share of its people who live in this place', example: '30%' }), {
  meaning: 'Where its people live, by place; the shares sum to 100% on every day; needed where the scenario has several `places`',
  otherwise: 'all in the one place there is',
}).optional();
