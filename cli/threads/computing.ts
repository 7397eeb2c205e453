import type { LabOptions } from '../../sim/decide/lab.ts';
import type { Engine } from '../../sim/engine/engine.ts';
import type { ExperimentOptions } from '../../sim/experiment/experiment.ts';
import { engineOf } from './engines.ts';
import type { ExperimentData } from './experiment-thread.ts';

/** What of the options says how to compute. No result depends on it. */
export interface Computing {
  engine: Engine['name'];
  /** Threads; 1 is this one, without any other. */
  workers: number;
}

/** Signals and the line of progress have their turn. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function forExperiment(computing: Computing): Promise<Pick<ExperimentOptions, 'engine' | 'workers' | 'pause'>> {
  const engine = engineOf(computing.engine);
  if (computing.workers === 1) return { engine, pause };
  const { pool } = await import('./pool.ts');
  const file = new URL('./experiment-thread.js', import.meta.url);
  const data = (scenarios: ExperimentData['scenarios']): ExperimentData => ({ scenarios, engine: computing.engine });
  return { engine, workers: (scenarios) => pool(file, computing.workers, data(scenarios)) };
}

export async function forLab(computing: Computing): Promise<Pick<LabOptions, 'engine' | 'workers' | 'pause'>> {
  const engine = engineOf(computing.engine);
  if (computing.workers === 1) return { engine, pause };
  const { pool } = await import('./pool.ts');
  return { engine, workers: pool(new URL('./lab-thread.js', import.meta.url), computing.workers, computing.engine) };
}
