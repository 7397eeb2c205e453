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
  /** Replications between one look and the next: looking less often leaves out no more. */
  every: number;
  /** Replications at which the smallest mean is taken as it stands. */
  most: number;
}

export interface Selected {
  best: number;
  /** Of each system. */
  replications: number[];
}

/**
 * The system with the smallest mean, by KN: systems are left out as soon as they are clearly not the best.
 * `values(system, n)`: its first n replications, which may share random numbers over systems.
 */
export async function selectSmallest(
  k: number,
  values: (system: number, n: number) => Promise<number[]>,
  { matters, alpha, n0, every, most }: KnOptions,
): Promise<Selected> {
  const first = Math.min(n0, most);
  const seen: number[][] = [];
  for (let system = 0; system < k; system++) seen.push(await values(system, first));
  const { h2 } = knConstants(k, first, alpha);
  const s2 = seen.map((a) => seen.map((b) => varianceOfDifference(a, b)));
  let left = seen.map((_, system) => system);
  const mean = (system: number) =>
    (seen[system] as number[]).reduce((sum, one) => sum + one, 0) / (seen[system] as number[]).length;
  for (let r = first; ; r = Math.min(most, r + every)) {
    const width = (i: number, l: number) =>
      Math.max(0, (matters / (2 * r)) * ((h2 * ((s2[i] as number[])[l] as number)) / matters ** 2 - r));
    const means = new Map(left.map((system) => [system, mean(system)]));
    const of = (system: number) => means.get(system) as number;
    const kept = left.filter((i) => left.every((l) => l === i || of(i) <= of(l) + width(i, l)));
    const best = left.reduce((least, system) => (of(system) < of(least) ? system : least));
    if (kept.length <= 1 || r >= most) return { best, replications: seen.map(({ length }) => length) };
    left = kept;
    for (const system of left) seen[system] = await values(system, Math.min(most, r + every));
  }
}

function varianceOfDifference(a: number[], b: number[]): number {
  const moments = new Moments();
  a.forEach((one, r) => {
    moments.add(one - (b[r] as number));
  });
  return moments.sd() ** 2;
}
