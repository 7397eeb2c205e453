import path from 'node:path';
import { readOrdinary } from '../data/ordinary-file.ts';

export const RUN_INFO = 'run-info.json';
const MOST_BYTES = 10e6;

/** All that differs between two runs of one scenario, kept out of `result.json`; and the files d2a wrote to the folder. */
export interface RunInfo {
  format: 'd2a-run-info';
  version: 1;
  command: string;
  d2a: string;
  node: string;
  platform: string;
  workers: number | null;
  /** ISO times. */
  started: string;
  finished: string;
  seconds: number;
  /** Scenario or result files as given. */
  from: string[];
  /** Relative to the folder, with `/`. */
  files: string[];
}

export function runInfo(facts: Pick<RunInfo, 'command' | 'd2a' | 'workers' | 'from' | 'files'>, started: Date): RunInfo {
  const finished = new Date();
  return {
    format: 'd2a-run-info',
    version: 1,
    ...facts,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
  };
}

/** Stands for the run-info while files are moved: no time of finishing, as the run has none yet. */
export function unfinishedInfo(files: string[]): string {
  return `${JSON.stringify({ format: 'd2a-run-info', version: 1, finished: null, files })}\n`;
}

/** Files an earlier run wrote to this folder; empty where there was none. A name that leads out of the folder is not ours. */
export function filesOfEarlierRun(folder: string): string[] {
  const files = earlierInfo(folder)?.files;
  if (!Array.isArray(files)) return [];
  return files.filter((name): name is string => typeof name === 'string' && staysInside(name));
}

function earlierInfo(folder: string): Partial<RunInfo> | null {
  try {
    const info = JSON.parse(readOrdinary(path.join(folder, RUN_INFO), MOST_BYTES).toString('utf8')) as Partial<RunInfo> | null;
    return info?.format === 'd2a-run-info' ? info : null;
  } catch {
    return null;
  }
}

function staysInside(name: string): boolean {
  const parts = name.split('/');
  return !name.includes('\\') && !path.isAbsolute(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
