import type { Mean } from '../../sim/decide/goals.ts';
import type { Bar } from '../../sim/decide/tornado.ts';
import type { SensitivityDecision } from '../../sim/decision.ts';
import type { End, Weight, Weights } from '../words/findings/weights.ts';
import { lower } from '../words/lookup.ts';
import { nameOf } from './words.ts';

type Value = SensitivityDecision['values'][number];

/** How a report tells of a sensitivity: names and values, the measure, and what it is as the plan stands. */
export interface Telling {
  name: (path: string) => string;
  written: (value: Value) => string;
  measure: string;
  stands: number;
}

/** By the decision alone: paths for names, and the mean of the winters of the search. */
export const ofDecision = ({ asked, base }: SensitivityDecision): Telling => ({
  name: nameOf,
  written: ({ written }) => written,
  measure: lower(asked.title),
  stands: base.mean.mean,
});

export interface Weighed extends Weight {
  value: Value;
  bar: Bar;
}

export interface Weighing extends Weights {
  weights: Weighed[];
}

/** Those at an end of which the measure has no value (nobody is discharged, say) have no weight. */
export function weightsOf({ bars, values, asked }: SensitivityDecision, { name, measure, stands }: Telling): Weighing {
  const weights = bars.flatMap((bar) => {
    const value = values[bar.value];
    return value && Number.isFinite(bar.low.mean) && Number.isFinite(bar.high.mean)
      ? [{ value, bar, name: name(value.path), low: end(value, bar, 'low', stands), high: end(value, bar, 'high', stands) }]
      : [];
  });
  return { measure, unit: asked.unit, stands, weights };
}

function end(value: Value, bar: Bar, which: 'low' | 'high', stands: number): End {
  return { at: endText(value, which), becomes: stands + bar[which].mean, clear: isClear(bar[which]) };
}

/** As written there; of a product or a sum a reader would have to work it out. */
const endText = (value: Value, which: 'low' | 'high'): string =>
  value.stated || !/[*(]/.test(value[which]) ? value[which] : which === 'low' ? 'a fifth less' : 'a fifth more';

/** The 95% interval of the difference does not hold 0. From one winter nothing is clear. */
const isClear = ({ interval }: Mean): boolean => interval !== null && (interval[0] > 0 || interval[1] < 0);
