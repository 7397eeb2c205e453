import type { ReadScenario } from '../scenarios/index.ts';
import type { Warning } from '../sim/result.ts';
import { Refusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';
import { harmless } from './terminal.ts';

/** Reads every file before anything runs; refuses with all mistakes of all files at once. */
export async function readScenarios(files: string[], set: string[] = []): Promise<ReadScenario[]> {
  const [{ readScenario, ScenarioMistakes }, { measureOptions }] = await Promise.all([
    import('../scenarios/index.ts'),
    import('../sim/index.ts'),
  ]);
  const read: ReadScenario[] = [];
  const refused: string[] = [];
  for (const file of files) {
    try {
      read.push(await readScenario(file, { measures: measureOptions(), set }));
    } catch (error) {
      if (!(error instanceof ScenarioMistakes)) throw refusalFor('read', file, error);
      refused.push(harmless(error.message));
    }
  }
  // Two plans on one base repeat the mistakes of the base: each text once.
  if (refused.length > 0) throw new Refusal([...new Set(refused)].join('\n\n'));
  return read;
}

/** What a result of the scenario will warn of, known before it runs. */
export async function warningsOf({ warnings, scenario }: ReadScenario): Promise<Warning[]> {
  const { loadWarnings } = await import('../sim/experiment/offered-load.ts');
  return [...warnings, ...loadWarnings(scenario)];
}
