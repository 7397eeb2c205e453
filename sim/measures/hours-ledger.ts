import { takesHours } from '../scenario/kinds.ts';
import type { Window } from '../scenario/calendar.ts';
import { Hours, minutes } from '../engine/hours.ts';
import { type Measure, overGroup } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { constant, ofRecord, type Sum, sumOfDays } from './sums.ts';
import { deliveredMinutes, extraUnits, heldSpot, spotBought, unitsOpen } from './units.ts';

const scopes: Measure['scopes'] = ['service', 'group'];
const applies: Measure['applies'] = (scenario, { index }) => takesHours(scenario.services[index]);

/** Minutes a week in force for some days are minutes x days / 7 of care: this many of them are an hour. Divided by, as its inverse is no exact number. */
const AN_HOUR = 60 * 7;

const awaitedMinutes = ofRecord(({ capacity }) => (capacity instanceof Hours ? capacity.awaited : null));
export const delivered: Sum = (seen, window) => deliveredMinutes(seen, window) / AN_HOUR;
export const awaited: Sum = (seen, window) => awaitedMinutes(seen, window) / AN_HOUR;
export const spot: Sum = (seen, window) => spotBought(seen, window) / 7;

/** NaN where the hours are unlimited. */
export function commissioned(seen: Seen, window: Window): number {
  const hours = unitsOpen(seen, window) / 7;
  return Number.isFinite(hours) ? hours : Number.NaN;
}

/** Commissioned on each collected day, in whole minutes a week. */
const commissionedMinutes = constant(({ servicePlan }) => Float64Array.from(servicePlan?.open ?? [], minutes));

/** Delivered - (commissioned + spot), in whole minutes a week x days: where the hours are full throughout, it is exactly 0. NaN where they are unlimited. */
function balance(seen: Seen, window: Window): number {
  const open = sumOfDays(commissionedMinutes(seen), window) + extraUnits(seen, window);
  return Number.isFinite(open) ? deliveredMinutes(seen, window) - open - heldSpot(seen, window) : Number.NaN;
}

/** Hours by which more was delivered than was commissioned and bought, or less: summed over the stretches of seven days from the start of the window, where it was. */
export function overOrUnder(seen: Seen, window: Window, sign: 1 | -1): number {
  let minutes = 0;
  for (const [from, to] of window)
    for (let week = from; week < to; week += 7) minutes += Math.max(0, sign * balance(seen, [[week, Math.min(to, week + 7)]]));
  return minutes / AN_HOUR;
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
    applies: (scenario, scope) => takesHours(scenario.services[scope.index]) && scenario.services[scope.index]?.spot !== null,
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
