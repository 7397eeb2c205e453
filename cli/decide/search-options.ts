import type { MergedPoints } from '../shards/merged.ts';
import type { Share } from '../shards/share.ts';
import type { Computing } from '../threads/computing.ts';

export interface SearchOptions extends Computing {
  vary: string[];
  meet: string[];
  out?: string;
  set?: string[];
  seed?: string;
  replications: number;
  json?: boolean;
  /** Name of the search, where the plan keeps it. */
  kept?: string;
  /** Folder with the replications known; left out: that of the files. */
  points?: string;
  /** Only these replications of every point of the grid, for d2a merge. */
  shard?: Share;
  /** What shards have simulated, instead of the points of an earlier search. */
  merged?: MergedPoints;
}
