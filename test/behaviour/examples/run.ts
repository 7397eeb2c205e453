import { join } from 'node:path';
import type { Result } from '../../../sim/result.ts';
import { runFile } from '../../fixtures/run-file.ts';

export { mean } from '../../fixtures/run-file.ts';

/** An example of `scenarios/examples`, with some values set, in 20 replications that pass their own checks. */
export const run = (name: string, ...set: string[]): Promise<Result> =>
  runFile(join(import.meta.dirname, '../../../scenarios/examples', `${name}.yaml`), 'run.replications=20', ...set);
