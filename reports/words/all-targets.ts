import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { chance, judgeChance, type Judgement } from './chance.ts';
import { doubtsOf, EXAMPLE, markOf } from './doubts.ts';
import { runWord } from './dates.ts';
import { lower } from './lookup.ts';
import { inWords } from './numbers.ts';
import { allOf } from './overall.ts';
import { sameTargets } from './targets.ts';

/** The chance of all targets together, in the words of a single one; null where there are not several, or but one replication. */
export function together(result: Result): Judgement | null {
  const all = result.allTargets;
  if (!all || all.n < 2) return null;
  const alone = judgeChance(all.metInterval);
  const [doubt] = alone.state === 'good' ? doubtsOf(result) : [];
  if (doubt) return { word: doubt.mark, state: 'open' };
  return alone.state === 'good' && result.ambitions.every(({ example }) => example) ? EXAMPLE : alone;
}

/** `Both targets in one winter: met in 55 of 100 simulated winters, a chance of 55% (95% interval of that chance: 45% to 64%).` */
export function togetherSentence(result: Result): string[] {
  const all = result.allTargets;
  if (!all || all.n < 2) return [];
  const [run, [low, high]] = [runWord(result), all.metInterval];
  const hits = Math.round(all.met * all.n);
  const met =
    hits === 0
      ? `not met in any of ${all.n} simulated ${run}s`
      : hits === all.n
        ? `met in all ${all.n} simulated ${run}s`
        : `met in ${hits} of ${all.n} simulated ${run}s, a chance of ${chance(all.met)}`;
  return [`${allOf(all.targets)} in one ${run}: ${met} (95% interval of that chance: ${chance(low)} to ${chance(high)}).`];
}

/** The headline where each target by itself is likely to be met: whether all of them are, in one and the same winter. */
export function togetherHeadline(result: Result, each: string): { verdict: string; state: Judgement['state'] } {
  const all = result.allTargets;
  const joint = together(result);
  if (!all || !joint) return { verdict: each, state: 'good' };
  const [run, many] = [runWord(result), all.targets === 2 ? 'both' : `all ${inWords(all.targets)}`];
  if (joint.state === 'good')
    return { verdict: `${each}, and ${many} in one ${run}: a chance of ${chance(all.met)}`, state: 'good' };
  const words = joint.word === 'Could go either way' ? 'could go either way' : `are ${lower(joint.word)}`;
  return {
    verdict: `Each of ${inWords(all.targets)} targets is likely to be met by itself, but ${many} in one ${run} ${words}: a chance of ${chance(all.met)}`,
    state: joint.state,
  };
}

/** `; all of them in one winter: 72% with the other, 31% in the base`, of the scenarios that have the base's targets; empty where none is known. */
export function togetherCompared(results: Result[], { scenarios }: Comparison, which: number[]): string {
  const told = which.flatMap((i) => {
    const [result] = results.slice(i, i + 1);
    const all = result ? sameTargets(results[0], result) : null;
    return all
      ? [
          `${chance(all.met)}${result && markOf(result) !== '' ? ' (in doubt)' : ''} ${i === 0 ? 'in the base' : scenarios.length === 2 ? 'with the other' : `with “${scenarios[i] ?? ''}”`}`,
        ]
      : [];
  });
  return told.length === 0 || !results[0] ? '' : `; all of them in one ${runWord(results[0])}: ${told.slice(0, 3).join(', ')}`;
}
