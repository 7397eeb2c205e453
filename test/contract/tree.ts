import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the contract tests read: the project as it would be committed, and who imports what. */

export const root = fileURLToPath(new URL('../../', import.meta.url));

const NOT_COMMITTED = new Set(['node_modules', 'dist', 'out', '.git']);
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|xlsx|gz|zip|pdf)$/i;

/** What git tracks, relative with `/`: a plan that somebody keeps in the folder is not among it. null where there is no git. */
export function trackedFiles(folder = root): string[] | null {
  try {
    const listed = git(['ls-files', '-z'], folder);
    const files = listed.split('\0').filter((file) => file !== '' && existsSync(path.join(folder, file)));
    return files.length > 0 ? files : null;
  } catch {
    return null;
  }
}

/** In that folder whatever a surrounding git (a hook) has set. */
export function git(args: string[], cwd: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Every file on the disk, relative with `/`: new source is checked before it is committed. */
export function filesUnder(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_COMMITTED.has(entry.name) ? [] : filesUnder(name);
    return entry.name.endsWith('.log') ? [] : [name];
  });
}

export function textFiles(): { file: string; text: string }[] {
  return (trackedFiles() ?? filesUnder()).filter((file) => !BINARY.test(file)).map((file) => ({ file, text: read(file) }));
}

export function sourceFiles(folder: string): string[] {
  return filesUnder(folder).filter((file) => /\.[jt]s$/.test(file));
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export interface Import {
  file: string;
  /** As written, e.g. `../sim/result.ts` or `node:fs`. */
  from: string;
  /** Top-level folder of our own file; null for a package. */
  folder: string | null;
  typeOnly: boolean;
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC =
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"]+)['"]|[rR]equire(?:\(import\.meta\.url\))?(?:\.resolve)?\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(file: string): Import[] {
  const text = read(file);
  const fixed = [...text.matchAll(STATIC)].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined }));
  const late = [...text.matchAll(DYNAMIC)].map(([, called, url, required]) => ({
    from: called ?? url ?? required ?? '',
    typeOnly: false,
  }));
  return [...fixed, ...late].map((found) => ({ file, ...found, folder: folderOf(file, found.from) }));
}

function folderOf(file: string, from: string): string | null {
  return from.startsWith('.') ? (fileOf(file, from).split('/')[0] ?? null) : null;
}

/** Our own file that a relative import names. */
export function fileOf(file: string, from: string): string {
  return path.posix.join(path.posix.dirname(file), from);
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
}
