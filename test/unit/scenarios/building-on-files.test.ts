import { describe, expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

describe('a file that extends another', () => {
  test('merges maps, replaces plain values and lists, and remembers which file a value is from', async () => {
    const { scenario, values, inputs } = await read(
      'extends: base.yaml\nname: Winter\nservices:\n  homefirst: {commissioned: 2000 h/week, accepts: {days: [mon, tue]}}\n',
      { 'base.yaml': good() },
    );
    expect(scenario.name).toBe('Winter');
    expect(scenario.services[0]).toMatchObject({ name: 'homefirst', commissioned: [{ from: 0, value: 2000 }], packages: [{ hours: [12] }] });
    expect(scenario.services[0]?.accepts.weekdays).toEqual([true, true, false, false, false, false, false]);
    expect(inputs.map((input) => input.file)).toEqual(['scenario.yaml', 'base.yaml']);
    expect(values.find((value) => value.path === 'services.homefirst.commissioned')?.at).toBe('scenario.yaml:4:29');
    expect(values.find((value) => value.path === 'services.homefirst.package.hours')?.at).toMatch(/^base\.yaml:/);
  });

  test('takes an inherited entry out by the word removed', async () => {
    const base = good('changes:\n  winter: {from: 2021-12-01, services.homefirst.commissioned: +400 h/week}\n');
    const { scenario } = await read('extends: base.yaml\nchanges: {winter: removed}\n', { 'base.yaml': base });
    expect(scenario.services[0]).toMatchObject({ commissioned: [{ from: 0, value: 1750 }] });
    expect(await mistakesOf('extends: base.yaml\nchanges: {summer: removed}\n', { 'base.yaml': base })).toMatchObject([{ path: 'changes.summer' }]);
  });

  test('replaces a value together with what was said of it', async () => {
    const base = good('costs: {delayed-bed-day: {value: £395, source: a table}}\n');
    const { values } = await read('extends: base.yaml\ncosts: {delayed-bed-day: £400}\n', { 'base.yaml': base });
    expect(values.find((value) => value.path === 'costs.delayed-bed-day')).toMatchObject({ value: '£400 per bed-day', origin: 'unstated', note: null });
  });

  test('does not lend the source of a parent’s map to a child’s value', async () => {
    const base = good('  extra: {kind: beds, beds: 5 beds, stay: {mean: 5 days, shape: exponential, source: a study}}\n');
    const { values } = await read('extends: base.yaml\nservices: {extra: {stay: {mean: 6 days}}}\n', { 'base.yaml': base });
    expect(values.find((value) => value.path === 'services.extra.stay.mean')?.origin).toBe('unstated');
    expect(values.find((value) => value.path === 'services.extra.stay.shape')).toMatchObject({ origin: 'source', note: 'a study' });
  });
});

describe('--set', () => {
  test('comes on top of all files and says so', async () => {
    const { scenario, values } = await read(good(), {}, ['services.homefirst.commissioned=2,000 h/week', 'run.seed=abc']);
    expect(scenario.services[0]).toMatchObject({ commissioned: [{ from: 0, value: 2000 }] });
    expect(scenario.run.seed).toBe('abc');
    expect(values.find((value) => value.path === 'services.homefirst.commissioned')).toMatchObject({
      origin: 'command line', written: '2,000 h/week', at: '--set services.homefirst.commissioned',
    });
  });

  test('reaches into a dated change, whose keys hold dots', async () => {
    const { scenario } = await read(good(), {}, ['changes.w.from=2021-12-01', 'changes.w.services.homefirst.commissioned=-20%']);
    expect(scenario.services[0]).toMatchObject({ commissioned: [{ from: 0, value: 1750 }, { from: 71, value: 1400 }] });
  });

  test.each([
    ['nonsense', '', '--set nonsense'],
    ['services.homefrist.commissioned=5 h/week', 'services.homefrist', '--set services.homefrist.commissioned'],
    ['services.homefirst.commissioned=5', 'services.homefirst.commissioned', '--set services.homefirst.commissioned'],
    ['services.homefirst.accepts={days: [mon]}', '', '--set services.homefirst.accepts'],
    ['__proto__.polluted=1', '__proto__', '--set __proto__.polluted'],
  ])('refuses %s', async (setting, path, at) => {
    expect(await mistakesOf(good(), {}, [setting])).toMatchObject([{ path, at }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test('a seed is the text as written', async () => {
  expect((await read(good())).scenario.run.seed).toBe('007');
});
