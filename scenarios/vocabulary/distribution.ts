import { z } from 'zod';
import { type About, complain, leaf, type Misread, oneOf, quantity, text, type Word } from './field.ts';
import { duration, type Kind, LEAST_CV, MOST_CV, phases, ratio, share, stay } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';

export const SHAPES = ['lognormal', 'gamma', 'weibull', 'erlang', 'exponential', 'fixed'] as const;

const TABLE = 'A length of time that varies between people';

/** Phases one after another, each exponential with its mean; or how many equal ones there are. */
export class PhaseList {
  constructor(readonly means: Quantity[]) {}

  inWords(): string {
    return this.means.map((mean) => mean.inWords()).join(', then ');
  }
}

const PHASES = 'the mean of each phase, such as `[3 days, 20 days]`; or with `shape: erlang` a number of equal ones, such as `2`';

function readPhases(input: unknown): Quantity | PhaseList | Misread {
  if (!Array.isArray(input)) return readQuantity(input, phases);
  const means = quantities(input, stay);
  if (!means) return { problem: 'These are not lengths of phases.', allowed: PHASES };
  return means.length >= 2 && means.length <= MOST_PHASES
    ? new PhaseList(means)
    : { problem: `A list of phases has 2 to ${MOST_PHASES} of them.`, allowed: PHASES };
}

const MOST_PHASES = 10;

/** Shares who go on, after each phase but the last. */
export class GoOn {
  constructor(readonly shares: Quantity[]) {}

  inWords(): string {
    return this.shares.map((one) => one.inWords()).join(', then ');
  }
}

const GO_ON = 'a percentage after each phase but the last, such as `25%` for two phases or `[25%, 10%]` for three';

function readGoOn(input: unknown): GoOn | Misread {
  const shares = quantities(Array.isArray(input) ? input : [input], share);
  return shares ? new GoOn(shares) : { problem: 'These are not shares.', allowed: GO_ON };
}

function quantities(list: unknown[], kind: Kind): Quantity[] | null {
  const read = list.map((item) => readQuantity(item, kind));
  return read.every((one) => one instanceof Quantity) ? read : null;
}

/** The keys of a length of time that varies between people; also used flat, inside a family of process delay. */
export const distributionKeys = {
  mean: quantity(duration, { meaning: 'Average over all people', example: '20 days' }).optional(),
  shape: oneOf(SHAPES, {
    meaning: 'How the lengths spread around the average; `exponential` and `fixed` need only `mean`',
    example: 'lognormal',
  }).optional(),
  median: quantity(stay, {
    meaning: 'Half of people are shorter (`lognormal` only; less than `mean`)',
    example: '13 days',
  }).optional(),
  sd: quantity(stay, { meaning: 'Standard deviation', example: '18 days' }).optional(),
  cv: quantity(ratio, { meaning: 'Coefficient of variation: standard deviation divided by mean', example: '0.6' }).optional(),
  phases: leaf(readPhases, {
    meaning:
      'Phases one after another, each exponential, instead of `mean` and `shape`: many people leave after the first, and `go-on` says who stays longer. With `shape: erlang` the number of equal phases: more phases, less spread',
    example: '[3 days, 20 days]',
    units: PHASES,
    editor: { type: ['string', 'number'] },
  })
    .meta({ list: true })
    .optional(),
  'go-on': leaf(readGoOn, {
    meaning: 'Share of people who go on to the next of the `phases`; the rest leave',
    example: '25%',
    units: GO_ON,
    editor: { type: ['string'] },
  })
    .meta({ list: true })
    .optional(),
  fixed: quantity(duration, {
    meaning: 'Everybody the same length; instead of `mean` and `shape`',
    example: '14 days',
  }).optional(),
  sample: text({
    meaning: 'CSV file of observed lengths in days, each equally likely; instead of `mean` and `shape`',
    example: 'stays.csv',
  }).optional(),
  column: text({ meaning: 'Column of the `sample` file', example: 'days' }).optional(),
};

export interface DistributionKeys {
  mean?: Quantity | undefined;
  shape?: Word<(typeof SHAPES)[number]> | undefined;
  median?: Quantity | undefined;
  sd?: Quantity | undefined;
  cv?: Quantity | undefined;
  phases?: Quantity | PhaseList | undefined;
  'go-on'?: GoOn | undefined;
  fixed?: Quantity | undefined;
  sample?: string | undefined;
  column?: string | undefined;
}

export function distribution(about: About) {
  const guide = { ...about, table: TABLE, example: about.example ?? '{mean: 20 days, shape: gamma, cv: 0.6}' };
  return z.strictObject(distributionKeys).superRefine(checkDistribution).meta({ description: about.meaning, guide });
}

const FORMS =
  '`{mean: 20 days, shape: lognormal, cv: 0.6}`, `{fixed: 14 days}`, `{phases: [3 days, 20 days], go-on: 25%}` or `{sample: stays.csv, column: days}`';

/** Exactly one way of saying it, with what that way needs. */
export function checkDistribution(keys: DistributionKeys, context: z.RefinementCtx): void {
  const phased = keys.phases instanceof PhaseList;
  const ways = (['fixed', 'sample', 'mean', 'phases'] as const).filter(
    (way) => keys[way] !== undefined && (way !== 'phases' || phased),
  );
  if (ways.length !== 1) {
    const problem =
      ways.length === 0
        ? 'A length of time is missing.'
        : `Only one of ${ways.map((way) => `\`${way}\``).join(' and ')} can be said.`;
    complain(context, ways.length === 0 ? [] : [ways[0] ?? 'mean'], problem, FORMS);
  } else if (keys.mean) checkShape(keys, context);
  else
    refuse(keys, ['shape', 'median', 'sd', 'cv', ...(phased ? [] : (['phases'] as const))], `\`${ways[0]}\` needs no`, context);
  checkGoOn(keys, context);
  if (keys.sample !== undefined && keys.column === undefined)
    complain(context, ['column'], '`column` is missing: which column of the sample file?');
  if (keys.column !== undefined && keys.sample === undefined)
    complain(context, ['column'], '`column` goes with `sample`.', FORMS);
}

function checkShape(keys: DistributionKeys, context: z.RefinementCtx): void {
  const shape = keys.shape?.word;
  checkSizes(keys, context);
  if (!shape) complain(context, ['shape'], '`shape` is missing.', SHAPES.map((word) => `\`${word}\``).join(', '));
  else if (shape === 'exponential' || shape === 'fixed')
    refuse(keys, ['median', 'sd', 'cv', 'phases'], `\`shape: ${shape}\` needs no`, context);
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
  if (spreads.length === 1) checkVariation(keys, spreads[0] ?? 'cv', context);
  if (spreads.length > 1)
    complain(
      context,
      [spreads[1] ?? 'cv'],
      `${spreads.map((way) => `\`${way}\``).join(' and ')} both say how far lengths spread.`,
      can,
    );
}

/** The same limits however the spread is said; `cv` has them of its own. */
function checkVariation({ mean, median, sd }: DistributionKeys, way: 'median' | 'sd' | 'cv', context: z.RefinementCtx): void {
  if (!mean || mean.amount === 0 || way === 'cv') return;
  const cv = sd ? sd.amount / mean.amount : Math.sqrt(Math.max(0, (mean.amount / (median?.amount ?? mean.amount)) ** 2 - 1));
  if (cv >= LEAST_CV && cv <= MOST_CV) return;
  if (median && median.amount >= mean.amount) return; // said by itself
  const allowed = `a standard deviation from ${LEAST_CV} to ${MOST_CV} times the mean, or \`shape: fixed\``;
  complain(context, [way], `Lengths that spread so ${cv < LEAST_CV ? 'little' : 'widely'} cannot be drawn.`, allowed);
}

function checkPhases(keys: DistributionKeys, context: z.RefinementCtx): void {
  refuse(keys, ['median', 'sd', 'cv'], '`shape: erlang` takes no', context);
  if (!keys.phases)
    complain(context, ['phases'], '`phases` is missing: how many phases does the stay have?', 'a whole number, such as `2`');
}

function checkGoOn({ phases, 'go-on': goOn }: DistributionKeys, context: z.RefinementCtx): void {
  if (!(phases instanceof PhaseList)) {
    if (goOn) complain(context, ['go-on'], '`go-on` goes with a list of `phases`.', FORMS);
    return;
  }
  const given = goOn?.shares.length ?? 0;
  const needed = phases.means.length - 1;
  if (given === 0) complain(context, ['go-on'], '`go-on` is missing: which share of people go on to the next phase?', GO_ON);
  else if (given !== needed)
    complain(
      context,
      ['go-on'],
      `There ${given === 1 ? 'is 1 share' : `are ${given} shares`} for ${phases.means.length} phases: one is needed after each phase but the last, ${needed} in all.`,
    );
}

function checkSizes(keys: DistributionKeys, context: z.RefinementCtx): void {
  if (keys.mean?.amount === 0 && keys.shape?.word !== 'fixed')
    complain(context, ['mean'], 'The mean of this shape must be more than zero.');
  else if (keys.mean && keys.median && keys.shape?.word === 'lognormal' && keys.median.amount >= keys.mean.amount) {
    complain(
      context,
      ['median'],
      `The median must be less than the mean (${keys.mean.inWords()}): a few long stays pull the mean up.`,
    );
  }
}

function refuse(
  keys: DistributionKeys,
  ways: ('shape' | 'median' | 'sd' | 'cv' | 'phases')[],
  sentence: string,
  context: z.RefinementCtx,
): void {
  for (const way of ways) if (keys[way] !== undefined) complain(context, [way], `${sentence} \`${way}\`.`);
}
