import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** A failure is run this many times longer, from the same seed; and the most that precision is bought for in full, in all and in rounds. */
const LONGER = 4;
const MOST = 60;
const ROUNDS = 4;
/** As many as the command line takes. */
const MOST_REPLICATIONS = 100_000;
/** Errors are estimates themselves: that of 40 replications is itself known to a tenth. */
const ROOM = 1.25;

const TRACE = 'T1';
export const CASE_IDS = [...Object.keys(ANSWERS), TRACE, ...Object.keys(PUBLISHED)];
export const titleOf = (id: string) => expected[id]?.title ?? PUBLISHED[id]?.title ?? id;

/**
 * One case through its scenario file and the ordinary command line: as many replications as the file says; in full as many
 * as the rule's precision needs, found in rounds. A failure is run four times longer from the same seed.
 */
export async function checkCase(id: string, mode: Mode): Promise<CaseReport> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'd2a-verify-'));
  try {
    if (id === TRACE)
      return {
        ...about(id),
        replications: 1,
        seed: '1',
        seconds: since(start),
        rows: await tracedRows(join(folder, id), 'native'),
        broken: [],
      };
    const published = PUBLISHED[id];
    if (published !== undefined) {
      const { rows, results } = await published.rows(join(folder, id), published.replications[mode]);
      return {
        ...about(id),
        replications: published.replications[mode],
        seed: results[0]?.run.seed ?? '',
        seconds: since(start),
        rows,
        broken: brokenIn(results),
      };
    }
    let times = 1;
    let found = await simulated(id, folder, mode, times);
    for (let round = 1; mode === 'full' && round < ROUNDS && longer(found.rows) > 1 && times < MOST; round++) {
      times = Math.min(MOST, times * longer(found.rows));
      found = await simulated(id, folder, mode, times);
    }
    if (found.rows.some(({ verdict }) => verdict === 'failed')) found = await simulated(id, folder, mode, times * LONGER);
    const { result, rows } = found;
    const { replications, seed } = result.run;
    return { ...about(id), replications, seed, seconds: since(start), rows, broken: brokenIn([result]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const brokenIn = (results: Result[]) =>
  results.flatMap(({ checks }) => checks.filter(({ passed }) => !passed).map(({ name }) => name));
const about = (id: string) => ({ id, family: expected[id]?.family ?? PUBLISHED[id]?.family ?? '', title: titleOf(id) });
const since = (start: number) => (performance.now() - start) / 1000;

/** How many times longer every value needs to be precise enough: the error falls with the root of the replications. */
function longer(rows: Row[]): number {
  const times = rows.map(({ exact, error, verdict }) =>
    verdict === 'undecided' ? ROOM * (error / enough('full', exact)) ** 2 : 1,
  );
  return Math.max(1, ...times);
}

/** Values that come out of a second scenario file of the case, by the end of their names. */
const SECOND_FILES = [
  { for: 'from_empty', file: 'from-empty' },
  { for: 'same_load_exponential', file: 'exponential' },
  { for: 'stepdown_route', file: 'step-down-route' },
];

/** Each file of the case with so many times the replications it says. */
async function simulated(id: string, folder: string, mode: Mode, times: number): Promise<{ result: Result; rows: Row[] }> {
  const result = await run(id, folder, times);
  const names = expected[id]?.expected.map(({ name }) => name) ?? [];
  const second = SECOND_FILES.find(({ for: end }) => names.some((name) => name.endsWith(end)));
  const besides = second === undefined ? null : await run(`${id}-${second.file}`, folder, times);
  return { result, rows: rowsOf(id, mode, result, besides) };
}

async function run(name: string, folder: string, times: number): Promise<Result> {
  const file = join(CASES, `${name}.yaml`);
  const said = Number(/replications: (\d+)/.exec(readFileSync(file, 'utf8'))?.[1]);
  const [result] = await runFiles(
    [file],
    join(folder, name),
    times === 1 ? null : Math.min(MOST_REPLICATIONS, Math.ceil(said * times)),
  );
  return result as Result;
}

function rowsOf(id: string, mode: Mode, result: Result, besides: Result | null): Row[] {
  const approximate = expected[id]?.tolerance === 'APPROX10';
  return (expected[id]?.expected ?? []).map(({ name, value, unit }) => {
    const derive = ANSWERS[id]?.[name];
    if (derive === undefined) throw new Error(`${id}: nothing reads ${name}`);
    const estimate: Estimate = derive(result, besides);
    const away = approximate || estimate.limit ? null : standardErrorsAway(value, estimate);
    return {
      name,
      unit,
      exact: value,
      simulated: estimate.mean,
      error: estimate.se,
      away,
      verdict: verdictOn(mode, value, estimate, approximate),
    };
  });
}
