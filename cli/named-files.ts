import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';

/**
 * One more file named on the command line, after those before it. A name with `*` is every file that it fits, for Windows, whose
 * shells leave that to the program. A file named again is the same file: `today.yaml *.yaml` puts one first.
 */
export function namedFiles(name: string, before: string[] = []): string[] {
  const known = new Set(before.map((file) => path.resolve(file)));
  return [...before, ...fitting(name).filter((file) => !known.has(path.resolve(file)))];
}

function fitting(name: string): string[] {
  const { dir, base } = path.parse(name);
  if (!base.includes('*') || existsSync(name)) return [name];
  const fits = new RegExp(`^${base.split('*').map((part) => part.replace(/[^\w]/g, '\\$&')).join('.*')}$`);
  const found = filesIn(dir || '.').filter((file) => fits.test(file)).sort();
  if (found.length === 0) throw new Refusal(`There is no file that fits ${name}.`);
  return found.map((file) => path.join(dir, file));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
