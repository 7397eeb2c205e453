import { type Chance, chanceOf, chanceOfMissing, type Goal, meanOf, missesAny } from './goals.ts';
import type { Lab, Trial } from './lab.ts';
import { wilson } from '../statistics/intervals.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Winters } from './winters.ts';

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

/** A scenario with its place among the points of a search. */
export interface Placed {
  scenario: Scenario;
  place: number[];
}

export interface Judged {
  meets: boolean;
  /** Replications the verdict rests on, and how many of them were simulated for it: the others are known from other points. */
  replications: number;
  simulated: number;
  chance: Chance | null;
}

/** As many replications as it takes to be sure, and no more than `most`. */
export async function judge(lab: Lab, point: Placed, options: JudgeOptions, winters: Winters): Promise<Judged> {
  let simulated = 0;
  for (let n = Math.min(FIRST_LOOK, options.most); ; n = Math.min(options.most, Math.ceil(n * GROWTH))) {
    const look = await (options.standard.on === 'risk'
      ? lookAtRisk(lab, point, options.goals, options.standard.risk, n, winters)
      : lookAtMean(lab, point, options.goals, n));
    simulated += look.simulated;
    const sure = look.clear ?? (n >= options.most ? look.asItStands : null);
    if (sure !== null) return { meets: sure, replications: n, simulated, chance: look.chance };
  }
}

interface Look {
  /** Whether the goals are met, where the interval leaves no doubt; null where it does. */
  clear: boolean | null;
  asItStands: boolean;
  simulated: number;
  chance: Chance | null;
}

async function lookAtRisk(
  lab: Lab,
  { scenario, place }: Placed,
  goals: JudgeOptions['goals'],
  risk: number,
  n: number,
  winters: Winters,
): Promise<Look> {
  const all = Array.from({ length: n }, (_, i) => i + 1);
  const unknown = all.filter((winter) => winters.misses(place, winter) === null);
  const rows = await lab.rows(scenario, unknown);
  for (const [i, winter] of unknown.entries()) winters.saw(place, winter, missesAny(goals, rows[i] as number[]));
  const missed = all.filter((winter) => winters.misses(place, winter)).length;
  const [low, high] = wilson(missed, n, Z);
  return {
    clear: high < risk ? true : low > risk ? false : null,
    asItStands: missed / n <= risk,
    simulated: unknown.length,
    chance: chanceOf(missed, n),
  };
}

async function lookAtMean(lab: Lab, { scenario }: Placed, goals: JudgeOptions['goals'], n: number): Promise<Look> {
  const trial = await lab.trial(scenario, n);
  const verdicts = goals.map(({ goal, at }) => clearMean(goal, trial.goals[at] ?? []));
  const clear = verdicts.some((verdict) => verdict === false)
    ? false
    : verdicts.every((verdict) => verdict === true)
      ? true
      : null;
  return { clear, asItStands: asItStands(trial, { goals, standard: { on: 'mean' } }), simulated: n, chance: null };
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
