import { describe, expect, test } from 'vitest';
import { decisionTables, decisionText } from '../../../reports/index.ts';
import type { Searched, SensitivityDecision, SweepDecision } from '../../../sim/decision.ts';

const mean = (value: number) => ({ n: 10, mean: value, interval: [value - 1, value + 1] as [number, number] });
const searched: Searched = {
  format: 'd2a-decision',
  version: 1,
  tool: { name: 'd2a', version: '0', engine: 'native' },
  scenario: { name: 'A plan', question: null, start: '2024-01-01', days: 100, seed: '1' },
  inputs: [],
  varied: [{ path: 'changes.winter.services.home-support.commissioned', values: ['1600 h/week', '1800 h/week', '2000 h/week'] }],
  goals: [],
  most: 10,
  replications: 30,
  grid: 30,
};
const said = (text: string) => text.replace(/\s+/g, ' ');

describe('a sweep', () => {
  const sweep = (costs: number[]): SweepDecision => ({
    ...searched,
    kind: 'sweep',
    matters: null,
    asked: [{ measure: 'bed-days-delayed', scope: 'all', title: 'Bed-days delayed', unit: 'days' }],
    points: costs.map((cost, i) => ({
      at: [i],
      replications: 10,
      chance: null,
      goals: [],
      cost: mean(cost),
      delayed: mean([2000, 1000, 800][i] as number),
      asked: [mean([10, 5, 4][i] as number)],
    })),
    cheapest: { at: [1], total: mean(1500), flat: [] },
  });
  test('tells what a delayed bed-day costs to remove at first and at last, and what it is worth', () => {
    expect(said(decisionText(sweep([0, 500, 800])))).toContain(
      'The first step removes delayed bed-days at £100 each, the last at £300. A delayed bed-day is worth £200: to remove the last ones costs more.',
    );
    expect(said(decisionText(sweep([0, 500, 600])))).toContain(
      'the last at £100. A delayed bed-day is worth £200: more than it costs to remove, up to the end of the range.',
    );
  });
  test('names what is varied without the blocks it stands in, and says how few replications it took', () => {
    const early = said(decisionText({ ...sweep([0, 500, 800]), matters: 5000, replications: 10 }));
    expect(early).toContain('Winter, home support, commissioned 1,800 h/week costs least: £1,500');
    expect(early).toContain('10 replications were needed; every point in full would have been 30 (3.0 times as many).');
  });
});

describe('a sensitivity with all assumptions moved together', () => {
  const share = (value: number) => ({ share: value, interval: [value - 0.1, value + 0.1] as [number, number] });
  const decision: SensitivityDecision = {
    ...searched,
    varied: [],
    kind: 'sensitivity',
    asked: { measure: 'bed-days-delayed', scope: 'all', title: 'Bed-days delayed', unit: 'days' },
    base: { at: [], replications: 10, chance: null, goals: [], cost: null, delayed: null, mean: mean(50) },
    bars: [
      { value: 1, low: mean(-20), high: mean(30), missed: null },
      { value: 0, low: mean(-1), high: mean(2), missed: null },
    ],
    values: ['pathways.P1.share', 'services.home-support.package.stay.mean'].map((path) => ({
      path,
      written: '1',
      low: '0',
      high: '2',
      stated: true,
      note: null,
    })),
    left: [],
    morris: {
      walks: 20,
      winters: 5,
      leftOut: 3,
      effects: [
        { value: 1, size: 45, mean: 44, sd: 9 },
        { value: 0, size: 3, mean: -3, sd: 1 },
      ],
    },
    sobol: {
      rows: 64,
      winters: 5,
      leftOut: 0,
      shares: [
        { value: 1, first: share(0.8), total: share(0.9) },
        { value: 0, first: share(0.05), total: share(0.1) },
      ],
    },
  };
  test('has a table of each', () => {
    const tables = Object.fromEntries(decisionTables(decision).map(({ name, rows }) => [name, rows]));
    expect(Object.keys(tables)).toEqual(['tornado.csv', 'morris.csv', 'sobol.csv']);
    expect(tables['morris.csv']).toEqual([
      ['home support, package, stay, mean', 45, 44, 9],
      ['P1, share', 3, -3, 1],
    ]);
    expect(tables['sobol.csv']?.[0]?.slice(0, 5)).toEqual([
      'home support, package, stay, mean',
      0.8,
      expect.closeTo(0.7),
      expect.closeTo(0.9),
      0.9,
    ]);
  });
  test('says which matter most', () => {
    const text = said(decisionText(decision));
    expect(text).toContain('Home support, package, stay, mean moves bed-days delayed most');
    expect(text).toContain('home support, package, stay, mean 90% (80% to 100%)');
  });
});
