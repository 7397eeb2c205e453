import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../sim/decide/lab.ts';

export const POINTS_FILE = 'points.ndjson';

interface Line {
  key: string;
  from: number;
  values: (number | null)[][];
}

/**
 * Replications of a search, a line a batch, as they come: a search that was stopped, or another over the same points, goes on
 * from them. Lines of another version of the model, and a last line cut short, are passed over.
 */
export function pointStore(folder: string): Store {
  const file = path.join(folder, POINTS_FILE);
  const program = programKey();
  const found = new Map<string, number[][]>();
  for (const { key, from, values } of linesOf(file)) {
    const rows = found.get(key) ?? [];
    if (from !== rows.length + 1) continue;
    rows.push(...values.map((row) => row.map((value) => value ?? Number.NaN)));
    found.set(key, rows);
  }
  return {
    of: (key) => found.get(`${program}${key}`) ?? [],
    keep(key, from, values) {
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, `${JSON.stringify({ key: `${program}${key}`, from, values })}\n`);
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
      return typeof read?.key === 'string' && typeof read.from === 'number' && Array.isArray(read.values) ? [read as Line] : [];
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
