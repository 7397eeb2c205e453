import { describe, expect, it } from 'vitest';
import { mean, run } from './run.ts';

describe('what comes next', () => {
  it('fewer starts of home care a week means more Homefirst hours for people whose care is finished, and longer waits to get in', async () => {
    const file = 'how-many-hours-go-to-people-waiting-for-home-care';
    const [fewer, enough] = [await run(file), await run(file, 'services.home-care.starts=unlimited')];
    const of = (measure: string) => [fewer, enough].map((result) => mean(result, measure, 'service:homefirst')) as [number, number];
    const [hours, without] = of('exit-block-hours');
    // Arranging it takes 4 days: 4 people a day x 40% x 4 days x 14 h/week / 7, over 182 days.
    expect(without / ((4 * 0.4 * 4 * 14 * 182) / 7)).toBeCloseTo(1, 1);
    expect(hours).toBeGreaterThan(without);
    const [waits, waitsWithout] = of('wait-mean');
    expect(waits).toBeGreaterThan(waitsWithout);
  });

  it('people who step down from Pathway 2 free a bed, and hold it only while home support has no hours for them', async () => {
    const file = 'what-if-people-step-down-from-a-bed-to-home-support';
    const [some, none] = [await run(file), await run(file, 'services.step-down.packages.early.share=0%', 'services.step-down.packages.to-the-end.share=100%')];
    expect(mean(some, 'in-service', 'service:step-down')).toBeLessThan(mean(none, 'in-service', 'service:step-down') - 5);
    expect(mean(some, 'starts', 'service:home-support') / mean(some, 'starts', 'service:step-down')).toBeCloseTo(0.2, 1);
    expect(mean(some, 'exit-block-beds', 'service:step-down')).toBeGreaterThan(0.5);
    const roomy = await run(file, 'services.home-support.commissioned=unlimited', 'services.care-home.starts=unlimited');
    expect(mean(roomy, 'exit-block-beds', 'service:step-down')).toBe(0);
  });
});
