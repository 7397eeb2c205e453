import { someDieIn } from '../ends.ts';
import type { Scenario } from '../scenario.ts';
import type { ServiceObservations } from '../seen/referrals.ts';
import { type Measure, ratio, type Scope, type Seen, startsHere, sum, total, type Window } from './measure.ts';

/** The services of the scope that are of a sort, as seen. */
function those({ all, plan, scope }: Seen, is: (service: Scenario['services'][number]) => boolean): ServiceObservations[] {
  return all.services.filter(
    (_, i) =>
      (scope.kind === 'service' ? i === scope.index : true) && is(plan.scenario.services[i] as Scenario['services'][number]),
  );
}

const some =
  (is: (service: Scenario['services'][number]) => boolean) =>
  ({ services }: Scenario, { kind, index }: Scope) =>
    (kind === 'service' ? services.slice(index, index + 1) : services).some(is);
const shortTerm = (service: Scenario['services'][number]) => service.shortTerm === true;
const careHome = (service: Scenario['services'][number]) => service.longTerm === 'care home';
const scopes: Measure['scopes'] = ['all', 'service'];

const left = (seen: Seen, what: 'toLongTerm' | 'toNoLongTerm', window: Window) =>
  total(those(seen, shortTerm), (it) => sum(it[what], window));

export const leavingMeasures: Measure[] = [
  {
    id: 'ascof-2d',
    title: 'No long-term need after short-term support (ASCOF 2D)',
    unit: 'share',
    better: 'higher',
    scopes,
    overTime: true,
    definition:
      'Of people who left short-term support, from hospital or from the community, the share who needed no long-term support after it: they did not go on to home care or a care home. People who died or were readmitted are not counted, nor those who went on to other short-term support.',
    formula: 'left with no long-term need / left short-term support',
    applies: some(shortTerm),
    of: (seen, window) =>
      ratio(left(seen, 'toNoLongTerm', window), left(seen, 'toNoLongTerm', window) + left(seen, 'toLongTerm', window)),
  },
  {
    id: 'ascof-2a',
    title: 'Permanent admissions to care homes (ASCOF 2A)',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition:
      'People who started in a service that is a care home for the long term. The published figure is of a year, per 100,000 people aged 65 and over; outcomes that only bear the name of a care home are not among them.',
    formula: 'count of starts in care homes',
    applies: some(careHome),
    of: (seen, window) => total(those(seen, careHome), (it) => startsHere(it, window)),
  },
  {
    id: 'died-in-service',
    title: 'Died in the service',
    unit: 'people',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition: 'People whose stay in the service ended in death (the outcome `died`).',
    formula: 'count of deaths in the service',
    applies: some(someDieIn),
    of: (seen, window) => total(those(seen, someDieIn), (it) => sum(it.died, window)),
  },
];
