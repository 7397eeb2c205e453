import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the installed package; this file runs from `dist/cli/`, or bundled from `dist/d2a/`. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

export function packageVersion(): string {
  const text = readFileSync(path.join(packageFolder, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}
