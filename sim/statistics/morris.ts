import { Moments } from './moments.ts';

/** Grid levels of an input; a step is half the grid and a bit: levels / (2 (levels - 1)). */
const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));

/** k + 1 points of (0, 1)^k; from each to the next one input takes a step. */
export interface Walk {
  points: number[][];
  steps: { input: number; by: number }[];
}

export interface ElementaryEffects {
  /** Mean of the absolute effects: how much the input matters (Campolongo et al. 2007). */
  size: number;
  /** Mean, with its sign. */
  mean: number;
  /** Standard deviation: 0 where the effect is the same everywhere; large where it is curved or depends on other inputs. */
  sd: number;
}

/** Walks over a grid of (0, 1)^k on which each input in turn, in random order, takes one step up or down (Morris 1991). */
export function morrisWalks(k: number, walks: number, luck: () => number): Walk[] {
  return Array.from({ length: walks }, () => {
    const low = Array.from({ length: k }, () => Math.floor((luck() * LEVELS) / 2) / (LEVELS - 1)); // the lower half of the grid: a step up stays inside
    const up = low.map(() => luck() < 0.5);
    const steps = shuffled(k, luck).map((input) => ({ input, by: up[input] ? STEP : -STEP }));
    const points = [low.map((from, i) => (up[i] ? from : from + STEP))];
    for (const { input, by } of steps)
      points.push((points.at(-1) as number[]).map((value, i) => (i === input ? value + by : value)));
    return { points, steps };
  });
}

/**
 * Effects per unit of input: the model's change over a step, divided by the step.
 * @param outcomes the model at each walk's points; NaN where it has no value: effects on either side are left out
 */
export function elementaryEffects(k: number, walks: Walk[], outcomes: number[][]): ElementaryEffects[] {
  const effects = Array.from({ length: k }, () => ({ signed: new Moments(), absolute: new Moments() }));
  for (const [w, { steps }] of walks.entries()) {
    for (const [i, { input, by }] of steps.entries()) {
      const effect = ((outcomes[w]?.[i + 1] as number) - (outcomes[w]?.[i] as number)) / by;
      if (Number.isNaN(effect)) continue;
      effects[input]?.signed.add(effect);
      effects[input]?.absolute.add(Math.abs(effect));
    }
  }
  return effects.map(({ signed, absolute }) => ({ size: absolute.mean, mean: signed.mean, sd: signed.sd() }));
}

function shuffled(k: number, luck: () => number): number[] {
  const order = Array.from({ length: k }, (_, i) => i);
  for (let i = k - 1; i > 0; i--) {
    const j = Math.floor(luck() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
