import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Result } from '../../sim/result.ts';
import { ANSWERS } from './answers.ts';
import type { Estimate } from './derive.ts';
import expectedJson from './expected.json' with { type: 'json' };
import { PUBLISHED } from './published/published.ts';
import { runFiles } from './run-files.ts';
import { tracedRows } from './trace.ts';
import { enough, type Mode, standardErrorsAway, type Verdict, verdictOn } from './rule.ts';

/** One expected value beside the simulated one. */
export interface Row {
  name: string;
  unit: string;
  exact: number;
  simulated: number;
  /** Standard error of the simulated mean. */
  error: number;
  /** In standard errors; null for an approximation or a limit. */
  away: number | null;
  verdict: Verdict;
}

export interface CaseReport {
  id: string;
  family: string;
  title: string;
  replications: number;
  seed: string;
  seconds: number;
  rows: Row[];
  /** Self-checks of the run that did not hold. */
  broken: string[];
}

interface Expected {
  title: string;
  family: string;
  tolerance?: string;
  expected: { name: string; value: number; unit: string }[];
}

// Run from the project's root, as every npm script is.
const CASES = resolve('test/verification/cases');
const expected = expectedJson.cases as unknown as Record<string, Expected>;

/** Runs that a failure is lengthened by, from the same seed; and the most that precision is bought for in full. */
const LONGER = 4;
const MOST = 60;
const ROOM = 1.15;

const TRACE = 'T1';
export const CASE_IDS = [...Object.keys(ANSWERS), TRACE, ...Object.keys(PUBLISHED)];
export const titleOf = (id: string) => expected[id]?.title ?? PUBLISHED[id]?.title ?? id;

/**
 * One case through its scenario file and the ordinary command line: as many replications as the file says; in full as many
 * as the rule's precision needs. A failure is run four times longer from the same seed.
 */
export async function checkCase(id: string, mode: Mode): Promise<CaseReport> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'd2a-verify-'));
  try {
    if (id === TRACE) return { ...about(id), replications: 1, seed: '1', seconds: since(start), rows: await tracedRows(join(folder, id), 'native'), broken: [] };
    const published = PUBLISHED[id];
    if (published !== undefined) {
      const { rows, results } = await published.rows(join(folder, id), published.replications[mode]);
      return { ...about(id), replications: published.replications[mode], seed: results[0]?.run.seed ?? '', seconds: since(start), rows, broken: brokenIn(results) };
    }
    const own = await simulated(id, folder, mode, null);
    const times = mode === 'full' ? longer(own.rows) : 1;
    const precise = times > 1 ? await simulated(id, folder, mode, Math.ceil(own.result.run.replications * times)) : own;
    const failed = precise.rows.some(({ verdict }) => verdict === 'failed');
    const { result, rows } = failed ? await simulated(id, folder, mode, precise.result.run.replications * LONGER) : precise;
    const { replications, seed } = result.run;
    return { ...about(id), replications, seed, seconds: since(start), rows, broken: brokenIn([result]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const brokenIn = (results: Result[]) => results.flatMap(({ checks }) => checks.filter(({ passed }) => !passed).map(({ name }) => name));
const about = (id: string) => ({ id, family: expected[id]?.family ?? PUBLISHED[id]?.family ?? '', title: titleOf(id) });
const since = (start: number) => (performance.now() - start) / 1000;

/** How many times longer every value needs to be precise enough: the error falls with the root of the replications. */
function longer(rows: Row[]): number {
  const times = rows.map(({ exact, error, verdict }) => (verdict === 'undecided' ? ROOM * (error / enough('full', exact)) ** 2 : 1));
  return Math.min(MOST, Math.max(1, ...times));
}

/** Values that come out of a second scenario file of the case, by the end of their names. */
const SECOND_FILES = [{ for: 'from_empty', file: 'from-empty' }, { for: 'same_load_exponential', file: 'exponential' }, { for: 'stepdown_route', file: 'step-down-route' }];

async function simulated(id: string, folder: string, mode: Mode, replications: number | null): Promise<{ result: Result; rows: Row[] }> {
  const result = await run(id, folder, replications);
  const names = expected[id]?.expected.map(({ name }) => name) ?? [];
  const second = SECOND_FILES.find(({ for: end }) => names.some((name) => name.endsWith(end)));
  const besides = second === undefined ? null : await run(`${id}-${second.file}`, folder, replications);
  return { result, rows: rowsOf(id, mode, result, besides) };
}

async function run(name: string, folder: string, replications: number | null): Promise<Result> {
  const [result] = await runFiles([join(CASES, `${name}.yaml`)], join(folder, name), replications);
  return result as Result;
}

function rowsOf(id: string, mode: Mode, result: Result, besides: Result | null): Row[] {
  const approximate = expected[id]?.tolerance === 'APPROX10';
  return (expected[id]?.expected ?? []).map(({ name, value, unit }) => {
    const derive = ANSWERS[id]?.[name];
    if (derive === undefined) throw new Error(`${id}: nothing reads ${name}`);
    const estimate: Estimate = derive(result, besides);
    const away = approximate || estimate.limit ? null : standardErrorsAway(value, estimate);
    return { name, unit, exact: value, simulated: estimate.mean, error: estimate.se, away, verdict: verdictOn(mode, value, estimate, approximate) };
  });
}
