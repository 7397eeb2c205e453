import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SizeDecision, SweepDecision } from '../../../sim/decision.ts';
import { d2a, emptyFolder } from '../cli/d2a.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');

async function kept<D>(file: string, search: string, replications: number): Promise<D> {
  const folder = emptyFolder();
  const done = await d2a(
    ['decide', join(FOLDER, file), '--only', search, '--replications', String(replications), '--out', folder],
    { cwd: folder },
  );
  expect(done.code, done.err).toBe(0);
  return JSON.parse(readFileSync(join(folder, search, 'decision.json'), 'utf8')) as D;
}

describe('searches kept with plans, in few winters', { timeout: 300_000 }, () => {
  it('Staffordshire: each hour held back from over-delivery costs far more in delayed bed-days than it saves', async () => {
    const { points } = await kept<SweepDecision>('decisions/staffordshire-contract.yaml', 'ceiling', 2);
    const [held, open] = [points[0], points.at(-1)];
    const over = (point: SweepDecision['points'][number] | undefined) =>
      [1, 2, 3].reduce((sum, i) => sum + (point?.asked[i]?.mean ?? 0), 0);
    const saved = (open?.cost?.mean ?? 0) - (held?.cost?.mean ?? 0);
    expect(over(open) - over(held)).toBeGreaterThan(40_000); // hours
    expect(saved).toBeCloseTo(21 * (over(open) - over(held)), -1); // all at £21 an hour
    expect((held?.delayed?.mean ?? 0) - (open?.delayed?.mean ?? 0)).toBeGreaterThan(10 * saved);
  });

  it('Staffordshire: a contract without over-delivery is between two and three times as large', async () => {
    const { answer, varied } = await kept<SizeDecision>('decisions/staffordshire-contract.yaml', 'rebase', 4);
    expect(Number.parseFloat(varied[0]?.values[answer?.at[0] ?? -1] ?? '')).toBeGreaterThan(120);
  });

  it.each(['warwickshire-closing', 'staffordshire-diversion'])('%s is read without a mistake', async (name) => {
    const done = await d2a(['validate', join(FOLDER, `decisions/${name}.yaml`)], { cwd: FOLDER });
    expect(done.out).toContain('no mistakes');
  });
});
