import gamma from '@stdlib/math-base-special-gamma';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { HoursOfDay } from '../scenario/hospital.ts';
import type { Distribution } from '../scenario/distribution.ts';
import type { Limit } from '../scenario/dated.ts';
import { phaseQuantile } from './phases.ts';
import { tabled } from './tabled.ts';
import type { Quantile } from './quantile.ts';

const standardNormal = normalQuantile.factory(0, 1);

export function quantileOf(d: Distribution): Quantile {
  switch (d.shape) {
    case 'lognormal':
      return times(
        d.mean,
        ofShape(`lognormal ${d.sd / d.mean}`, () => lognormal(d.sd / d.mean)),
      );
    case 'gamma':
      return times(
        d.sd ** 2 / d.mean,
        ofShape(`gamma ${d.mean / d.sd}`, () => gammaQuantile.factory((d.mean / d.sd) ** 2, 1)),
      );
    case 'weibull':
      return times(
        d.mean,
        ofShape(`weibull ${d.sd / d.mean}`, () => weibull(d.sd / d.mean)),
      );
    case 'exponential':
      return times(
        d.mean,
        ofShape('exponential', () => (u) => -Math.log1p(-u)),
      );
    case 'fixed':
      return () => d.mean;
    case 'phases': {
      const { means, goOn } = d.phases ?? { means: [d.mean], goOn: [] };
      return ofShape(`phases ${means} ${goOn}`, () => phaseQuantile({ means, goOn }, d.mean));
    }
    case 'empirical':
      return empirical(d.values ?? []);
  }
}

const times =
  (scale: number, quantile: Quantile): Quantile =>
  (u) =>
    scale * quantile(u);

const MOST_SHAPES = 256;
const shapes = new Map<string, Quantile>();

/** The table of a shape, made once: every replication and every plan of a search asks for the same ones. */
function ofShape(key: string, exact: () => Quantile): Quantile {
  const known = shapes.get(key);
  if (known !== undefined) return known;
  if (shapes.size >= MOST_SHAPES) shapes.clear(); // a table takes up to 100 kB
  const made = tabled(exact());
  shapes.set(key, made);
  return made;
}

/** Of mean 1: ln X is normal with sigma^2 = ln(1 + spread^2) and mu = -sigma^2/2. */
function lognormal(spread: number): Quantile {
  const sigma2 = Math.log1p(spread ** 2);
  const sigma = Math.sqrt(sigma2);
  return (u) => Math.exp(sigma * standardNormal(u) - sigma2 / 2);
}

/** Of mean 1. Shape k from spread^2 + 1 = G(1 + 2/k) / G(1 + 1/k)^2, by bisection on ln k; scale = 1 / G(1 + 1/k). */
function weibull(spread: number): Quantile {
  const target = spread ** 2 + 1;
  let low = Math.log(0.05);
  let high = Math.log(200);
  for (let i = 0; i < 200; i++) {
    const k = Math.exp((low + high) / 2);
    if (gamma(1 + 2 / k) / gamma(1 + 1 / k) ** 2 > target) low = Math.log(k);
    else high = Math.log(k);
  }
  const k = Math.exp((low + high) / 2);
  const scale = 1 / gamma(1 + 1 / k);
  return (u) => scale * Math.exp(Math.log(-Math.log1p(-u)) / k); // not `**`: versions of Node differ in its last digit
}

function empirical(values: number[]): Quantile {
  return (u) => values[Math.floor(u * values.length)] as number;
}

/** A time of day in days, evenly within the spell of hours that u falls into. */
export function timeOfDay(hours: HoursOfDay): Quantile {
  return (u) => {
    let below = 0;
    for (const { from, to, share } of hours) {
      if (u < below + share) return (from + ((u - below) / share) * (to - from)) / 24;
      below += share;
    }
    return (hours.at(-1)?.to ?? 0) / 24; // u above a sum of shares that rounding left under 1
  };
}

/** The quantile with everything above `longest` cut to it. */
export function cut(quantile: Quantile, longest: Limit): Quantile {
  return longest === 'unlimited' ? quantile : (u) => Math.min(quantile(u), longest);
}

/** Mean of a quantile function by the midpoint rule: for planning sums (offered load), within about 0.1%. */
export function meanOf(quantile: Quantile): number {
  const points = 20_000;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += quantile((i + 0.5) / points);
  return sum / points;
}
