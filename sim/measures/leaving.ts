import { someDieIn } from '../scenario/ends.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ServiceObservations } from '../seen/referrals.ts';
import { type Measure, ratio } from './measure.ts';
import type { Scope } from './scope.ts';
import type { Seen } from './seen-from.ts';
import { daySum, type Sum } from './sums.ts';

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

const over = (is: (service: Scenario['services'][number]) => boolean, series: (it: ServiceObservations) => Float64Array): Sum =>
  daySum((seen) => those(seen, is), series);
const toLongTerm = over(shortTerm, (it) => it.toLongTerm);
const toNoLongTerm = over(shortTerm, (it) => it.toNoLongTerm);
const startsIn = over(careHome, (it) => it.all.starts);
const startedElsewhere = over(careHome, (it) => it.elsewhere);
const startedForOthers = over(careHome, (it) => it.forOthers);

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
    of: (seen, window) => ratio(toNoLongTerm(seen, window), toNoLongTerm(seen, window) + toLongTerm(seen, window)),
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
    of: (seen, window) => startsIn(seen, window) - startedElsewhere(seen, window) + startedForOthers(seen, window),
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
    of: over(someDieIn, (it) => it.died),
  },
];
