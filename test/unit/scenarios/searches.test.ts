import { describe, expect, test } from 'vitest';
import { settingsAt, type Uncertain, uncertainIn } from '../../../scenarios/decide/assumptions.ts';
import { readVary } from '../../../scenarios/decide/vary.ts';
import type { ScenarioValue } from '../../../sim/result.ts';

describe('what may be larger or smaller', () => {
  test.each([
    ['a=1600..1650:25 h/week', ['1600 h/week', '1625 h/week', '1650 h/week']],
    ['a=+80%..+100%:10%', ['+80%', '+90%', '+100%']],
    ['a=+0%..+10%:5%', ['+0%', '+5%', '+10%']],
    ['a=10..28:7 beds', ['10 beds', '17 beds', '24 beds', '28 beds']],
    ['a=10..12:7 beds', ['10 beds', '12 beds']],
    ['a=0.1..0.4:0.1', ['0.1', '0.2', '0.3', '0.4']],
    ['a=+0%..+12%:5%', ['+0%', '+5%', '+10%', '+12%']],
    ['a=2021-10-04..2021-10-20:1 week', ['2021-10-04', '2021-10-11', '2021-10-18', '2021-10-20']],
    ['a=18 beds | 24 beds', ['18 beds', '24 beds']],
    ['a=2021-10-04..2021-10-18:1 week', ['2021-10-04', '2021-10-11', '2021-10-18']],
    ['a=0.5 days..1.5 days:0.5 days', ['0.5 days', '1 days', '1.5 days']],
  ])('%s', (text, values) => {
    expect(readVary(text)).toEqual({ path: 'a', values });
  });
  test.each([
    'a',
    'a=5..1:1 beds',
    'a=1..5:0 beds',
    'a=1 beds..5 days:1 beds',
    'a=1..5000:1 beds',
    'a=1..500.5:1 beds',
    'a=2021-02-30..2021-03-30:1 week',
  ])('%s is refused', (text) => {
    expect(() => readVary(text)).toThrow();
  });
});

describe('assumptions moved', () => {
  const value = (path: string, written: string, origin: ScenarioValue['origin'] = 'assumption'): ScenarioValue =>
    ({ path, written, value: written, origin, note: null, file: 'plan.yaml' }) as unknown as ScenarioValue;
  const values = [
    value('pathways.P0.share', '50%'),
    value('pathways.P1.share', '30%'),
    value('pathways.P2.share', '20%'),
    value('pathways.P0.acute-stay.mean', '10 days'),
    value('pathways.P0.acute-stay.median', '8 days'),
    value('services.beds.beds', '11 beds'),
    value('hospitals.acute.admissions', '20/day', 'source' as ScenarioValue['origin']),
    value('run.seed', '7'),
  ];
  const all = uncertainIn(values, false);
  const named = (path: string) => all.find((one) => one.path === path) as Uncertain;
  const amounts = (settings: string[]) =>
    Object.fromEntries(settings.map((text) => [text.split('=')[0], Number.parseFloat(text.split('=')[1] ?? '')]));

  test('only what is marked, and nothing of how the simulation is run; a fifth either way', () => {
    expect(all.map(({ path }) => path)).toEqual(values.slice(0, 6).map(({ path }) => path));
    expect([named('services.beds.beds').low, named('services.beds.beds').high]).toEqual(['9 beds', '13 beds']);
  });
  test('where a plan marks no assumption, every value without a source is moved by a fifth, and shares give way alike', () => {
    const bare = values.map((one) => (one.origin === 'assumption' ? { ...one, origin: 'unstated' as const } : one));
    const moved = uncertainIn(
      [
        ...bare,
        value('run.replications', '50', 'unstated'),
        value('calendar.term.days', '20 December to 9 January', 'unstated'),
        value('services.beds.flex', '0%', 'default'),
      ],
      false,
    );
    expect(moved.map(({ path, origin, stated }) => [path, origin, stated])).toEqual(
      values.slice(0, 6).map(({ path }) => [path, 'unstated', false]),
    );
    expect(moved.slice(0, 2).map(({ low, high }) => [low, high])).toEqual([
      ['40%', '60%'],
      ['24%', '36%'],
    ]);
    expect(amounts(settingsAt(bare, [{ of: moved[0] as Uncertain, at: 1 }]))).toEqual({
      'pathways.P0.share': 60,
      'pathways.P1.share': expect.closeTo(24, 9),
      'pathways.P2.share': expect.closeTo(16, 9),
    });
  });
  test('payers share a cost, and give way alike', () => {
    const paid = [
      value('services.beds.payers.nhs', '60%'),
      value('services.beds.payers.council', '30%'),
      value('services.beds.payers.charity', '10%'),
    ];
    expect(amounts(settingsAt(paid, [{ of: uncertainIn(paid, false)[0] as Uncertain, at: 0 }]))).toEqual({
      'services.beds.payers.nhs': 52,
      'services.beds.payers.council': expect.closeTo(36, 9),
      'services.beds.payers.charity': expect.closeTo(12, 9),
    });
  });
  test('the rest of a sum keeps its proportions, and a median goes with its mean', () => {
    expect(amounts(settingsAt(values, [{ of: named('pathways.P1.share'), at: 1 }]))).toEqual({
      'pathways.P1.share': 36,
      'pathways.P0.share': expect.closeTo((64 * 50) / 70, 9),
      'pathways.P2.share': expect.closeTo((64 * 20) / 70, 9),
    });
    expect(settingsAt(values, [{ of: named('pathways.P0.acute-stay.mean'), at: 0 }])).toEqual([
      'pathways.P0.acute-stay.mean=8 days',
      'pathways.P0.acute-stay.median=6.4 days',
    ]);
  });
  test('moved together they still sum to 100%, each once, and the shape of a stay is that of its own median', () => {
    const settings = settingsAt(
      values,
      all.map((of) => ({ of, at: 1 })),
    );
    const found = amounts(settings);
    expect(settings).toHaveLength(6);
    const shares = ['P0', 'P1', 'P2'].map((name) => found[`pathways.${name}.share`] ?? 0);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 9);
    expect((shares[1] ?? 0) / (shares[2] ?? 1)).toBeCloseTo((36 * (76 / 80)) / (24 * (64 / 70)), 9); // each takes from the other what it takes alone
    expect([found['pathways.P0.acute-stay.mean'], found['pathways.P0.acute-stay.median']]).toEqual([
      12,
      expect.closeTo(9.6 * 1.2, 9),
    ]);
  });

  test('a sourced figure is moved only inside a range of its own', () => {
    const sourced = { ...value('hospitals.acute.residents', '40%', 'source'), range: { low: '35%', high: '50%' } };
    expect(uncertainIn([...values, sourced], false).find(({ path }) => path === sourced.path)).toMatchObject({
      low: '35%',
      high: '50%',
      stated: true,
      origin: 'source',
    });
  });
  test('a range is of the value itself, not of the first number of what is written', () => {
    const product = {
      ...value('hospitals.acute.admissions', '50/day * 0.4'),
      value: '20 a day',
      range: { low: '18/day', high: '24/day' },
    };
    const [stated] = uncertainIn([product], false) as [Uncertain];
    expect([0, 0.5, 1].map((at) => settingsAt([product], [{ of: stated, at }])[0])).toEqual(
      ['18/day', '21/day', '24/day'].map((text) => `${product.path}=${text}`),
    );
    const sum = value('services.support.commissioned', '1750 h/week + 100 h/week');
    expect(uncertainIn([sum], false)).toMatchObject([
      { low: '0.8 * (1750 h/week + 100 h/week)', high: '1.2 * (1750 h/week + 100 h/week)' },
    ]);
    expect(uncertainIn([value('hospitals.acute.admissions', '50/day * 0.4')], false)).toMatchObject([
      { low: '40/day * 0.4', high: '60/day * 0.4' },
    ]);
  });
  test('the people of a place keep a sum of 100%, of their own shares and those they take from everybody', () => {
    const placed = [
      ...values.slice(0, 3),
      value('places.north.pathways.P0.share', '60%'),
      value('places.north.pathways.P1.share', '20%'),
    ];
    const moved = (path: string) =>
      amounts(settingsAt(placed, [{ of: uncertainIn(placed, false).find((one) => one.path === path) as Uncertain, at: 1 }]));
    const north = (found: Record<string, number>) =>
      ['P0', 'P1', 'P2'].map((name) => found[`places.north.pathways.${name}.share`]);
    expect(north(moved('places.north.pathways.P1.share'))).toEqual([
      expect.closeTo((76 * 60) / 80, 9),
      24,
      expect.closeTo((76 * 20) / 80, 9),
    ]);
    expect(north(moved('pathways.P2.share'))).toEqual([expect.closeTo((76 * 60) / 80, 9), expect.closeTo((76 * 20) / 80, 9), 24]);
    expect(north(moved('pathways.P1.share'))).toEqual([60, 20, 20]); // its own stands, and what it takes stays what it was
  });
});
