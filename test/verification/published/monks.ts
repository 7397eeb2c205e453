import { resolve } from 'node:path';
import type { Result } from '../../../sim/result.ts';
import type { Row } from '../check-case.ts';
import { runFiles } from '../run-files.ts';
import monks from './monks.json' with { type: 'json' };

const FILE = resolve('test/verification/published/monks.yaml');
/** The published figures have two digits. */
const PRINTED = 0.005;

export async function monksRows(folder: string, replications: number): Promise<{ rows: Row[]; results: Result[] }> {
  const results = await runFiles([FILE], folder, replications);
  const [result] = results as [Result];
  return {
    rows: [
      ...rowsOf(result, 'acute', 'acute-occupied', 'hospital:acute'),
      ...rowsOf(result, 'rehab', 'in-service', 'service:rehabilitation'),
    ],
    results,
  };
}

/** Within half of the last digit printed, of the exact value and so of the published one. */
function rowsOf(result: Result, unit: 'acute' | 'rehab', measure: string, scope: string): Row[] {
  const levels = result.levels.find((it) => it.measure === measure && it.scope === scope)?.atLeast ?? [];
  const { beds, exact } = monks[unit];
  return beds.map((n, i) => {
    const simulated = delayed(
      levels.map(({ mean }) => mean),
      n,
    );
    const expected = exact[i] ?? Number.NaN;
    const verdict = Math.abs(simulated - expected) <= PRINTED ? 'passed' : 'failed';
    return {
      name: `${unit}: delayed with ${n} beds`,
      unit: 'probability',
      exact: expected,
      simulated,
      error: 0,
      away: null,
      verdict,
    };
  });
}

/** P(N = n) / P(N <= n) from the shares of time with at least so many. */
function delayed(atLeast: number[], n: number): number {
  const [from, above] = [atLeast[n] ?? 0, atLeast[n + 1] ?? 0];
  return (from - above) / (1 - above);
}
