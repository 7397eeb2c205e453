import { describe, expect, it } from 'vitest';
import { tableCsv, tables } from '../../../reports/index.ts';
import { costs } from '../../../reports/figures/costs.ts';
import { contractYear } from '../../../reports/figures/contract-year.ts';
import { mean, run } from './run.ts';

describe('the examples of hours, closures and money show what their names ask', () => {
  it('where any package that fits may start, small ones wait less, large ones longer, and fewer hours lie idle', async () => {
    const [passing, inOrder] = [
      await run('what-if-a-small-package-may-pass-a-large-one'),
      await run('does-a-large-package-hold-back-small-ones'),
    ];
    const wait = (result: typeof passing, size: string) => mean(result, 'wait-mean', `service:homefirst/package:${size}`);
    expect(wait(passing, 'small')).toBeLessThan(wait(inOrder, 'small'));
    expect(wait(passing, 'large')).toBeGreaterThan(wait(inOrder, 'large'));
    expect(mean(passing, 'idle-while-waiting', 'service:homefirst')).toBeLessThan(
      mean(inOrder, 'idle-while-waiting', 'service:homefirst'),
    );
  });

  it('a home-care market that shrinks by 2% a month offers a tenth less in the sixth month, and delays grow', async () => {
    const file = 'what-if-home-care-shrinks-two-per-cent-a-month';
    const [shrinking, steady] = [await run(file), await run(file, 'services.home-support.trend=0% a month')];
    const weeks = shrinking.capacity.find(({ scope }) => scope === 'service:home-support')?.byWeek ?? [];
    expect(weeks[0]).toBeCloseTo(1400, 6);
    expect(weeks[24]).toBeCloseTo(1400 * 0.98 ** 5, 6); // 23 March 2026: five steps after 6 October
    expect(mean(shrinking, 'bed-days-delayed', 'all')).toBeGreaterThan(mean(steady, 'bed-days-delayed', 'all'));
  });

  it('nobody starts on a ward closed by norovirus, its beds empty, and people wait in hospital', async () => {
    const file = 'what-does-a-ward-closed-by-norovirus-do';
    const [closed, open] = [await run(file), await run(file, 'services.step-down.closures.norovirus.to=2026-01-12')];
    const starts = closed.byDay.find(({ measure, scope }) => measure === 'starts' && scope === 'service:step-down')?.values ?? [];
    const on = (day: string) => starts[closed.calendar.days.indexOf(day)]?.mean ?? Number.NaN;
    for (const day of ['2026-01-12', '2026-01-16', '2026-01-21']) expect(on(day)).toBe(0);
    expect(on('2026-01-22')).toBeGreaterThan(3); // those who waited
    expect(mean(closed, 'bed-days-delayed', 'all')).toBeGreaterThan(mean(open, 'bed-days-delayed', 'all') + 20);
  });

  it('people who need two carers take twice the hours, and the bill is of paid hours', async () => {
    const file = 'what-do-two-carers-cost';
    const [two, one] = [
      await run(file),
      await run(file, 'services.homefirst.packages.two carers.carers=1', 'services.homefirst.paid-hours=1'),
    ];
    expect(mean(two, 'cost-used', 'all')).toBeCloseTo(mean(two, 'hours-delivered', 'service:homefirst') * 1.15 * 19, 4);
    expect(mean(one, 'cost-used', 'all')).toBeCloseTo(mean(one, 'hours-delivered', 'service:homefirst') * 19, 4);
    expect(mean(two, 'hours-needed', 'service:homefirst') / mean(one, 'hours-needed', 'service:homefirst')).toBeCloseTo(1.2, 1);
  });

  it('up to 6 spot beds at a time of pressure shorten the wait, and are paid for only while they are there', async () => {
    const file = 'what-do-spot-beds-buy';
    const [spot, none] = [await run(file), await run(file, 'services.step-down.spot.at-most=0 beds')];
    const days = 26 * 7;
    expect(mean(spot, 'spot-in-use', 'service:step-down')).toBeGreaterThan(0.5);
    expect(mean(spot, 'spot-in-use', 'service:step-down')).toBeLessThan(6);
    expect(mean(spot, 'bed-days-delayed', 'all')).toBeLessThan(mean(none, 'bed-days-delayed', 'all'));
    expect(mean(spot, 'cost-spot', 'all')).toBeCloseTo(mean(spot, 'spot-in-use', 'service:step-down') * days * 150, 2);
    expect(mean(spot, 'cost-commissioned', 'all')).toBeCloseTo(42 * 110 * days + mean(spot, 'cost-spot', 'all'), 2);
  });

  it('the budget of a contract year runs out on a date that differs from winter to winter', async () => {
    const result = await run('how-long-does-the-budget-last');
    const scope = 'service:homefirst';
    const dates = result.measures.find(({ measure }) => measure === 'budget-runs-out')?.summary;
    expect(mean(result, 'budget-run-out-share', scope)).toBeGreaterThan(0.5);
    const [early, late] = [dates?.range?.[0] ?? 0, dates?.range?.[4] ?? 0];
    expect(late - early).toBeGreaterThan(5);
    expect(new Date(early * 86_400_000).toISOString() > '2026-01' && new Date(late * 86_400_000).toISOString() < '2026-04').toBe(
      true,
    );
    expect(mean(result, 'year-hours-over-delivered', scope)).toBeGreaterThan(2500);
    const [figure] = contractYear(result);
    expect(figure?.title).toMatch(
      /^Homefirst: the budget of 80,000 hours runs out in .*, between \d+ \w+ 2026 and \d+ \w+ 2026 in 9 of 10 of these$/,
    );
    expect(figure?.table.columns.map(({ key }) => key)).toContain('cost_over_delivered');
    expect(figure?.table.rows.at(-1)?.[3]).toBeGreaterThan(80_000 - 43_000);
    expect(
      tables(result)
        .filter(({ name }) => name === 'measures.csv')
        .map(tableCsv)
        .join(),
    ).toMatch(/budget-runs-out,service:homefirst,homefirst,date,2026-\d\d-\d\d,/);
  });

  it('the NHS and the council together pay what is commissioned, in the prices of one year', async () => {
    const result = await run('who-pays-nhs-or-council');
    const [home, ward] = [26 * 1300 * 20 * 1.04, 26 * 7 * 48 * 120];
    expect(mean(result, 'cost-commissioned', 'payer:NHS')).toBeCloseTo(home * 0.6 + ward, 3);
    expect(costs(result)[0]?.table.rows.map(([what]) => what)).toContain('Paid by council');
    expect(costs(result)[0]?.notes).toContain('All prices are of 2025/26.');
    expect(mean(result, 'cost-commissioned', 'payer:council') + mean(result, 'cost-commissioned', 'payer:NHS')).toBeCloseTo(
      mean(result, 'cost-commissioned', 'all'),
      3,
    );
    expect(mean(result, 'cost-used', 'payer:council') + mean(result, 'cost-used', 'payer:NHS')).toBeCloseTo(
      mean(result, 'cost-used', 'all'),
      3,
    );
  });
});
