import { closingMoves, losesStarts, outcomesOf, staysIn, takesBeds, usesUp } from '../scenario/kinds.ts';
import { Hours } from '../engine/hours.ts';
import type { ServiceObservations } from '../seen/referrals.ts';
import { daysIn, type Measure, overGroup, ratio } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { ofRecord, ofReferred, ofService, type Sum } from './sums.ts';
import { fullShare, insideDays, spotBought, spotOrdered, spotUsed, unitsOpen, unitsUsed } from './units.ts';

const scopes: Measure['scopes'] = ['service'];
/** Also for each stream of people, each place they live in and each package. */
const byStream: Measure['scopes'] = ['service', 'stream', 'residents', 'package'];
const ofGroup: Measure['scopes'] = ['service', 'group'];
const holds: Measure['applies'] = ({ services }, { index }) => staysIn(services[index]);
const beds: Measure['applies'] = ({ services }, { index }) => takesBeds(services[index]);
const impatient: Measure['applies'] = (scenario, { index }) => scenario.services[index]?.patience !== null;
const moves: Measure['applies'] = ({ services }, { index }) => closingMoves(services[index]);
const placements: Measure['applies'] = ({ services }, { index }) => usesUp(services[index]);

const shares: Measure['applies'] = ({ services, sharing }, { index }) =>
  sharing.some(({ services: members, above }) => above !== null && members.includes(services[index]?.name ?? ''));

/** Placements whose unused starts do not carry over to later days. */
const loses: Measure['applies'] = ({ services }, { index }) => losesStarts(services[index]);

export const referrals = ofReferred((it) => it.referrals);
export const starts = ofReferred((it) => it.starts);
const turnedAway = ofReferred((it) => it.turnedAway);
const gaveUp = ofReferred((it) => it.gaveUp);

function service(seen: Seen): ServiceObservations {
  return seen.service as ServiceObservations;
}

const spot: Measure['applies'] = (scenario, { index }) => (scenario.services[index]?.spot ?? null) !== null;

/** Beds, hours a week or starts of the block, with what triggers opened: capacity x days. */
const openIn: Sum = (seen, window) => {
  const { service: it } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  const offered = unitsOpen(seen, window);
  return usesUp(it) && !Number.isFinite(offered) ? Number.NaN : offered;
};

const insideMidnights = ofService((it) => it.capacity.using.census);
const daysInside = overGroup(insideDays);

export const serviceUseMeasures: Measure[] = [
  {
    id: 'referrals',
    title: 'Referrals',
    unit: 'people',
    better: null,
    scopes: [...byStream, 'group'],
    overTime: true,
    daily: { counts: true, of: referrals },
    adds: true,
    definition: 'People referred to the service, from a hospital, from another service or from the community.',
    formula: 'count of referrals',
    of: overGroup(referrals),
  },
  {
    id: 'starts',
    title: 'Starts',
    unit: 'people',
    better: null,
    scopes: [...byStream, 'group'],
    overTime: true,
    daily: { counts: true, of: starts },
    adds: true,
    definition: 'People who started in the service.',
    formula: 'count of starts',
    of: overGroup(starts),
  },
  {
    id: 'starts-elsewhere',
    title: 'Started in another place’s service',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition:
      'People of this service, by where they live or their hospital, who started in another that shares with it; they are in its starts and waits.',
    formula: 'count of starts in another service of the group',
    applies: shares,
    of: ofService((it) => it.elsewhere),
  },
  {
    id: 'starts-for-others',
    title: 'Starts given to other places’ people',
    unit: 'people',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition:
      'People of other services that share with this one who started here; they use its capacity and are not in its starts and waits.',
    formula: 'count of starts of other services’ people',
    applies: shares,
    of: ofService((it) => it.forOthers),
  },
  {
    id: 'in-service',
    title: 'People in the service',
    unit: 'people',
    better: null,
    scopes: ofGroup,
    overTime: true,
    daily: { counts: false, of: insideMidnights },
    definition:
      'People using the service, time average; by day, the count at the midnight that ends the day. Those ready for a next service that is not there yet are among them.',
    formula: 'integral of people in the service / days',
    applies: holds,
    of: (seen, window) => ratio(daysInside(seen, window), daysIn(window)),
  },
  {
    id: 'days-in-service',
    title: 'Mean days in the service',
    unit: 'days',
    better: null,
    scopes: ofGroup,
    overTime: false,
    definition:
      'Exact days from starting in the service to leaving it, over people who left it in the period: their whole stay, waiting there for what comes next included, days of interrupted care not. Of people present at the start the days before it count too. People still in it at the end are not counted.',
    formula: 'sum of (leaving - start in it) / people who left it',
    applies: holds,
    of: (seen) =>
      ratio(overGroup((one) => service(one).leaversDays)(seen, []), overGroup((one) => service(one).leavers)(seen, [])),
  },
  {
    id: 'service-occupancy',
    title: 'Capacity used',
    unit: 'share',
    better: null,
    scopes: ofGroup,
    overTime: true,
    definition: 'Beds, hours or starts used as a share of those open, commissioned or offered, spot among both.',
    formula: 'capacity used / (capacity open + spot bought)',
    of(seen, window) {
      const open = overGroup((one) => openIn(one, window) + spotBought(one, window))(seen, window);
      return Number.isFinite(open) ? ratio(overGroup(unitsUsed)(seen, window), open) : Number.NaN;
    },
  },
  {
    id: 'service-full',
    title: 'Time with no place free',
    unit: 'share',
    better: 'lower',
    scopes,
    overTime: false,
    definition:
      'Share of time with no capacity left: no bed free, or too few hours for one package. Days closed to starts are another matter.',
    formula: 'days with no place free / days',
    applies: holds,
    of: (seen) => fullShare(service(seen).capacity),
  },
  {
    id: 'idle-while-waiting',
    title: 'Capacity idle while somebody waits',
    unit: 'places',
    better: 'lower',
    scopes,
    overTime: false,
    definition:
      'Beds free while somebody waits, time average: closed days, or a large package at the head of the list. Hours are counted in hours a week.',
    formula: 'integral of free capacity while people wait / days',
    applies: holds,
    of(seen, window) {
      const { capacity } = service(seen);
      return ratio(capacity.idleWhileWaiting / (capacity instanceof Hours ? 60 : 1), daysIn(window));
    },
  },
  {
    id: 'service-turned-away',
    title: 'Turned away',
    unit: 'people',
    better: 'lower',
    scopes: byStream,
    overTime: true,
    adds: true,
    definition: 'People who found no free place and a full waiting list.',
    formula: 'count of people turned away',
    of: turnedAway,
  },
  {
    id: 'service-turned-away-share',
    title: 'Share turned away',
    unit: 'share',
    better: 'lower',
    scopes: byStream,
    overTime: false,
    definition: 'People turned away as a share of referrals.',
    formula: 'people turned away / referrals',
    of: (seen, window) => ratio(turnedAway(seen, window), referrals(seen, window)),
  },
  {
    id: 'readmissions',
    title: 'Readmitted on leaving',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition: 'People who left the service to come to a hospital again, for a new stay.',
    formula: 'count of readmissions',
    applies: ({ services }, { index }) => outcomesOf(services[index]).some(({ readmittedTo }) => readmittedTo !== null),
    of: ofService((it) => it.readmitted),
  },
  {
    id: 'handed-back',
    title: 'People moved out or handed back',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition:
      'Times that somebody in the service lost the place or the hours because capacity was cut, to wait at the head of the list and finish the stay later.',
    formula: 'count of people moved out or handed back',
    applies: moves,
    of: ofService((it) => it.handedBack),
  },
  {
    id: 'days-interrupted',
    title: 'Days of care interrupted',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition: 'Days that people moved out or handed back spent without a place or hours in the middle of their stay.',
    formula: 'integral of people whose care is interrupted',
    applies: moves,
    of: ofRecord((it) => it.interrupted),
  },
  {
    id: 'left-list',
    title: 'Left the list',
    unit: 'people',
    better: 'lower',
    scopes: byStream,
    overTime: true,
    adds: true,
    definition: 'People who left the waiting list before a place was found.',
    formula: 'count of people who left the list',
    applies: impatient,
    of: gaveUp,
  },
  {
    id: 'left-list-share',
    title: 'Share who left the list',
    unit: 'share',
    better: 'lower',
    scopes: byStream,
    overTime: false,
    definition: 'People who left the waiting list before a place was found, as a share of referrals.',
    formula: 'people who left the list / referrals',
    applies: impatient,
    of: (seen, window) => ratio(gaveUp(seen, window), referrals(seen, window)),
  },
  {
    id: 'beds-open',
    title: 'Beds open',
    unit: 'beds',
    better: null,
    scopes,
    overTime: true,
    definition: 'Beds or places open, time average; spot not among them.',
    formula: 'open bed-days / days',
    applies: beds,
    of(seen, window) {
      const open = openIn(seen, window);
      return Number.isFinite(open) ? ratio(open, daysIn(window)) : Number.NaN;
    },
  },
  {
    id: 'spot-in-use',
    title: 'Spot capacity in use',
    unit: 'places',
    better: null,
    scopes,
    overTime: true,
    definition: 'Beds bought beside the block that are in use, time average. Hours are counted in hours a week.',
    formula: 'integral of spot in use / days',
    applies: (scenario, scope) => spot(scenario, scope) && holds(scenario, scope),
    of: (seen, window) => ratio(spotUsed(seen, window), daysIn(window)),
  },
  {
    id: 'spot-starts',
    title: 'Spot starts',
    unit: 'people',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition: 'People whose start was bought beside those offered each week.',
    formula: 'count of spot starts',
    applies: (scenario, scope) => spot(scenario, scope) && placements(scenario, scope),
    of: spotUsed,
  },
  {
    id: 'spot-on-order',
    title: 'Spot capacity on order',
    unit: 'places',
    better: null,
    scopes,
    overTime: true,
    definition: 'Beds or starts ordered and not there yet, time average. Hours are counted in hours a week.',
    formula: 'integral of spot ordered / days',
    applies: spot,
    of: (seen, window) => ratio(spotOrdered(seen, window), daysIn(window)),
  },
  {
    id: 'starts-offered',
    title: 'Starts offered',
    unit: 'people',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition: 'New starts the service could take, spot not among them.',
    formula: 'sum of daily starts offered',
    applies: placements,
    of: openIn,
  },
  {
    id: 'starts-lost',
    title: 'Starts not used',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition: 'Starts of the block offered that nobody took; where they carry over to later days, none is lost.',
    formula: 'starts offered - starts that were not spot',
    applies: loses,
    of: (seen, window) => openIn(seen, window) - (unitsUsed(seen, window) - spotUsed(seen, window)),
  },
];
