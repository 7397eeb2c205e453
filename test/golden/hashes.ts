import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../sim/engine/engine.ts';
import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';

/** The built model, as worker threads run it; its types are the source's, so that they can be checked before a build. */
const built = (file: string): Promise<unknown> => import(new URL(`../../dist/${file}.js`, import.meta.url).href);
const { eventLog, experiment } = (await built('sim/index')) as typeof import('../../sim/index.ts');
const { engineOf } = (await built('cli/threads/engines')) as typeof import('../../cli/threads/engines.ts');
const { forExperiment } = (await built('cli/threads/computing')) as typeof import('../../cli/threads/computing.ts');

/** A care system with a part of every kind, every parameter written out: no default of the reader can move it. */
export const GOLDEN = JSON.parse(readFileSync(join(import.meta.dirname, 'scenario.json'), 'utf8')) as Scenario;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every step of everybody in the first replication. */
export function hashOfEvents(engine: Engine['name']): string {
  return sha256(JSON.stringify(eventLog(GOLDEN, engineOf(engine))));
}

/** Without the name of the engine and the version. */
export const hashOf = (result: Result): string => sha256(JSON.stringify({ ...result, tool: 'golden' }));

/** The whole result but for the name of the engine and the version. */
export async function hashOfResult(engine: Engine['name'], workers: number): Promise<string> {
  const [result] = (await experiment([{ scenario: GOLDEN, values: [], inputs: [], warnings: [] }], {
    ...(await forExperiment({ engine, workers })),
    version: 'golden',
  })) as [Result];
  return hashOf(result);
}
