import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../sim/decide/lab.ts';

export const POINTS_FILE = 'points.ndjson';

interface Line {
  key: string;
  replications: number[];
  values: (number | null)[][];
}

/**
 * Replications of a search, a line a batch, as they come: a search that was stopped, or another over the same points, goes on
 * from them. Lines of another version of the model, and a last line cut short, are passed over.
 */
export function pointStore(folder: string): Store {
  const file = path.join(folder, POINTS_FILE);
  const program = programKey();
  const found = new Map<string, Map<number, number[]>>();
  for (const { key, replications, values } of linesOf(file)) {
    const rows = found.get(key) ?? new Map<number, number[]>();
    found.set(key, rows);
    for (const [i, replication] of replications.entries()) rows.set(replication, (values[i] as (number | null)[]).map((value) => value ?? Number.NaN));
  }
  return {
    of: (key) => found.get(`${program}${key}`) ?? new Map(),
    keep(key, replications, values) {
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, `${JSON.stringify({ key: `${program}${key}`, replications, values })}\n`);
    },
  };
}

function linesOf(file: string): Line[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // nothing kept yet
  }
  return text.split('\n').flatMap((line) => {
    try {
      const read = JSON.parse(line) as Partial<Line> | null;
      return typeof read?.key === 'string' && Array.isArray(read.replications) && Array.isArray(read.values) && read.values.length === read.replications.length ? [read as Line] : [];
    } catch {
      return [];
    }
  });
}

/** Of the model's own code: what another version of it simulated is never used. */
function programKey(): string {
  const model = fileURLToPath(new URL('../../sim/', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(model, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.js')).sort()) hash.update(readFileSync(path.join(model, name)));
  return `${hash.digest('hex').slice(0, 16)}/`;
}
