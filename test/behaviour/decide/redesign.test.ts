import { describe, expect, it } from 'vitest';
import type { RedesignDecision } from '../../../sim/decision.ts';
import { searched } from './searched.ts';

const WEEKS = '2024-01-01..2024-06-24:1 week';

describe('closing beds when people go home instead', { timeout: 240_000 }, () => {
  it('ten of 52 beds can close only after half of those who need them go home, ten more not before them, and double running costs their bed-days', async () => {
    const found = await searched<RedesignDecision>(
      'redesign',
      'beds-into-hours.yaml',
      '--vary',
      `changes.close-ten.from=${WEEKS}`,
      '--vary',
      `changes.close-ten-more.from=${WEEKS}`,
      '--meet',
      'few-delays',
      '--replications',
      '40',
    );
    const dates = found.varied.map(({ values }, i) => values[found.answer?.at[i] ?? -1] ?? '');
    // 40 beds are used on average until the change of 4 March, 20 a stay of 20 days later.
    expect(dates[0]).toMatch(/^2024-0[234]/);
    expect(dates[1]?.localeCompare(dates[0] ?? '')).toBeGreaterThanOrEqual(0);
    expect(found.early.chance?.share).toBe(1);
    expect(found.late.chance?.share).toBeLessThan(0.1);
    expect(found.answer?.chance?.share).toBeLessThanOrEqual(0.1);
    const days = dates.map((date) => (Date.parse(date) - Date.parse('2024-01-01')) / 86_400_000);
    expect(found.doubleRunning?.mean).toBeCloseTo(
      days.reduce((sum, n) => sum + n * 10 * 100, 0),
      3,
    );
    expect(found.worst.map(({ plan }) => plan)).toEqual(['answer', 'early', 'late']);
  });
});
