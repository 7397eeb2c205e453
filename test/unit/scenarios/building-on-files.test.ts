import { describe, expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

describe('a file that extends another', () => {
  test('merges maps, replaces plain values and lists, and remembers which file a value is from', async () => {
    const { scenario, values, inputs } = await read(
      'extends: base.yaml\nname: Winter\nservices:\n  homefirst: {commissioned: 2000 h/week, accepts: {days: [mon, tue]}}\n',
      { 'base.yaml': good() },
    );
    expect(scenario.name).toBe('Winter');
    expect(scenario.services[0]).toMatchObject({
      name: 'homefirst',
      commissioned: [{ from: 0, value: 2000 }],
      packages: [{ hours: [12] }],
    });
    expect(scenario.services[0]?.accepts.weekdays).toEqual([true, true, false, false, false, false, false]);
    expect(inputs.map((input) => input.file)).toEqual(['scenario.yaml', 'base.yaml']);
    expect(values.find((value) => value.path === 'services.homefirst.commissioned')?.at).toBe('scenario.yaml:4:29');
    expect(values.find((value) => value.path === 'services.homefirst.package.hours')?.at).toMatch(/^base\.yaml:/);
  });

  test('takes an inherited entry out by the word removed', async () => {
    const base = good('changes:\n  winter: {from: 2021-12-01, services.homefirst.commissioned: +400 h/week}\n');
    const { scenario } = await read('extends: base.yaml\nchanges: {winter: removed}\n', { 'base.yaml': base });
    expect(scenario.services[0]).toMatchObject({ commissioned: [{ from: 0, value: 1750 }] });
    expect(await mistakesOf('extends: base.yaml\nchanges: {summer: removed}\n', { 'base.yaml': base })).toMatchObject([
      { path: 'changes.summer' },
    ]);
  });

  test('builds on two variants of one plan: the plan once at the bottom, then each variant over the one before', async () => {
    const files = {
      'base.yaml': good('costs: {delayed-bed-day: £300}\n'),
      'a.yaml':
        'extends: base.yaml\nname: A\ncosts: {delayed-bed-day: £400}\nservices: {homefirst: {commissioned: 2000 h/week}}\n',
      'b.yaml': 'extends: base.yaml\nname: B\nservices: {homefirst: {flex: 10%}}\n',
    };
    const both = async (order: string) => (await read(`extends: [${order}]\n`, files)).scenario;
    const { services, ...scenario } = await both('a.yaml, b.yaml');
    expect(scenario).toMatchObject({ name: 'B', delayedBedDay: 400 });
    expect(services[0]).toMatchObject({ commissioned: [{ value: 2000 }], flex: 0.1 });
    expect(await both('b.yaml, a.yaml')).toMatchObject({ name: 'A', delayedBedDay: 400 });
    const { inputs } = await read('extends: [a.yaml, b.yaml]\n', files);
    expect(inputs.map(({ file }) => file)).toEqual(['scenario.yaml', 'a.yaml', 'base.yaml', 'b.yaml']);
    const without = {
      ...files,
      'a.yaml': 'extends: base.yaml\ncosts: {delayed-bed-day: removed}\n',
      'b.yaml': 'extends: base.yaml\ncosts: {delayed-bed-day: removed}\n',
    };
    expect((await read('extends: [a.yaml, b.yaml]\n', without)).scenario.delayedBedDay).toBeNull();
    const mistakes = await mistakesOf('extends: [a.yaml, {b: c}]\n', files);
    expect(mistakes.filter(({ path }) => path === 'extends')).toHaveLength(1);
  });

  test('replaces a value together with what was said of it', async () => {
    const base = good('costs: {delayed-bed-day: {value: £395, source: a table}}\n');
    const { values } = await read('extends: base.yaml\ncosts: {delayed-bed-day: £400}\n', { 'base.yaml': base });
    expect(values.find((value) => value.path === 'costs.delayed-bed-day')).toMatchObject({
      value: '£400 per bed-day',
      origin: 'unstated',
      note: null,
    });
  });

  test('does not lend the source of a parent’s map to a child’s value', async () => {
    const base = good('  extra: {kind: beds, beds: 5 beds, stay: {mean: 5 days, shape: exponential, source: a study}}\n');
    const { values } = await read('extends: base.yaml\nservices: {extra: {stay: {mean: 6 days}}}\n', { 'base.yaml': base });
    expect(values.find((value) => value.path === 'services.extra.stay.mean')?.origin).toBe('unstated');
    expect(values.find((value) => value.path === 'services.extra.stay.shape')).toMatchObject({
      origin: 'source',
      note: 'a study',
    });
  });
});

describe('a file laid over a scenario', () => {
  const winter =
    'name: a hard winter\ncalendar: {new-year: 20 December to 9 January}\nchanges:\n  surge: {during: new-year, hospitals.*.admissions: +10%, services.*.commissioned: -5%}\n';

  test('changes each hospital and each service of hours there is, in the days of the year it names, and says both names', async () => {
    const { scenario, inputs, values } = await read(good(), { 'over.yaml': winter });
    expect(scenario.name).toBe('Good: a hard winter');
    // 20 December 2021 is the 81st day from 1 October; a warm-up of 10 days comes before; the period ends on 8 January.
    expect(scenario.arrivals[0]?.arrivals).toMatchObject({
      factor: [
        { from: 0, value: 1 },
        { from: 90, value: 1.1 },
      ],
    });
    expect(scenario.services[0]).toMatchObject({
      commissioned: [
        { from: 0, value: 1750 },
        { from: 90, value: 1750 * 0.95 },
      ],
    });
    expect(inputs.map(({ file }) => file)).toEqual(['scenario.yaml', 'over.yaml']);
    expect(values.find(({ path }) => path === 'changes.surge.hospitals.General.admissions')?.at).toBe('over.yaml:4:53');
  });

  test('leaves out with * what has no such value or no limit, and takes a path written out before it', async () => {
    const beds = '  ward: {kind: beds, beds: unlimited, stay: {mean: 5 days, shape: exponential}}\n';
    const { scenario } = await read(good(beds), {
      'over.yaml':
        'changes: {w: {from: 2021-12-01, hospitals.*.beds: -10%, services.*.commissioned: -5%, services.homefirst.commissioned: 1000 h/week}}',
    });
    expect(scenario.services).toMatchObject([
      { commissioned: [{ value: 1750 }, { value: 1000 }] },
      {},
      { beds: [{ from: 0, value: 'unlimited' }] },
    ]);
    expect(scenario.hospitals[0]?.beds).toMatchObject([{ value: 300 }, { value: 270 }]);
  });

  test('tells a path with * that nothing has', async () => {
    expect(
      await mistakesOf(good(), { 'over.yaml': 'changes: {w: {from: 2021-12-01, services.*.commisioned: -5%}}' }),
    ).toMatchObject([{ path: 'changes.w.services.*.commisioned', found: 'services.*.commisioned' }]);
  });
});

test('a stretch of every year holds in each year of the period', async () => {
  const text = `${good('calendar: {autumn: 1 October to 5 October}\nchanges: {w: {during: autumn, services.homefirst.commissioned: -5%}}\n').replace('length: 100 days', 'length: 400 days')}`;
  const { scenario } = await read(text);
  expect(scenario.services[0]).toMatchObject({ commissioned: [0, 10, 15, 375, 380].map((from) => ({ from })) });
});

describe('--set', () => {
  test('comes on top of all files and says so', async () => {
    const { scenario, values } = await read(good(), {}, ['services.homefirst.commissioned=2,000 h/week', 'run.seed=abc']);
    expect(scenario.services[0]).toMatchObject({ commissioned: [{ from: 0, value: 2000 }] });
    expect(scenario.run.seed).toBe('abc');
    expect(values.find((value) => value.path === 'services.homefirst.commissioned')).toMatchObject({
      origin: 'command line',
      written: '2,000 h/week',
      at: '--set services.homefirst.commissioned',
    });
  });

  test('reaches into a dated change, whose keys hold dots', async () => {
    const { scenario } = await read(good(), {}, ['changes.w.from=2021-12-01', 'changes.w.services.homefirst.commissioned=-20%']);
    expect(scenario.services[0]).toMatchObject({
      commissioned: [
        { from: 0, value: 1750 },
        { from: 71, value: 1400 },
      ],
    });
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
