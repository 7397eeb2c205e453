import { Hours } from '../engine/hours.ts';
import type { ReferralObservations, ServiceObservations } from '../seen/referrals.ts';
import { daysIn, type Measure, ratio, type Seen, sum, type Window } from './measure.ts';

const scopes: Measure['scopes'] = ['service'];
/** Also for each stream of people, and each package. */
const byStream: Measure['scopes'] = ['service', 'stream', 'package'];
const kindOf = (scenario: Seen['plan']['scenario'], index: number) => scenario.services[index]?.kind;
const holds: Measure['applies'] = (scenario, { index }) => kindOf(scenario, index) !== 'placements';
const beds: Measure['applies'] = (scenario, { index }) => kindOf(scenario, index) === 'beds';
const impatient: Measure['applies'] = (scenario, { index }) => scenario.services[index]?.patience !== null;
const placements: Measure['applies'] = (scenario, { index }) => kindOf(scenario, index) === 'placements';

const referred = (seen: Seen) => seen.referred as ReferralObservations;

function service(seen: Seen): ServiceObservations {
  return seen.service as ServiceObservations;
}

/** Beds, or hours a week, or starts: capacity x days, and what of it was used, in the same unit. */
function usedAndOpen(seen: Seen, window: Window): [used: number, open: number] {
  const { capacity, all: { starts } } = service(seen);
  const { service: it, open } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  const offered = sum(open, window);
  if (it.kind === 'placements') return [sum(starts, window), Number.isFinite(offered) ? offered : Number.NaN];
  const used = capacity instanceof Hours ? sum(capacity.delivered.areaByDay, window) / 60 : sum(capacity.using.areaByDay, window);
  return [used, offered];
}

export const serviceUseMeasures: Measure[] = [
  {
    id: 'referrals', title: 'Referrals', unit: 'people', better: null, scopes: byStream, overTime: true, adds: true,
    definition: 'People referred to the service, from a hospital, from another service or from the community.',
    formula: 'count of referrals',
    of: (seen, window) => sum(referred(seen).referrals, window),
  },
  {
    id: 'starts', title: 'Starts', unit: 'people', better: null, scopes: byStream, overTime: true, adds: true,
    definition: 'People who started in the service.',
    formula: 'count of starts',
    of: (seen, window) => sum(referred(seen).starts, window),
  },
  {
    id: 'in-service', title: 'People in the service', unit: 'people', better: null, scopes, overTime: true,
    definition: 'People using the service, time average; by day, the count at the midnight that ends the day. Those ready for a next service that is not there yet are among them.',
    formula: 'integral of people in the service / days', applies: holds,
    of: (seen, window) => ratio(sum(service(seen).capacity.using.areaByDay, window), daysIn(window)),
  },
  {
    id: 'service-occupancy', title: 'Capacity used', unit: 'share', better: null, scopes, overTime: true,
    definition: 'Beds, hours or starts used as a share of those open, commissioned or offered.',
    formula: 'capacity used / capacity open',
    of(seen, window) {
      const [used, open] = usedAndOpen(seen, window);
      return Number.isFinite(open) ? ratio(used, open) : Number.NaN;
    },
  },
  {
    id: 'service-full', title: 'Time with no place free', unit: 'share', better: 'lower', scopes, overTime: false,
    definition: 'Share of time with no capacity left: no bed free, or too few hours for one package. Days closed to starts are another matter.',
    formula: 'days with no place free / days', applies: holds,
    of: (seen, window) => ratio(service(seen).capacity.fullTime, daysIn(window)),
  },
  {
    id: 'idle-while-waiting', title: 'Capacity idle while somebody waits', unit: 'places', better: 'lower', scopes, overTime: false,
    definition: 'Beds free while somebody waits, time average: closed days, or a large package at the head of the list. Hours are counted in hours a week.',
    formula: 'integral of free capacity while people wait / days', applies: holds,
    of(seen, window) {
      const { capacity } = service(seen);
      return ratio(capacity.idleWhileWaiting / (capacity instanceof Hours ? 60 : 1), daysIn(window));
    },
  },
  {
    id: 'service-turned-away', title: 'Turned away', unit: 'people', better: 'lower', scopes: byStream, overTime: true, adds: true,
    definition: 'People who found no free place and a full waiting list.',
    formula: 'count of people turned away',
    of: (seen, window) => sum(referred(seen).turnedAway, window),
  },
  {
    id: 'service-turned-away-share', title: 'Share turned away', unit: 'share', better: 'lower', scopes: byStream, overTime: false,
    definition: 'People turned away as a share of referrals.',
    formula: 'people turned away / referrals',
    of: (seen, window) => ratio(sum(referred(seen).turnedAway, window), sum(referred(seen).referrals, window)),
  },
  {
    id: 'readmissions', title: 'Readmitted on leaving', unit: 'people', better: 'lower', scopes, overTime: true, adds: true,
    definition: 'People who left the service to come to a hospital again, for a new stay.',
    formula: 'count of readmissions',
    applies: (scenario, { index }) => {
      const service = scenario.services[index];
      return service !== undefined && service.kind !== 'placements' && service.outcomes.some(({ readmittedTo }) => readmittedTo !== null);
    },
    of: (seen, window) => sum(service(seen).readmitted, window),
  },
  {
    id: 'left-list', title: 'Left the list', unit: 'people', better: 'lower', scopes: byStream, overTime: true, adds: true,
    definition: 'People who left the waiting list before a place was found.',
    formula: 'count of people who left the list', applies: impatient,
    of: (seen, window) => sum(referred(seen).gaveUp, window),
  },
  {
    id: 'left-list-share', title: 'Share who left the list', unit: 'share', better: 'lower', scopes: byStream, overTime: false,
    definition: 'People who left the waiting list before a place was found, as a share of referrals.',
    formula: 'people who left the list / referrals', applies: impatient,
    of: (seen, window) => ratio(sum(referred(seen).gaveUp, window), sum(referred(seen).referrals, window)),
  },
  {
    id: 'beds-open', title: 'Beds open', unit: 'beds', better: null, scopes, overTime: true,
    definition: 'Beds or places open, time average.',
    formula: 'open bed-days / days', applies: beds,
    of(seen, window) {
      const [, open] = usedAndOpen(seen, window);
      return Number.isFinite(open) ? ratio(open, daysIn(window)) : Number.NaN;
    },
  },
  {
    id: 'starts-offered', title: 'Starts offered', unit: 'people', better: null, scopes, overTime: true, adds: true,
    definition: 'New starts the service could take.',
    formula: 'sum of daily starts offered', applies: placements,
    of: (seen, window) => usedAndOpen(seen, window)[1],
  },
  {
    id: 'starts-lost', title: 'Starts not used', unit: 'people', better: 'lower', scopes, overTime: true, adds: true,
    definition: 'Starts offered that nobody took; they do not carry over unless the scenario says so.',
    formula: 'starts offered - starts', applies: placements,
    of(seen, window) {
      const [used, offered] = usedAndOpen(seen, window);
      return offered - used;
    },
  },
];
