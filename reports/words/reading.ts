import type { Result } from '../../sim/result.ts';
import { runWord } from './dates.ts';
import { fixed } from './numbers.ts';
import { precisionSentences } from './precision.ts';
import { filledSentence } from './start.ts';

/** Below this a 5th or 95th percentile rests on too few replications to be called firm. */
const ENOUGH = 200;

/** How to read the ranges, for a board member: two sentences, and one more where the ranges are rough. */
export function readingOf(result: Result): string[] {
  const run = runWord(result);
  const n = result.run.replications;
  if (n < 2)
    return [
      `Only one ${run} was simulated, so this report gives no ranges and no chances: another ${run} would come out differently.`,
    ];
  return [
    `“9 in 10 ${run}s” is what a single ${run} may bring by chance alone: of ${fixed(n)} simulated ${run}s, one in twenty fell below that range and one in twenty above it.`,
    `A “95% interval” is something else: it says how well the average (or the chance) itself is known, it narrows as more ${run}s are simulated, and neither of the two covers doubt about the assumptions.`,
    ...roughNote(result),
    ...precisionSentences(result),
    ...(filledSentence(result).length > 0
      ? [`None of these ranges holds what is not known of the start. ${filledSentence(result).join(' ')}`]
      : []),
  ];
}

export function roughNote(result: Result): string[] {
  const n = result.run.replications;
  if (n < 2 || n >= ENOUGH) return [];
  return [
    `The 9-in-10 ranges here are rough: they rest on ${fixed(n)} simulated ${runWord(result)}s, and ${ENOUGH} are needed for firm ones.`,
  ];
}
