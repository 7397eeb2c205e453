import { z } from 'zod';
import { RANGE_FORM, valuesOf, VaryProblem } from '../decide/vary.ts';
import { count, money, share } from '../units/kinds.ts';
import { block, complain, leaf, type Misread, names, oneOf, quantity } from './field.ts';

export const SEARCHES = ['size', 'sweep', 'sensitivity', 'redesign'] as const;

/** Keys of one kind of search. */
const ONLY_OF = { matters: 'sweep', morris: 'sensitivity', sobol: 'sensitivity' } as const;

/** A range as written, once it is understood. */
function readRange(input: unknown): string | Misread {
  try {
    const said = typeof input === 'string' ? input.trim() : '';
    valuesOf(said);
    return said;
  } catch (error) {
    if (!(error instanceof VaryProblem)) throw error;
    return { problem: 'This is not a range of values.', allowed: RANGE_FORM };
  }
}

const range = leaf(readRange, {
  meaning: 'The path of a value, and what it may be',
  units: RANGE_FORM,
  example: 'services.home-support.commissioned: 1600..2600:25 h/week',
  editor: { type: ['string'] },
});

/** A search that belongs to the plan: `d2a decide` runs it. */
export const decision = block(
  {
    search: oneOf(SEARCHES, {
      meaning:
        '`size`: the smallest capacity for a goal; `sweep`: every point of a grid; `sensitivity`: which assumptions matter; `redesign`: when capacity can close',
      example: 'size',
    }),
    vary: z
      .record(z.string(), range)
      .meta({
        description: 'What may be larger or smaller',
        guide: { meaning: 'What may be larger or smaller', otherwise: 'nothing (`sensitivity` moves every assumption)' },
      })
      .prefault({}),
    meet: names(
      {
        meaning: 'Goals: names of ambitions, or sentences such as `delay-capacity of P1 at most 1 day`',
        example: '[delayed-days-january]',
        otherwise: 'none',
      },
      'goals',
    ).optional(),
    risk: quantity(share, { meaning: 'Share of winters that may miss a goal', example: '10%', otherwise: '10%' }).optional(),
    on: oneOf(['risk', 'mean'], { meaning: 'Whether winters or the mean must meet the goals', example: 'mean' }).prefault('risk'),
    by: oneOf(['month'], {
      meaning: 'Lower each month as far as the goals still hold (`size` of one capacity)',
      example: 'month',
      otherwise: 'one level for the period',
    }).optional(),
    show: names(
      { meaning: 'Measures to show (`sweep`, `sensitivity`)', example: '[waiting of step-down]', otherwise: 'delays' },
      'measures',
    ).optional(),
    matters: quantity(money, {
      meaning: 'Smallest difference of cost that matters: a point clearly dearer by that is left early (`sweep`)',
      example: '£5,000',
      otherwise: 'every point in full',
    }).optional(),
    morris: quantity(count, {
      meaning: 'Walks of a Morris screening: all assumptions moved together (`sensitivity`)',
      example: '20',
      otherwise: 'none',
    }).optional(),
    sobol: quantity(count, {
      meaning: 'Rows of Sobol shares: which share of the variance each of the ten widest assumptions has (`sensitivity`)',
      example: '128',
      otherwise: 'none',
    }).optional(),
    replications: quantity(count, { meaning: 'Replications of a point that is not clear earlier', example: '200' }).prefault(200),
  },
  { meaning: 'A search kept with the plan, by a name you choose; `d2a decide` runs it' },
).superRefine((keys, context) => {
  const search = keys.search.word;
  if (search !== 'sensitivity' && Object.keys(keys.vary).length === 0)
    complain(
      context,
      ['vary'],
      '`vary` is missing: what may be larger or smaller?',
      '`vary: {services.home-support.commissioned: 1600..2600:25 h/week}`',
    );
  if ((search === 'size' || search === 'redesign') && !keys.meet)
    complain(
      context,
      ['meet'],
      '`meet` is missing: what is it to meet?',
      'the name of an ambition, or a sentence such as `delay-capacity of P1 at most 1 day`',
    );
  if (keys.risk && keys.on.word === 'mean') complain(context, ['risk'], '`on: mean` takes no `risk`.');
  for (const [key, its] of Object.entries(ONLY_OF))
    if (keys[key as keyof typeof ONLY_OF] && search !== its) complain(context, [key], `\`${key}\` goes with \`search: ${its}\`.`);
  if (keys.by && (search !== 'size' || Object.keys(keys.vary).length > 1))
    complain(context, ['by'], '`by: month` goes with `search: size` of one capacity.');
});
