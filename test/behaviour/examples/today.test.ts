import { describe, expect, it } from 'vitest';
import { mean, run } from './run.ts';

describe('the examples of a start from the people present show what their names ask', () => {
  it('everybody in the table of today is there on the first day, and six weeks are simulated without a warm-up', async () => {
    const result = await run('where-will-we-be-in-six-weeks-from-today');
    const first = (measure: string, scope: string) =>
      result.byDay.find((it) => it.measure === measure && it.scope === scope)?.values[0]?.mean ?? Number.NaN;
    expect(result.scenario.warmUpDays).toBe(0);
    expect(first('in-service', 'service:home-support')).toBeGreaterThan(80);
    expect(first('in-service', 'service:step-down')).toBeGreaterThan(24);
    expect(first('acute-occupied', 'all')).toBeGreaterThan(180);
    expect(result.warnings.filter(({ kind }) => kind.startsWith('start'))).toEqual([]); // everybody is counted, about as many as the plan's own rates keep there
    expect(result.byDay.find((it) => it.measure === 'no-criteria-to-reside' && it.scope === 'all')?.values.length).toBe(42);
  });

  it('a provider that fails hands back about a tenth of the people, and nobody where hours end as people leave', async () => {
    const file = 'what-if-a-home-care-provider-fails';
    const [fails, ends] = [await run(file), await run(file, 'services.home-care.closing=as they empty')];
    // 7,000 hours are 583 packages of 12, and 6,300 are 525.
    expect(mean(fails, 'handed-back', 'service:home-care')).toBeGreaterThan(40);
    expect(mean(fails, 'handed-back', 'service:home-care')).toBeLessThanOrEqual(58);
    expect(mean(fails, 'days-interrupted', 'service:home-care')).toBeGreaterThan(mean(fails, 'handed-back', 'service:home-care'));
    expect(ends.measures.some((it) => it.measure === 'handed-back')).toBe(false);
  });
});
