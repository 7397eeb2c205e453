import { Unreadable } from '../data/files.ts';
import { Refusal } from './exit.ts';

export const TOO_FEW_FILES = 'too few files may be open at once; raise the limit, for example `ulimit -n 1024`, and run it again';

const SENTENCES: Record<string, string> = {
  EACCES: 'you do not have permission to write there',
  EPERM: 'it may not be changed, or is open in another program',
  EBUSY: 'it is open in another program',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'a file is larger than this disk or account allows',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something of that name is already there',
  ENOENT: 'there is no such file or folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links go round in a circle',
  EMFILE: TOO_FEW_FILES,
  ENFILE: TOO_FEW_FILES,
  EIO: 'the disk or the terminal does not answer',
  EINVAL: 'the name is not allowed here',
  ERR_INVALID_ARG_VALUE: 'the name is not allowed here',
};

/** The refusal for an error of the file system that the user can put right; any other error as it is. */
export function refusalFor(action: string, path: string, error: unknown): unknown {
  if (error instanceof Unreadable) return new Refusal(`Cannot ${action} ${path}: it ${error.message}.`);
  if (isGone(error))
    return new Refusal('The folder you are in is no longer there. Change to another one (`cd`), and run it again.');
  const sentence = SENTENCES[codeOf(error)];
  return sentence === undefined ? error : new Refusal(`Cannot ${action} ${path}: ${sentence}.`);
}

/** Of an error that nothing else has told: what the system did not do is no fault of d2a. null: it is of another kind. */
export function systemRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const path = 'path' in error ? ` ${error.path}` : '';
  const told = refusalFor(`${error.syscall}`, path.trim() || 'a file', error);
  return told instanceof Refusal ? told : null;
}

/** The working folder was deleted. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
