import { Moments } from './moments.ts';

/** Grid levels of an input; a step is half the grid and a bit: levels / (2 (levels - 1)). */
const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));

export interface ElementaryEffects {
  /** Mean of the absolute effects: how much the input matters (Campolongo et al. 2007). */
  size: number;
  /** Mean, with its sign. */
  mean: number;
  /** Standard deviation: 0 where the effect is the same everywhere; large where it is curved or hangs on other inputs. */
  sd: number;
}

/**
 * Screening by elementary effects (Morris 1991): `trajectories` walks over a grid of (0, 1)^k, on which each input in turn, in
 * random order, takes one step; its effect is the change of the model over the step, per unit of input. The model is asked
 * trajectories x (k + 1) times.
 */
export function morrisEffects(k: number, trajectories: number, luck: () => number, model: (inputs: number[]) => number): ElementaryEffects[] {
  const effects = Array.from({ length: k }, () => ({ signed: new Moments(), absolute: new Moments() }));
  for (let t = 0; t < trajectories; t++) {
    const at = Array.from({ length: k }, () => Math.floor((luck() * LEVELS) / 2) / (LEVELS - 1)); // the lower half of the grid: a step up stays inside
    const up = at.map(() => luck() < 0.5);
    const inputs = at.map((low, i) => (up[i] ? low : low + STEP));
    let before = model([...inputs]);
    for (const i of shuffled(k, luck)) {
      const step = up[i] ? STEP : -STEP;
      inputs[i] = (inputs[i] as number) + step;
      const after = model([...inputs]);
      const effect = (after - before) / step;
      effects[i]?.signed.add(effect);
      effects[i]?.absolute.add(Math.abs(effect));
      before = after;
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
