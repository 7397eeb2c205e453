import { wholePeriod, type Window } from '../scenario/calendar.ts';
import { TOP_NIGHTS } from '../seen/discharges.ts';
import { type Measure, ratio } from './measure.ts';
import type { ScopeKind } from './scope.ts';
import type { Seen } from './seen-from.ts';
import { dischargesIn, ofDischarges } from './sums.ts';

const EVERYWHERE: ScopeKind[] = ['all', 'hospital', 'place', 'pathway', 'national'];
/** Also for a hospital's or a place's people of one pathway. */
const SPLIT: ScopeKind[] = [...EVERYWHERE, 'split'];
const acute: Measure['applies'] = (scenario) => scenario.hospitals.length > 0;

/** The seven bands of the published returns, in midnights from the discharge ready date to the discharge date. */
export const BANDS = [
  { id: '0', words: 'no days', from: 0, to: 0 },
  { id: '1', words: '1 day', from: 1, to: 1 },
  { id: '2-3', words: '2 to 3 days', from: 2, to: 3 },
  { id: '4-6', words: '4 to 6 days', from: 4, to: 6 },
  { id: '7-13', words: '7 to 13 days', from: 7, to: 13 },
  { id: '14-20', words: '14 to 20 days', from: 14, to: 20 },
  { id: '21-plus', words: '21 days or more', from: 21, to: TOP_NIGHTS },
];

const delayedNights = ofDischarges((it) => it.delayedNights);
const delayedPeople = ofDischarges((it) => it.delayedPeople);
const processDelay = ofDischarges((it) => it.processDelay);
const capacityDelay = ofDischarges((it) => it.capacityDelay);

/** Over nights of delay, of all who were discharged in the period. */
const peopleByNights = ofDischarges((it) => it.delayNights);
const bandPeople = (seen: Seen, from: number, to: number): number => peopleByNights(seen, [[from, to + 1]]);

/** The last band takes what the others leave, so that delays beyond the counted nights are in it whole. */
function bandNights(seen: Seen, from: number, to: number): number {
  const below = (end: number) => {
    let sum = 0;
    for (let nights = 1; nights < end; nights++) sum += nights * bandPeople(seen, nights, nights);
    return sum;
  };
  const everything = delayedNights(seen, wholePeriod(seen.plan.scenario));
  return (to === TOP_NIGHTS ? everything : below(to + 1)) - below(from);
}

const bands: Measure[] = BANDS.flatMap(({ id, words, from, to }): Measure[] => [
  {
    id: `delay-band-${id}`,
    title: `People delayed ${words}`,
    unit: 'share',
    better: id === '0' ? 'higher' : 'lower',
    scopes: EVERYWHERE,
    overTime: false,
    definition: `Share of people discharged whose delay, in midnights from the ready date to the discharge date, was ${words}.`,
    formula: 'people in the band / discharges',
    applies: acute,
    of: (seen, window) => ratio(bandPeople(seen, from, to), dischargesIn(seen, window)),
  },
  {
    id: `delay-days-band-${id}`,
    title: `Bed-days of people delayed ${words}`,
    unit: 'share',
    better: null,
    scopes: EVERYWHERE,
    overTime: false,
    definition: `Share of all delayed midnights that belong to people delayed ${words}.`,
    formula: 'midnights of delay of people in the band / midnights of delay of all',
    applies: acute,
    of: (seen, window) => ratio(bandNights(seen, from, to), delayedNights(seen, window)),
  },
]);

export function delayMean(seen: Seen, window: Window): number {
  return ratio(delayedNights(seen, window), dischargesIn(seen, window));
}

export const delayMeasures: Measure[] = [
  {
    id: 'delay-mean',
    title: 'Mean delay, all discharges',
    unit: 'days',
    better: 'lower',
    scopes: SPLIT,
    overTime: true,
    definition:
      'Midnights from the discharge ready date to the discharge date, over everybody discharged, as published figures count them.',
    formula: 'sum of (discharge date - ready date) / discharges',
    applies: acute,
    of: delayMean,
  },
  {
    id: 'delay-mean-delayed',
    title: 'Mean delay, people delayed',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    definition: 'Midnights from the discharge ready date to the discharge date, over people delayed at least one midnight.',
    formula: 'sum of (discharge date - ready date) / people with 1 or more',
    applies: acute,
    of: (seen, window) => ratio(delayedNights(seen, window), delayedPeople(seen, window)),
  },
  {
    id: 'delay-exact',
    title: 'Mean delay in exact days',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    definition: 'Exact days from being discharge ready to discharge, over everybody discharged.',
    formula: 'sum of (discharge time - ready time) / discharges',
    applies: acute,
    of: (seen, window) => ratio(processDelay(seen, window) + capacityDelay(seen, window), dischargesIn(seen, window)),
  },
  {
    id: 'delay-process',
    title: 'Mean process delay',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    definition:
      'Exact days from being discharge ready to the end of the process (referral), weekend working included, and from finding a place to the hour of leaving, over everybody discharged. No capacity removes it.',
    formula: 'sum of (referral time - ready time) / discharges',
    applies: acute,
    of: (seen, window) => ratio(processDelay(seen, window), dischargesIn(seen, window)),
  },
  {
    id: 'delay-capacity',
    title: 'Mean delay for capacity',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: true,
    definition:
      'Exact days from referral to leaving for the first service, the arrangement (lead time) included, over everybody discharged.',
    formula: 'sum of (discharge time - referral time) / discharges',
    applies: acute,
    of: (seen, window) => ratio(capacityDelay(seen, window), dischargesIn(seen, window)),
  },
  {
    id: 'on-ready-date',
    title: 'Discharged on the ready date',
    unit: 'share',
    better: 'higher',
    scopes: SPLIT,
    overTime: true,
    definition: 'Share of people discharged on their discharge ready date: no midnight between.',
    formula: '(discharges - people with 1 or more midnights) / discharges',
    applies: acute,
    of: (seen, window) => ratio(dischargesIn(seen, window) - delayedPeople(seen, window), dischargesIn(seen, window)),
  },
  ...bands,
];
