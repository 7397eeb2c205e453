import type { Distribution } from '../../sim/scenario.ts';
import type { DistributionKeys } from '../vocabulary/distribution.ts';

/** Shape, mean and standard deviation in days; `values` are those of the sample file, ascending. */
export function distributionOf(keys: DistributionKeys, values: number[] | undefined): Distribution {
  if (values) return empirical(values);
  if (keys.fixed) return { shape: 'fixed', mean: keys.fixed.amount, sd: 0 };
  const mean = keys.mean?.amount ?? 0;
  const shape = keys.shape?.word ?? 'fixed';
  if (shape === 'fixed') return { shape, mean, sd: 0 };
  if (shape === 'exponential') return { shape, mean, sd: mean };
  // k phases of equal mean are a gamma distribution of shape k.
  if (shape === 'erlang') return { shape: 'gamma', mean, sd: mean / Math.sqrt(keys.phases?.amount ?? 1) };
  return { shape, mean, sd: spread(keys, mean) };
}

function spread(keys: DistributionKeys, mean: number): number {
  if (keys.sd) return keys.sd.amount;
  if (keys.cv) return keys.cv.amount * mean;
  // Lognormal: mean / median = exp(s² / 2) and cv² = exp(s²) - 1.
  const ratio = mean / (keys.median?.amount ?? mean);
  return mean * Math.sqrt(ratio * ratio - 1);
}

function empirical(values: number[]): Distribution {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { shape: 'empirical', mean, sd: Math.sqrt(squares / values.length), values };
}
