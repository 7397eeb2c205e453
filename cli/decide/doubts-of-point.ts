import { doubtsOf } from '../../reports/words/doubts.ts';
import type { Searched } from '../../sim/decision.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { packageVersion } from '../package.ts';
import { type Computing, forExperiment } from '../threads/computing.ts';

/** Enough to see a queue that grows beside chance, and few beside those of a search. */
const REPLICATIONS = 20;

/** Replications run as a whole. */
export const wholeReplications = (most: number): number => Math.min(most, REPLICATIONS);

interface How extends Computing {
  most: number;
  signal: AbortSignal;
}

/** What the report of a run would put in doubt at this point of a search: it is run as a whole, since a search keeps nothing of queues, checks and warm-up. */
export async function doubtsOfPoint(
  scenario: Scenario,
  { most, signal, ...computing }: How,
): Promise<Required<Pick<Searched, 'warnings' | 'doubts'>>> {
  const { experiment, warningsByLoad } = await import('../../sim/index.ts');
  const { precision: _, ...run } = scenario.run;
  const replications = wholeReplications(most);
  const point = { scenario: { ...scenario, run: { ...run, replications } }, values: [], inputs: [], warnings: [] };
  const [result] = await experiment([point], { ...(await forExperiment(computing)), signal, version: packageVersion() });
  return {
    warnings: warningsByLoad(scenario),
    doubts: result ? doubtsOf(result).map(({ kind, mark, text }) => ({ kind, mark, text })) : [],
  };
}
