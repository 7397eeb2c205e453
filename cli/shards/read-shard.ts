import { Unreadable } from '../../data/files.ts';
import { linesOf, pieceOf } from '../../data/ordinary-file.ts';
import { Refusal } from '../exit.ts';
import { sealOf, unsealed } from './sealed.ts';
import { replicationsOf } from './share.ts';
import { BEGINNING, headIn, type ShardHead } from './shard-head.ts';

/** A shard found whole. Its numbers stay on the disk until they are wanted. */
export interface Shard {
  file: string;
  head: ShardHead;
  /** What the shard holds of one replication. */
  row(of: number, replication: number): Record<string, unknown>;
}

/** Where a line stands in the file. */
type Place = [at: number, bytes: number];

/** Reads all of it once; or says, in words that follow its name, why it cannot be used. `head`: whose shard it would be, where that is sure. */
export function readShard(file: string): Shard | { why: string; head?: ShardHead } {
  const lines = linesOf(file);
  try {
    const first = lines.next();
    if (first.done) return { why: 'it is empty' };
    const head = headOf(first.value);
    if (typeof head === 'string') return { why: head };
    const seal = sealOf(first.value.bytes.toString('utf8'));
    const places: Place[] = [];
    const wanted = rowsOf(head);
    for (const { bytes, at, whole } of lines) {
      if (!whole) return { why: cutShort(places.length, wanted.length), head };
      if (!isRow(bytes, seal, wanted[places.length]))
        return { why: `line ${places.length + 2} is damaged: it is not as d2a wrote it`, head };
      places.push([at, bytes.length]);
    }
    if (places.length < wanted.length) return { why: cutShort(places.length, wanted.length), head };
    return { file, head, row: reader(file, head, seal, places) };
  } catch (error) {
    if (error instanceof Unreadable) return { why: `it ${error.message}` };
    throw error;
  } finally {
    lines.return(undefined);
  }
}

interface Row {
  of: number;
  replication: number;
}

/** In the order in which they are written. */
const rowsOf = (head: ShardHead): Row[] =>
  head.of.flatMap(({ replications }, of) => replicationsOf(head, replications).map((replication) => ({ of, replication })));

function headOf({ bytes, whole }: { bytes: Buffer; whole: boolean }): ShardHead | string {
  const line = bytes.toString('utf8');
  if (!whole && line.startsWith(BEGINNING)) return 'it is cut short: not even its first line is whole';
  const head = headIn(parsed(line));
  if (typeof head === 'string') return head;
  return whole && unsealed(line, '') !== null ? head : 'its first line is damaged: it is not as d2a wrote it';
}

/** As it stands, whether or not it is whole: what it says of itself comes before what is wrong with it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isRow(bytes: Buffer, seal: string, wanted: Row | undefined): boolean {
  const read = unsealed(bytes.toString('utf8'), seal);
  return read !== null && wanted !== undefined && read['of'] === wanted.of && read['replication'] === wanted.replication;
}

const cutShort = (there: number, wanted: number): string => `it is cut short: ${there} of ${wanted} replications are whole`;

function reader(file: string, head: ShardHead, seal: string, places: Place[]): Shard['row'] {
  const begins: number[] = [];
  let rows = 0;
  for (const { replications } of head.of) {
    begins.push(rows);
    rows += replicationsOf(head, replications).length;
  }
  return (of, replication) => {
    const [at, bytes] = places[(begins[of] as number) + (replication - head.shard) / head.shards] as Place;
    const row = unsealed(pieceOf(file, at, bytes).toString('utf8'), seal);
    if (row === null) throw new Refusal(`${file} was changed while it was read. Nothing was written.`);
    return row;
  };
}
