import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, d2a, emptyFolder, filesIn, folderWithPlan, SMALL_PLAN } from './d2a.ts';

describe('exit code 0', () => {
  test.each([['--help'], ['--version'], ['run', '--help'], ['help', 'run'], ['schema']])('d2a %s %s', async (...args) => {
    const { code, out, err } = await d2a(args, { cwd: emptyFolder() });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toBe('');
  });

  test('a run that is done, an ambition met', async () => {
    const room = SMALL_PLAN.replace('beds: 10 beds', 'beds: 20 beds')
      .replace('warm-up: 4 weeks', 'warm-up: 26 weeks')
      .replace('replications: 6', 'replications: 12');
    const { code, err } = await d2a(['run', 'plan.yaml', '--check', '--format', 'json'], { cwd: folderWithPlan(room) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('an ambition missed is only told, unless --check asks', async () => {
    const cwd = folderWithPlan(SMALL_PLAN.replace('at least: 1%', 'at least: 100%'));
    expect((await d2a(['run', 'plan.yaml', '--format', 'json'], { cwd })).code).toBe(0);
  });
});

test('exit code 3 under --check too where an ambition is met in a run in doubt: a service over its capacity', async () => {
  const { code, out, err } = await d2a(['run', 'plan.yaml', '--check', '--format', 'json'], { cwd: folderWithPlan() });
  expect(code).toBe(3);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'A small plan Step-down is over capacity: on average more is needed than there is, so no target counts as likely to be met.',
  );
  expect(err.replace(/\s+/g, ' ')).toContain(
    'No ambition counts as met in A small plan: Step-down is over capacity: on average more is needed than there is.',
  );
});

describe('exit code 2: nothing is written, and a sentence says why', () => {
  const mistakes: [string[], RegExp][] = [
    [[], /Usage: d2a/],
    [['rum'], /unknown command 'rum' .*Did you mean run/],
    [['help', 'rum'], /unknown command 'rum' .*Did you mean run/],
    [['version'], /version is an option: d2a --version/],
    [['plan.yaml'], /plan\.yaml is a file, and no command stands before it\. For example: d2a run plan\.yaml/],
    [['.'], /\. is a folder, and no command stands before it/],
    [['run'], /d2a run needs a scenario file\. For example: d2a run my-plan\/start\.yaml .*d2a run --help/],
    [['size'], /d2a size needs a scenario file\. For example: d2a size .*--vary/],
    [['report'], /d2a report needs a saved result \(result\.json\)\. For example: d2a report/],
    [['completion'], /d2a completion needs bash or zsh or fish or powershell\./],
    [['completion', 'tcsh'], /Allowed choices are bash, zsh, fish, powershell/],
    [['run', 'plan.yaml', '--vary', 'x'], /unknown option '--vary' It is an option of: size, sweep, sensitivity, redesign\./],
    [['--seed', '3', 'run', 'plan.yaml'], /unknown option '--seed' It is an option of: run, .*The command comes first/],
    [['run', 'plan.yaml', '--wrokers', '2'], /unknown option '--wrokers' .*--workers/],
    [['run', 'plan.yaml', '--workers', '0'], /whole number from 1/],
    [['run', 'plan.yaml', '--workers', '1.5'], /whole number from 1/],
    [['run', 'plan.yaml', '--replications', '0'], /whole number from 1 to 100000/],
    [['run', 'plan.yaml', '--replications', '100001'], /whole number from 1 to 100000/],
    [['run', 'plan.yaml', '--replications', 'many'], /whole number from 1 to 100000/],
    [['run', 'plan.yaml', '--seed', '-1'], /whole number from 0/],
    [['run', 'plan.yaml', '--engine', 'steam'], /Allowed choices are\s+native, simjs/],
    [['run', 'plan.yaml', '--format', 'pdf'], /Choose from html, json, csv/],
    [['run', 'plan.yaml', '--set', 'services'], /path=value/],
    [['run', 'plan.yaml', '--set', 'services.nobody.beds=3 beds'], /nobody/],
    [['run', 'absent.yaml'], /absent\.yaml/],
    [['run', '.'], /\. is a folder\. Name a scenario file in it: plan\.yaml/],
    [['explain', '.'], /\. is a folder\. Name a scenario file in it: plan\.yaml/],
    [['report', '.'], /\. is a folder\. Name a saved result \(result\.json\); there is none in this folder/],
    [['run', 'plan.yaml', '--out', 'plan.yaml'], /Cannot write to plan\.yaml: it is a file, not a folder/],
    [['run', 'plan.yaml', '--out', 'plan.yaml/deeper'], /plan\.yaml is a file, not a folder/],
    [['run', 'plan.yaml', '--out', ''], /Name a folder/],
    [['run', 'plan.yaml', '--out', 'x'.repeat(300)], /the name is too long/],
    [['validate', 'absent.yaml'], /absent\.yaml/],
    [['explain', 'plan.yaml', 'services.nobody'], /Nothing in the scenario is called services\.nobody/],
    [['report', 'absent.json'], /Cannot read absent\.json: it does not exist/],
    [['report', 'plan.yaml'], /plan\.yaml is not a whole JSON file/],
  ];

  test.each(mistakes)('d2a %j', async (args, sentence) => {
    const cwd = folderWithPlan();
    const { code, out, err } = await d2a(args, { cwd });
    expect(err.replace(/\s+/g, ' ')).toMatch(sentence);
    expect(err).not.toMatch(/\n {4}at /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(filesIn(cwd)).toEqual(['plan.yaml']);
  });

  test('every mistake of every file is told before anything runs', async () => {
    const cwd = folderWithPlan();
    writeFileSync(
      path.join(cwd, 'first.yaml'),
      SMALL_PLAN.replace('beds: 10 beds', 'beds: 10 apples').replace('share: 10%', 'share: 20%'),
    );
    writeFileSync(path.join(cwd, 'second.yaml'), SMALL_PLAN.replace('kind: hours', 'kind: ours'));
    const { code, out, err } = await d2a(['run', 'plan.yaml', 'first.yaml', 'second.yaml'], { cwd });
    expect(err).toMatch(/first\.yaml:\d+:\d+ {2}services\.step-down\.beds/);
    expect(err).toMatch(/first\.yaml:\d+:\d+ {2}pathways/);
    expect(err).toMatch(/second\.yaml:\d+:\d+ {2}services\.home-support\.kind/);
    expect({ code, out, files: filesIn(cwd) }).toEqual({ code: 2, out: '', files: ['first.yaml', 'plan.yaml', 'second.yaml'] });
  });

  test('d2a validate judges every file', async () => {
    const cwd = folderWithPlan();
    writeFileSync(path.join(cwd, 'bad.yaml'), SMALL_PLAN.replace('beds: 10 beds', 'beds: 10 apples'));
    const { code, out, err } = await d2a(['validate', 'bad.yaml', 'plan.yaml'], { cwd });
    expect(code).toBe(2);
    expect(out).toMatch(/^plan\.yaml: no mistakes/);
    expect(err).toMatch(/bad\.yaml:\d+:\d+ {2}services\.step-down\.beds/);
  });

  test('d2a init does not replace a file', async () => {
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, 'mine'));
    writeFileSync(path.join(cwd, 'mine', 'start.yaml'), 'mine');
    const { code, err } = await d2a(['init', 'mine'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/start\.yaml already there/);
    expect(filesIn(cwd)).toEqual(['mine/start.yaml']);
  });
});

test('exit code 3: an ambition missed under --check, told in a sentence, the report written all the same', async () => {
  const cwd = folderWithPlan(SMALL_PLAN.replace('at least: 1%', 'at least: 100%'));
  const { code, err } = await d2a(['run', 'plan.yaml', '--check', '--out', 'out'], { cwd });
  expect(err).toMatch(/^Ambition missed in A small plan: [^\n]*Discharged on the ready date[\s\S]*0%\s+of\s+6\s+replications/);
  expect(code).toBe(3);
  expect(filesIn(cwd)).toContain('out/report.html');
});

describe('exit code 1: a fault of ours asks to be reported, with the stack only for those who want it', () => {
  const broken = '--import=data:text/javascript,JSON.stringify=()=>{throw%20new%20TypeError(418)}';

  test.each([
    [{}, false],
    [{ D2A_DEBUG: '1' }, true],
  ])('%j', async (env, stack) => {
    const { code, out, err } = await d2a(['schema'], { cwd: emptyFolder(), env: { ...env, NODE_OPTIONS: broken } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/not your mistake; please\s+report it[\s\S]*TypeError: 418/);
    expect(/\n +at /.test(err)).toBe(stack);
  });
});

test('a copy that has not been built says so', () => {
  const folder = emptyFolder();
  mkdirSync(path.join(folder, 'cli', 'bin'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  copyFileSync(BIN, path.join(folder, 'cli', 'bin', 'd2a.js'));
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'cli', 'bin', 'd2a.js')], { encoding: 'utf8' });
  expect(stderr).toBe('d2a has not been built yet: run `npm run build` in its folder first.\n');
  expect(status).toBe(2);
});
