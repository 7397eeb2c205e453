import { Moments } from './moments.ts';

/**
 * Constants of KN (Kim & Nelson 2001, ACM TOMACS 11: 251-273, with c = 1): eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2 and
 * h^2 = 2 eta (n0 - 1), for k systems, n0 replications to begin with and the chance alpha of a wrong selection.
 */
export function knConstants(k: number, n0: number, alpha: number): { eta: number; h2: number } {
  const eta = ((2 * alpha) / (k - 1)) ** (-2 / (n0 - 1)) / 2 - 0.5;
  return { eta, h2: 2 * eta * (n0 - 1) };
}

export interface KnOptions {
  /** The smallest difference that matters, in the measure's unit; above 0. */
  matters: number;
  /** Chance that a system other than the best is chosen where the best is better by `matters`. */
  alpha: number;
  /** Replications before any system is left out; at least 2. */
  n0: number;
}

/**
 * The system with the smallest mean, by KN: fully sequential, systems are left out as soon as they are clearly not the best.
 * `value(system, replication)`, replications counted from 1, may share random numbers over systems. Returns the system chosen and
 * the replications of each.
 */
export function selectSmallest(k: number, value: (system: number, replication: number) => number, { matters, alpha, n0 }: KnOptions): { best: number; replications: number[] } {
  const values = Array.from({ length: k }, (_, system) => Array.from({ length: n0 }, (_, r) => value(system, r + 1)));
  const { h2 } = knConstants(k, n0, alpha);
  const s2 = values.map((a) => values.map((b) => varianceOfDifference(a, b)));
  const sums = values.map((all) => all.reduce((sum, one) => sum + one, 0));
  let left = values.map((_, system) => system);
  const replications = new Array<number>(k).fill(n0);
  for (let r = n0; left.length > 1; r++) {
    const width = (i: number, l: number) => Math.max(0, (matters / (2 * r)) * ((h2 * ((s2[i] as number[])[l] as number)) / matters ** 2 - r));
    const mean = (system: number) => (sums[system] as number) / r;
    const kept = left.filter((i) => left.every((l) => l === i || mean(i) <= mean(l) + width(i, l)));
    if (kept.length <= 1) return { best: kept[0] ?? smallest(left, mean), replications };
    left = kept;
    for (const system of left) {
      sums[system] = (sums[system] as number) + value(system, r + 1);
      replications[system] = r + 1;
    }
  }
  return { best: left[0] as number, replications };
}

function varianceOfDifference(a: number[], b: number[]): number {
  const moments = new Moments();
  a.forEach((one, r) => {
    moments.add(one - (b[r] as number));
  });
  return moments.sd() ** 2;
}

function smallest(systems: number[], mean: (system: number) => number): number {
  return systems.reduce((best, system) => (mean(system) < mean(best) ? system : best));
}
