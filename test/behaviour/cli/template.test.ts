import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workbookBytes } from '../../../data/workbook.ts';
import { workbookRows } from '../../fixtures/workbook-rows.ts';
import { d2a, filesIn, folderWithPlan, textOf } from './d2a.ts';

test('the workbook that d2a template writes runs as it is, and is never replaced', async () => {
  const cwd = folderWithPlan();
  expect((await d2a(['template', 'mine'], { cwd })).out).toContain('d2a run mine/plan.xlsx');
  const { code } = await d2a(['run', 'mine/plan.xlsx', '--replications', '2', '--format', 'json', '--out', 'out'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(textOf(cwd, 'out', 'result.json'))).toMatchObject({
    inputs: [{ file: 'plan.xlsx' }],
    scenario: { name: 'My system' },
  });
  const again = await d2a(['template', 'mine'], { cwd });
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('does not replace a file') });
});

test('every mistake in a workbook is told at once by sheet and cell, and nothing is run', async () => {
  const cwd = folderWithPlan();
  await d2a(['template'], { cwd });
  const file = path.join(cwd, 'plan.xlsx');
  const sheets = workbookRows(readFileSync(file));
  const cells = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  (cells('Capacity by month')[1] ?? [])[5] = 'plenty';
  (cells('Plan')[4] ?? [])[1] = '1 Octobre';
  (cells('Pathways')[2] ?? [])[1] = 5;
  (cells('Pathways')[0] ?? [])[1] = 'lable';
  writeFileSync(file, await workbookBytes(sheets));
  const { code, err } = await d2a(['run', 'plan.xlsx', '--out', 'out'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('plan.xlsx, sheet Capacity by month, cell F2  services.homefirst.commissioned');
  expect(err).toContain('plan.xlsx, sheet Plan, cell B5  period.start');
  expect(err).toContain('plan.xlsx, sheet Pathways, cell B2  pathways.P0.lable');
  expect(filesIn(cwd)).not.toContain('out/result.json');
});

test('a plan to start from begins where it is asked to, as a workbook and as a file, and is valid', async () => {
  const cwd = folderWithPlan();
  const period = ['--start', '1 December 2026', '--weeks', '30'];
  expect((await d2a(['template', 'mine', ...period], { cwd })).out.replace(/\s+/g, ' ')).toContain(
    'It goes from Tuesday 1 December 2026 to 28 June 2027',
  );
  await d2a(['init', 'mine', '--places', ...period], { cwd });
  expect(textOf(cwd, 'mine', 'start.yaml')).toContain('period: {start: 2026-12-01, length: 30 weeks}');
  const { code, out } = await d2a(['validate', 'mine/plan.xlsx', 'mine/start.yaml', 'mine/three-hospitals.yaml'], { cwd });
  expect({ code, mistakes: out.match(/no mistakes/g)?.length }).toEqual({ code: 0, mistakes: 3 });
});

test.each([
  ['--start', '12/31/2026'],
  ['--start', '1/12/26'],
  ['--weeks', '0'],
  ['--weeks', 'many'],
])('%s %s is refused, and nothing is written', async (option, value) => {
  const cwd = folderWithPlan();
  const { code, err } = await d2a(['template', 'mine', option, value], { cwd });
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(value) });
  expect(filesIn(cwd).filter((file) => file.startsWith('mine'))).toEqual([]);
});
