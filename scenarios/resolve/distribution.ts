import type { Distribution } from '../../sim/scenario/distribution.ts';
import { type DistributionKeys, type GoOn, PhaseList } from '../vocabulary/distribution.ts';

/** Shape, mean and standard deviation in days; `values` are those of the sample file, ascending. */
export function distributionOf(keys: DistributionKeys, values: number[] | undefined): Distribution {
  if (values) return empirical(values);
  if (keys.fixed) return { shape: 'fixed', mean: keys.fixed.amount, sd: 0 };
  if (keys.phases instanceof PhaseList) return phased(keys.phases, keys['go-on']);
  const mean = keys.mean?.amount ?? 0;
  const shape = keys.shape?.word ?? 'fixed';
  if (shape === 'fixed') return { shape, mean, sd: 0 };
  if (shape === 'exponential') return { shape, mean, sd: mean };
  // k phases of equal mean are a gamma distribution of shape k.
  if (shape === 'erlang') return { shape: 'gamma', mean, sd: mean / Math.sqrt(keys.phases?.amount ?? 1) };
  return { shape, mean, sd: spread(keys, mean) };
}

/** Mean and standard deviation from the last phase back: E = m + p E', E2 = 2 m² + 2 m p E' + p E2'. */
function phased({ means: written }: PhaseList, goOn: GoOn | undefined): Distribution {
  const phases = { means: written.map(({ amount }) => amount), goOn: (goOn?.shares ?? []).map(({ amount }) => amount) };
  const { mean, square } = phases.means.reduceRight(
    (later, m, i) => {
      const p = phases.goOn[i] ?? 0;
      return { mean: m + p * later.mean, square: 2 * m * m + 2 * m * p * later.mean + p * later.square };
    },
    { mean: 0, square: 0 },
  );
  return { shape: 'phases', mean, sd: Math.sqrt(square - mean * mean), phases };
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
