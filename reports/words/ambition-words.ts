import type { AmbitionResult, Result, StatedResult } from '../../sim/result.ts';
import { capital, lower, scopeLabel, titleOf, unitOf } from './lookup.ts';
import { apart, withUnit } from './numbers.ts';

/** What names a figure of the scenario: an ambition, or something that the plan states. */
export type NamedFigure = Pick<AmbitionResult | StatedResult, 'name' | 'label' | 'measure' | 'scope'>;

/** What is measured and for whom, in words. */
export function measureName(result: Result, a: NamedFigure): string {
  const title = capital(titleOf(result, a.measure));
  return a.scope === 'all' ? title : `${title}, ${scopeLabel(result.scenario, a.scope)}`;
}

/** The scenario's own label for it, else what is measured. */
export const ambitionName = (result: Result, a: NamedFigure): string => (hasLabel(a) ? a.label : measureName(result, a));

/** The same inside a sentence: the author's own label keeps its capitals. */
export const nameInside = (result: Result, a: NamedFigure): string => (hasLabel(a) ? a.label : lower(measureName(result, a)));

const hasLabel = (a: NamedFigure): boolean => a.label !== '' && a.label !== a.name;

/** The label with what it measures on a second line. */
export const nameAndMeasure = (result: Result, a: NamedFigure): string =>
  hasLabel(a) && a.label !== measureName(result, a) ? `${a.label}\n${measureName(result, a)}` : measureName(result, a);

export const targetText = (result: Result, a: AmbitionResult): string =>
  `${a.direction} ${withUnit(a.target, unitOf(result, a.measure))}`;

/** A mean that is not the target never reads as if it were. */
export const besideTarget = (result: Result, a: AmbitionResult, mean: number | null): string =>
  apart(mean, a.target, unitOf(result, a.measure));

/** Where the target itself is from: a source, or an assumption of the scenario. */
export function originOf(result: Result, a: AmbitionResult): string {
  const value = result.values.find((v) => v.path === `ambitions.${a.name}.${a.direction}`);
  return value?.origin ?? (a.source ? 'source' : 'unstated');
}
