import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { type MeasureOption, type Mistake, type ReadScenario, readScenario, ScenarioMistakes } from '../../../scenarios/index.ts';
import { MEASURES } from './measures.ts';

/** Reads scenario text as `scenario.yaml`, with other files beside it; one named `over.yaml` is laid over it. */
export async function read(
  text: string,
  others: Record<string, string | Uint8Array> = {},
  set: string[] = [],
  measures: MeasureOption[] = MEASURES,
): Promise<ReadScenario> {
  const folder = await mkdtemp(join(tmpdir(), 'd2a-'));
  try {
    for (const [name, content] of Object.entries({ ...others, 'scenario.yaml': text }))
      await writeFile(join(folder, name), content);
    return await readScenario(join(folder, 'scenario.yaml'), {
      files: filesOnDisk,
      measures,
      set,
      with: 'over.yaml' in others ? join(folder, 'over.yaml') : undefined,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The mistakes of a scenario text; none where it can be read. */
export async function mistakesOf(
  text: string,
  others: Record<string, string | Uint8Array> = {},
  set: string[] = [],
  measures: MeasureOption[] = MEASURES,
): Promise<Mistake[]> {
  try {
    await read(text, others, set, measures);
    return [];
  } catch (error) {
    if (error instanceof ScenarioMistakes) return error.mistakes;
    throw error;
  }
}

/** A small good scenario; `extra` is added at its end. */
export function good(extra = ''): string {
  return `d2a: 1
name: Good
population: 65+
period: {start: 2021-10-01, length: 100 days}
run: {warm-up: 10 days, replications: 2, seed: 007}
hospitals:
  General: {admissions: 40/day, beds: 300 beds}
pathways:
  P0: {share: 80%, acute-stay: {mean: 6 days, median: 3 days, shape: lognormal}}
  P1: {share: 20%, acute-stay: {mean: 9 days, shape: gamma, sd: 3 days}, route: [homefirst]}
services:
  homefirst:
    kind: hours
    commissioned: 1750 h/week
    package: {hours: 12 h/week, stay: {mean: 20 days, shape: weibull, cv: 0.6}, longest: 6 weeks}
    outcomes: {independent: 88%, home-care: 12%}
  home-care: {kind: placements, starts: 30 per week}
${extra}`;
}
