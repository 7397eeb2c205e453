import type { AllTargets, AmbitionResult, Result } from '../../sim/result.ts';
import { judged } from './doubts.ts';

/** One of the things a plan wants: an ambition over one of its spells. */
export interface Target {
  ambition: AmbitionResult;
  over: string;
}

export const targetsOf = ({ ambitions }: Result): Target[] =>
  ambitions.flatMap((ambition) => ambition.rows.map(({ over }) => ({ ambition, over })));

/** The same target of another scenario; none where it has not that value. */
export const targetOf = (
  result: Result,
  { name, target }: AmbitionResult,
  over: string,
): AmbitionResult['rows'][number] | undefined =>
  result.ambitions.find((a) => a.name === name && a.target === target)?.rows.find((r) => r.over === over);

/** Of these targets, how many may be called likely to be met; of one replication, met. */
export const likelyMet = (result: Result, targets: Target[]): number =>
  targets.filter(({ ambition, over }) => judged(result, ambition, targetOf(result, ambition, over) ?? null).state === 'good')
    .length;

export const metWords = (results: Result[]): string =>
  results.some(({ run }) => run.replications > 1) ? 'likely to be met' : 'met';

/** The chance of all targets in one winter, where the scenario has just those of the base: of others it says nothing of these. */
export function sameTargets(base: Result | undefined, result: Result): AllTargets | null {
  if (!base || !result.allTargets || result.allTargets.n < 2) return null;
  const keys = ({ ambitions }: Result): string =>
    JSON.stringify(
      ambitions.map(({ name, direction, target, example = false, rows }) => [
        name,
        direction,
        target,
        example,
        rows.map(({ over }) => over),
      ]),
    );
  return keys(base) === keys(result) ? result.allTargets : null;
}
