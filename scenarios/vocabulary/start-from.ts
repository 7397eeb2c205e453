import { people } from '../units/kinds.ts';
import { distribution } from './distribution.ts';
import { block, complain, named, oneOf, quantity, text } from './field.ts';

const count = quantity({ ...people, most: 100_000 }, { meaning: 'How many', example: '22 people' });

const staying = (meaning: string, since: string) =>
  block({ people: count, 'so-far': distribution({ meaning: `Days since ${since}, person by person`, example: '{fixed: 10 days}', otherwise: 'not known: any day of it is as likely' }).optional() }, { meaning });
const inLine = (meaning: string) =>
  block({ people: count, waited: distribution({ meaning: 'Days already waited, since the referral', example: '{fixed: 3 days}', otherwise: 'none: they wait from the first day' }).optional() }, { meaning });

const hospital = block(
  {
    'at-the-door': inLine('People waiting for an acute bed').optional(),
    'in-stay': named(staying('People in an acute bed in their clinical stay', 'admission'), { meaning: 'In their clinical stay, by the pathway they will need', otherwise: 'nobody' }).optional(),
    'in-process': named(staying('People ready, the process not over', 'the ready date'), { meaning: 'Discharge ready, hospital or hub still at work, by pathway', otherwise: 'nobody' }).optional(),
    waiting: named(inLine('People waiting in an acute bed'), { meaning: 'Discharge ready, referred and waiting in an acute bed for the first service of their pathway, by pathway', otherwise: 'nobody' }).optional(),
  },
  { meaning: 'Who is in a hospital' },
);

const service = block(
  {
    'in-service': staying('People in the service', 'their start').optional(),
    waiting: inLine('People waiting for the service outside any bed of the plan').optional(),
  },
  { meaning: 'Who is in a service, or waiting for it' },
);

/** The people present when the period starts, said here in numbers or in a CSV file. */
export const startFrom = block(
  {
    people: text({ meaning: 'CSV file of the people present: `where` (hospital or service), `state` (the keys below), `pathway`, `days` (so far or waited), `people`; also `ready` and `admitted`, days since then. Instead of `hospitals` and `services`', example: 'today.csv' }).optional(),
    hospitals: named(hospital, { meaning: 'Who is in hospital today', otherwise: 'nobody' }).optional(),
    services: named(service, { meaning: 'Who is in a service today, or waits for it', otherwise: 'nobody' }).optional(),
    remaining: oneOf(['by stay so far', 'uniform'], { meaning: 'What is left of a stay: `by stay so far`, what that leaves of it; `uniform`, any time between 1 day and a fresh stay, only to compare with models that have it so', example: 'uniform' }).prefault('by stay so far'),
  },
  { meaning: 'A start from the people present on the first day of the period, instead of a warm-up', otherwise: 'it starts empty, and a warm-up runs' },
).superRefine((keys, context) => {
  const said = keys.hospitals !== undefined || keys.services !== undefined;
  if (said === (keys.people !== undefined)) {
    const problem = said ? 'Both a file of people and numbers of people are given.' : 'Who is there?';
    complain(context, said ? ['people'] : [], problem, '`people: today.csv`, or `services: {step-down: {in-service: {people: 22 people}}}`');
  }
});
