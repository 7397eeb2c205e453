import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../../reports/figures/side-by-side.ts';
import { comparedTitle, comparedVerdict } from '../../../reports/words/compared-verdict.ts';
import type { Result } from '../../../sim/result.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

/** A scenario with as many targets as chances are given; each interval is narrow. */
function scenario(name: string, met: number[], pressure = 1): Result {
  const r = winterResult({ name, pressure });
  const [a] = r.ambitions;
  if (!a) throw new Error('the fixture has an ambition');
  const rows = a.rows.slice(0, 1);
  return {
    ...r,
    ambitions: met.map((share, i) => ({
      ...a,
      name: `a${i}`,
      label: `a${i}`,
      rows: rows.map((row) => ({ ...row, met: share, metInterval: [share - 0.01, share + 0.01] as [number, number] })),
    })),
  };
}
const verdict = (results: Result[]): string => comparedVerdict(results, winterComparison(results));

describe('what a comparison comes to', () => {
  it('names the scenario that is likely to meet most targets', () => {
    expect(verdict([scenario('Base', [0.2, 0.8, 0.3]), scenario('A', [0.9, 0.8, 0.3]), scenario('B', [0.2, 0.2, 0.2])])).toEqual(
      expect.stringMatching(/^More targets are likely to be met with “A” than with the base: two of three targets, not one/),
    );
    expect(verdict([scenario('Base', [0.2, 0.2]), ...['A', 'B', 'C'].map((name) => scenario(name, [0.8, 0.2]))])).toEqual(
      expect.stringMatching(
        /^More targets are likely to be met with “A”, “B” and one other than with the base: one of two targets, not none/,
      ),
    );
  });

  it('says that none is better, or that all are alike', () => {
    expect(verdict([scenario('Base', [0.8, 0.2]), scenario('A', [0.1, 0.2])])).toBe(
      'No scenario does better than the base: one of two targets is likely to be met; with “A” none',
    );
    expect(verdict([scenario('Base', [0.8, 0.9]), scenario('A', [0.8, 0.9])])).toBe(
      'In every scenario two of two targets are likely to be met',
    );
  });

  it('speaks of one target as the target', () => {
    expect(verdict([scenario('Base', [0.2]), scenario('A', [0.8])])).toBe('The target is likely to be met with “A”');
    expect(verdict([scenario('Base', [0.2]), scenario('A', [0.2])])).toBe('The target is likely to be met in no scenario');
    expect(verdict([scenario('Base', [0.8]), scenario('A', [0.8])])).toBe('The target is likely to be met in every scenario');
  });

  it('says who waits for it where that differs clearly', () => {
    expect(verdict([scenario('Base', [0.2, 0.2]), scenario('A', [0.8, 0.2], 1.5), scenario('B', [0.8, 0.2])])).toMatch(
      /^More targets are likely to be met with “A” and “B” than with the base: one of two targets, not none; people a night with no criteria to reside: [\d.]+ more and as many/,
    );
  });

  it('without targets: the lowest and the highest where a difference is clear', () => {
    expect(verdict([scenario('Base', []), scenario('A', [], 2), scenario('B', [], 0.5)])).toMatch(
      /^People with no criteria to reside: lowest with “B”, [\d.]+; highest with “A”, [\d.]+; care costs about the same in cash; delayed bed-days are valued at £[\d.]+m less, which is not cash; both together: £[\d.]+m less$/,
    );
    expect(verdict([scenario('Base', []), { ...scenario('A', []), scenario: { ...scenario('A', []).scenario } }])).toMatch(
      /: no clear difference from the base$/,
    );
  });

  it('two names make a heading, more are counted', () => {
    expect([comparedTitle(['A', 'B']), comparedTitle(['A', 'B', 'C'])]).toEqual(['A / B', 'A, and two others against it']);
  });
});

describe('the scenarios side by side', () => {
  it('a scenario a row: its targets, its means and their differences from the base', () => {
    const results = [scenario('Base', [0.2, 0.8]), scenario('A', [0.8, 0.8], 1.2), scenario('Same', [0.2, 0.8])];
    const { columns, rows } = sideBySide(results, winterComparison(results));
    expect(columns.slice(0, 2).map(({ head }) => head)).toEqual(['Scenario', 'Targets likely to be met']);
    const delay = columns.findIndex(({ head }) => /^Mean delay/.test(head));
    expect(rows[0]?.slice(0, 2)).toEqual(['Base (base)', '1 of 2']);
    expect(rows[0]?.[delay]).toBe('0.42');
    expect([rows[1]?.[1], rows[1]?.[delay]]).toEqual(['2 of 2', '0.50\n+0.0839 (+0.0820 to +0.0857)']);
    expect(rows[2]?.[delay]).toBe('0.42\nas in the base');
  });
});
