import { createHash } from 'node:crypto';
import { readOrdinary, Unreadable } from '../../data/ordinary-file.ts';

/** A file's text and what proves which file it was. */
export interface TextFile {
  text: string;
  sha256: string;
  bytes: number;
}

export const LARGEST_SCENARIO = 2_000_000;
/** Pictures and formatted empty rows included, of which nothing is read. */
export const LARGEST_WORKBOOK = 10_000_000;

/** UTF-8 text of an ordinary file of at most `largest` bytes. Throws Unreadable. */
export function readText(path: string, largest: number): TextFile {
  const bytes = readOrdinary(path, largest);
  return { text: decoded(bytes), ...proofOf(bytes) };
}

export const proofOf = (bytes: Uint8Array): Omit<TextFile, 'text'> => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('is not text in UTF-8 (save it as plain text, UTF-8)');
  }
}
