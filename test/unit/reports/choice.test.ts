import { describe, expect, it } from 'vitest';
import { choicesOf, optionsOf } from '../../../reports/choice/options.ts';
import { partOf, scopeWithin } from '../../../reports/choice/part.ts';
import { comparisonViews, viewsOf } from '../../../reports/choice/views.ts';
import { comparisonFigures } from '../../../reports/figures/comparison.ts';
import { figuresOf } from '../../../reports/figures/index.ts';
import { meanOf } from '../../../reports/words/lookup.ts';
import { capacityOver } from '../../../reports/words/timeline.ts';
import type { Result } from '../../../sim/result.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const RESULT = winterResult({ parts: true });

describe('the part of a result that is chosen', () => {
  it.each([
    ['place:north', 'place:north', 'all'],
    ['place:north/pathway:P1', 'place:north', 'pathway:P1'],
    ['place:north/pathway:P1', 'place:north/pathway:P1', 'all'],
    ['service:beds/place:north', 'place:north', 'service:beds'],
    ['pathway:P1', 'pathway:P1', 'all'],
    ['all', 'place:north', null],
    ['place:north-east', 'place:north', null],
    ['place:north-east/pathway:P1', 'place:north', null],
    ['service:beds/place:north', 'pathway:P1', null],
    ['service:beds', 'place:north', null],
  ])('%s in %s is %s', (scope, chosen, within) => {
    expect(scopeWithin(scope, chosen)).toBe(within);
  });

  it('holds what the result holds of it, to the number, and nothing of anybody else', () => {
    const part = partOf(RESULT, { scope: 'place:south', step: 'week' });
    for (const measure of ['no-criteria-to-reside', 'delay-mean']) {
      expect(meanOf(part, measure)).toBe(meanOf(RESULT, measure, 'place:south'));
      expect(meanOf(part, measure, 'pathway:P2')).toBe(meanOf(RESULT, measure, 'place:south/pathway:P2'));
    }
    expect(meanOf(part, 'waiting', 'service:short-term-beds')).toBe(
      meanOf(RESULT, 'waiting', 'service:short-term-beds/place:south'),
    );
    expect([meanOf(part, 'cost-used'), meanOf(part, 'hours-needed', 'service:home-support')]).toEqual([null, null]);
  });

  it('by month is the months of the model itself, and capacity the mean of their days', () => {
    const part = partOf(RESULT, { scope: 'all', step: 'month' });
    const figure = figuresOf(part).find(({ id }) => id === 'no-criteria-to-reside');
    const months = RESULT.byMonth.find(({ measure, scope }) => measure === 'no-criteria-to-reside' && scope === 'all');
    expect(figure?.table.rows.map((row) => row[1])).toEqual(months?.values.map((s) => s?.mean));
    // October and November at 1,850 hours; from 1 December 2,095.
    expect(capacityOver(part, 'service:home-support')).toEqual([1850, 1850, 2095, 2095, 2095, 2095]);
    const cut: Result = {
      ...part,
      capacity: [
        {
          scope: 'service:home-support',
          unit: 'hours',
          byWeek: [],
          byDay: RESULT.calendar.days.map((_, i) => (i < 10 ? 'unlimited' : i < 41 ? 100 : 200)),
        },
      ],
    };
    expect(capacityOver(cut, 'service:home-support').slice(0, 3)).toEqual(['unlimited', (10 * 100 + 20 * 200) / 30, 200]);
  });
});

describe('what can be chosen', () => {
  it('is what the result tells apart, and nothing where it tells nothing apart', () => {
    const options = optionsOf(RESULT);
    expect([
      options.hospitals,
      options.places.map(({ label }) => label),
      options.pathways.map(({ scope }) => scope),
      options.months,
    ]).toEqual([[], ['North', 'South'], ['pathway:P1', 'pathway:P2', 'pathway:P3'], true]);
    expect(choicesOf(options)).toHaveLength(3 * 4 * 2 - 1);
    const plain = winterResult();
    expect(optionsOf({ ...plain, calendar: { ...plain.calendar, months: plain.calendar.months.slice(0, 1) } })).toEqual({
      hospitals: [],
      places: [],
      pathways: [],
      months: false,
    });
  });

  it('brings a view of a figure only where it is another one', () => {
    const views = viewsOf(RESULT, figuresOf(RESULT));
    expect(views.filter(({ figure }) => figure.id === 'hours-home-support').map(({ scope, step }) => `${scope} ${step}`)).toEqual(
      ['all week', 'all month'],
    );
    expect(views.some(({ figure }) => figure.id === 'costs')).toBe(false);
    for (const { scope, step, figure } of views)
      if (scope !== 'all' && step === 'month') {
        const week = views.find((it) => it.scope === scope && it.step === 'week' && it.figure.id === figure.id);
        expect(JSON.stringify(figure), figure.id).not.toBe(JSON.stringify(week?.figure));
      }
  });

  it('of a comparison is of every scenario at once', () => {
    const results = [RESULT, winterResult({ parts: true, name: 'More', pressure: 1.2 })];
    const comparison = winterComparison(results);
    const south = comparisonViews(results, comparison, comparisonFigures(results, comparison)).find(
      ({ scope, step, figure }) => figure.id === 'over-time' && scope === 'place:south' && step === 'week',
    );
    expect(south?.figure.table.columns.map(({ head }) => head)).toEqual(['First day of week', RESULT.scenario.name, 'More']);
    expect(south?.figure.table.rows[0]?.slice(1)).toEqual(
      results.map(
        (result) =>
          result.byWeek.find(({ measure, scope }) => measure === 'no-criteria-to-reside' && scope === 'place:south')?.values[0]
            ?.mean,
      ),
    );
  });
});
