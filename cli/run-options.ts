import type { Setting } from '../scenarios/index.ts';
import type { Format } from './option-values.ts';
import type { Share } from './shards/share.ts';
import type { Computing } from './threads/computing.ts';

export interface RunOptions extends Computing {
  out?: string;
  replications?: number;
  seed?: string;
  /** Files laid over each scenario, one at a time. */
  with?: string[];
  /** `path=value` each. */
  set?: string[];
  format: Format[];
  check?: boolean;
  json?: boolean;
  events?: boolean;
  /** Only these replications, for d2a merge. */
  shard?: Share;
}

/** All that stands for a value of the scenario; --replications and --seed win over --set. */
export function settings({ set = [], replications, seed }: RunOptions): Setting[] {
  return [
    ...set,
    ...(replications === undefined
      ? []
      : [{ text: `run.replications=${replications}`, typed: `--replications ${replications}` }]),
    ...seedSetting(seed),
  ];
}

export const seedSetting = (seed: string | undefined): Setting[] =>
  seed === undefined ? [] : [{ text: `run.seed=${seed}`, typed: `--seed ${seed}` }];
