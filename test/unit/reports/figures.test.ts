import { describe, expect, it } from 'vitest';
import { acuteBeds } from '../../../reports/figures/acute-beds.ts';
import { capacityUse } from '../../../reports/figures/capacity-use.ts';
import { goalsOf } from '../../../reports/figures/goals.ts';
import { figuresOf } from '../../../reports/figures/index.ts';
import { pathwayMix } from '../../../reports/figures/pathway-mix.ts';
import { averageOf } from '../../../reports/words/average.ts';
import { shortLabels } from '../../../reports/words/lookup.ts';
import type { AmbitionResult, Result } from '../../../sim/result.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const ambition = (over: string, target: number, measure = 'bed-days-delayed', scope = 'all'): AmbitionResult => ({
  name: over,
  label: over,
  measure,
  scope,
  direction: 'at most',
  target,
  source: null,
  rows: [{ over, summary: null, winters: [], metIn: [], met: 0, metInterval: [0, 1], n: 100 }],
});
const withAmbitions = (...ambitions: AmbitionResult[]): Result => ({ ...winterResult(), ambitions });

describe('the ambition on the chart of people', () => {
  it('restates delayed bed-days as people at a time, over the days they count', () => {
    expect(goalsOf(withAmbitions(ambition('2018-01,2018-02,2018-03', 3433)))).toMatchObject([
      { value: 3433 / 90, from: '2018-01-01', to: '2018-03-31' },
    ]);
    expect(goalsOf(withAmbitions(ambition('2017-12', 1200)))).toMatchObject([{ from: '2017-12-01', to: '2017-12-31' }]);
    expect(goalsOf(withAmbitions(ambition('period', 8000)))).toMatchObject([{ from: '2017-10-01', to: '2018-03-31' }]);
  });

  it('is drawn once where a month lies on its quarter', () => {
    expect(goalsOf(withAmbitions(ambition('2018-01', 1182), ambition('2018-01,2018-02,2018-03', 3433)))).toHaveLength(1);
  });

  it('is the ambition on people itself where there is one', () => {
    expect(goalsOf(withAmbitions(ambition('period', 8000), ambition('period', 40, 'no-criteria-to-reside')))).toMatchObject([
      { value: 40, note: null },
    ]);
  });

  it('is not restated where bed-days and the midnight count do not agree, nor for a part of the people', () => {
    const result = withAmbitions(ambition('period', 8000));
    expect(goalsOf({ ...result, scenario: { ...result.scenario, days: 300 } })).toEqual([]);
    expect(goalsOf(withAmbitions(ambition('period', 8000, 'bed-days-delayed', 'pathway:P1')))).toEqual([]);
  });
});

describe('figures', () => {
  it('say when acute beds are above 92% and 95%, only where their number is given', () => {
    const r = winterResult();
    expect(acuteBeds(r)).toEqual([]);
    const limited: Result = {
      ...r,
      scenario: {
        ...r.scenario,
        hospitals: [
          {
            name: 'UHCW',
            label: 'UHCW',
            beds: [{ from: 0, value: 100 }],
            waitingLimit: 'unlimited',
            readyHours: null,
            leavingHours: null,
          },
        ],
      },
      byWeek: [
        ...r.byWeek,
        {
          measure: 'acute-occupied',
          scope: 'hospital:UHCW',
          values: r.calendar.weeks.map((_, i) => summarise([i < 2 ? 96 : 93, i < 2 ? 96 : 93])),
        },
      ],
      capacity: [...r.capacity, { scope: 'hospital:UHCW', unit: 'beds', byWeek: r.calendar.weeks.map(() => 100), byDay: [] }],
    };
    expect(acuteBeds(limited)[0]?.title).toBe(
      'Acute beds at UHCW: mean occupancy above 92% in every week, above 95% in the first two weeks',
    );
  });

  it('hold the mix against the ambition where there is one, else against the stated shares', () => {
    expect(pathwayMix(winterResult())[0]?.table.columns[2]?.head).toBe('Stated in the scenario');
    const aimed = pathwayMix(withAmbitions(ambition('period', 0.5, 'pathway-mix', 'pathway:P0')))[0];
    expect(aimed?.table.columns[2]?.head).toBe('Ambition');
    expect(aimed?.title).toMatch(/^Furthest from the ambition: Pathway 0, 92\.\d% of people against at most 50\.0%$/);
  });

  it('average a dated share over the collected days only', () => {
    expect(
      averageOf(
        [
          { from: 0, value: 0.9 },
          { from: 15, value: 0.5 },
        ],
        10,
        20,
      ),
    ).toBeCloseTo(0.7);
  });

  it('say that a service without limit has none', () => {
    const r = winterResult();
    const unlimited = { ...r, capacity: r.capacity.map((c) => ({ ...c, byWeek: c.byWeek.map(() => 'unlimited' as const) })) };
    expect(capacityUse(unlimited)[0]?.title).toContain('there is no limit');
  });

  it('draw numbers only: no gap is drawn as nought', () => {
    const r = winterResult();
    const gap: Result = { ...r, byWeek: r.byWeek.map((m) => ({ ...m, values: m.values.map((v, i) => (i === 3 ? null : v)) })) };
    for (const f of figuresOf(gap)) expect(JSON.stringify(f.table.rows)).not.toContain('NaN');
    const beds = capacityUse(gap)[0];
    expect(beds?.table.rows[3]?.[1]).toBeNull();
    expect(beds?.chart?.data[2]?.['y']).toHaveLength(25);
  });
});

describe('labels on an axis', () => {
  it('are short, and no two alike', () => {
    const label = (name: string, text: string) => ({ name, label: text });
    expect(shortLabels([label('P1', 'Pathway 1: home'), label('P2', 'Pathway 2: bed')])).toEqual(['Pathway 1', 'Pathway 2']);
    expect(shortLabels([label('a', 'Pathway: home'), label('b', 'Pathway: bed')])).toEqual(['Pathway: home', 'Pathway: bed']);
    expect(shortLabels([label('a', 'Same'), label('b', 'Same')])).toEqual(['a', 'b']);
    expect(shortLabels([label('short-term-beds', 'short-term-beds')])).toEqual(['Short-term beds']);
  });
});
