import type { Window } from '../scenario/calendar.ts';
import { TOP_LEVEL } from '../engine/level-record.ts';
import { type ReferralObservations, type ServiceObservations, TOP_HOURS } from '../seen/referrals.ts';
import { daysIn, type Measure, overGroup, ratio } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { starts } from './service-use.ts';
import { daySum, ofService } from './sums.ts';

const scopes: Measure['scopes'] = ['service', 'stream', 'residents', 'package'];
const referred = (seen: Seen) => seen.referred as ReferralObservations;
const everybody = (seen: Seen) => (seen.service as ServiceObservations).capacity.waiting;

/** A group's own line, or everybody's. */
const waitingDays = daySum(
  (seen) => (seen.service === null ? [] : [referred(seen).waiting ?? everybody(seen)]),
  (it) => it.areaByDay,
);

const waitingMidnights = ofService((it) => it.capacity.waiting.census);
const somebodyAtMidnight = ofService((it) => it.capacity.waiting.census.map((people) => Math.min(people, 1)));

/** Days waited by the person at a quantile of all who started, to the hour; beyond the counted hours, those hours. */
function waitQuantile(seen: Seen, quantile: number, window: Window): number {
  const people = starts(seen, window);
  if (people === 0) return Number.NaN;
  let below = 0;
  const hours = referred(seen).waitHours.findIndex((count) => {
    below += count;
    return below >= quantile * people;
  });
  return (hours < 0 ? TOP_HOURS : hours) / 24;
}

export const waitMeasures: Measure[] = [
  {
    id: 'waiting',
    title: 'People waiting',
    unit: 'people',
    better: 'lower',
    scopes: [...scopes, 'group'],
    overTime: true,
    daily: { counts: false, of: waitingMidnights },
    definition:
      'People in the line for the service, in an acute bed, in another service or at home; time average; by day, the count at midnight.',
    formula: 'integral of people in the line / days',
    of: (seen, window) => ratio(overGroup(waitingDays)(seen, window), daysIn(window)),
  },
  {
    id: 'somebody-waiting',
    title: 'Time with somebody waiting',
    unit: 'share',
    better: 'lower',
    scopes: ['service'],
    overTime: false,
    daily: { counts: false, of: somebodyAtMidnight },
    definition:
      'Share of time with at least one person in the line; by day, the share of replications with somebody waiting at midnight.',
    formula: 'days with somebody waiting / days',
    of: (seen) => everybody(seen).shareOfTime(1, TOP_LEVEL),
  },
  {
    id: 'waiting-within-target',
    title: 'Time with no more waiting than the target',
    unit: 'share',
    better: 'higher',
    scopes: ['service'],
    overTime: false,
    definition: 'Share of time in which no more people are in the line for the service than its target.',
    formula: 'days with at most the target in the line / days',
    applies: (scenario, { index }) => scenario.services[index]?.targetWaiting !== undefined,
    of: (seen) => everybody(seen).shareOfTime(0, seen.servicePlan?.service.targetWaiting ?? 0),
  },
  {
    id: 'waited-share',
    title: 'Share who had to wait',
    unit: 'share',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'Share of people who started that found no free place when they joined the line.',
    formula: 'starts that queued / starts',
    of: (seen, window) => ratio(referred(seen).queued, starts(seen, window)),
  },
  {
    id: 'wait-mean',
    title: 'Mean wait to start',
    unit: 'days',
    better: 'lower',
    scopes: [...scopes, 'group'],
    overTime: false,
    definition: 'Exact days from referral to start, arrangement (lead time) included, over everybody who started.',
    formula: 'sum of (start - referral) / starts',
    of: (seen, window) => ratio(overGroup((one) => referred(one).wait)(seen, window), overGroup(starts)(seen, window)),
  },
  {
    id: 'wait-sd',
    title: 'Standard deviation of the wait to start',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'How far single waits from referral to start lie from their mean.',
    formula: 'root of (sum of (start - referral)^2 / starts - mean^2)',
    of(seen, window) {
      const people = starts(seen, window);
      return Math.sqrt(Math.max(0, ratio(referred(seen).waitSquared.value, people) - ratio(referred(seen).wait, people) ** 2));
    },
  },
  {
    id: 'wait-of-those-who-wait',
    title: 'Mean wait of those who queue',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'Exact days in the line, over people who had to queue; arrangement before the line not counted.',
    formula: 'sum of days in the line / starts that queued',
    of: (seen) => ratio(referred(seen).queueing, referred(seen).queued),
  },
  {
    id: 'wait-median',
    title: 'Median wait to start',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'Half of those who started waited no longer, from referral, to the hour.',
    formula: '50th percentile of (start - referral)',
    of: (seen, window) => waitQuantile(seen, 0.5, window),
  },
  {
    id: 'wait-p90',
    title: '90th percentile of the wait to start',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'Nine in ten of those who started waited no longer, from referral, to the hour.',
    formula: '90th percentile of (start - referral)',
    of: (seen, window) => waitQuantile(seen, 0.9, window),
  },
  {
    id: 'wait-longest',
    title: 'Longest wait to start',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: false,
    definition: 'Exact days from referral to start of the person who waited longest, of those who started.',
    formula: 'largest (start - referral)',
    of: (seen, window) => (starts(seen, window) === 0 ? Number.NaN : referred(seen).longestWait),
  },
  {
    id: 'wait-on-time',
    title: 'Started within the target',
    unit: 'share',
    better: 'higher',
    scopes,
    overTime: false,
    definition: 'Share of people who started within the target number of days from referral.',
    formula: 'starts within the target / starts',
    applies: (scenario, { index }) => scenario.services[index]?.targetWait !== null,
    of: (seen, window) => ratio(referred(seen).onTime, starts(seen, window)),
  },
];
