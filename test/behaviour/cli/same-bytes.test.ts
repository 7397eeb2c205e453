import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, filesIn, folderWithPlan, textOf } from './d2a.ts';

test('result.json is the same to the byte on 1, 2 and 5 workers, and whatever folder it is written to', async () => {
  const cwd = folderWithPlan();
  const texts = [];
  for (const [workers, out] of [
    ['1', 'a'],
    ['2', 'b/deeper'],
    ['5', 'c'],
  ] as const) {
    expect((await d2a(['run', 'plan.yaml', '--workers', workers, '--format', 'json', '--out', out], { cwd })).code).toBe(0);
    texts.push(textOf(cwd, out, 'result.json'));
  }
  expect(texts[1] === texts[0]).toBe(true);
  expect(texts[2] === texts[0]).toBe(true);
});

test('as many winters as a precision takes: the same number, and the same result.json, on 1 and 5 workers', async () => {
  const cwd = folderWithPlan();
  const set = ['run.precision=25%', 'run.on=no-criteria-to-reside', 'run.at-most=60'].flatMap((setting) => ['--set', setting]);
  const texts = [];
  for (const workers of ['1', '5']) {
    expect(
      (await d2a(['run', 'plan.yaml', ...set, '--workers', workers, '--format', 'json', '--out', workers], { cwd })).code,
    ).toBe(0);
    texts.push(textOf(cwd, workers, 'result.json'));
  }
  const { replications, precision } = JSON.parse(texts[0] ?? '').run;
  expect(precision.reachedAt).toBeGreaterThan(3);
  expect(replications).toBe(precision.reachedAt + 5);
  expect(texts[1] === texts[0]).toBe(true);
});

test('the two engines give the same result to the byte, apart from their name', async () => {
  const cwd = folderWithPlan();
  for (const engine of ['native', 'simjs'])
    await d2a(['run', 'plan.yaml', '--engine', engine, '--format', 'json', '--out', engine], { cwd });
  const native = textOf(cwd, 'native', 'result.json');
  const simjs = textOf(cwd, 'simjs', 'result.json');
  expect(JSON.parse(simjs).tool.engine).toBe('simjs');
  expect(simjs.replace('"engine":"simjs"', '"engine":"native"') === native).toBe(true);
});

test('another seed gives another result, and --replications and --seed are in it as values from the command line', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--seed', '1', '--replications', '3', '--format', 'json', '--out', 'a'], { cwd });
  await d2a(['run', 'plan.yaml', '--seed', '2', '--replications', '3', '--format', 'json', '--out', 'b'], { cwd });
  const [a, b] = ['a', 'b'].map((out) => JSON.parse(textOf(cwd, out, 'result.json')));
  expect(a.run).toMatchObject({ seed: '1', replications: 3 });
  expect(a.measures).not.toEqual(b.measures);
  const told = a.values
    .filter((value: { origin: string }) => value.origin === 'command line')
    .map((value: { path: string }) => value.path);
  expect(told.sort()).toEqual(['run.replications', 'run.seed']);
});

test('d2a report draws the same page and tables from the saved result, and leaves the result alone', async () => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--out', 'out', '--events'], { cwd });
  const folder = path.join(cwd, 'out');
  const before = filesIn(folder);
  const texts = before.map((name) => textOf(folder, name));
  expect((await d2a(['report', path.join('out', 'result.json')], { cwd })).code).toBe(0);
  expect(filesIn(folder)).toEqual(before);
  const changed = before.filter((name, i) => textOf(folder, name) !== texts[i]);
  expect(changed).toEqual(['run-info.json']);
});
