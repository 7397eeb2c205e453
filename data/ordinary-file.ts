import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { tooLarge, Unreadable } from './files.ts';

const SENTENCES: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is not a usable file name',
  ENAMETOOLONG: 'is not a usable file name',
  ERR_INVALID_ARG_VALUE: 'is not a usable file name',
  ENXIO: 'is a socket or a device, not an ordinary file',
  EAGAIN: 'is not an ordinary file',
  EMFILE: 'cannot be opened: too many files are open at once (raise the limit, `ulimit -n`)',
  ENFILE: 'cannot be opened: this machine has too many files open',
};

/** A pipe without a writer would be waited for, were it opened otherwise. Windows has no such flag and no such files. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const PIECE = 1 << 20;

/**
 * The one door for files that a user names or that d2a reads back: an ordinary file, or a link to one, of at most `largest` bytes.
 * A pipe, a device or a socket might never end. Throws Unreadable.
 */
export function readOrdinary(path: string, largest: number): Buffer {
  const file = opened(path);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Unreadable(`is ${kindOf(stats)}, not ${stats.isDirectory() ? 'a file' : 'an ordinary file'}`);
    if (stats.size > largest) throw tooLarge(stats.size, largest);
    return wholeOf(file, largest);
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    closeSync(file);
  }
}

/** A line of a file, without its line break, and where it begins; the last may have none, and is then not whole. */
export interface PlacedLine {
  bytes: Buffer;
  at: number;
  whole: boolean;
}

/** Line by line, so that a file may be larger than the memory. Throws Unreadable. */
export function* linesOf(path: string): Generator<PlacedLine> {
  const file = opened(path);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Unreadable(`is ${kindOf(stats)}, not ${stats.isDirectory() ? 'a file' : 'an ordinary file'}`);
    yield* linesFrom(file);
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    closeSync(file);
  }
}

function* linesFrom(file: number): Generator<PlacedLine> {
  let begun: Buffer[] = []; // of a line that goes on
  for (let at = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const read = readSync(file, piece, 0, PIECE, null);
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0 && end < read; end = piece.indexOf(10, from)) {
      const bytes = Buffer.concat([...begun, piece.subarray(from, end)]);
      yield { bytes, at, whole: true };
      at += bytes.length + 1;
      begun = [];
      from = end + 1;
    }
    if (from < read) begun.push(piece.subarray(from, read));
    if (read > 0) continue;
    if (begun.length > 0) yield { bytes: Buffer.concat(begun), at, whole: false };
    return;
  }
}

/** So many bytes from a place on, or as many as there are. Throws Unreadable. */
export function pieceOf(path: string, at: number, bytes: number): Buffer {
  const file = opened(path);
  try {
    const piece = Buffer.alloc(bytes);
    return piece.subarray(0, readSync(file, piece, 0, bytes, at));
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    closeSync(file);
  }
}

/** The first bytes of an ordinary file; null where there is no such file. */
export function beginningOf(path: string, bytes: number): Buffer | null {
  try {
    const file = opened(path);
    try {
      if (!fstatSync(file).isFile()) return null;
      const piece = Buffer.alloc(bytes);
      return piece.subarray(0, readSync(file, piece, 0, bytes, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function opened(path: string): number {
  try {
    return openSync(path, WITHOUT_WAITING);
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** To its end, which may be further than its size says: it may grow, and some files of the system have none. */
function wholeOf(file: number, largest: number): Buffer {
  const pieces: Buffer[] = [];
  for (let read = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const bytes = readSync(file, piece, 0, PIECE, null);
    if (bytes === 0) return Buffer.concat(pieces, read);
    read += bytes;
    if (read > largest) throw tooLarge(read, largest);
    pieces.push(piece.subarray(0, bytes));
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new Unreadable(SENTENCES[code] ?? `cannot be read (${code || String(error)})`, code === 'ENOENT' || code === 'ENOTDIR');
}
