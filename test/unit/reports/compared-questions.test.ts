import { describe, expect, it } from 'vitest';
import { chances, chancesCompared } from '../../../reports/figures/chances.ts';
import { askedOfAll, untold } from '../../../reports/questions/compared.ts';
import { byWidth } from '../../../reports/words/ranges.ts';
import type { Result } from '../../../sim/result.ts';
import type { Comparison, Difference } from '../../../sim/comparison.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const [BASE, MORE] = [winterResult({ name: 'Base' }), winterResult({ name: 'More', pressure: 1.2 })];
const answers = (results: Result[], number: number, comparison = winterComparison(results)) =>
  askedOfAll(results, comparison).find((it) => it.number === number);

describe('the questions of a comparison', () => {
  it('answer the base in full and the others by their clear differences', () => {
    const delay = answers([BASE, MORE], 3);
    expect(delay?.base.slice(0, 2)).toEqual([
      expect.stringMatching(/^People with no criteria to reside in an acute bed, a night: \d+ on average/),
      expect.stringMatching(/^People waiting each day, on average \(in brackets 9 in 10 winters\)/),
    ]);
    expect(delay?.others[0]?.said[0]).toBe('Mean delay: 0.50 days, +0.0839 (95% interval +0.0820 to +0.0857).');
    expect(delay?.others[0]?.said.length).toBeLessThanOrEqual(4);
  });

  it('say so where nothing differs clearly, and where the sentences are the same', () => {
    const same = { ...BASE, scenario: { ...BASE.scenario, name: 'Same' } };
    expect(answers([BASE, same], 3)?.others).toEqual([{ scenarios: ['Same'], said: ['No clear difference from the base.'] }]);
    expect(answers([BASE, same], 12)?.others.flatMap(({ said }) => said)).toEqual([]);
    expect(answers([BASE, same], 2)?.others[0]?.said).toEqual(['As in the base.']);
  });

  it('tell scenarios together of which the same is said', () => {
    const same = ['One', 'Two'].map((name) => ({ ...BASE, scenario: { ...BASE.scenario, name } }));
    expect(answers([BASE, ...same], 3)?.others).toEqual([
      { scenarios: ['One', 'Two'], said: ['No clear difference from the base.'] },
    ]);
  });

  it('leave out what is clear and too small to act on', () => {
    const row = (measure: string, scope: string, mean: number): Comparison['rows'][number] => ({
      measure,
      scope,
      means: [0, mean],
      differences: [{ n: 9, mean, interval: [mean * 0.9, mean * 1.1] }],
    });
    const compared = (mean: number): Comparison => ({
      format: 'd2a-comparison',
      version: 1,
      scenarios: ['Base', 'More'],
      paired: true,
      costs: [],
      rows: [row('waiting', 'service:short-term-beds', mean)],
    });
    expect(answers([BASE, MORE], 3, compared(0.4))?.others[0]?.said).toEqual(['Practically as in the base.']);
    expect(answers([BASE, MORE], 3, compared(0.6))?.others[0]?.said).toEqual([
      'Short-term beds: people waiting: 0.60 people, +0.60 (95% interval +0.54 to +0.66).',
    ]);
  });

  it('tell of one service one difference, that which says most, and none under a hundredth of the base', () => {
    const row = (measure: string, mean: number, base: number): Comparison['rows'][number] => ({
      measure,
      scope: 'service:home-support',
      means: [base, base + mean],
      differences: [{ n: 9, mean, interval: [mean * 0.9, mean * 1.1] }],
    });
    const compared = (over: number): Comparison => ({
      format: 'd2a-comparison',
      version: 1,
      scenarios: ['Base', 'More'],
      paired: true,
      costs: [],
      rows: [row('hours-over-delivered', over, 0), row('hours-delivered', 300, 20_000), row('hours-needed', 150, 20_000)],
    });
    expect(answers([BASE, MORE], 6, compared(200))?.others[0]?.said).toHaveLength(1);
    expect(answers([BASE, MORE], 6, compared(200))?.others[0]?.said[0]).toContain('200 hours, +200');
    expect(answers([BASE, MORE], 6, compared(10))?.others[0]?.said[0]).toContain('20,300 hours, +300');
  });

  it('call a share of a pathway as the ambition on it is called', () => {
    const [a] = BASE.ambitions;
    const held = {
      ...BASE,
      ambitions: a ? [{ ...a, name: 'mix', label: 'Home with support', measure: 'pathway-mix', scope: 'national:P1' }] : [],
    };
    const comparison: Comparison = {
      format: 'd2a-comparison',
      version: 1,
      scenarios: ['Base', 'More'],
      paired: true,
      costs: [],
      rows: [
        {
          measure: 'pathway-mix',
          scope: 'national:P1',
          means: [0.1, 0.2],
          differences: [{ n: 9, mean: 0.1, interval: [0.09, 0.11] }],
        },
      ],
    };
    expect(answers([held, MORE], 8, comparison)?.others[0]?.said[0]).toMatch(/^Home with support: /);
  });

  const difference = (mean: number, half: number): Difference => ({ n: 9, mean, interval: [mean - half, mean + half] });
  const priced = (care: Difference, value: Difference, net: Difference, days: Difference): Comparison => ({
    format: 'd2a-comparison',
    version: 1,
    scenarios: ['Base', 'More'],
    paired: true,
    costs: [{ care, value, net }],
    rows: [
      { measure: 'bed-days-delayed', scope: 'all', means: [1000, 1000 + days.mean], differences: [days] },
      { measure: 'cost-commissioned', scope: 'all', means: [1000, 1000 + care.mean], differences: [care] },
    ],
  });
  const lastOf = (results: Result[], comparison: Comparison) => answers(results, 5, comparison)?.others[0]?.said.at(-1);

  it('tell cash, the value of delay and both together apart, each by its own interval, with the price of a bed-day avoided', () => {
    expect(
      lastOf(
        [BASE, MORE],
        priced(difference(10_000, 300), difference(-34_500, 2500), difference(-24_500, 2600), difference(-100, 8)),
      ),
    ).toBe(
      'Care costs £10.0k more (95% interval +£9.7k to +£10.3k) in cash; delayed bed-days are valued at £35k less (95% interval -£37k to -£32k), which is not cash; both together: £25k less (95% interval -£27k to -£22k); each bed-day avoided costs £100 (each is valued at £345).',
    );
  });

  it('call costs about the same where the interval holds no difference, and give no price of a bed-day then', () => {
    expect(
      lastOf(
        [BASE, MORE],
        priced(difference(10_000, 300), difference(-9000, 12_000), difference(1000, 12_100), difference(-30, 40)),
      ),
    ).toBe(
      'Care costs £10.0k more (95% interval +£9.7k to +£10.3k) in cash; delayed bed-days are valued at about the same (95% interval -£21k to +£3k), which is not cash; both together: about the same (95% interval -£11k to +£13k).',
    );
  });

  it('give no cost while capacity that differs has no price, and name it', () => {
    const beds = {
      ...MORE,
      scenario: {
        ...MORE.scenario,
        services: MORE.scenario.services.map((s) =>
          s.kind === 'beds' ? { ...s, price: null, beds: [{ from: 0, value: 99 }] } : s,
        ),
      },
    };
    expect(
      lastOf(
        [BASE, beds],
        priced(difference(10_000, 300), difference(-34_500, 2500), difference(-24_500, 2600), difference(-100, 8)),
      ),
    ).toBe('No cost can be given: Short-term beds has no price.');
  });

  it('tell what only the other scenario has', () => {
    const comparison: Comparison = {
      format: 'd2a-comparison',
      version: 1,
      scenarios: ['Base', 'More'],
      paired: true,
      costs: [],
      rows: [
        { measure: 'hours-over-delivered', scope: 'service:home-support', means: [null, 0], differences: [null] },
        { measure: 'hours-delivered', scope: 'service:home-support', means: [null, 4200], differences: [null] },
      ],
    };
    expect(answers([BASE, MORE], 6, comparison)?.others[0]?.said).toEqual([
      expect.stringMatching(/^Home support: .*4,200 hours; not in the base\.$/),
    ]);
  });

  it('leave out a scenario where neither it nor the base has an answer', () => {
    const closing = {
      ...MORE,
      scenario: {
        ...MORE.scenario,
        name: 'Triggered',
        triggers: [
          {
            name: 't',
            label: 'T',
            when: { measure: 'waiting' as const, of: 'short-term-beds', above: 3, nights: 1 },
            leadTime: 0,
            opens: [],
            until: null,
          },
        ],
      },
    };
    expect(answers([BASE, MORE, closing], 15)?.others.flatMap(({ scenarios }) => scenarios)).toEqual(['Triggered']);
  });

  it('tell four scenarios and say how many more there are', () => {
    const many = [BASE, ...['1', '2', '3', '4', '5', '6'].map((name) => winterResult({ name, pressure: 1.1, replications: 5 }))];
    expect(askedOfAll(many, winterComparison(many))[2]?.others.flatMap(({ scenarios }) => scenarios)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect([untold(many)[0], untold([BASE, MORE])]).toEqual([
      'The first 4 scenarios after the base are told here; two scenarios more have reports of their own, and are in the figures and tables below.',
      [],
    ]);
  });
});

describe('the chance of each ambition, month by month', () => {
  const monthly = (met: number[]): Result => ({
    ...BASE,
    ambitions: BASE.ambitions.flatMap((a) =>
      a.rows.slice(0, 1).map((row) => ({
        ...a,
        label: 'Stays',
        rows: met.map((share, i) => ({
          ...row,
          over: `2017-1${i}`,
          met: share,
          metInterval: [share / 2, (1 + share) / 2] as [number, number],
        })),
      })),
    ),
  });

  it('is drawn with its interval, the least and the most likely in the title', () => {
    const figure = chances(monthly([0.9, 0.2, 0.5]))[0];
    expect(figure?.title).toBe(
      'Least likely to be met: “November 2017: Stays”, 20% (10% to 60%); most likely: “October 2017: Stays”, 90% (45% to 95%)',
    );
    expect(figure?.table.rows[1]).toEqual(['November 2017: Stays', 0.2, 0.1, 0.6]);
    expect(figure?.chart?.data[0]).toMatchObject({ x: [0.9, 0.2, 0.5] });
    expect(chances(monthly([0.9]))).toEqual([]);
  });

  it('stands beside that of other scenarios, empty where one has no such target', () => {
    const figure = chancesCompared([monthly([0.9, 0.2]), monthly([0.4, 0.1]), winterResult({ ambitions: false })], {
      format: 'd2a-comparison',
      version: 1,
      scenarios: ['Base', 'A', 'B'],
      paired: true,
      costs: [],
      rows: [],
    })[0];
    expect(figure?.table.rows[0]).toEqual(['October 2017: Stays', 0.9, 0.45, 0.95, 0.4, 0.2, 0.7, null, null, null]);
    expect(figure?.chart?.scenarios).toEqual([0, 1, 2]);
  });
});

describe('the width of a stated range', () => {
  const value = (v: string, written: string, low: string, high: string) => ({
    path: 'a',
    written,
    value: v,
    origin: 'assumption' as const,
    note: null,
    confidence: null,
    at: null,
    range: { low, high },
  });

  it('is told only of numbers in one unit, those of the value as written where it was converted', () => {
    expect(byWidth([value('1.1429 a day', '8 per week', '6 per week', '10 per week')])[0]).toMatchObject({
      low: -0.25,
      high: 0.25,
      width: 0.5,
    });
    expect(
      byWidth([value('14 days', '14 days', '1 week', '3 weeks'), value('14 days', '2 weeks', '10 days', '3 weeks')]),
    ).toEqual([]);
    expect(byWidth([value('£100 per bed-day', '£100 per bed-day', '£85 per bed-day', '£125 per bed-day')])[0]?.width).toBeCloseTo(
      0.4,
    );
  });
});
