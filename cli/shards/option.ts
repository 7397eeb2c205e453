import { Option } from 'commander';
import { shareIn } from './share.ts';

/** Of every command that can be dealt out to several machines. */
export const shardOption = (): Option =>
  new Option(
    '--shard <i/n>',
    'only shard i of n, counted from 1, for d2a merge; or env, or env/n, to ask the scheduler (Slurm, Kubernetes, AWS Batch)',
  ).argParser((text) => shareIn(text, process.env));
