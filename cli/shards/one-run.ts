import path from 'node:path';
import { Refusal } from '../exit.ts';
import { type Shard, readShard } from './read-shard.ts';
import type { ShardHead } from './shard-head.ts';

/** Every shard of one run or search, in order. */
export type Shards = [Shard, ...Shard[]];

/** Reads shards and refuses, all at once and by name, what is damaged, foreign, doubled or missing. */
export function shardsOfOneRun(files: string[]): Shards {
  const found = files.map((file) => ({ file, ...readShard(file) }));
  const wrong = found.flatMap(({ file, ...it }) => ('why' in it ? [`${file}: ${it.why}.`] : []));
  const known = found.flatMap(({ file, head }) => (head === undefined ? [] : [{ file, head }]));
  const base = mostCommon(known);
  if (base === null) throw refusal(wrong);
  const foreign = known.filter(({ head }) => identity(head) !== identity(base.head));
  const ours = known.filter((one) => !foreign.includes(one));
  const all = [
    ...wrong,
    ...foreign.map(({ file, head }) => `${file}: it is of another run than ${base.file}: ${difference(base.head, head)}.`),
    ...doubled(ours),
    ...missing(base.head, ours),
  ];
  if (all.length > 0) throw refusal(all);
  return found.filter((one) => 'row' in one).sort((a, b) => a.head.shard - b.head.shard) as unknown as Shards;
}

const refusal = (lines: string[]): Refusal =>
  new Refusal(`These shards cannot be merged. Nothing was written.\n${lines.map((line) => `  ${line}`).join('\n')}`);

interface Known {
  file: string;
  head: ShardHead;
}

/** All that shards of one run have in common. */
const identity = ({ command, engine, shards, of }: ShardHead): string => JSON.stringify([command, engine, shards, of]);

/** Of a folder with a stray shard in it the stray is foreign, and not the others. */
function mostCommon(known: Known[]): Known | null {
  const like = (one: Known): number => known.filter(({ head }) => identity(head) === identity(one.head)).length;
  return known.reduce<Known | null>((best, one) => (best !== null && like(best) >= like(one) ? best : one), null);
}

function difference(base: ShardHead, other: ShardHead): string {
  const than = <T>(what: string, a: T, b: T): string[] => (a === b ? [] : [`${what} ${b}, not ${a}`]);
  const names = ({ of }: ShardHead): string => of.map(({ name }) => name).join(', ');
  const alike = names(base) === names(other);
  const each = base.of.flatMap((one, i) => {
    const two = other.of[i];
    if (two === undefined || !alike) return [];
    const run = [...than('seed', one.seed, two.seed), ...than('replications', one.replications, two.replications)];
    return run.length > 0 || one.sha256 === two.sha256 ? run : [`${one.name} was another scenario then`];
  });
  const found = [
    ...than('command', base.command, other.command),
    ...than('number of shards', base.shards, other.shards),
    ...than('engine', base.engine, other.engine),
    ...(alike ? [] : [`it is of ${names(other)}, not of ${names(base)}`]),
    ...new Set(each),
  ];
  return found.join('; ');
}

function doubled(known: Known[]): string[] {
  return known.flatMap(({ file, head }, i) => {
    const before = known.slice(0, i).find((one) => one.head.shard === head.shard);
    if (before === undefined) return [];
    return path.resolve(before.file) === path.resolve(file)
      ? [`${file} is named twice.`]
      : [`${before.file} and ${file} are both shard ${head.shard} of ${head.shards}.`];
  });
}

const SHOWN = 20;

function missing({ shards }: ShardHead, known: Known[]): string[] {
  const there = new Set(known.map(({ head }) => head.shard));
  const lacking = Array.from({ length: shards }, (_, i) => i + 1).filter((shard) => !there.has(shard));
  if (lacking.length === 0) return [];
  const more = lacking.length > SHOWN ? ` and ${lacking.length - SHOWN} more` : '';
  return [`Missing of ${shards}: ${lacking.length === 1 ? 'shard' : 'shards'} ${lacking.slice(0, SHOWN).join(', ')}${more}.`];
}
