import { people } from '../units/kinds.ts';
import { distribution } from './distribution.ts';
import { block, complain, named, oneOf, quantity, text } from './field.ts';

const MOST = { ...people, most: 100_000 };
const counted = {
  people: quantity(MOST, {
    meaning: 'How many; `0 people` says that nobody is there',
    example: '22 people',
    otherwise: 'needed, unless `places` counts them',
  }).optional(),
  places: named(quantity(MOST, { meaning: 'How many of them live there', example: '12 people' }), {
    meaning: 'How many, by where they live, instead of `people`',
    otherwise: 'drawn by the shares of those who come there',
  }).optional(),
};
const soFar = (since: string) => ({
  ...counted,
  'so-far': distribution({
    meaning: `Days since ${since}, person by person`,
    example: '{fixed: 10 days}',
    otherwise: 'not known: any day of it is as likely',
  }).optional(),
});
const waited = (since: string) => ({
  ...counted,
  waited: distribution({
    meaning: `Days already waited, since ${since}`,
    example: '{fixed: 3 days}',
    otherwise: 'none: they wait from the first day',
  }).optional(),
});

const staying = (meaning: string, since: string) => block(soFar(since), { meaning }).superRefine(countedOnce);
const inLine = (meaning: string, since = 'the referral') => block(waited(since), { meaning }).superRefine(countedOnce);

function countedOnce(keys: { people?: unknown; places?: unknown }, context: Parameters<typeof complain>[0]): void {
  const both = keys.people !== undefined && keys.places !== undefined;
  if (!both && (keys.people !== undefined || keys.places !== undefined)) return;
  complain(
    context,
    both ? ['places'] : [],
    both ? 'Both `people` and `places` are given: keep one of the two.' : '`people` is missing.',
    '`people: 22 people`, or `places: {north: 12 people, south: 10 people}`',
  );
}

const hospital = block(
  {
    'at-the-door': inLine('People waiting for an acute bed', 'they came to the front door').optional(),
    'in-stay': named(staying('People in an acute bed in their clinical stay', 'admission'), {
      meaning:
        'In their clinical stay, by the pathway they will need; `unknown` where nobody knows it yet: by the plan’s shares, longer stays met more often',
      otherwise: 'see `not-counted`',
    }).optional(),
    'in-process': named(staying('People ready, the process not over', 'the ready date'), {
      meaning: 'Discharge ready, hospital or hub still at work, by pathway, or `unknown`',
      otherwise: 'see `not-counted`',
    }).optional(),
    waiting: named(inLine('People waiting in an acute bed'), {
      meaning: 'Discharge ready, referred and waiting in an acute bed for the first service of their pathway, by pathway',
      otherwise: 'nobody',
    }).optional(),
  },
  { meaning: 'Who is in a hospital' },
);

const service = block(
  {
    'in-service': staying('People in the service, in their stay', 'their start').optional(),
    'waiting-for-next': named(inLine('People in the service whose stay is over, waiting there for what comes next'), {
      meaning:
        'The stay is over and the place is kept until there is one in what comes next, by the service (or group) waited for',
      otherwise: 'nobody',
    }).optional(),
    waiting: inLine('People waiting for the service outside any bed of the plan').optional(),
  },
  { meaning: 'Who is in a service, or waiting for it' },
);

export const NOT_COUNTED = ['empty', 'from flow balance'] as const;

/** The people present when the period starts, said here in numbers or in a CSV file. */
export const startFrom = block(
  {
    people: text({
      meaning:
        'CSV file of the people present: `where` (hospital or service), `state` (the keys below), `pathway` (blank: not known), `place`, `next`, `days` (so far or waited), `people`; also `ready` and `admitted`, days since then. Instead of `hospitals` and `services`',
      example: 'today.csv',
    }).optional(),
    hospitals: named(hospital, { meaning: 'Who is in hospital today', otherwise: 'see `not-counted`' }).optional(),
    services: named(service, {
      meaning: 'Who is in a service today, or waits for it',
      otherwise: 'see `not-counted`',
    }).optional(),
    'not-counted': oneOf(NOT_COUNTED, {
      meaning:
        'What holds where people stay (in an acute bed, in the process, in a service) and nobody is counted: `empty`, nobody is there; `from flow balance`, as many as the plan’s own rates keep there on the first day (people a day × mean stay), never more than fit, as many as fit where people are counted as waiting for it, and nobody put in a queue',
      example: 'from flow balance',
      otherwise: 'everything is counted; what is not is a mistake',
    }).optional(),
    remaining: oneOf(['by stay so far', 'uniform'], {
      meaning:
        'What is left of a stay: `by stay so far`, what that leaves of it; `uniform`, any time between 1 day and a fresh stay, only to compare with models that have it so',
      example: 'uniform',
    }).prefault('by stay so far'),
  },
  {
    meaning: 'A start from the people present on the first day of the period, instead of a warm-up',
    otherwise: 'it starts empty, and a warm-up runs',
  },
).superRefine((keys, context) => {
  const said = keys.hospitals !== undefined || keys.services !== undefined;
  if (said === (keys.people !== undefined)) {
    const problem = said ? 'Both a file of people and numbers of people are given.' : 'Who is there?';
    complain(
      context,
      said ? ['people'] : [],
      problem,
      '`people: today.csv`, or `services: {step-down: {in-service: {people: 22 people}}}`',
    );
  }
});
