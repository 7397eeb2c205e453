import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SizeDecision, SweepDecision } from '../../../sim/decision.ts';
import { d2a, emptyFolder } from '../cli/d2a.ts';

/**
 * Offered load 18 beds (0.857 referrals a day, 21 days, exponential): exact answers from the Erlang C formula, worked out
 * apart from this program. Mean wait in days by beds: 21: 2.77, 22: 1.46, 23: 0.80, 24: 0.45.
 */
const FILE = join(import.meta.dirname, 'known-capacity.yaml');
const BEDS = ['--vary', 'services.step-down.beds=19..27:1 beds'];

async function decision<D>(command: string, ...args: string[]): Promise<D> {
  const folder = emptyFolder();
  const done = await d2a([command, FILE, ...BEDS, ...args, '--out', folder], { cwd: folder });
  expect(done.code, done.err).toBe(0);
  return JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as D;
}

const bedsOf = ({ answer, varied }: SizeDecision) => varied[0]?.values[answer?.at[0] ?? -1];

describe('the smallest number of beds for a target, where it is known', { timeout: 240_000 }, () => {
  it.each([['2 days', '22 beds'], ['0.5 days', '24 beds']])('a mean wait of at most %s needs %s', async (wait, beds) => {
    expect(bedsOf(await decision('size', '--meet', `wait-mean of step-down at most ${wait}`, '--on', 'mean', '--replications', '60'))).toBe(beds);
  });

  it('bisection looks at fewer replications than the grid, and runs both sides of the answer in full', async () => {
    const found = await decision<SizeDecision>('size', '--meet', 'wait-mean of step-down at most 2 days', '--on', 'mean', '--replications', '60');
    expect(found.replications).toBeLessThan(found.grid / 2);
    expect([found.answer?.replications, found.below?.point.replications]).toEqual([60, 60]);
    expect(found.below?.differences[0]?.interval?.[1]).toBeLessThan(0);
  });

  it('beds at £150 and delays at £346 a day cost least with 23 beds', async () => {
    const { cheapest, varied, points } = await decision<SweepDecision>('sweep', '--replications', '40');
    expect(varied[0]?.values[cheapest?.at[0] ?? -1]).toBe('23 beds');
    const exact = [7519.63, 4715.09, 3971.83, 3732.97, 3687.53, 3732.38, 3823.96, 3941.08, 4072.56];
    points.slice(2).forEach(({ cost, delayed }, i) => {
      expect(((cost?.mean ?? 0) + (delayed?.mean ?? 0)) / 4000 / (exact[i + 2] ?? 0)).toBeCloseTo(1, 1);
    });
  });
});
