import { follows } from '../plan/afterwards.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FollowUpObservations } from '../seen/follow-up.ts';
import { Whereabouts } from '../plan/whereabouts.ts';
import { type Measure, ratio } from './measure.ts';
import type { Scope } from './scope.ts';
import type { Seen } from './seen-from.ts';
import { daySum, type Sum } from './sums.ts';

/** Of the scope's people whose 91st day lies in the window; of a service, those discharged into it. */
function records({ discharges, scope }: Seen): FollowUpObservations[] {
  return discharges.flatMap(({ followUp }) =>
    followUp !== null && (scope.kind !== 'service' || followUp.into === scope.index) ? [followUp] : [],
  );
}

/** Discharged into short-term support. */
function reabled(seen: Seen): FollowUpObservations[] {
  return records(seen).filter(({ into }) => seen.plan.scenario.services[into]?.shortTerm === true);
}

const foundAt = (of: (seen: Seen) => FollowUpObservations[], where: Whereabouts): Sum =>
  daySum(of, ({ found }) => found[where] as Float64Array);
const people = (of: (seen: Seen) => FollowUpObservations[]): Sum =>
  daySum(
    (seen) => of(seen).flatMap(({ found }) => found),
    (days) => days,
  );
const followed = people(records);
const intoSupport = people(reabled);
const supportedAtHome = foundAt(reabled, Whereabouts.home);

const looked = (scenario: Scenario) => scenario.hospitals.length > 0 && follows(scenario);
const shortTerm = (scenario: Scenario, { kind, index }: Scope) =>
  looked(scenario) &&
  (kind === 'service' ? scenario.services[index]?.shortTerm === true : scenario.services.some((it) => it.shortTerm));
const SCOPES: Measure['scopes'] = ['all', 'hospital', 'place', 'pathway', 'national', 'service'];

const WHERE = [
  {
    id: 'home',
    where: Whereabouts.home,
    title: 'At home 91 days after discharge',
    better: 'higher',
    words: 'were at home (in their own home, with or without care)',
  },
  {
    id: 'hospital',
    where: Whereabouts.hospital,
    title: 'In hospital again 91 days after discharge',
    better: 'lower',
    words: 'had been readmitted and were still in hospital',
  },
  {
    id: 'care',
    where: Whereabouts.care,
    title: 'In a care home or another bed 91 days after discharge',
    better: 'lower',
    words: 'were in a care home or in a bed of a service',
  },
  { id: 'died', where: Whereabouts.died, title: 'Died within 91 days of discharge', better: 'lower', words: 'had died' },
] as const;

const WHO =
  'The 91st day counts where it lies in the period or month, whenever the discharge was: nobody is counted before that day.';

export const followUpMeasures: Measure[] = [
  {
    id: 'ascof-2b',
    title: 'At home 91 days after discharge into reablement (ASCOF 2B)',
    unit: 'share',
    better: 'higher',
    scopes: ['all', 'hospital', 'place', 'service'],
    overTime: true,
    definition: `Of people discharged from hospital into short-term support (reablement), the share who were at home 91 days after discharge. ${WHO} People still in a service count by where it is: hours at home, a bed not. People readmitted count as at home where that stay in hospital was over: it is simulated, or lasts as the plan states, or else as the acute stay of their pathway. The published figure is of people aged 65 and over, discharged from October to December.`,
    formula: 'at home on day 91 / discharged into short-term support, whose 91st day lies in the period',
    applies: shortTerm,
    of: (seen, window) => ratio(supportedAtHome(seen, window), intoSupport(seen, window)),
  },
  {
    id: 'followed-91-days',
    title: 'People whose 91st day lies in the period',
    unit: 'people',
    better: null,
    scopes: SCOPES,
    overTime: true,
    adds: true,
    definition: `People discharged from hospital, of a service those discharged into it, for whom it is known where they were 91 days later. ${WHO}`,
    formula: 'count of people discharged 91 days before',
    applies: looked,
    of: followed,
  },
  ...WHERE.map(({ id, where, title, better, words }): Measure => {
    const there = foundAt(records, where);
    return {
      id: `${id}-91-days`,
      title,
      unit: 'share',
      better,
      scopes: SCOPES,
      overTime: true,
      definition: `Share of people discharged from hospital (of a service: into it) who 91 days later ${words}. ${WHO}`,
      formula: 'such people on day 91 / people whose 91st day lies in the period',
      applies: looked,
      of: (seen, window) => ratio(there(seen, window), followed(seen, window)),
    };
  }),
];
