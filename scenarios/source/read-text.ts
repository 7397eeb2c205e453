import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file's text and what proves which file it was. */
export interface TextFile {
  text: string;
  sha256: string;
  bytes: number;
}

export const LARGEST_SCENARIO = 2_000_000;
/** Pictures and formatted empty rows included, of which nothing is read. */
export const LARGEST_WORKBOOK = 10_000_000;

/** Why a file could not be read, in words that follow its name. */
export class Unreadable extends Error {}

/** UTF-8 text of an ordinary file of at most `largest` bytes. Throws Unreadable. */
export async function readText(path: string, largest: number): Promise<TextFile> {
  const bytes = await readBytes(path, largest);
  return { text: decoded(bytes), ...proofOf(bytes) };
}

export const proofOf = (bytes: Uint8Array): Omit<TextFile, 'text'> => ({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });

/** Of an ordinary file. Throws Unreadable. */
export async function readBytes(path: string, largest: number): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new Unreadable('is a folder, not a file');
      if (!stat.isFile()) throw new Unreadable('is not an ordinary file');
      if (stat.size > largest) throw new Unreadable(`is too large: ${megabytes(stat.size)}, at most ${megabytes(largest)}`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reason(error));
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read (permission denied)';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'ELOOP' || code === 'ENAMETOOLONG') return 'is not a usable file name';
  return `cannot be read (${String(code || error)})`;
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('is not text in UTF-8 (save it as plain text, UTF-8)');
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
