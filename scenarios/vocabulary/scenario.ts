import { z } from 'zod';
import { bedDayValue, count, percent, share, wholeDays } from '../units/kinds.ts';
import { ambition } from './ambition.ts';
import { calendar } from './calendar.ts';
import { change } from './change.ts';
import { block, complain, date, leaf, type Misread, named, names, oneOf, quantity, text } from './field.ts';
import { decision } from './decide.ts';
import { hospital } from './hospital.ts';
import { observed } from './observed.ts';
import { pathway } from './pathway.ts';
import { precisionKeys } from './precision.ts';
import { place } from './place.ts';
import { processDelay } from './process-delay.ts';
import { diversion, rightSizing } from './redirection.ts';
import { referral } from './referral.ts';
import { service } from './service.ts';
import { startFrom } from './start-from.ts';
import { trigger } from './trigger.ts';
import { sharing } from './sharing.ts';
import { stated } from './stated.ts';

export const POPULATIONS = ['65+', 'all adults'] as const;

const version = leaf(
  (input): 1 | Misread => (input === 1 ? 1 : { problem: 'This version of the simulator does not read it.', allowed: '`d2a: 1`' }),
  {
    meaning: 'Version of the scenario language',
    units: '`1`',
    example: '1',
    editor: { type: ['number'] },
  },
);

const period = block(
  {
    start: date({ meaning: 'First day that is counted', example: '2017-10-01' }),
    length: quantity(
      { ...wholeDays, above: true },
      { meaning: 'Length of the period, instead of `end`', example: '26 weeks' },
    ).optional(),
    end: date({ meaning: 'Last day that is counted (that day included), instead of `length`', example: '2018-03-31' }).optional(),
  },
  { meaning: 'The days that are counted' },
).superRefine((keys, context) => {
  const both = keys.length !== undefined && keys.end !== undefined;
  if (both || (keys.length === undefined && keys.end === undefined)) {
    complain(
      context,
      both ? ['end'] : [],
      both ? 'Only one of `length` and `end` can be said.' : '`length` is missing.',
      '`length: 26 weeks` or `end: 2018-03-31`',
    );
  }
});

const run = block(
  {
    'warm-up': quantity(wholeDays, {
      meaning: 'Days simulated before the period, so that it does not start empty',
      example: '26 weeks',
      otherwise: '26 weeks; none with `start-from`',
    }).optional(),
    replications: quantity(count, {
      meaning: 'How many winters are simulated, where no `precision` is asked for',
      example: '100',
    }).prefault(100),
    precision: quantity(
      { ...share, above: true },
      {
        meaning:
          'Winters are simulated until the averages named by `on` are known so well: half of their 95% interval as a share of the average',
        example: '5%',
        otherwise: 'the number is fixed',
      },
    ).optional(),
    on: names(
      {
        meaning: 'The measures the precision is of, each `MEASURE` or `MEASURE of NAME`',
        example: '[bed-days-delayed, delay-mean of P1]',
      },
      'measures such as `bed-days-delayed`',
    ).optional(),
    'at-least': quantity(count, {
      meaning: 'Winters simulated before the precision is looked at',
      example: '10',
      otherwise: '3',
    }).optional(),
    'at-most': quantity(count, {
      meaning: 'Winters simulated at most, whether the precision is reached or not',
      example: '2000',
      otherwise: '1000',
    }).optional(),
    seed: text({ meaning: 'Any number or word: the same seed gives the same people', example: '2017' }).prefault('1'),
  },
  { meaning: 'How the simulation is run' },
)
  .superRefine(precisionKeys)
  .prefault({});

/** `2021/22`, or any short words for it, without a dot. */
const PRICE_YEAR = /^[\p{L}\p{N}][\p{L}\p{N} /_-]{0,19}$/u;

const costs = block(
  {
    'delayed-bed-day': quantity(bedDayValue, {
      meaning: 'What an acute bed-day is worth for other use, when a delayed person holds it',
      example: '£395',
      otherwise: 'delayed bed-days are not valued',
    }).optional(),
    'prices-of': text({
      meaning: 'Price year to which all prices of services are brought',
      example: '2021/22',
      otherwise: 'prices are taken as they are',
    }).optional(),
    uplift: z
      .record(
        z.string().regex(PRICE_YEAR),
        quantity(
          { ...percent, least: -0.99 },
          { meaning: 'What brings prices of this year to those of `prices-of`', example: '4%' },
        ),
      )
      .meta({
        description: 'By price year, what brings its prices to those of `prices-of`',
        guide: { meaning: 'By price year, what brings its prices to those of `prices-of`', otherwise: 'none' },
      })
      .prefault({}),
  },
  { meaning: 'Costs that are of no one service' },
).prefault({});

/** The one validator of scenario files. The JSON Schema for editors and the field guide are made from it. */
export const scenarioSchema = z.strictObject({
  d2a: version,
  name: text({ meaning: 'Name of the scenario', example: 'Coventry D2A, winter 2017/18' }),
  question: text({
    meaning: 'The question it is to answer',
    example: 'Do 1,995 hours keep delays within the trajectory?',
  }).optional(),
  description: text({ meaning: 'Anything a reader should know' }).optional(),
  population: oneOf(POPULATIONS, { meaning: 'Which people the shares count', example: '65+' }).prefault('all adults'),
  extends: names(
    {
      meaning:
        'The scenario file to build on, relative to this file; this file’s values replace its values. Of several, each comes over the one before it',
      example: '[plan.yaml, variant.yaml]',
      otherwise: 'stands on its own',
    },
    'scenario files',
  ).optional(),
  period,
  run,
  places: named(place, {
    meaning: 'Places people live in, told apart in every measure',
    otherwise: 'nobody’s place is told apart',
  }).prefault({}),
  hospitals: named(hospital, { meaning: 'Hospitals' }).prefault({}),
  referrals: named(referral, { meaning: 'Streams of direct referrals' }).prefault({}),
  pathways: named(pathway, { meaning: 'Pathways out of hospital' }).prefault({}),
  'start-from': startFrom.optional(),
  'process-delay': processDelay.prefault({}),
  services: named(service, { meaning: 'Services after hospital' }).prefault({}),
  calendar: calendar.prefault({}),
  sharing: named(sharing, { meaning: 'Groups of services by place or hospital, and how they share' }).prefault({}),
  changes: named(change, { meaning: 'Dated changes' }).prefault({}),
  'right-sizing': rightSizing.prefault({}),
  diversion: diversion.prefault({}),
  triggers: named(trigger, { meaning: 'Capacity that opens when a level crosses a threshold' }).prefault({}),
  costs,
  ambitions: named(ambition, { meaning: 'Targets' }).prefault({}),
  observed: named(observed, { meaning: 'Published or local figures to show beside the simulated' }).prefault({}),
  decide: named(decision, { meaning: 'Searches kept with the plan' }).prefault({}),
  stated: named(stated, { meaning: 'Figures that the plan states, held beside the simulated' }).prefault({}),
});

/** A scenario whose values are understood, not yet brought together. */
export type Written = z.output<typeof scenarioSchema>;
