import { asItStands, judge, type Judged, type JudgeOptions, type Placed } from './judge.ts';
import type { Lab, Trial } from './lab.ts';
import { Winters } from './winters.ts';

/** A capacity in steps 0 to `last`, each a point of the search; more is never worse for the goals. */
export interface Ladder {
  last: number;
  at(step: number): Promise<Placed>;
}

export interface Smallest {
  /** null: not even the last step meets the goals. */
  step: number | null;
  /** The answer, or the last step where there is none, in all its replications; and one step below, where there is one, until it is clear. */
  here: Trial;
  last: number;
  below: Trial | null;
  /** Steps looked at, in order. */
  looked: Look[];
}

export type Look = { step: number } & Judged;

export interface Found {
  /** null: not even the last step meets the goals. */
  step: number | null;
  looked: Look[];
}

/**
 * The smallest step that meets the goals, by bisection; from a step known to miss (`low`), by strides that double until one meets. A
 * step that clearly meets or misses is left early, and what `winters` knows from other points is not simulated again.
 */
export async function find(lab: Lab, ladder: Ladder, options: JudgeOptions, winters: Winters, low = -1): Promise<Found> {
  const looked: Look[] = [];
  const meets = async (step: number): Promise<boolean> => {
    const judged = await judge(lab, await ladder.at(step), options, winters);
    looked.push({ step, ...judged });
    return judged.meets;
  };
  let [miss, meet] = [low, ladder.last + 1]; // the highest step known to miss, the lowest known to meet; none as yet
  for (let stride = 1; low >= 0 && meet > ladder.last && miss + stride < ladder.last; stride *= 2) {
    if (await meets(miss + stride)) meet = miss + stride;
    else miss += stride;
  }
  while (meet - miss > 1) {
    const middle = (miss + meet) >> 1;
    if (await meets(middle)) meet = middle;
    else miss = middle;
  }
  return { step: meet > ladder.last ? null : meet, looked };
}

/**
 * Found, then held against one step less. The answer is run in full, what is below it until it is clear; where that shows the
 * other of two close steps, the answer moves there.
 */
export async function smallest(lab: Lab, ladder: Ladder, options: JudgeOptions, winters: Winters): Promise<Smallest> {
  const { step, looked } = await find(lab, ladder, options, winters);
  if (step !== null) return { ...(await confirmed(lab, ladder, options, step)), looked };
  const { scenario } = await ladder.at(ladder.last);
  return {
    step,
    here: await lab.trial(scenario, looked.at(-1)?.replications ?? options.most),
    below: null,
    last: ladder.last,
    looked,
  };
}

export async function confirmed(
  lab: Lab,
  ladder: Ladder,
  options: JudgeOptions,
  from: number,
): Promise<Omit<Smallest, 'looked'>> {
  const { last } = ladder;
  const full = async (step: number): Promise<Trial> => lab.trial((await ladder.at(step)).scenario, options.most);
  let step = from;
  let here = await full(step);
  while (!asItStands(here, options) && step < last) here = await full(++step);
  if (!asItStands(here, options)) return { step: null, here, below: null, last };
  while (step > 0) {
    const next = await ladder.at(step - 1);
    const { meets, replications } = await judge(lab, next, options, new Winters());
    const below = await lab.trial(next.scenario, meets ? options.most : replications);
    if (!asItStands(below, options)) return { step, here, below, last };
    here = below;
    step--;
  }
  return { step, here, below: null, last };
}
