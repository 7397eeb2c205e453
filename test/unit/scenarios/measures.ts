import type { MeasureOption } from '../../../scenarios/index.ts';

/** Some measures of each sort, as the simulator gives them. */
export const MEASURES: MeasureOption[] = [
  { measure: 'bed-days-delayed', scopes: ['all', 'hospital', 'place', 'pathway', 'national'], unit: 'days', byMonth: true },
  { measure: 'on-ready-date', scopes: ['all'], unit: 'share', byMonth: true },
  {
    measure: 'no-criteria-to-reside',
    scopes: ['all', 'hospital', 'place', 'pathway'],
    unit: 'people',
    byMonth: true,
    adds: false,
    byDay: true,
  },
  { measure: 'waiting', scopes: ['service'], unit: 'people', byMonth: true, adds: false },
  { measure: 'wait-mean', scopes: ['service'], unit: 'days', byMonth: false, adds: false },
  { measure: 'hours-over-delivered', scopes: ['service'], unit: 'hours', byMonth: true },
  { measure: 'cost-used', scopes: ['all', 'service'], unit: '£', byMonth: true },
];
