import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RedesignDecision, SensitivityDecision } from '../../../sim/decision.ts';
import { d2a, emptyFolder } from '../cli/d2a.ts';

async function decision<D>(command: string, name: string, ...args: string[]): Promise<D> {
  const folder = emptyFolder();
  const done = await d2a([command, join(import.meta.dirname, name), ...args, '--out', folder], { cwd: folder });
  expect(done.code, done.err).toBe(0);
  return JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as D;
}

const WEEKS = '2024-01-01..2024-06-24:1 week';

describe('closing beds when people go home instead', { timeout: 240_000 }, () => {
  it('ten of 52 beds can close only after half of those who need them go home, ten more not before them, and double running costs their bed-days', async () => {
    const found = await decision<RedesignDecision>('redesign', 'beds-into-hours.yaml', '--vary', `changes.close-ten.from=${WEEKS}`, '--vary', `changes.close-ten-more.from=${WEEKS}`, '--meet', 'few-delays', '--replications', '40');
    const dates = found.varied.map(({ values }, i) => values[found.answer?.at[i] ?? -1] ?? '');
    // 40 beds are used on average until the change of 4 March, 20 a stay of 20 days later.
    expect(dates[0]).toMatch(/^2024-0[234]/);
    expect(dates[1]?.localeCompare(dates[0] ?? '')).toBeGreaterThanOrEqual(0);
    expect(found.early.chance?.share).toBe(1);
    expect(found.late.chance?.share).toBeLessThan(0.1);
    expect(found.answer?.chance?.share).toBeLessThanOrEqual(0.1);
    const days = dates.map((date) => (Date.parse(date) - Date.parse('2024-01-01')) / 86_400_000);
    expect(found.doubleRunning?.mean).toBeCloseTo(days.reduce((sum, n) => sum + n * 10 * 100, 0), 3);
    expect(found.worst.map(({ plan }) => plan)).toEqual(['answer', 'early', 'late']);
  });

  it('the assumption that matters most stands first, and a value that does nothing moves nothing', async () => {
    const { bars, values } = await decision<SensitivityDecision>('sensitivity', 'what-matters.yaml', '--show', 'in-service of home-support', '--replications', '20');
    const named = bars.map(({ value, low, high }) => ({ path: values[value]?.path, low: low.mean, high: high.mean }));
    expect(named.map(({ path }) => path)).toEqual(['services.home-support.package.stay.fixed', 'referrals.community.arrivals', 'services.home-support.target-wait']);
    // 2 a day for 10 days, 20 people: stated 5 to 15 days halves and adds half; a fifth of the referrals moves a fifth.
    expect([named[0]?.low, named[0]?.high].map((n) => Math.round(n ?? 0))).toEqual([-10, 10]);
    expect(named[1]?.high).toBeCloseTo(4, 0);
    expect([named[2]?.low, named[2]?.high]).toEqual([0, 0]);
  });
});
