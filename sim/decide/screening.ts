import type { SensitivityDecision } from '../decision.ts';
import { elementaryEffects, morrisWalks } from '../statistics/morris.ts';
import { stream } from '../random/streams.ts';
import type { Lab } from './lab.ts';
import { outcomesAt, type Ranges, WINTERS } from './ranges.ts';

/** Replications it takes. */
export const screeningCost = (k: number, walks: number): number => walks * (k + 1) * WINTERS;

/** Morris screening of all values together: how much each moves the measure, wherever the others stand. */
export async function screening(
  lab: Lab,
  ranges: Ranges,
  walks: number,
  seed: string,
): Promise<NonNullable<SensitivityDecision['morris']>> {
  const { k } = ranges;
  const design = morrisWalks(k, walks, stream(seed, 0, 'sensitivity/morris'));
  const all = await outcomesAt(
    lab,
    ranges,
    design.flatMap(({ points }) => points),
  );
  const effects = elementaryEffects(
    k,
    design,
    design.map((_, w) => all.slice(w * (k + 1), (w + 1) * (k + 1))),
  );
  const widestFirst = effects.map((effect, value) => ({ value, ...effect })).sort((a, b) => b.size - a.size);
  return { walks, winters: WINTERS, leftOut: all.filter(Number.isNaN).length, effects: widestFirst };
}
