import { expect, test } from 'vitest';
import { d2a, folderWithPlan, SMALL_PLAN } from './d2a.ts';

test('a goal on what the plan has nothing of is a mistake with its line, not a fault', async () => {
  const cwd = folderWithPlan(
    `${SMALL_PLAN}  gap: {measure: usual-residence-gap, at most: 5%}\n  full: {measure: acute-occupancy, of: General, at most: 92%}\n`,
  );
  const { code, err } = await d2a(['validate', 'plan.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('There are 2 mistakes');
  expect(err).toMatch(/plan\.yaml:\d+:\d+ {2}ambitions\.gap\.measure\n {2}This scenario has no `usual-residence-gap`/);
  expect(err).toMatch(/ambitions\.full\.measure\n {2}This scenario has no `acute-occupancy` of hospital General/);
});
