import { describe, expect, it } from 'vitest';
import { capacityUse } from '../../../reports/figures/capacity-use.ts';
import { differencesFigure, keyMeasures } from '../../../reports/figures/compare-measures.ts';
import { differingMeasures } from '../../../reports/figures/differing-measures.ts';
import { renderComparison } from '../../../reports/index.ts';
import { dateAxis } from '../../../reports/figures/look.ts';
import { differenceText, mainFinding, negligible, savedSentence } from '../../../reports/words/differences.ts';
import type { Result } from '../../../sim/result.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const difference = (mean: number, low: number, high: number) => ({ n: 100, mean, interval: [low, high] as [number, number] });

describe('a difference', () => {
  it('is practically none where it shows neither in itself nor in the means', () => {
    expect(differenceText(difference(-0.01, -0.014, -0.001), 'people', 11.5)).toBe('practically none');
    expect(differenceText(difference(0.001, -0.006, 0.004), 'days', 4)).toBe('practically none');
    expect(negligible(difference(-0.004, -0.005, -0.003), 'share', 0.938)).toBe(false);
    expect(negligible(difference(0.4, 0.3, 0.5), 'people', 26)).toBe(false);
    expect(negligible(difference(-26_000, -29_000, -23_000), '£', 2_400_000)).toBe(false);
    expect(negligible(difference(-0.02, -0.02, -0.01), 'people', 0.11)).toBe(false);
  });
});

describe('the comparison', () => {
  const results = [winterResult({ name: 'Base' }), winterResult({ name: 'More', pressure: 1.2 }), winterResult({ name: 'Same' })];
  const comparison = winterComparison(results);

  it('is headed by what each scenario changes, in words', () => {
    expect(mainFinding(results, comparison)).toMatch(
      /^Bed-days delayed: 1,\d{3} days more in “More”, practically no difference in “Same”, against “Base”$/,
    );
    expect(keyMeasures(results, comparison).title).toBe(mainFinding(results, comparison));
  });

  it('of several scenarios shows the intervals that hold together, and says so', () => {
    const wide = {
      ...comparison,
      rows: comparison.rows.map((row) => ({
        ...row,
        differences: row.differences.map(
          (d) => d && { ...d, interval: [1, 2] as [number, number], together: [-1, 4] as [number, number] },
        ),
      })),
    };
    expect(keyMeasures(results, wide).notes.join(' ')).toContain(
      'Two scenarios are held against the base, so each interval is widened (Bonferroni)',
    );
    expect(differenceText({ n: 9, mean: 1.5, interval: [1, 2], together: [-1, 4] }, 'days')).toBe('+2 (-1 to +4), includes 0');
    expect(keyMeasures(results, comparison).notes.join(' ')).not.toContain('Bonferroni');
  });

  it('says what meeting the same people saves', () => {
    const saving = (...ratios: number[]) =>
      savedSentence(results, {
        ...comparison,
        rows: comparison.rows.map((row) => ({
          ...row,
          differences: row.differences.map((d, i) => d && { ...d, varianceRatio: ratios[i] ?? 1 }),
        })),
      });
    expect(saving(0.034, 0.02)).toEqual([
      'On the same people the differences have at most 3.4% of the variance they would have on people of their own (bed-days delayed).',
    ]);
    expect(saving(1.2, 0.02)[0]).toMatch(/120% .*: here the same people do not help\.$/);
    expect(savedSentence(results, comparison)).toEqual([]);
  });

  it('neither counts nor draws what is practically the same', () => {
    expect(keyMeasures(results.slice(0, 2), winterComparison(results.slice(0, 2))).notes[0]).toMatch(
      /^Of the \d+ differences above that are more than “practically none”, \d+ are clear of 0\.$/,
    );
    const [same] = results;
    const figure = differencesFigure(results.slice(0, 2), winterComparison(results.slice(0, 2)))[0];
    expect(figure?.notes.join(' ')).toContain('Practically no difference: Discharged on the ready date');
    expect(same && differencesFigure([same, same], winterComparison([same, same]))).toEqual([]);
  });

  it('puts names above the dots where the page is narrow', () => {
    const chart = differencesFigure(results, comparison)[0]?.chart;
    expect(chart?.narrow?.layout).toMatchObject({ yaxis: { showticklabels: false } });
    expect(chart?.narrow?.layout['annotations']).toHaveLength(differencesFigure(results, comparison)[0]?.table.rows.length ?? -1);
  });
});

describe('charts over time', () => {
  it('show the whole period from its first day, with every month named', () => {
    expect(dateAxis('week', winterResult().calendar)).toMatchObject({
      range: ['2017-10-01', '2018-04-01'],
      dtick: 'M1',
      ticklabelmode: 'period',
    });
  });

  it('say why starts go unused although people wait', () => {
    const r = winterResult();
    const lost = { measure: 'starts-lost', scope: 'service:care-home', summary: summarise([24, 24]), winters: [24, 24] };
    const figure = (result: Result) => capacityUse(result).find((f) => f.about?.name === 'care-home');
    expect(figure({ ...r, measures: [...r.measures, lost] })?.notes[0]).toMatch(
      /^24 starts go unused.*do not contradict the [\d.]+% who find no place free/,
    );
    expect(figure(r)?.notes).not.toContain('unused');
  });
});

describe('the measures that differ', () => {
  const base = winterResult({ parts: true });
  const { measures } = winterResult({ parts: true, pressure: 1.2 });
  const many = [
    base,
    ...Array.from({ length: 24 }, (_, i) => ({ ...base, measures, scenario: { ...base.scenario, name: `Scenario ${i + 1}` } })),
  ];

  it('are all there where the page has room, and a part of a part is not', () => {
    const two = many.slice(0, 2);
    const { table, of } = differingMeasures(two, winterComparison(two));
    expect(table.rows.length).toBe(of);
    expect(winterComparison(two).rows.length).toBeGreaterThan(of);
  });

  it('are cut to the room of the page, those of everyone first, and the page says how many there are', async () => {
    const { table, of } = differingMeasures(many, winterComparison(many));
    expect(table.rows.length).toBe(40);
    expect(of).toBeGreaterThan(40);
    const everyone = table.rows.map(([name]) => String(name).includes(': '));
    expect(everyone).toEqual([...everyone].sort());
    expect(await renderComparison(many, winterComparison(many))).toContain(
      `<summary>40 of ${of} measures in which a scenario differs from the base</summary>`,
    );
  });
});
