import { z } from 'zod';
import { count, duration, ratio, stay } from '../units/kinds.ts';
import { type About, complain, oneOf, quantity, text, type Word } from './field.ts';
import type { Quantity } from '../units/quantity.ts';

export const SHAPES = ['lognormal', 'gamma', 'weibull', 'erlang', 'exponential', 'fixed'] as const;

const TABLE = 'A length of time that varies between people';

/** The keys of a length of time that varies between people; also used flat, inside a family of process delay. */
export const distributionKeys = {
  mean: quantity(duration, { meaning: 'Average over all people', example: '20 days' }).optional(),
  shape: oneOf(SHAPES, { meaning: 'How the lengths spread around the average; `exponential` and `fixed` need only `mean`', example: 'lognormal' }).optional(),
  median: quantity(stay, { meaning: 'Half of people are shorter (`lognormal` only; less than `mean`)', example: '13 days' }).optional(),
  sd: quantity(stay, { meaning: 'Standard deviation', example: '18 days' }).optional(),
  cv: quantity(ratio, { meaning: 'Coefficient of variation: standard deviation divided by mean', example: '0.6' }).optional(),
  phases: quantity(count, { meaning: 'Number of equal phases one after another (`erlang` only): more phases, less spread', example: '2' }).optional(),
  fixed: quantity(duration, { meaning: 'Everybody the same length; instead of `mean` and `shape`', example: '14 days' }).optional(),
  sample: text({ meaning: 'CSV file of observed lengths in days, each equally likely; instead of `mean` and `shape`', example: 'stays.csv' }).optional(),
  column: text({ meaning: 'Column of the `sample` file', example: 'days' }).optional(),
};

export interface DistributionKeys {
  mean?: Quantity | undefined;
  shape?: Word<(typeof SHAPES)[number]> | undefined;
  median?: Quantity | undefined;
  sd?: Quantity | undefined;
  cv?: Quantity | undefined;
  phases?: Quantity | undefined;
  fixed?: Quantity | undefined;
  sample?: string | undefined;
  column?: string | undefined;
}

export function distribution(about: About) {
  const guide = { ...about, table: TABLE, example: about.example ?? '{mean: 20 days, shape: gamma, cv: 0.6}' };
  return z.strictObject(distributionKeys).superRefine(checkDistribution).meta({ description: about.meaning, guide });
}

const FORMS = '`{mean: 20 days, shape: lognormal, cv: 0.6}`, `{fixed: 14 days}` or `{sample: stays.csv, column: days}`';

/** Exactly one way of saying it, with what that way needs. */
export function checkDistribution(keys: DistributionKeys, context: z.RefinementCtx): void {
  const ways = (['fixed', 'sample', 'mean'] as const).filter((way) => keys[way] !== undefined);
  if (ways.length !== 1) {
    const problem = ways.length === 0 ? 'A length of time is missing.' : `Only one of ${ways.map((way) => `\`${way}\``).join(' and ')} can be said.`;
    complain(context, ways.length === 0 ? [] : [ways[0] ?? 'mean'], problem, FORMS);
  } else if (keys.mean) checkShape(keys, context);
  else refuse(keys, ['shape', 'median', 'sd', 'cv', 'phases'], `\`${ways[0]}\` needs no`, context);
  if (keys.sample !== undefined && keys.column === undefined) complain(context, ['column'], '`column` is missing: which column of the sample file?');
  if (keys.column !== undefined && keys.sample === undefined) complain(context, ['column'], '`column` goes with `sample`.', FORMS);
}

function checkShape(keys: DistributionKeys, context: z.RefinementCtx): void {
  const shape = keys.shape?.word;
  checkSizes(keys, context);
  if (!shape) complain(context, ['shape'], '`shape` is missing.', SHAPES.map((word) => `\`${word}\``).join(', '));
  else if (shape === 'exponential' || shape === 'fixed') refuse(keys, ['median', 'sd', 'cv', 'phases'], `\`shape: ${shape}\` needs no`, context);
  else if (shape === 'erlang') checkPhases(keys, context);
  else checkSpread(keys, shape, context);
}

/** Exactly one way of saying how far lengths spread. */
function checkSpread(keys: DistributionKeys, shape: string, context: z.RefinementCtx): void {
  refuse(keys, ['phases'], `\`shape: ${shape}\` takes no`, context);
  if (shape !== 'lognormal') refuse(keys, ['median'], `\`shape: ${shape}\` takes no`, context);
  const spreads = (['median', 'sd', 'cv'] as const).filter((way) => keys[way] !== undefined);
  const can = shape === 'lognormal' ? 'one of `median`, `sd`, `cv`' : 'one of `sd`, `cv`';
  if (spreads.length === 0) complain(context, [], `\`shape: ${shape}\` needs to know how far lengths spread.`, can);
  if (spreads.length > 1) complain(context, [spreads[1] ?? 'cv'], `${spreads.map((way) => `\`${way}\``).join(' and ')} both say how far lengths spread.`, can);
}

function checkPhases(keys: DistributionKeys, context: z.RefinementCtx): void {
  refuse(keys, ['median', 'sd', 'cv'], '`shape: erlang` takes no', context);
  if (!keys.phases) complain(context, ['phases'], '`phases` is missing: how many phases does the stay have?', 'a whole number, such as `2`');
}

function checkSizes(keys: DistributionKeys, context: z.RefinementCtx): void {
  if (keys.mean?.amount === 0 && keys.shape?.word !== 'fixed') complain(context, ['mean'], 'The mean of this shape must be more than zero.');
  else if (keys.mean && keys.median && keys.shape?.word === 'lognormal' && keys.median.amount >= keys.mean.amount) {
    complain(context, ['median'], `The median must be less than the mean (${keys.mean.inWords()}): a few long stays pull the mean up.`);
  }
}

function refuse(keys: DistributionKeys, ways: ('shape' | 'median' | 'sd' | 'cv' | 'phases')[], sentence: string, context: z.RefinementCtx): void {
  for (const way of ways) if (keys[way] !== undefined) complain(context, [way], `${sentence} \`${way}\`.`);
}
