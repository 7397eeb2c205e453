import { beds, people, share } from '../units/kinds.ts';
import { arrivalKeys, rate } from './arrivals.ts';
import { distribution } from './distribution.ts';
import { hoursOfDay } from './hours-of-day.ts';
import { block, complain, limit, named, quantity, text } from './field.ts';
import { capacityTrend } from './trend.ts';
import { livesIn } from './place.ts';

const ownPathway = block(
  {
    share: quantity(share, { meaning: 'Share of this hospital’s people who will need the pathway', example: '5%' }).optional(),
    'acute-stay': distribution({ meaning: 'Clinical stay in this hospital' }).optional(),
  },
  { meaning: 'What differs in this hospital' },
);

export const hospital = block(
  {
    label: text({ meaning: 'Name in reports', example: 'University Hospital Coventry', otherwise: 'the name' }).optional(),
    admissions: rate('People admitted, on average over week and year', '102/day'),
    ...arrivalKeys,
    beds: limit(beds, { meaning: 'Acute beds open', example: '680 beds' }).prefault('unlimited'),
    'beds-trend': capacityTrend,
    'waiting-list': limit(people, {
      meaning: 'People who may wait for an acute bed; beyond it they are turned away, and counted',
      example: '0 people',
    }).prefault('unlimited'),
    'ready-hours': hoursOfDay(
      'Hours of the day at which people become discharge ready; left out, at whatever time the clinical stay ends',
    ),
    'leaving-hours': hoursOfDay(
      'Hours of the day at which people leave, once a place is found; it is kept for them meanwhile. Left out, they leave at once',
    ),
    places: livesIn,
    residents: quantity(
      { ...share, above: true },
      {
        meaning:
          'Share of its admissions who are residents of the places modelled (an out-of-area hospital); the others are not followed',
        example: '12%',
        otherwise: 'everybody',
      },
    ).optional(),
    pathways: named(ownPathway, { meaning: 'Shares and stays that differ in this hospital, by pathway' }).optional(),
  },
  { meaning: 'A hospital, by a name you choose' },
).superRefine((keys, context) => {
  if ((keys.admissions === undefined) === (keys.people === undefined)) {
    const problem = keys.people === undefined ? '`admissions` is missing.' : 'Both `admissions` and `people` are given.';
    complain(
      context,
      keys.people === undefined ? [] : ['people'],
      problem,
      'either `admissions: 102/day` or `people: people.csv`',
    );
  }
  if (keys.residents !== undefined && keys.people !== undefined)
    complain(context, ['residents'], '`residents` has no effect on a list of people: list those who are followed.');
  if (keys.residents !== undefined && keys.beds.amount !== 'unlimited') {
    complain(
      context,
      ['residents'],
      'The people who are not residents use acute beds too, but are not followed: `beds` and `residents` do not go together.',
      '`beds: unlimited`, or the residents as `admissions` and the beds that are theirs as `beds`',
    );
  }
  refuseProfiles(keys, context);
});

/** A list of people has its times already; phases go with Erlang spacing. */
export function refuseProfiles(keys: Record<string, unknown>, context: Parameters<typeof complain>[0]): void {
  const erlang = (keys.spacing as { word?: string } | undefined)?.word === 'erlang';
  if (erlang !== (keys['spacing-phases'] !== undefined))
    complain(
      context,
      ['spacing-phases'],
      '`spacing: erlang` and `spacing-phases` go together.',
      '`spacing: erlang` with `spacing-phases: 4`',
    );
  if (keys.people === undefined) return;
  for (const key of ['weekday-profile', 'season', 'trend', 'spacing', 'day-to-day']) {
    if (keys[key] !== undefined) complain(context, [key], `\`${key}\` has no effect on a list of people: leave it out.`);
  }
}
