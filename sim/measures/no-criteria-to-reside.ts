import { weeks } from '../scenario/calendar.ts';
import { daysIn, type Measure, ratio } from './measure.ts';
import type { ScopeKind } from './scope.ts';
import { acuteBedDays, constant, daySum, dischargesIn, ofDischarges, type Sum } from './sums.ts';

const EVERYWHERE: ScopeKind[] = ['all', 'hospital', 'place', 'pathway', 'national'];
/** Also for a hospital's or a place's people of one pathway. */
const SPLIT: ScopeKind[] = [...EVERYWHERE, 'split'];
const acute: NonNullable<Measure['applies']> = (scenario) => scenario.hospitals.length > 0;

const processDays = ofDischarges((it) => it.inProcess.areaByDay);
const waitingDays = ofDischarges((it) => it.waitingForCapacity.areaByDay);
export const readyDays: Sum = (seen, window) => processDays(seen, window) + waitingDays(seen, window);
export const readyMidnights = daySum(
  ({ discharges }) => discharges.flatMap(({ ready }) => ready),
  (it) => it.census,
);
/** As the daily return counts: with those discharged that day. */
export const asReturned: Sum = (seen, window) => readyMidnights(seen, window) + dischargesIn(seen, window);
const wholeWeeks = constant(({ plan }) => weeks(plan.scenario));

export const noCriteriaToResideMeasures: Measure[] = [
  {
    id: 'bed-days-delayed',
    title: 'Bed-days delayed',
    unit: 'days',
    better: 'lower',
    scopes: SPLIT,
    overTime: true,
    adds: true,
    definition: 'Acute bed-days used by people who are discharge ready, inside the period, exact.',
    formula: 'integral over the period of people ready and still in an acute bed',
    applies: acute,
    of: readyDays,
  },
  {
    id: 'bed-days-delayed-process',
    title: 'Bed-days delayed by process',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    adds: true,
    definition:
      'The part of the bed-days delayed before the referral: process delay and weekend working; and, once a place is found, the hours until people leave. What capacity cannot fix.',
    formula: 'integral over the period of people ready and still in an acute bed who are not waiting for a place',
    applies: acute,
    of: processDays,
  },
  {
    id: 'bed-days-delayed-capacity',
    title: 'Bed-days delayed for capacity',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    adds: true,
    definition: 'The part of the bed-days delayed after the referral, waiting for a place.',
    formula: 'integral over the period of people referred and still in an acute bed',
    applies: acute,
    of: waitingDays,
  },
  {
    id: 'bed-days-delayed-share',
    title: 'Delayed share of occupied bed-days',
    unit: 'share',
    better: 'lower',
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    definition: 'Bed-days delayed as a share of all occupied acute bed-days.',
    formula: 'bed-days delayed / occupied bed-days',
    applies: acute,
    of: (seen, window) => ratio(readyDays(seen, window), acuteBedDays(seen, window)),
  },
  {
    id: 'no-criteria-to-reside',
    title: 'People with no criteria to reside',
    unit: 'people',
    better: 'lower',
    scopes: SPLIT,
    overTime: true,
    daily: { counts: false, of: readyMidnights, observed: true },
    definition:
      'People discharge ready and still in an acute bed at midnight, mean over midnights; by day, the count at the midnight that ends the day.',
    formula: 'sum of midnight counts / midnights',
    applies: acute,
    of: (seen, window) => ratio(readyMidnights(seen, window), daysIn(window)),
  },
  {
    id: 'no-criteria-to-reside-worst-week',
    title: 'People with no criteria to reside, worst week',
    unit: 'people',
    better: 'lower',
    scopes: ['all', 'hospital'],
    overTime: false,
    definition:
      'People discharge ready and still in an acute bed at midnight, mean over the midnights of the week of the period in which that is highest: each replication has its own.',
    formula: 'largest over whole weeks of (sum of midnight counts / 7)',
    applies: (scenario, scope) => acute(scenario, scope) && scenario.days >= 7,
    of: (seen) => Math.max(...wholeWeeks(seen).map(({ window }) => readyMidnights(seen, window) / 7)),
  },
  {
    id: 'no-criteria-to-reside-return',
    title: 'People with no criteria to reside, as the daily return counts',
    unit: 'people',
    better: 'lower',
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    daily: { counts: false, of: asReturned, observed: true },
    definition: 'The midnight count with those discharged that day added, as the daily discharge return counts, mean over days.',
    formula: 'sum of (midnight count + discharges that day) / days',
    applies: acute,
    of: (seen, window) => ratio(asReturned(seen, window), daysIn(window)),
  },
];
