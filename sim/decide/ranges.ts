import type { Scenario } from '../scenario/scenario.ts';
import { meanOf } from './goals.ts';
import type { Lab } from './lab.ts';
import { COSTS } from './point.ts';

/** Several values of a scenario, all moved at once. */
export interface Ranges {
  /** How many. */
  k: number;
  /** Each at a place between its lowest (0) and its highest (1); null where they cannot be so together. */
  at(inputs: number[]): Promise<Scenario | null>;
}

/** Replications of each point: the same winters everywhere, so that points differ by their values alone. */
export const WINTERS = 5;
/** Points asked for at a time, so that every worker has something to do. */
const AT_ONCE = 16;

/** The mean of the measure (the first asked for after the costs) over a few winters at each point, NaN where it has none. */
export async function outcomesAt(lab: Lab, ranges: Ranges, points: number[][]): Promise<number[]> {
  const outcomes: number[] = [];
  for (let from = 0; from < points.length; from += AT_ONCE) {
    const some = points.slice(from, from + AT_ONCE).map(async (point) => {
      const scenario = await ranges.at(point);
      if (scenario === null) return Number.NaN;
      return meanOf((await lab.trial(scenario, WINTERS)).asked[COSTS.length] ?? []).mean;
    });
    outcomes.push(...(await Promise.all(some)));
  }
  return outcomes;
}
