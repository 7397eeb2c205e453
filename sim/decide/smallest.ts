import { asItStands, judge, type JudgeOptions } from './judge.ts';
import type { Lab, Trial } from './lab.ts';
import type { Scenario } from '../scenario.ts';

/** A capacity in steps 0 to `last`, each the scenario it makes; more is never worse for the goals. */
export interface Ladder {
  last: number;
  at(step: number): Promise<Scenario>;
}

export interface Smallest {
  /** null: not even the last step meets the goals. */
  step: number | null;
  /** The answer, or the last step where there is none, in all its replications; and one step below, where there is one, until it is clear. */
  here: Trial;
  last: number;
  below: Trial | null;
  /** Steps looked at, in order. */
  looked: { step: number; replications: number; meets: boolean }[];
}

/** Steps known from a search beside this one. */
interface Known {
  /** Misses. */
  low: number;
}

export interface Found {
  /** null: not even the last step meets the goals. */
  step: number | null;
  looked: Smallest['looked'];
}

/**
 * The smallest step that meets the goals, by bisection; from a step known to miss, by strides that double until one meets. A
 * step that clearly meets or misses is left early.
 */
export async function find(lab: Lab, ladder: Ladder, options: JudgeOptions, known: Known | null = null): Promise<Found> {
  const looked: Found['looked'] = [];
  const meets = async (step: number): Promise<boolean> => {
    const judged = await judge(lab, await ladder.at(step), options);
    looked.push({ step, replications: judged.trial.replications, meets: judged.meets });
    return judged.meets;
  };
  let low = known?.low ?? -1; // misses, as far as is known
  let high = ladder.last;
  for (let stride = 1; known !== null && low + stride < ladder.last; stride *= 2) {
    if (!(await meets(low + stride))) {
      low += stride;
      continue;
    }
    high = low + stride;
    break;
  }
  if (high === ladder.last && !(await meets(high))) return { step: null, looked };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await meets(middle)) high = middle;
    else low = middle;
  }
  return { step: high, looked };
}

/**
 * Found, then held against one step less. The answer is run in full, what is below it until it is clear; where that shows the
 * other of two close steps, the answer moves there.
 */
export async function smallest(lab: Lab, ladder: Ladder, options: JudgeOptions): Promise<Smallest> {
  const { step, looked } = await find(lab, ladder, options);
  return { ...(await confirmed(lab, ladder, options, step ?? ladder.last)), looked };
}

export async function confirmed(lab: Lab, ladder: Ladder, options: JudgeOptions, from: number): Promise<Omit<Smallest, 'looked'>> {
  const { last } = ladder;
  const full = async (step: number): Promise<Trial> => lab.trial(await ladder.at(step), options.most);
  let step = from;
  let here = await full(step);
  while (!asItStands(here, options) && step < last) here = await full(++step);
  if (!asItStands(here, options)) return { step: null, here, below: null, last };
  while (step > 0) {
    const judged = await judge(lab, await ladder.at(step - 1), options);
    const below = judged.meets ? await full(step - 1) : judged.trial;
    if (!asItStands(below, options)) return { step, here, below, last };
    here = below;
    step--;
  }
  return { step, here, below: null, last };
}
