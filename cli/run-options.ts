import type { Format } from './option-values.ts';

export interface RunOptions {
  out?: string;
  replications?: number;
  seed?: string;
  workers: number;
  engine: 'native' | 'simjs';
  /** Files laid over each scenario, one at a time. */
  with?: string[];
  /** `path=value` each. */
  set?: string[];
  format: Format[];
  check?: boolean;
  json?: boolean;
  events?: boolean;
}

/** All that stands for a value of the scenario, as `path=value`; --replications and --seed win over --set. */
export function settings({ set = [], replications, seed }: RunOptions): string[] {
  const all = [...set];
  if (replications !== undefined) all.push(`run.replications=${replications}`);
  if (seed !== undefined) all.push(`run.seed=${seed}`);
  return all;
}
