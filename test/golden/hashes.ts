import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../sim/replication.ts';
import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario.ts';

/** The built model, as worker threads run it; its types are the source's, so that they can be checked before a build. */
const { eventLog, experiment } = (await import(
  new URL('../../dist/sim/index.js', import.meta.url).href
)) as typeof import('../../sim/index.ts');

/** A care system with a part of every kind, every parameter written out: no default of the reader can move it. */
export const GOLDEN = JSON.parse(readFileSync(join(import.meta.dirname, 'scenario.json'), 'utf8')) as Scenario;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every step of everybody in the first replication. */
export function hashOfEvents(engine: Engine): string {
  return sha256(JSON.stringify(eventLog(GOLDEN, engine)));
}

/** The whole result but for the name of the engine and the version. */
export async function hashOfResult(engine: Engine, workers: number): Promise<string> {
  const [result] = (await experiment([{ scenario: GOLDEN, values: [], inputs: [], warnings: [] }], {
    engine,
    workers,
    version: 'golden',
  })) as [Result];
  return sha256(JSON.stringify({ ...result, tool: 'golden' }));
}
