import { Unreadable } from '../data/ordinary-file.ts';
import { Refusal } from './exit.ts';

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
  EINVAL: 'the name is not allowed here',
  ERR_INVALID_ARG_VALUE: 'the name is not allowed here',
};

/** The refusal for an error of the file system that the user can put right; any other error as it is. */
export function refusalFor(action: string, path: string, error: unknown): unknown {
  if (error instanceof Unreadable) return new Refusal(`Cannot ${action} ${path}: it ${error.message}.`);
  const sentence = SENTENCES[codeOf(error)];
  return sentence === undefined ? error : new Refusal(`Cannot ${action} ${path}: ${sentence}.`);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
