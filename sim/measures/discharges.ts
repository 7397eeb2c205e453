import type { Scenario } from '../scenario/scenario.ts';
import { admissions } from './acute-beds.ts';
import { stayDays } from './acute-stay.ts';
import { type Measure, ratio } from './measure.ts';
import { constant, daySum, dischargesIn, ofResidents, type Sum } from './sums.ts';

const someDie = ({ pathways }: Scenario) => pathways.some(({ reportsAs }) => reportsAs === 'died in hospital');
const HOME = ['P0', 'P1'];

const wentHome = daySum(
  ({ residents, plan }) =>
    residents.flatMap(({ byPathway }) => byPathway.filter((_, i) => HOME.includes(plan.scenario.pathways[i]?.reportsAs ?? ''))),
  (it) => it.discharges,
);
export const usualResidence: Sum = (seen, window) => ratio(wentHome(seen, window), dischargesIn(seen, window));

/** The hospital, the place or everybody, of whose people the scope has those of some pathways. */
const byAnyPathway = constant(({ views, scope }) => views.ofAllPathways(scope));

export const dischargeMeasures: Measure[] = [
  {
    id: 'admissions',
    title: 'Admissions',
    unit: 'people',
    better: null,
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    daily: { counts: true, of: admissions, observed: true },
    adds: true,
    definition: 'People admitted to an acute bed.',
    formula: 'count of admissions in the period',
    applies: (scenario) => scenario.hospitals.length > 0,
    of: admissions,
  },
  {
    id: 'discharges',
    title: 'Discharges',
    unit: 'people',
    better: null,
    scopes: ['all', 'hospital', 'place', 'pathway', 'national', 'split'],
    overTime: true,
    daily: { counts: true, of: dischargesIn, observed: true },
    adds: true,
    definition: 'People who left an acute bed, whatever their pathway; people who died in it are not among them.',
    formula: 'count of discharges in the period',
    applies: (scenario) => scenario.hospitals.length > 0,
    of: dischargesIn,
  },
  {
    id: 'died-in-hospital',
    title: 'Died in hospital',
    unit: 'people',
    better: null,
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    adds: true,
    definition:
      'People whose clinical stay ended in death in the acute bed: neither discharged nor delayed, and in no pathway of the mix.',
    formula: 'count of deaths in an acute bed',
    applies: (scenario) => scenario.hospitals.length > 0 && someDie(scenario),
    of: ofResidents((it) => it.died),
  },
  {
    id: 'usual-residence',
    title: 'Discharged to usual place of residence',
    unit: 'share',
    better: 'higher',
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    definition:
      'Share of people discharged who went home by Pathway 0 or 1 (a returning care-home resident counts as Pathway 0).',
    formula: '(P0 + P1 discharges) / discharges',
    applies: (scenario) => scenario.hospitals.length > 0,
    of: usualResidence,
  },
  {
    id: 'pathway-mix',
    title: 'Pathway mix reached',
    unit: 'share',
    better: null,
    scopes: ['pathway', 'national', 'split'],
    overTime: true,
    definition:
      'Share of all people discharged (of the hospital or place, where one is named) who left by this pathway, or by any that reports as this national pathway.',
    formula: 'discharges by the pathway / all discharges',
    applies: (scenario) => scenario.hospitals.length > 0,
    of: (seen, window) => ratio(dischargesIn(seen, window), dischargesIn(byAnyPathway(seen), window)),
  },
  {
    id: 'acute-stay-mean',
    title: 'Mean acute stay',
    unit: 'days',
    better: 'lower',
    scopes: ['all', 'hospital', 'place', 'pathway', 'national'],
    overTime: true,
    definition: 'Exact days from admission to discharge, delay included, over people discharged.',
    formula: 'sum of (discharge - admission) / discharges',
    applies: (scenario) => scenario.hospitals.length > 0,
    of: (seen, window) => ratio(stayDays(seen, window), dischargesIn(seen, window)),
  },
];
