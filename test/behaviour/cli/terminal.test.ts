import { expect, test } from 'vitest';
import { d2a, ended, folderWithPlan, SMALL_PLAN, started } from './d2a.ts';

const ESCAPE = '\u001b';

test('the summary is about ten lines of at most 80 columns, and as many again for what puts the run in doubt, without colour or progress where nothing is a terminal', async () => {
  const { out, err } = await d2a(['run', 'plan.yaml', '--out', 'out'], { cwd: folderWithPlan() });
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.length).toBeLessThanOrEqual(26);
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

test('--json prints one short JSON value with the key measures, ambitions, checks, warnings and files', async () => {
  const { code, out, err } = await d2a(['run', 'plan.yaml', '--json', '--out', 'out'], { cwd: folderWithPlan() });
  const { format, exitCode, folder, files, scenarios } = JSON.parse(out);
  expect({ code, err, format, exitCode, folder }).toEqual({ code: 0, err: '', format: 'd2a-run', exitCode: 0, folder: 'out' });
  expect(out.split('\n').length).toBeLessThan(120);
  expect(files).toContain('report.html');
  const [{ name, replications, measures, ambitions, checks, warnings }] = scenarios;
  expect({ name, replications }).toEqual({ name: 'A small plan', replications: 6 });
  const delay = measures.find((one: { measure: string; scope: string }) => one.measure === 'delay-mean' && one.scope === 'all');
  expect(delay).toMatchObject({ mean: expect.any(Number), interval: [expect.any(Number), expect.any(Number)] });
  expect(delay.range).toHaveLength(5);
  expect(measures.map((one: { scope: string }) => one.scope)).toContain('service:step-down');
  expect(ambitions[0]).toMatchObject({
    name: 'ready-date',
    direction: 'at least',
    target: 0.01,
    over: 'period',
    mean: expect.any(Number),
    met: 1,
  });
  expect(checks.every((check: { passed: boolean }) => check.passed)).toBe(true);
  expect(warnings).toBeInstanceOf(Array);
});

test('--json keeps texts as they are, whatever brackets they hold', async () => {
  const cwd = folderWithPlan(SMALL_PLAN.replace('name: A small plan', 'name: "a }  { [  1,   2 ] \\n b"'));
  const { out } = await d2a(['run', 'plan.yaml', '--json', '--replications', '2', '--format', 'json'], { cwd });
  expect(JSON.parse(out).scenarios[0].name).toBe('a }  { [  1,   2 ] \n b');
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
  expect(out).toMatch(
    /\nIn brief\n[\s\S]* {2}step-down: 10 beds; for 20 days on average, ended at 42 days\.\n[\s\S]*Discharged on the ready\s+date at least 1%/,
  );
  expect(out).toMatch(/services\.step-down\.beds: 10 beds/);
  expect(out).toMatch(/plan\.yaml:\d+:\d+/);
  const part = await d2a(['explain', 'plan.yaml', 'services.step-down'], { cwd });
  expect(part.out).toMatch(/services\.step-down\.beds: 10 beds/);
  expect(part.out).not.toMatch(/home-support/);
});

test('d2a explain tells the triggers of services that have a label', async () => {
  const labelled = SMALL_PLAN.replace('  step-down:', '  step-down:\n    label: Step-down beds');
  const trigger =
    '\ntriggers:\n  more: {when: {measure: waiting, of: step-down, above: 3 people}, opens: {services.step-down.beds: +2 beds}}\n';
  const { code, out, err } = await d2a(['explain', 'plan.yaml'], { cwd: folderWithPlan(labelled + trigger) });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.replace(/\s+/g, ' ')).toContain(
    'when waiting of Step-down beds is above 3 people at midnight, 2 beds open at Step-down beds',
  );
  expect(out).toContain('waits for Step-down beds');
});
