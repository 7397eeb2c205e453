import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from './package.ts';

/** Of the model's own code: what another version of it simulated is never mixed with ours. */
export function modelCode(): string {
  const model = path.join(packageFolder, 'dist', 'sim');
  const hash = createHash('sha256');
  for (const name of readdirSync(model, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.js'))
    .sort())
    hash.update(readFileSync(path.join(model, name)));
  return hash.digest('hex').slice(0, 16);
}
