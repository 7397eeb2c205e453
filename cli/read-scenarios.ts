import { filesOnDisk } from '../data/files-on-disk.ts';
import { beginningOf } from '../data/ordinary-file.ts';
import type { Mistake, ReadScenario, Setting } from '../scenarios/index.ts';
import type { Warning } from '../sim/result.ts';
import { Refusal, ScenarioRefusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';
import { type Given, givenText } from './given.ts';
import { harmless } from './terminal.ts';

/** Reads every file before anything runs; refuses with all mistakes of all files at once. */
export async function readScenarios(given: Given[], set: Setting[] = []): Promise<ReadScenario[]> {
  const [{ readScenario, ScenarioMistakes }, { measureOptions }] = await Promise.all([
    import('../scenarios/index.ts'),
    import('../sim/index.ts'),
  ]);
  const read: ReadScenario[] = [];
  const refused: { message: string; mistakes: Mistake[] }[] = [];
  for (const one of given) {
    try {
      refuseResult(one.file);
      read.push(
        await readScenario(one.file, { files: filesOnDisk, measures: measureOptions(), with: one.over ?? undefined, set }),
      );
    } catch (error) {
      if (!(error instanceof ScenarioMistakes))
        throw error instanceof Refusal ? error : refusalFor('read', givenText(one), error);
      refused.push({ message: harmless(error.message), mistakes: error.mistakes });
    }
  }
  // Two plans on one base repeat the mistakes of the base: each text once.
  if (refused.length > 0)
    throw new ScenarioRefusal(
      [...new Set(refused.map(({ message }) => message))].join('\n\n'),
      refused.flatMap(({ mistakes }) => mistakes),
    );
  return read;
}

const WHAT: Record<string, string> = {
  'd2a-result': 'a result of d2a run. To draw its report again: d2a report',
  'd2a-comparison': 'a comparison. To compare saved results again: d2a report with the result.json of each, not',
};

/** A file that d2a wrote begins with its format; JSON is YAML too, so it would otherwise be read as a scenario full of mistakes. */
function refuseResult(file: string): void {
  const format = /^\{\s*"format":\s*"([\w-]+)"/.exec(beginningOf(file, 100)?.toString('utf8') ?? '')?.[1] ?? '';
  const what = WHAT[format];
  if (what !== undefined) throw new Refusal(`${file} is not a scenario but ${what} ${file}`);
}

/** What a result of the scenario will warn of, known before it runs. */
export async function warningsOf({ warnings, scenario }: ReadScenario): Promise<Warning[]> {
  const { warningsByLoad } = await import('../sim/index.ts');
  return [...warnings, ...warningsByLoad(scenario)];
}
