import type { Estimate } from './derive.ts';

/**
 * When a value passes. Quick: standard error at most 1.53% of the exact value (half-width 3%); full: 0.5%, or 0.0001 for
 * a probability under 0.02. Either way within 4 standard errors; short of its precision a value is undecided, neither
 * passed nor failed. An approximation (`APPROX10`) is held to 10%.
 */
export type Mode = 'quick' | 'full';
export type Verdict = 'passed' | 'failed' | 'undecided';

const PRECISION = { quick: 0.0153, full: 0.005 };
const SMALL = { below: 0.02, error: 0.0001 };
const FURTHEST = 4;
const APPROXIMATELY = 0.1;

/** Standard error that the rule asks for. */
export function enough(mode: Mode, exact: number): number {
  return mode === 'full' && exact < SMALL.below ? SMALL.error : PRECISION[mode] * Math.abs(exact);
}

/** Distance from the exact value in standard errors; exact values are printed to ten digits. */
export function standardErrorsAway(exact: number, { mean, se }: Estimate): number {
  const away = Math.max(0, Math.abs(mean - exact) - 1e-9 * Math.max(1, Math.abs(exact)));
  return away === 0 ? 0 : away / se;
}

export function verdictOn(mode: Mode, exact: number, estimate: Estimate, approximate: boolean): Verdict {
  const { mean, se, limit } = estimate;
  if (approximate) return Math.abs(mean - exact) <= APPROXIMATELY * Math.abs(exact) ? 'passed' : 'failed';
  if (limit) return mean <= exact && mean >= exact * (1 - PRECISION[mode]) ? 'passed' : 'failed';
  if (standardErrorsAway(exact, estimate) > FURTHEST) return 'failed';
  return se <= enough(mode, exact) + 1e-9 * Math.max(1, Math.abs(exact)) ? 'passed' : 'undecided';
}
