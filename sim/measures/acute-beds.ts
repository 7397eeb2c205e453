import type { HospitalObservations } from '../seen/discharges.ts';
import { daysIn, type Measure, ratio } from './measure.ts';
import { acuteBedDays, acuteMidnights, daySum, ofHospitals, ofResidents, type Sum, sumOfDays } from './sums.ts';
import { fullShare } from './units.ts';

const acute: Measure['applies'] = (scenario) => scenario.hospitals.length > 0;
const limited: Measure['applies'] = (scenario, { index }) =>
  scenario.hospitals[index]?.beds.every(({ value }) => value !== 'unlimited') ?? false;

const extraBedDays = daySum(
  ({ hospitals }) => hospitals.flatMap(({ capacity }) => capacity.extra ?? []),
  (it) => it.areaByDay,
);

/** Bed-days open: as planned, and what triggers added. */
const openBedDays: Sum = (seen, window) =>
  sumOfDays(seen.plan.bedsOpen[seen.scope.index] as Float64Array, window) + extraBedDays(seen, window);

const waitingDays = ofHospitals((it) => it.capacity.waiting.areaByDay);
const doorMidnights = ofHospitals((it) => it.capacity.waiting.census);
const doorWait = ofHospitals((it) => it.doorWait);
const turnedAway = ofHospitals((it) => it.turnedAway);
const arrivals = ofHospitals((it) => it.arrivals);
export const admissions = ofResidents((it) => it.admissions);

export const acuteBedMeasures: Measure[] = [
  {
    id: 'acute-occupied',
    title: 'Acute beds occupied',
    unit: 'beds',
    better: null,
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    daily: { counts: false, of: acuteMidnights, observed: true },
    definition: 'Acute beds in use, time average; by day, the count at the midnight that ends the day.',
    formula: 'occupied bed-days / days',
    applies: acute,
    of: (seen, window) => ratio(acuteBedDays(seen, window), daysIn(window)),
  },
  {
    id: 'acute-occupancy',
    title: 'Acute occupancy',
    unit: 'share',
    better: 'lower',
    scopes: ['hospital'],
    overTime: true,
    definition: 'Occupied acute bed-days as a share of open ones.',
    formula: 'occupied bed-days / open bed-days',
    applies: limited,
    of: (seen, window) => ratio(acuteBedDays(seen, window), openBedDays(seen, window)),
  },
  {
    id: 'acute-full',
    title: 'Time with no acute bed free',
    unit: 'share',
    better: 'lower',
    scopes: ['hospital'],
    overTime: false,
    definition: 'Share of time with every open acute bed in use.',
    formula: 'days with no bed free / days',
    applies: limited,
    of: ({ hospitals: [it] }) => fullShare((it as HospitalObservations).capacity),
  },
  {
    id: 'acute-waiting',
    title: 'People waiting for an acute bed',
    unit: 'people',
    better: 'lower',
    scopes: ['hospital'],
    overTime: true,
    daily: { counts: false, of: doorMidnights },
    definition: 'People at the front door waiting for an acute bed, time average; by day, the count at midnight.',
    formula: 'integral of people waiting / days',
    applies: limited,
    of: (seen, window) => ratio(waitingDays(seen, window), daysIn(window)),
  },
  {
    id: 'acute-wait-mean',
    title: 'Mean wait for an acute bed',
    unit: 'days',
    better: 'lower',
    scopes: ['hospital'],
    overTime: true,
    definition: 'Exact days from arrival to admission, over people admitted.',
    formula: 'sum of (admission - arrival) / admissions',
    applies: limited,
    of: (seen, window) => ratio(doorWait(seen, window), admissions(seen, window)),
  },
  {
    id: 'acute-turned-away',
    title: 'Turned away at the front door',
    unit: 'people',
    better: 'lower',
    scopes: ['hospital'],
    overTime: true,
    adds: true,
    definition: 'People who found no free acute bed and a full waiting list.',
    formula: 'count of people turned away',
    applies: limited,
    of: turnedAway,
  },
  {
    id: 'acute-turned-away-share',
    title: 'Share turned away at the front door',
    unit: 'share',
    better: 'lower',
    scopes: ['hospital'],
    overTime: false,
    definition: 'People turned away as a share of arrivals.',
    formula: 'people turned away / arrivals',
    applies: limited,
    of: (seen, window) => ratio(turnedAway(seen, window), arrivals(seen, window)),
  },
];
