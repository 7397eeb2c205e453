import type { PrecisionReached, Result } from '../../sim/result.ts';
import { runWord } from './dates.ts';
import { scopeLabel, titleOf } from './lookup.ts';
import { fixed } from './numbers.ts';
import { stillSettling } from './settled.ts';

/** Where a precision was asked for and reached: with how many replications. Where it was not, a warning of the result says so. */
export function precisionSentences(result: Result): string[] {
  const { precision, replications: n } = result.run;
  if (!precision || precision.reachedAt === null) return [];
  const run = runWord(result);
  const asked = `The precision asked for (averages known within ${percent(precision.asked)}, half of their 95% interval)`;
  return [
    `${asked} was reached with ${fixed(precision.reachedAt)} ${run}s, and held for ${fixed(n - precision.reachedAt)} more. At the end: ${known(result, precision)}.`,
    ...notMended(result),
  ];
}

/** Precision is of chance alone: where a run starts is the same in every replication. */
function notMended(result: Result): string[] {
  return stillSettling(result) ? [`More ${runWord(result)}s do not mend a warm-up that is too short.`] : [];
}

function known(result: Result, { on }: PrecisionReached): string {
  const name = (measure: string, scope: string) =>
    `${titleOf(result, measure)}${scope === 'all' ? '' : ` (${scopeLabel(result.scenario, scope)})`}`;
  return on
    .flatMap(({ measure, scope, halfWidth }) =>
      halfWidth === null ? [] : [`${name(measure, scope)} within ${percent(halfWidth)}`],
    )
    .join('; ');
}

const percent = (share: number): string => `${fixed(100 * share, 1).replace(/\.0$/, '')}%`;
