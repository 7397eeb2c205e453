import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, filesIn, folderWithPlan, SMALL_PLAN, textOf } from './d2a.ts';
import { writeFileSync } from 'node:fs';

test('a comparison has its tables beside it, and a scenario called tables a folder of its own', async () => {
  const cwd = folderWithPlan();
  writeFileSync(path.join(cwd, 'tables.yaml'), SMALL_PLAN.replace('400 h/week', '300 h/week'));
  const { code } = await d2a(['run', 'plan.yaml', 'tables.yaml', '--replications', '3', '--out', 'out'], { cwd });
  expect(code).toBe(0);
  const files = filesIn(path.join(cwd, 'out'));
  expect(files.filter((name) => name.startsWith('tables/'))).toEqual([
    'tables/comparison-ambitions.csv',
    'tables/comparison.csv',
  ]);
  expect(files).toContain('tables-2/report.html');
  expect(textOf(cwd, 'out', 'tables', 'comparison.csv').split('\r\n')[0]).toContain(
    'measure,scope,scope_label,label,unit,scenario,mean,difference,ci95_low,ci95_high',
  );

  await d2a(['report', 'out/plan/result.json', 'out/tables-2/result.json', '--out', 'again'], { cwd });
  expect(textOf(cwd, 'again', 'tables', 'comparison.csv')).toBe(textOf(cwd, 'out', 'tables', 'comparison.csv'));
});
