import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { beginningOf } from '../../data/ordinary-file.ts';
import { Refusal } from '../exit.ts';
import { refusalFor } from '../file-errors.ts';
import { BEGINNING, type ShardHead } from './shard-head.ts';
import { sealed, sealOf } from './sealed.ts';

export const shardName = ({ shard, shards }: Pick<ShardHead, 'shard' | 'shards'>): string => `shard-${shard}-of-${shards}.ndjson`;

/** Refuses what is in the way and is no shard, before any work is done; a shard is simulated again and replaced. */
export function checkShardFile(file: string): void {
  if (existsSync(file) && beginningOf(file, BEGINNING.length)?.toString('utf8') !== BEGINNING)
    throw new Refusal(
      `${file} is already there and is not a shard. Nothing was replaced: choose another folder with --out, or move that file.`,
    );
}

/** A shard as it grows: beside its place under a hidden name, and moved there when it is whole. An interrupt leaves nothing. */
export class ShardWriter {
  private readonly file: string;
  private readonly growing: string;
  private readonly handle: number;
  private readonly seal: string;
  private open = true;

  constructor(file: string, head: ShardHead, signal: AbortSignal) {
    this.file = file;
    this.growing = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
    const first = sealed(head, '');
    this.seal = sealOf(first);
    signal.throwIfAborted();
    this.handle = this.trying(() => {
      mkdirSync(path.dirname(file), { recursive: true });
      return openSync(this.growing, 'wx');
    });
    signal.addEventListener('abort', () => this.discard(), { once: true });
    this.line(first);
  }

  /** One replication of one of the head's `of`, in the order in which they are to be read. */
  add(of: number, replication: number, numbers: Record<string, unknown>): void {
    this.line(sealed({ of, replication, ...numbers }, this.seal));
  }

  finish(): void {
    this.trying(() => {
      fsyncSync(this.handle);
      closeSync(this.handle);
      this.open = false;
      renameSync(this.growing, this.file);
    });
  }

  /** To be called at the end in any case; after `finish` it does nothing. */
  discard(): void {
    if (!this.open) return;
    this.open = false;
    closeSync(this.handle);
    rmSync(this.growing, { force: true });
  }

  private line(text: string): void {
    if (!this.open) return; // interrupted: the program is about to end
    this.trying(() => {
      const bytes = Buffer.from(`${text}\n`);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    });
  }

  private trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw refusalFor('write to', this.file, error);
    }
  }
}
