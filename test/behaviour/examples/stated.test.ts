import { expect, it } from 'vitest';
import { figuresOf } from '../../../reports/figures/index.ts';
import { unexplained } from '../../../reports/words/stated.ts';
import { run } from './run.ts';

it('what a plan states stands beside what comes out, and a figure that does not agree keeps its reason', async () => {
  const result = await run('does-the-model-agree-with-the-plan');
  const rows = new Map(result.stated?.map((one) => [one.name, one]));
  // By hand: 20 a day x 20% x 182 days = 728 starts; 4 a day x 20 days x 12 h / 7 x 182 days = 24,960 hours, not 35,000.
  expect(Math.abs((rows.get('starts')?.rows[0]?.summary?.mean ?? 0) / 728 - 1)).toBeLessThan(0.03);
  expect(Math.abs((rows.get('hours')?.rows[0]?.summary?.mean ?? 0) / 24960 - 1)).toBeLessThan(0.05);
  expect(
    [...rows].map(
      ([
        name,
        {
          role,
          within,
          rows: [row],
        },
      ]) => [name, role, within, row?.agrees],
    ),
  ).toEqual([
    ['split', 'input', null, true],
    ['starts', 'derived', null, true],
    ['wait', 'derived', 0.5, expect.any(Boolean)],
    ['hours', 'derived', 3500, false],
  ]);
  expect(rows.get('starts')?.source).toBe('example plan, table 2');
  expect(unexplained(result).map(({ stated }) => stated.name)).not.toContain('hours');
  expect(figuresOf(result).find(({ id }) => id === 'stated')?.title).toMatch(
    /^[12] of 3 stated figures that come out of the simulation agrees? with it$/,
  );
});
