import type { HospitalObservations } from '../seen/discharges.ts';
import {
  daysIn,
  fullShare,
  inAcuteBeds,
  type Measure,
  ofHospitals,
  ofResidents,
  ratio,
  type Seen,
  sum,
  total,
  type Window,
} from './measure.ts';

const acute: Measure['applies'] = (scenario) => scenario.hospitals.length > 0;
const limited: Measure['applies'] = (scenario, { index }) =>
  scenario.hospitals[index]?.beds.every(({ value }) => value !== 'unlimited') ?? false;

/** Bed-days open: as planned, and what triggers added. */
function openBedDays(seen: Seen, window: Window): number {
  const extra = seen.hospitals[0]?.capacity.extra ?? null;
  return sum(seen.plan.bedsOpen[seen.scope.index] as Float64Array, window) + (extra === null ? 0 : sum(extra.areaByDay, window));
}

const occupied = (seen: Seen, window: Window) => total(inAcuteBeds(seen), (it) => sum(it.areaByDay, window));

export const acuteBedMeasures: Measure[] = [
  {
    id: 'acute-occupied',
    title: 'Acute beds occupied',
    unit: 'beds',
    better: null,
    scopes: ['all', 'hospital', 'place'],
    overTime: true,
    daily: true,
    definition: 'Acute beds in use, time average; by day, the count at the midnight that ends the day.',
    formula: 'occupied bed-days / days',
    applies: acute,
    of: (seen, window) => ratio(occupied(seen, window), daysIn(window)),
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
    of: (seen, window) => ratio(occupied(seen, window), openBedDays(seen, window)),
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
    definition: 'People at the front door waiting for an acute bed, time average; by day, the count at midnight.',
    formula: 'integral of people waiting / days',
    applies: limited,
    of: (seen, window) =>
      ratio(
        ofHospitals(seen, (it) => it.capacity.waiting.areaByDay, window),
        daysIn(window),
      ),
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
    of: (seen, window) =>
      ratio(
        ofHospitals(seen, (it) => it.doorWait, window),
        ofResidents(seen, (it) => it.admissions, window),
      ),
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
    of: (seen, window) => ofHospitals(seen, (it) => it.turnedAway, window),
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
    of: (seen, window) =>
      ratio(
        ofHospitals(seen, (it) => it.turnedAway, window),
        ofHospitals(seen, (it) => it.arrivals, window),
      ),
  },
];
