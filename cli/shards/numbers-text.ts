import { endianness } from 'node:os';
import type { Numbers } from '../../sim/experiment/numbers.ts';

/** How numbers stand in a shard: their bytes, so that NaN, -0 and the last bit of all others survive. A machine with another order of bytes cannot read them. */
export const WRITTEN = `base64 of 64-bit floating-point numbers, ${endianness() === 'LE' ? 'little' : 'big'}-endian`;

export const textOf = (values: Float64Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

/** null: it is no such text. */
export function valuesIn(text: unknown): Float64Array | null {
  if (typeof text !== 'string') return null;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % 8 !== 0 || bytes.toString('base64') !== text) return null;
  const values = new Float64Array(bytes.length / 8);
  new Uint8Array(values.buffer).set(bytes);
  return values;
}

type Kind = 'values' | 'lists' | 'count';
type KindOf<T> = T extends Float64Array ? 'values' : T extends Float64Array[] ? 'lists' : 'count';

/** Every part of the numbers, in the order written. */
const PARTS: { [K in keyof Numbers]: KindOf<Numbers[K]> } = {
  events: 'count',
  whole: 'values',
  overTime: 'values',
  ambitions: 'values',
  stated: 'values',
  queues: 'values',
  daily: 'values',
  levels: 'lists',
  nights: 'lists',
  delays: 'lists',
  checks: 'values',
  midnights: 'values',
};

export function writtenNumbers(numbers: Numbers): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(PARTS).map((name) => {
      const part = numbers[name as keyof Numbers];
      if (typeof part === 'number') return [name, part];
      return [name, Array.isArray(part) ? part.map(textOf) : textOf(part)];
    }),
  );
}

/** null: they are not as they were written. */
export function readNumbers(written: Record<string, unknown>): Numbers | null {
  const read = Object.entries(PARTS).map(([name, kind]) => [name, partIn(written[name], kind)] as const);
  return read.some(([, part]) => part === null) ? null : (Object.fromEntries(read) as unknown as Numbers);
}

function partIn(written: unknown, kind: Kind): unknown {
  if (kind === 'count') return Number.isSafeInteger(written) ? written : null;
  if (kind === 'values') return valuesIn(written);
  const lists = Array.isArray(written) ? written.map(valuesIn) : [null];
  return lists.includes(null) ? null : lists;
}
