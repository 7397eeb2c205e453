import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Unreadable } from '../../data/files.ts';
import { fingerprint } from '../../data/fingerprint.ts';
import { readOrdinary } from '../../data/ordinary-file.ts';
import type { Store } from '../../sim/decide/lab.ts';
import { Refusal } from '../exit.ts';
import { refusalFor } from '../file-errors.ts';
import { modelCode } from '../model-code.ts';

export const POINTS_FILE = 'points.ndjson';
const MOST_BYTES = 500e6;
/** Marks what was being written when an earlier search was stopped. */
const CUT_SHORT = '#cut short';

interface Line {
  key: string;
  replications: number[];
  /** null: no value. */
  values: (number | null)[][];
  /** Of the rest: a line that was changed since it was written is not used. */
  sum: string;
}

/** `damaged`: lines that are not as they were written. They are not used, and what they held is simulated again. */
export interface PointStore extends Store {
  file: string;
  damaged: number;
}

/**
 * Replications of a search, a line a batch, as they come: a search that was stopped, or another over the same points, goes on
 * from them. Lines of another version of the model, and a last line cut short, are passed over.
 */
export function pointStore(folder: string): PointStore {
  const file = path.join(folder, POINTS_FILE);
  const program = `${modelCode()}/`;
  const { lines, damaged, endsWhole } = linesOf(file, program);
  const found = new Map<string, Map<number, number[]>>();
  for (const { key, replications, values } of lines) {
    const rows = found.get(key) ?? new Map<number, number[]>();
    found.set(key, rows);
    for (const [i, replication] of replications.entries())
      rows.set(
        replication,
        (values[i] as (number | null)[]).map((value) => value ?? Number.NaN),
      );
  }
  let before = endsWhole ? '' : `${CUT_SHORT}\n`;
  return {
    file,
    damaged,
    of: (key) => found.get(`${program}${key}`) ?? new Map(),
    keep(key, replications, values) {
      const line = {
        key: `${program}${key}`,
        replications,
        values: values.map((row) => row.map((value) => (Number.isNaN(value) ? null : value))),
      };
      try {
        mkdirSync(folder, { recursive: true });
        appendFileSync(file, `${before}${JSON.stringify({ ...line, sum: sumOf(line) })}\n`);
      } catch (error) {
        throw refusalFor('write to', file, error);
      }
      before = '';
    },
  };
}

function linesOf(file: string, program: string): { lines: Line[]; damaged: number; endsWhole: boolean } {
  const texts = textOf(file).split('\n');
  const cutShort = texts.pop() as string; // nothing, where the last line is whole
  const read = texts.filter((text) => text !== '' && !text.endsWith(CUT_SHORT)).map((text) => lineIn(text, program));
  const lines = read.filter((line) => typeof line === 'object');
  return { lines, damaged: read.filter((line) => line === 'damaged').length, endsWhole: cutShort === '' };
}

/** Nothing kept yet where there is no such file. */
function textOf(file: string): string {
  try {
    return readOrdinary(file, MOST_BYTES).toString('utf8');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.missing) return '';
    throw new Refusal(
      `${file} ${error.message}. It should hold what an earlier search simulated: move it away, or name another folder with --out.`,
    );
  }
}

function lineIn(text: string, program: string): Line | 'damaged' | 'of another version' {
  try {
    const line = JSON.parse(text) as Line;
    if (!line.key.startsWith(program)) return 'of another version';
    return line.sum === sumOf(line) ? line : 'damaged';
  } catch {
    return 'damaged';
  }
}

function sumOf({ key, replications, values }: Omit<Line, 'sum'>): string {
  return fingerprint(JSON.stringify([key, replications, values])).slice(0, 16);
}
