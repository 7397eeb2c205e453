import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, filesIn, folderWithPlan, textOf } from './d2a.ts';

test('a workbook and Markdown are written where they are asked for, and again, the same, from the saved result', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--replications', '3', '--format', 'json,xlsx,md', '--out', 'out'], { cwd });
  const out = path.join(cwd, 'out');
  expect(filesIn(out)).toEqual(['report.md', 'result.json', 'results.xlsx', 'run-info.json']);
  const before = readFileSync(path.join(out, 'results.xlsx'));
  expect(before.subarray(0, 2).toString()).toBe('PK');

  const { code } = await d2a(['report', 'out/result.json', '--format', 'xlsx,md', '--out', 'again'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(path.join(cwd, 'again', 'results.xlsx')).equals(before)).toBe(true);
  expect(textOf(cwd, 'again', 'report.md')).toBe(textOf(cwd, 'out', 'report.md'));
});

test('another format drawn beside a report leaves the report', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--replications', '3', '--format', 'html,json', '--out', 'out'], { cwd });
  await d2a(['report', 'out/result.json', '--format', 'md'], { cwd });
  expect(filesIn(path.join(cwd, 'out'))).toEqual(['report.html', 'report.md', 'result.json', 'run-info.json']);
});

test('several scenarios have a workbook and Markdown of their comparison', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', 'plan.yaml', '--replications', '3', '--format', 'xlsx,md', '--out', 'out'], { cwd });
  expect(filesIn(path.join(cwd, 'out')).filter((name) => !name.includes('/'))).toEqual([
    'comparison.md',
    'comparison.xlsx',
    'run-info.json',
  ]);
});
