import type { Dated } from './dated.ts';

/**
 * One distribution by shape, mean and standard deviation, days. Exponential has sd = mean, fixed has sd 0.
 * Empirical: `values` ascending, each equally likely; phases: exponential phases of those means, one after another, `goOn` the
 * share that goes on after each but the last; mean and sd are theirs.
 */
export interface Distribution {
  shape: 'lognormal' | 'gamma' | 'weibull' | 'exponential' | 'fixed' | 'empirical' | 'phases';
  mean: number;
  sd: number;
  values?: number[];
  phases?: { means: number[]; goOn: number[] };
  /** Where the mean changes on a date: the time is multiplied by what is in force when it begins, so its spread keeps step. */
  factor?: Dated<number>;
}
