import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, filesIn, folderWithPlan, SMALL_PLAN, textOf } from './d2a.ts';

test('one scenario: a result, a report, tables and the facts of the run', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml'], { cwd });
  const files = filesIn(path.join(cwd, 'out', 'plan'));
  expect(files.filter((name) => !name.startsWith('tables/'))).toEqual(['report.html', 'result.json', 'run-info.json']);
  expect(files.filter((name) => /^tables\/[a-z0-9-]+\.csv$/.test(name)).length).toBeGreaterThan(3);
});

test('what depends on the clock or the machine is in run-info.json only', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--workers', '1', '--out', 'out'], { cwd });
  const info = JSON.parse(textOf(cwd, 'out', 'run-info.json'));
  expect(info).toMatchObject({ format: 'd2a-run-info', workers: 1, node: process.version, from: ['plan.yaml'] });
  expect(info.files).toEqual(expect.arrayContaining(['result.json', 'report.html', 'run-info.json']));
  expect(textOf(cwd, 'out', 'result.json')).not.toContain(process.version);
  expect(textOf(cwd, 'out', 'result.json')).not.toContain(cwd);
});

test('several scenarios: a folder each, with safe and different names, and a comparison', async () => {
  const cwd = folderWithPlan();
  for (const folder of ['x', 'y']) {
    mkdirSync(path.join(cwd, folder));
    writeFileSync(path.join(cwd, folder, 'plan.yaml'), SMALL_PLAN.replace('400 h/week', '300 h/week'));
  }
  const hostile = "$(touch oops) <b>'; --.yaml";
  writeFileSync(path.join(cwd, hostile), SMALL_PLAN);
  const { code } = await d2a(
    ['run', 'plan.yaml', 'x/plan.yaml', 'y/plan.yaml', hostile, '--format', 'json,html', '--out', 'out'],
    { cwd },
  );
  expect(code).toBe(0);
  const folders = ['plan', 'plan-2', 'plan-3', 'touch-oops-b'];
  const each = folders.flatMap((folder) => ['report.html', 'result.json', 'run-info.json'].map((name) => `${folder}/${name}`));
  expect(filesIn(path.join(cwd, 'out'))).toEqual(['comparison.html', 'comparison.json', ...each, 'run-info.json'].sort());
  expect(JSON.parse(textOf(cwd, 'out', 'comparison.json'))).toMatchObject({ format: 'd2a-comparison', paired: true });
});

test('the same scenario twice: every difference is exactly 0', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', 'plan.yaml', '--format', 'json', '--out', 'out'], { cwd });
  const { rows } = JSON.parse(textOf(cwd, 'out', 'comparison.json'));
  const means = rows.flatMap((row: { differences: ({ mean: number } | null)[] }) =>
    row.differences.map((difference) => difference?.mean ?? 0),
  );
  expect(means.length).toBeGreaterThan(20);
  expect(means.every((mean: number) => mean === 0)).toBe(true);
});

test('a second run replaces what d2a wrote, takes away what is out of date, and keeps what is not its own', async () => {
  const cwd = folderWithPlan();
  const run = (...args: string[]) => d2a(['run', 'plan.yaml', '--out', 'out', ...args], { cwd });
  await run('--events');
  const out = path.join(cwd, 'out');
  writeFileSync(path.join(out, 'notes.txt'), 'mine');
  writeFileSync(path.join(out, 'tables', 'mine.csv'), 'mine');
  const first = JSON.parse(textOf(out, 'result.json'));
  expect((await run('--seed', '99', '--format', 'json')).code).toBe(0);
  expect(filesIn(out)).toEqual(['notes.txt', 'result.json', 'run-info.json', 'tables/mine.csv']);
  expect(JSON.parse(textOf(out, 'result.json')).run.seed).not.toBe(first.run.seed);
});

test('a file that d2a did not write is never replaced', async () => {
  const cwd = folderWithPlan();
  mkdirSync(path.join(cwd, 'out'));
  writeFileSync(path.join(cwd, 'out', 'report.html'), 'mine');
  const { code, err } = await d2a(['run', 'plan.yaml', '--out', 'out'], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/report\.html is already there and was not written by d2a/);
  expect(filesIn(cwd)).toEqual(['out/report.html', 'plan.yaml']);
});

test('a run-info.json that names files outside its folder endangers none of them', async () => {
  const cwd = folderWithPlan();
  mkdirSync(path.join(cwd, 'out'));
  writeFileSync(path.join(cwd, 'precious.txt'), 'mine');
  const files = ['../precious.txt', path.join(cwd, 'precious.txt'), 'a/../../precious.txt', 'run-info.json'];
  writeFileSync(path.join(cwd, 'out', 'run-info.json'), JSON.stringify({ format: 'd2a-run-info', files }));
  expect((await d2a(['run', 'plan.yaml', '--out', 'out', '--format', 'json'], { cwd })).code).toBe(0);
  expect(textOf(cwd, 'precious.txt')).toBe('mine');
});

test('--events tells what happens to whom in the first replication', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--events', '--format', 'json', '--out', 'out'], { cwd });
  const [head, ...lines] = textOf(cwd, 'out', 'tables', 'events.csv').trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFtime_days,person,what,where,in_words');
  const times = lines.map((line) => Number(line.split(',')[0]));
  expect(times.length).toBeGreaterThan(300);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('d2a init writes a plan that runs', async () => {
  const cwd = folderWithPlan();
  expect((await d2a(['init', 'mine'], { cwd })).code).toBe(0);
  expect(filesIn(path.join(cwd, 'mine'))).toEqual(['scenario.schema.json', 'start.yaml']);
  const { code, err } = await d2a(['run', 'mine/start.yaml', '--replications', '2'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(filesIn(path.join(cwd, 'out', 'start'))).toContain('report.html');
});

test('d2a init --places adds a county of three places that builds on it', async () => {
  const cwd = folderWithPlan();
  const { out } = await d2a(['init', 'county', '--places'], { cwd });
  expect(out).toContain('d2a run county/three-hospitals.yaml');
  expect(filesIn(path.join(cwd, 'county'))).toEqual(['scenario.schema.json', 'start.yaml', 'three-hospitals.yaml']);
  const { code, err } = await d2a(['validate', 'county/three-hospitals.yaml'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
