import { arrivalKeys, rate } from './arrivals.ts';
import { block, complain, text } from './field.ts';
import { refuseProfiles } from './hospital.ts';
import { livesIn } from './place.ts';

export const referral = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Step-up from the community', otherwise: 'the name' }).optional(),
    to: text({ meaning: 'The service they are referred to (or a pathway, for its whole route)', example: 'home-support' }),
    arrivals: rate('People referred, on average over week and year', '22 per week'),
    ...arrivalKeys,
    places: livesIn,
  },
  { meaning: 'People who come to a service without a hospital stay, by a name you choose' },
).superRefine((keys, context) => {
  if ((keys.arrivals === undefined) === (keys.people === undefined)) {
    const problem = keys.people === undefined ? '`arrivals` is missing.' : 'Both `arrivals` and `people` are given.';
    complain(
      context,
      keys.people === undefined ? [] : ['people'],
      problem,
      'either `arrivals: 22 per week` or `people: people.csv`',
    );
  }
  refuseProfiles(keys, context);
});
