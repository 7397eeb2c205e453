import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';
import { kindOf } from './placeholders.ts';

/**
 * One more file named on the command line, after those before it. A name with `*` is every file that it fits, for Windows, whose
 * shells leave that to the program, but for those named before: `today.yaml *.yaml` puts one first.
 */
export function namedFiles(placeholder: string): (name: string, before?: string[]) => string[] {
  return (name, before = []) => {
    const { dir, base } = path.parse(name);
    if (!base.includes('*') || existsSync(name)) return [...before, noFolder(name, placeholder)];
    const fits = new RegExp(
      `^${base
        .split('*')
        .map((part) => part.replace(/[^\w]/g, '\\$&'))
        .join('.*')}$`,
    );
    const found = filesIn(dir || '.')
      .filter((file) => fits.test(file))
      .sort()
      .map((file) => path.join(dir, file));
    if (found.length === 0) throw new Refusal(`There is no file that fits ${name}.`);
    const known = new Set(before.map((file) => path.resolve(file)));
    return [...before, ...found.filter((file) => !known.has(path.resolve(file)))];
  };
}

/** One file, where only one may be named. */
export function namedFile(placeholder: string): (name: string) => string {
  return (name) => noFolder(name, placeholder);
}

const SHOWN = 5;

/** The name as it is; of a folder, what in it could have been meant. */
function noFolder(name: string, placeholder: string): string {
  if (!existsSync(name) || !statSync(name).isDirectory()) return name; // what cannot be looked at is told where it is read
  const { called = 'a file', ends = [] } = kindOf(placeholder) ?? {};
  const found = filesIn(name)
    .filter((file) => ends.some((end) => file.toLowerCase().endsWith(`.${end}`)))
    .sort();
  if (found.length === 0) throw new Refusal(`${name} is a folder. Name ${called}; there is none in this folder.`);
  const files = found.slice(0, SHOWN).map((file) => path.join(name, file));
  throw new Refusal(
    `${name} is a folder. Name ${called} in it: ${files.join(', ')}${found.length > SHOWN ? ` (and ${found.length - SHOWN} more)` : ''}.`,
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
