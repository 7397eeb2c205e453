import { expect, test } from 'vitest';
import { d2a, ended, folderWithPlan, SMALL_PLAN, started } from './d2a.ts';

const ESCAPE = '\u001b';

test('the summary is about ten lines of at most 80 columns, without colour or progress where nothing is a terminal', async () => {
  const { out, err } = await d2a(['run', 'plan.yaml', '--out', 'out'], { cwd: folderWithPlan() });
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.length).toBeLessThanOrEqual(20);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).toMatch(/Report: +out\/report\.html/);
  expect(out).not.toContain(ESCAPE);
  expect(err).toBe('');
});

test('FORCE_COLOR asks for colour, NO_COLOR wins over it', async () => {
  const cwd = folderWithPlan();
  const args = ['run', 'plan.yaml', '--replications', '2', '--format', 'json', '--out', 'out'];
  expect((await d2a(args, { cwd, env: { FORCE_COLOR: '1' } })).out).toContain(ESCAPE);
  expect((await d2a(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(ESCAPE);
  expect((await d2a(args, { cwd, env: { CI: 'true' } })).out).not.toContain(ESCAPE);
});

test('--json prints one JSON value with the measures, ambitions, checks and files', async () => {
  const { code, out, err } = await d2a(['run', 'plan.yaml', '--json', '--out', 'out'], { cwd: folderWithPlan() });
  const { format, exitCode, folder, files, scenarios } = JSON.parse(out);
  expect({ code, err, format, exitCode, folder }).toEqual({ code: 0, err: '', format: 'd2a-run', exitCode: 0, folder: 'out' });
  expect(files).toContain('report.html');
  const [{ name, measures, ambitions, checks }] = scenarios;
  expect(name).toBe('A small plan');
  const delay = measures.find((one: { measure: string; scope: string }) => one.measure === 'delay-mean' && one.scope === 'all');
  expect(delay).toMatchObject({ n: 6, mean: expect.any(Number), interval: [expect.any(Number), expect.any(Number)] });
  expect(ambitions[0]).toMatchObject({ name: 'ready-date', rows: [{ met: 1 }] });
  expect(checks.every((check: { passed: boolean }) => check.passed)).toBe(true);
});

test('a reader that goes away is quiet, and the files are written all the same', async () => {
  const child = started(['run', 'plan.yaml', '--out', 'out'], { cwd: folderWithPlan() });
  child.stdout?.destroy();
  const { code, err } = await ended(child);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('text of a scenario cannot steer the terminal', async () => {
  const cwd = folderWithPlan(SMALL_PLAN.replace('name: A small plan', 'name: "A \\e]0;owned\\a \\e[31mplan"'));
  const { out, err } = await d2a(['run', 'plan.yaml', '--out', 'out'], { cwd });
  expect(out + err).not.toContain(ESCAPE);
});

test('d2a explain tells routes, values and where they are from', async () => {
  const cwd = folderWithPlan();
  const { code, out } = await d2a(['explain', 'plan.yaml'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^A small plan\n/);
  expect(out).toMatch(/services\.step-down\.beds: 10 beds/);
  expect(out).toMatch(/plan\.yaml:\d+:\d+/);
  const part = await d2a(['explain', 'plan.yaml', 'services.step-down'], { cwd });
  expect(part.out).toMatch(/services\.step-down\.beds: 10 beds/);
  expect(part.out).not.toMatch(/home-support/);
});
