import { delayMean } from './delay.ts';
import { usualResidence } from './discharges.ts';
import type { Measure } from './measure.ts';
import { constant, type Sum } from './sums.ts';

const applies: NonNullable<Measure['applies']> = ({ hospitals, places }) => hospitals.length > 0 && places.length > 1;

const places = constant(({ views }) => views.places());

/** Largest minus smallest over the places in which anybody was discharged; NaN where fewer than two are. */
const gap =
  (of: Sum): Sum =>
  (seen, window) => {
    const values = places(seen)
      .map((place) => of(place, window))
      .filter((value) => !Number.isNaN(value));
    return values.length < 2 ? Number.NaN : Math.max(...values) - Math.min(...values);
  };

/** Equity between the places people live in. A gap is never below zero, so chance alone makes some: compare it over scenarios. */
export const gapMeasures: Measure[] = [
  {
    id: 'usual-residence-gap',
    title: 'Gap between places in going home',
    unit: 'share',
    better: 'lower',
    scopes: ['all'],
    overTime: true,
    definition:
      'Highest less lowest share, over the places people live in, of people discharged to their usual place of residence, in each replication; chance makes some gap between alike places.',
    formula: 'largest - smallest over places of ((P0 + P1 discharges) / discharges)',
    applies,
    of: gap(usualResidence),
  },
  {
    id: 'delay-mean-gap',
    title: 'Gap between places in mean delay',
    unit: 'days',
    better: 'lower',
    scopes: ['all'],
    overTime: true,
    definition:
      'Longest less shortest mean delay (midnights, all discharges), over the places people live in, in each replication; chance makes some gap between alike places.',
    formula: 'largest - smallest over places of (sum of (discharge date - ready date) / discharges)',
    applies,
    of: gap(delayMean),
  },
];
