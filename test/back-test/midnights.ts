import { quantileOf } from '../../sim/random/distributions.ts';

/** Equal slices of the distribution; enough for the third figure of a band. */
const SLICES = 4000;
const TOP = 400;

/**
 * Chance of 0, 1, 2 … midnights between ready and leaving, where a delay begins at any time of the day: a delay of d days
 * crosses floor(d) of them, and one more with the chance of d's fraction.
 */
export function midnightsOf(mean: number, median: number): Float64Array {
  const sd = mean * Math.sqrt((mean / median) ** 2 - 1);
  const days = quantileOf({ shape: 'lognormal', mean, sd });
  const chance = new Float64Array(TOP + 2);
  for (let i = 0; i < SLICES; i++) {
    const delay = Math.min(TOP, days((i + 0.5) / SLICES));
    const whole = Math.floor(delay);
    chance[whole] = (chance[whole] as number) + (1 - (delay - whole)) / SLICES;
    chance[whole + 1] = (chance[whole + 1] as number) + (delay - whole) / SLICES;
  }
  return chance;
}

/** 1, 2–3, 4–6, 7–13, 14–20, 21 or more midnights. */
const BANDS = [
  [1, 1],
  [2, 3],
  [4, 6],
  [7, 13],
  [14, 20],
  [21, TOP + 1],
] as const;

/** Of people delayed a midnight or more, the share in each band. */
export function bandsOf(chance: Float64Array): number[] {
  const delayed = 1 - (chance[0] as number);
  return BANDS.map(([from, to]) => chance.slice(from, to + 1).reduce((sum, share) => sum + share, 0) / delayed);
}

export interface DelayFit {
  mean: number;
  median: number;
  /** Share of these people who cross a midnight. */
  delayed: number;
  bands: number[];
}

/**
 * The lognormal delay whose mean over those delayed is `meanDelayed` and whose bands are closest (least squares): for each
 * median, from 2% to 98% of the mean, the mean follows by bisection.
 */
export function fitDelay(bands: number[], meanDelayed: number): DelayFit {
  let best: DelayFit | null = null;
  for (let percent = 2; percent <= 98; percent += 2) {
    const mean = meanFor(percent / 100, meanDelayed);
    const chance = midnightsOf(mean, (mean * percent) / 100);
    const fit = { mean, median: (mean * percent) / 100, delayed: 1 - (chance[0] as number), bands: bandsOf(chance) };
    if (best === null || distance(fit.bands, bands) < distance(best.bands, bands)) best = fit;
  }
  return best as DelayFit;
}

function meanFor(ratio: number, meanDelayed: number): number {
  let [low, high] = [0.05, meanDelayed];
  while (high - low > 0.0005) {
    const mean = (low + high) / 2;
    if (mean / (1 - (midnightsOf(mean, mean * ratio)[0] as number)) < meanDelayed) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}

const distance = (a: number[], b: number[]) => a.reduce((sum, share, i) => sum + (share - (b[i] as number)) ** 2, 0);
