import { chanceOfMissing, type Goal, meanOf } from './goals.ts';
import type { Lab, Trial } from './lab.ts';
import { wilson } from '../experiment/intervals.ts';
import type { Scenario } from '../scenario.ts';

/** What is asked of a capacity: that a winter misses a goal at most this often, or that the mean meets every goal. */
export type Standard = { on: 'risk'; risk: number } | { on: 'mean' };

export interface JudgeOptions {
  goals: { goal: Goal; at: number }[];
  standard: Standard;
  /** Replications at which the answer is taken as it stands. */
  most: number;
}

/** Replications before the first look; after it the number is half as large again at every look. */
export const FIRST_LOOK = 20;
const GROWTH = 1.5;
/** Confidence of one early look: so high because there are several looks, at several points. */
const SURE = 0.99;
/** Standard normal deviate of that. */
const Z = 2.5758293035489004;

export interface Judged {
  trial: Trial;
  meets: boolean;
  /** Decided before the last replication, since the answer was clear. */
  early: boolean;
}

/** As many replications as it takes to be sure, and no more than `most`. */
export async function judge(lab: Lab, scenario: Scenario, options: JudgeOptions): Promise<Judged> {
  for (let n = Math.min(FIRST_LOOK, options.most); ; n = Math.min(options.most, Math.ceil(n * GROWTH))) {
    const trial = await lab.trial(scenario, n);
    const clear = clearAnswer(trial, options);
    if (clear !== null) return { trial, meets: clear, early: n < options.most };
    if (n >= options.most) return { trial, meets: asItStands(trial, options), early: false };
  }
}

/** True or false where the interval leaves no doubt; null where it does. */
function clearAnswer(trial: Trial, { goals, standard }: JudgeOptions): boolean | null {
  if (standard.on === 'risk') {
    const { missed, n } = chanceOfMissing(trial, goals);
    const [low, high] = wilson(missed, n, Z);
    return high < standard.risk ? true : low > standard.risk ? false : null;
  }
  const verdicts = goals.map(({ goal, at }) => clearMean(goal, trial.goals[at] ?? []));
  if (verdicts.some((verdict) => verdict === false)) return false;
  return verdicts.every((verdict) => verdict === true) ? true : null;
}

function clearMean({ direction, target }: Goal, values: number[]): boolean | null {
  const { interval } = meanOf(values, SURE);
  if (interval === null) return null;
  const [low, high] = interval;
  if (direction === 'at most') return high <= target ? true : low > target ? false : null;
  return low >= target ? true : high < target ? false : null;
}

export function asItStands(trial: Trial, { goals, standard }: Pick<JudgeOptions, 'goals' | 'standard'>): boolean {
  if (standard.on === 'risk') return chanceOfMissing(trial, goals).share <= standard.risk;
  return goals.every(({ goal, at }) => {
    const { mean } = meanOf(trial.goals[at] ?? []);
    return goal.direction === 'at most' ? mean <= goal.target : mean >= goal.target;
  });
}
