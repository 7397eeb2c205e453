import type { ReadScenario } from '../scenarios/index.ts';
import { refuseUnlike } from './comparable.ts';
import { type Given, givenText } from './given.ts';
import { refuseTooLarge } from './memory.ts';
import type { Progress } from './progress.ts';
import { readScenarios } from './read-scenarios.ts';
import { type RunOptions, settings } from './run-options.ts';

/** Read, and found fit to be run and compared. */
export async function scenariosOf(given: Given[], options: RunOptions, shown: Progress): Promise<ReadScenario[]> {
  shown.phase('Reading the scenarios');
  const read = await readScenarios(given, settings(options));
  const named = read.map(({ scenario }, i) => ({ name: givenText(given[i] as Given), scenario }));
  await refuseUnlike(named, 'Nothing was run.');
  await refuseTooLarge(named);
  return read;
}
