import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './exit.ts';

/**
 * One more file named on the command line, after those before it. A name with `*` is every file that it fits, for Windows, whose
 * shells leave that to the program, but for those named before: `today.yaml *.yaml` puts one first.
 */
export function namedFiles(name: string, before: string[] = []): string[] {
  const { dir, base } = path.parse(name);
  if (!base.includes('*') || existsSync(name)) return [...before, name];
  const fits = new RegExp(`^${base.split('*').map((part) => part.replace(/[^\w]/g, '\\$&')).join('.*')}$`);
  const found = filesIn(dir || '.').filter((file) => fits.test(file)).sort().map((file) => path.join(dir, file));
  if (found.length === 0) throw new Refusal(`There is no file that fits ${name}.`);
  const known = new Set(before.map((file) => path.resolve(file)));
  return [...before, ...found.filter((file) => !known.has(path.resolve(file)))];
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
