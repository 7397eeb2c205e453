import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { ambitionsCompared } from './compare-ambitions.ts';
import { differencesFigure, keyMeasures } from './compare-measures.ts';
import { chancesCompared } from './chances.ts';
import { compareOverTime } from './compare-over-time.ts';
import type { Figure } from './figure.ts';

/** The figures of a comparison in the order they are read. */
export const comparisonFigures = (results: Result[], comparison: Comparison): Figure[] => [
  ...ambitionsCompared(results),
  ...chancesCompared(results, comparison),
  keyMeasures(results, comparison),
  ...differencesFigure(results, comparison),
  ...compareOverTime(results),
];
