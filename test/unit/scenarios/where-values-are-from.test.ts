import { describe, expect, test } from 'vitest';
import { explain } from '../../../scenarios/index.ts';
import { good, mistakesOf, read } from './reading.ts';

const EXTRA = `  step-down:
    kind: beds
    beds: {value: 48 beds + 35 beds, source: "[COV-17] scheme 3", confidence: high}
    stay: {mean: {value: 28 days, low: 20 days, high: 35 days, assumption: my guess}, shape: lognormal, cv: 0.6, source: a study}
`;

describe('every value says where it is from', () => {
  test('a value with its source, a map with one, what is unstated and what is a default', async () => {
    const { values } = await read(good(EXTRA));
    const at = (path: string) => values.find((value) => value.path === path);
    expect(at('services.step-down.beds')).toMatchObject({
      written: '48 beds + 35 beds',
      value: '83 beds',
      origin: 'source',
      note: '[COV-17] scheme 3',
      confidence: 'high',
      at: 'scenario.yaml:20:19',
    });
    expect(at('services.step-down.stay.mean')).toMatchObject({
      origin: 'assumption',
      note: 'my guess',
      range: { low: '20 days', high: '35 days' },
    });
    expect(at('services.step-down.stay.cv')).toMatchObject({ origin: 'source', note: 'a study' });
    expect(at('hospitals.General.admissions')).toMatchObject({ origin: 'unstated', note: null, value: '40 a day' });
    expect(at('services.step-down.waiting-list')).toMatchObject({ origin: 'default', value: 'unlimited', at: null });
  });

  test('explain tells it in plain words, all or one part', async () => {
    const told = explain(await read(good(EXTRA)), 'services.step-down.beds');
    expect(told).toEqual([
      '',
      'Services',
      '  services.step-down.beds: 83 beds (written 48 beds + 35 beds)',
      '      source: [COV-17] scheme 3, confidence high [scenario.yaml:20:19]',
    ]);
    expect(explain(await read(good(EXTRA)))[0]).toBe('Good');
    expect(explain(await read(good()), 'services.other')).toEqual(['Nothing is said at services.other.']);
  });

  test.each([
    ['{value: 5 beds, sorce: x}', 'sorce'],
    ['{value: 5 beds, source: x, assumption: y}', 'assumption'],
    ['{value: 5 beds, confidence: certain}', 'confidence'],
    ['{value: 5 beds, low: 3 beds}', 'beds'],
    ['{value: 5 beds, low: 3 days, high: 6 beds}', 'beds'],
    ['{value: 5 beds, low: 7 beds, high: 6 beds}', 'beds'],
    ['{value: 5 beds, source: [a, b]}', 'source'],
  ])('%s is refused', async (written, key) => {
    const mistakes = await mistakesOf(good(`  unit: {kind: beds, stay: {fixed: 5 days}, beds: ${written}}\n`));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]?.path.split('.').at(-1)).toBe(key);
  });
});
