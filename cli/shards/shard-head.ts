import { z } from 'zod';
import { modelCode } from '../model-code.ts';
import { packageVersion } from '../package.ts';
import type { Computing } from '../threads/computing.ts';
import { WRITTEN } from './numbers-text.ts';
import type { Share } from './share.ts';

const SHARD_FORMAT = 'd2a-shard';
const SHARD_VERSION = 1;

/** Of every shard. */
export const BEGINNING = `{"format":"${SHARD_FORMAT}"`;

/** What is simulated: a scenario of a run, or a point of a search. */
const simulated = z.object({
  name: z.string(),
  /** Of everything about it that the files of the whole run depend on. */
  sha256: z.string(),
  seed: z.string(),
  replications: z.number().int().positive(),
});

const head = z.object({
  format: z.literal(SHARD_FORMAT),
  version: z.literal(SHARD_VERSION),
  d2a: z.string(),
  model: z.string(),
  engine: z.enum(['native', 'simjs']),
  numbers: z.string(),
  shard: z.number().int().positive(),
  shards: z.number().int().positive(),
  command: z.enum(['run', 'size', 'sweep']),
  of: z.array(simulated).min(1),
  /** What the command needs to write its files. */
  asked: z.looseObject({}),
});

/** The first line of a shard. */
export type ShardHead = z.infer<typeof head>;

export function headOf(
  { shard, shards }: Share,
  { engine }: Computing,
  rest: Pick<ShardHead, 'command' | 'of' | 'asked'>,
): ShardHead {
  const written = { d2a: packageVersion(), model: modelCode(), engine, numbers: WRITTEN };
  return { format: SHARD_FORMAT, version: SHARD_VERSION, ...written, shard, shards, ...rest };
}

export const SHARD_NAMES: Record<ShardHead['command'], string> = { run: 'd2a run', size: 'd2a size', sweep: 'd2a sweep' };

/** The head in a first line; or why it is none that this d2a can use. */
export function headIn(value: unknown): ShardHead | string {
  const { format, version, d2a, model } = (typeof value === 'object' && value !== null ? value : {}) as Partial<ShardHead>;
  if (format !== SHARD_FORMAT) return 'it is not a shard, as d2a run --shard writes them';
  if (version !== SHARD_VERSION)
    return `it has version ${JSON.stringify(version)} of the format; this d2a reads version ${SHARD_VERSION}`;
  if (d2a !== packageVersion())
    return `it was written by d2a ${d2a}, and this is d2a ${packageVersion()}. Simulate all shards with one version, and merge them with it`;
  if (model !== modelCode())
    return `it was written by another build of d2a ${d2a}, whose model may differ. Simulate all shards with one build, and merge them with it`;
  const read = head.safeParse(value);
  if (!read.success) return `its first line is damaged: ${read.error.issues[0]?.path.join('.')} is not as d2a writes it`;
  if (read.data.numbers !== WRITTEN) return `its numbers are written as ${read.data.numbers}; this machine reads ${WRITTEN}`;
  return read.data;
}
