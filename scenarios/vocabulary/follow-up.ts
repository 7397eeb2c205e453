import { share } from '../units/kinds.ts';
import { distribution } from './distribution.ts';
import { block, names, oneOf, quantity } from './field.ts';

const by91 = (meaning: string, example: string) =>
  quantity(share, { meaning: `Share of people ${meaning} by day 91 after discharge`, example, otherwise: 'none' }).optional();

/** Of a service, or of a pathway for people whose last service says nothing. */
export const followUp = block(
  {
    readmitted: by91('readmitted', '12%'),
    'in-care': by91('in a care home', '6%'),
    died: by91('who died', '8%'),
    when: distribution({
      meaning: 'Days from discharge until it happens; what would happen after day 91 then does not count',
      otherwise: 'all of it within the 91 days, any day from leaving on as likely',
    }).optional(),
    'readmitted-stay': distribution({
      meaning: 'Days in hospital of whoever is readmitted; then the person is where the way led again',
      otherwise: 'the acute stay of the pathway',
    }).optional(),
  },
  {
    meaning:
      'What becomes of people discharged from hospital, once they have left: the rest stay at home, or in the care home they went to',
    otherwise: 'nothing more happens to them',
  },
).optional();

/** Of every kind of service: what it is, for where people are after 91 days and what they need after it. */
export const supportKeys = {
  'short-term': oneOf(['yes', 'no'], {
    meaning:
      'Short-term support, such as reablement: ASCOF 2B asks where people discharged into it are after 91 days, 2D what they need after it',
    example: 'yes',
    otherwise: 'no',
  }).optional(),
  'long-term': oneOf(['home care', 'care home'], {
    meaning: 'Long-term support, and which; starts in a care home are permanent admissions (ASCOF 2A)',
    example: 'care home',
    otherwise: 'it is none',
  }).optional(),
  'at-home': oneOf(['yes', 'no'], {
    meaning: 'Whether people in it are at home: housing with care is, though it is counted in places',
    example: 'yes',
    otherwise: 'yes for hours and home care, no for beds and care homes',
  }).optional(),
  'long-term-need': names(
    {
      meaning: 'Outcomes of short-term support after which long-term support is needed, besides those that lead to a service',
      example: '[home-care]',
      otherwise: '`home-care` and `care-home`, where there are such outcomes',
    },
    'names of outcomes',
  ).optional(),
  'follow-up': followUp,
};
