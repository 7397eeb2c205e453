import { Hours, minutes } from '../engine/hours.ts';
import { type Measure, overGroup, type Seen, sum, unitsOpen, type Window } from './measure.ts';
import { spotBought } from './units.ts';

const scopes: Measure['scopes'] = ['service', 'group'];
const applies: Measure['applies'] = (scenario, { index }) => scenario.services[index]?.kind === 'hours';

/** Minutes a week in force for some days are minutes x days / 7 of care: this many of them are an hour. Divided by, as its inverse is no exact number. */
const AN_HOUR = 60 * 7;

export function delivered(seen: Seen, window: Window): number {
  const { capacity } = seen.service as NonNullable<Seen['service']>;
  return capacity instanceof Hours ? sum(capacity.delivered.areaByDay, window) / AN_HOUR : Number.NaN;
}

export const spot = (seen: Seen, window: Window): number => spotBought(seen, window) / 7;

export function awaited(seen: Seen, window: Window): number {
  const { capacity } = seen.service as NonNullable<Seen['service']>;
  return capacity instanceof Hours ? sum(capacity.awaited.areaByDay, window) / AN_HOUR : Number.NaN;
}

/** NaN where the hours are unlimited. */
export function commissioned(seen: Seen, window: Window): number {
  const hours = unitsOpen(seen, window) / 7;
  return Number.isFinite(hours) ? hours : Number.NaN;
}

/** Stretches of seven days from the start of a window: the ledger is kept by the week. */
function byWeek(window: Window): Window[] {
  return window.flatMap(([from, to]) =>
    Array.from(
      { length: Math.ceil((to - from) / 7) },
      (_, week) => [[from + 7 * week, Math.min(to, from + 7 * week + 7)]] as const,
    ),
  );
}

/** Delivered - (commissioned + spot), in whole minutes a week x days: where the hours are full throughout, it is exactly 0. NaN where they are unlimited. */
function balance(seen: Seen, window: Window): number {
  const { capacity } = seen.service as NonNullable<Seen['service']>;
  const { open: hours } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  if (!(capacity instanceof Hours)) return Number.NaN;
  const { extra, spot } = capacity;
  const planned = window.reduce((total, [from, to]) => hours.subarray(from, to).reduce((so, day) => so + minutes(day), total), 0);
  const open = planned + (extra === null ? 0 : sum(extra.areaByDay, window));
  if (!Number.isFinite(open)) return Number.NaN;
  return sum(capacity.delivered.areaByDay, window) - open - (spot === null ? 0 : sum(spot.held.areaByDay, window));
}

/** Hours, summed over weeks, by which more was delivered than was commissioned and bought, where it was; or less. */
export function overOrUnder(seen: Seen, window: Window, sign: 1 | -1): number {
  return byWeek(window).reduce((total, week) => total + Math.max(0, sign * balance(seen, week)), 0) / AN_HOUR;
}

export const hoursLedgerMeasures: Measure[] = [
  {
    id: 'hours-needed',
    title: 'Hours needed',
    unit: 'hours',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    applies,
    definition:
      'Hours of care that would be delivered if everybody in the queue had also started: a package waited for counts in every week of its wait.',
    formula: 'hours delivered + hours of the packages waited for',
    of: overGroup((seen, window) => delivered(seen, window) + awaited(seen, window)),
  },
  {
    id: 'hours-commissioned',
    title: 'Hours commissioned',
    unit: 'hours',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    applies,
    definition: 'Contact hours a week commissioned, over the weeks of the period; those that triggers opened among them.',
    formula: 'sum over days of hours a week / 7',
    of: overGroup(commissioned),
  },
  {
    id: 'hours-spot',
    title: 'Spot hours',
    unit: 'hours',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    applies: (scenario, scope) =>
      scenario.services[scope.index]?.kind === 'hours' && scenario.services[scope.index]?.spot !== null,
    definition: 'Contact hours bought beside those commissioned, when people waited.',
    formula: 'integral of spot hours a week bought / 7',
    of: overGroup(spot),
  },
  {
    id: 'hours-delivered',
    title: 'Hours delivered',
    unit: 'hours',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    applies,
    definition: 'Contact hours of the packages in progress: with two carers at once, both count.',
    formula: 'integral of hours a week in use / 7',
    of: overGroup(delivered),
  },
  {
    id: 'hours-unused',
    title: 'Hours unused',
    unit: 'hours',
    better: 'lower',
    scopes,
    overTime: true,
    applies,
    definition: 'Commissioned and spot hours not delivered, week by week where positive; services of a group each by itself.',
    formula: 'sum over weeks of max(0, commissioned + spot - delivered)',
    of: overGroup((seen, window) => overOrUnder(seen, window, -1)),
  },
  {
    id: 'hours-over-delivered',
    title: 'Hours over-delivered',
    unit: 'hours',
    better: 'lower',
    scopes,
    overTime: true,
    applies,
    definition:
      'Hours delivered above those commissioned and bought on the spot, week by week where positive; services of a group each by itself.',
    formula: 'sum over weeks of max(0, delivered - commissioned - spot)',
    of: overGroup((seen, window) => overOrUnder(seen, window, 1)),
  },
];
