import path from 'node:path';
import { harmless, print } from '../terminal.ts';
import { replicationsOf } from './share.ts';
import { SHARD_NAMES, type ShardHead } from './shard-head.ts';

/** What is said of a shard once it is written, and what to type when all are. */
export function tellShard(file: string, head: ShardHead): void {
  const { shard, shards, of, command } = head;
  const all = of.reduce((sum, { replications }) => sum + replications, 0);
  const own = of.reduce((sum, { replications }) => sum + replicationsOf(head, replications).length, 0);
  const each = command === 'run' ? '' : ` at ${of.length} ${of.length === 1 ? 'point' : 'points'}`;
  print(
    harmless(
      [
        `Shard ${shard} of ${shards} of ${SHARD_NAMES[command]}: ${number(own)} of ${number(all)} replications${each}.`,
        `Shard: ${file}`,
        `When all ${number(shards)} are there: d2a merge ${path.join(path.dirname(file), `shard-*-of-${shards}.ndjson`)}`,
      ].join('\n'),
    ),
  );
}

const number = (n: number): string => n.toLocaleString('en-GB');
