import { describe, expect, it } from 'vitest';
import {
  comparisonMarkdown,
  comparisonTables,
  compareSummary,
  comparisonWorkbook,
  renderComparison,
} from '../../../reports/index.ts';
import { compare } from '../../../sim/index.ts';
import type { Result } from '../../../sim/result.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const BASE = winterResult({ name: 'Base' });
const other = (name: string, more: Partial<Scenario>, pressure = 1.4): Result => {
  const it = winterResult({ name, pressure });
  return { ...it, scenario: { ...it.scenario, ...more } };
};
const present = (people: number): Scenario['startFrom'] => ({
  remaining: 'by stay so far',
  groups: [
    {
      people,
      at: { service: 'home-support' },
      state: 'in stay',
      pathway: null,
      soFar: null,
      sinceReady: null,
      sinceAdmission: null,
    },
  ],
});

const KINDS: [string, Partial<Scenario>, RegExp][] = [
  [
    'a longer warm-up',
    { warmUpDays: BASE.scenario.warmUpDays * 2 },
    /it starts after \d+ days of warm-up, the base after \d+ days of warm-up/,
  ],
  [
    'people present',
    { warmUpDays: 0, startFrom: present(40) },
    /it starts from 40 people present, the base after \d+ days of warm-up/,
  ],
  [
    'another period',
    { start: '2018-10-01' },
    /it is of 1 October 2018 to 31 March 2019, the base of 1 October 2017 to 31 March 2018/,
  ],
  ['a longer period', { days: 365 }, /it is of 1 October 2017 to 30 September 2018, the base/],
  ['other people', { population: '75+' }, /it is about 75\+, the base about/],
];

describe('scenarios that differ in more than the plan', () => {
  it.each(KINDS)('%s: the data say why, and no difference is given', (_, more, why) => {
    const results = [BASE, other('Other', more)];
    const comparison = compare(results);
    expect(comparison.unlike).toHaveLength(1);
    expect(comparison.rows.length).toBeGreaterThan(5);
    expect(comparison.rows.flatMap(({ differences }) => differences).every((one) => one === null)).toBe(true);
    expect(compareSummary(results, comparison).replaceAll(/\s+/g, ' ')).toMatch(
      new RegExp(`^“Other” cannot be held against “Base”: ${why.source}.*so none is given\\.`),
    );
    const table = comparisonTables(results, comparison)[0];
    const [difference, because] = ['difference', 'not_compared_because'].map(
      (key) => table?.columns.findIndex((column) => column.key === key) ?? -1,
    );
    const rows = table?.rows.filter((row) => row.includes('Other')) ?? [];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows)
      expect([row[difference as number], row[because as number]]).toEqual([null, expect.stringMatching(why)]);
  });

  it('it is said first on the page, in Markdown and on the cover of the workbook, and nowhere is an effect told', async () => {
    const results = [BASE, other('Other', { warmUpDays: 7 })];
    const comparison = compare(results);
    const said = '“Other” cannot be held against “Base”: it starts after 7 days of warm-up';
    const markdown = comparisonMarkdown(results, comparison);
    const [page, cover] = [
      await renderComparison(results, comparison),
      JSON.stringify(comparisonWorkbook(results, comparison)[0]),
    ];
    for (const text of [markdown.replaceAll('\\', ''), page, cover]) {
      expect(text).toContain(said);
      expect(text).not.toMatch(
        /effect of the change; its|no clear difference|No clear difference|practically none|as in the base|95% interval \+/,
      );
    }
    expect(page.indexOf(said)).toBeLessThan(page.indexOf('Side by side'));
  });

  it('a scenario that is alike keeps its differences beside one that is not', () => {
    const comparison = compare([BASE, other('Alike', {}), other('Other', { warmUpDays: 7 })]);
    const row = comparison.rows.find(({ measure, scope }) => measure === 'no-criteria-to-reside' && scope === 'all');
    expect([row?.differences[0]?.mean, row?.differences[1]]).toEqual([expect.any(Number), null]);
    expect(comparison.unlike).toEqual([[], [expect.objectContaining({ what: 'start' })]]);
  });

  it('other hospitals, capacities and seeds are a change, or chance, and are compared', () => {
    const comparison = compare([BASE, { ...other('Other', { hospitals: [] }), run: { ...BASE.run, seed: 'another' } }]);
    expect([comparison.unlike, comparison.paired]).toEqual([undefined, false]);
    expect(comparison.rows.some(({ differences }) => differences[0] !== null)).toBe(true);
  });

  it('the same number of people present who are others are another start', () => {
    const comparison = compare([
      other('A', { warmUpDays: 0, startFrom: present(40) }),
      other('B', { warmUpDays: 0, startFrom: { ...present(40), remaining: 'uniform' } as Scenario['startFrom'] }),
    ]);
    expect(compareSummary([other('A', {}), other('B', {})], comparison).replaceAll(/\s+/g, ' ')).toMatch(
      /^“B” cannot be held against “A”: it starts from other people present than the base\./,
    );
  });
});
