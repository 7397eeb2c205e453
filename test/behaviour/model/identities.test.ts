import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../../../cli/threads/engines.ts';
import { Sheets } from '../../../sim/engine/sheets.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { numbersOf } from '../../../sim/experiment/numbers.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { anyScenario, unlimited } from './random-scenarios.ts';
import { answers, experimentOn } from './small.ts';

/** Always the same random scenarios, so that a failure stays a failure. */
const holds = (property: (it: Scenario) => void) => fc.assert(fc.property(anyScenario, property), { seed: 2017, numRuns: 60 });
const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6 * Math.max(1, Math.abs(b)));
const numbers = (it: Scenario, engine: 'native' | 'simjs', replication: number, sheets: Sheets) => {
  const plan = planOf(it);
  sheets.clear();
  return numbersOf(layoutOf(plan), replicate(plan, replication, engineOf(engine), sheets));
};

describe('in any care system', () => {
  test('people in = people out + people inside; every self-check passes', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (it) => {
        const [result] = await experimentOn([it]);
        expect(result?.checks.filter(({ passed }) => !passed)).toEqual([]);
      }),
      { seed: 2017, numRuns: 40 },
    );
  });

  test('a measure has no value or a finite one: nothing is NaN or infinite', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (it) => {
        const [result] = await experimentOn([it]);
        const text = JSON.stringify(result, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NOT FINITE' : value,
        );
        expect(text).not.toContain('NOT FINITE');
        for (const { measure, summary } of result?.measures ?? [])
          if (summary !== null) expect(summary.mean, measure).toBeGreaterThanOrEqual(0);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  test('both engines give the same numbers to the last digit', () => {
    const [one, two] = [new Sheets(), new Sheets()];
    holds((it) => {
      expect(numbers(it, 'simjs', 1, two)).toEqual(numbers(it, 'native', 1, one));
    });
  });

  test('a replication is the same on used sheets as on new ones', () => {
    const used = new Sheets();
    holds((it) => {
      expect(numbers(it, 'native', 2, used)).toEqual(numbers(it, 'native', 2, new Sheets()));
    });
  });

  test('the hours ledger adds up week by week: commissioned + spot - unused + over-delivered = delivered, and no more is delivered than needed', () => {
    holds((it) => {
      const { weeks, whole } = answers(it);
      const of = (measure: string) => weeks(`hours-${measure}`, 'service:home');
      const bought = it.services[0]?.spot ? of('spot') : [];
      const [commissioned, unused, over, delivered, needed] = [
        of('commissioned'),
        of('unused'),
        of('over-delivered'),
        of('delivered'),
        of('needed'),
      ];
      delivered.forEach((given, week) => {
        expect(needed[week]).toBeGreaterThanOrEqual(given - 1e-9);
        if (Number.isFinite(commissioned[week]))
          near((commissioned[week] as number) + (bought[week] ?? 0) - (unused[week] as number) + (over[week] as number), given);
      });
      const total = whole('hours-commissioned', 'service:home');
      if (Number.isFinite(total))
        near(
          total +
            (it.services[0]?.spot ? whole('hours-spot', 'service:home') : 0) -
            whole('hours-unused', 'service:home') +
            whole('hours-over-delivered', 'service:home'),
          whole('hours-delivered', 'service:home'),
        );
    });
  });

  test('where hours are never cut and nobody was there before, no more is delivered than commissioned and its flex', () => {
    holds((it) => {
      const service = it.services[0];
      if (service?.kind !== 'hours' || service.flex === 'unlimited') return;
      const flex = service.flex;
      const steady: Scenario = {
        ...it,
        startFrom: null,
        services: [
          {
            ...service,
            spot: null,
            commissioned: [
              { from: 0, value: 60 },
              { from: 12, value: 90 },
            ],
          },
          ...it.services.slice(1),
        ],
      };
      for (const [week, given] of answers(steady).weeks('hours-delivered', 'service:home').entries()) {
        const ends = it.warmUpDays + 7 * week + 7;
        expect(given).toBeLessThanOrEqual((ends <= 12 ? 60 : 90) * (1 + flex) + 1e-9);
      }
    });
  });

  test('delay is process and capacity, pathways make up the whole, bands share out everybody', () => {
    holds((it) => {
      const { whole } = answers(it);
      const over = (measure: string, scopes: string[]) => scopes.reduce((sum, scope) => sum + whole(measure, scope), 0);
      const pathways = it.pathways.map(({ name }) => `pathway:${name}`);
      near(whole('bed-days-delayed-process') + whole('bed-days-delayed-capacity'), whole('bed-days-delayed'));
      for (const measure of ['discharges', 'bed-days-delayed', 'no-criteria-to-reside'])
        near(over(measure, pathways), whole(measure));
      const places = it.places.map(({ name }) => `place:${name}`);
      if (places.length > 0) {
        for (const measure of ['admissions', 'discharges', 'bed-days-delayed', 'acute-occupied', 'past-ready-7-plus'])
          near(over(measure, places), whole(measure));
        for (const { name } of it.pathways)
          near(
            over(
              'discharges',
              places.map((place) => `${place}/pathway:${name}`),
            ),
            whole('discharges', `pathway:${name}`),
          );
      }
      if (whole('discharges') === 0) return;
      near(whole('delay-process') + whole('delay-capacity'), whole('delay-exact'));
      near(
        ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-plus'].reduce((sum, band) => sum + whole(`delay-band-${band}`), 0),
        1,
      );
      near(over('pathway-mix', pathways), 1);
      expect(whole('delay-band-0')).toBeCloseTo(whole('on-ready-date'), 12);
      expect(whole('bed-days-delayed')).toBeLessThanOrEqual(whole('acute-occupied') * it.days + 1e-6);
    });
  });

  test('months add up to the period for counts, bed-days, hours and pounds', () => {
    holds((it) => {
      const { months, whole } = answers(it);
      for (const measure of ['discharges', 'admissions', 'bed-days-delayed', 'cost-used'])
        near(
          months(measure).reduce((a, b) => a + b, 0),
          whole(measure),
        );
      for (const measure of ['hours-delivered', 'starts', 'referrals'])
        near(
          months(measure, 'service:home').reduce((a, b) => a + b, 0),
          whole(measure, 'service:home'),
        );
    });
  });

  test('with everything unlimited, open every day and nothing to arrange, nobody waits for capacity', () => {
    holds((it) => {
      const { whole } = answers(unlimited(it));
      expect(whole('bed-days-delayed-capacity')).toBe(0);
      for (const { name } of it.services) {
        expect(whole('waiting', `service:${name}`)).toBe(0);
        if (whole('starts', `service:${name}`) > 0) expect(whole('wait-longest', `service:${name}`)).toBe(0);
        expect(whole('service-turned-away', `service:${name}`)).toBe(0);
      }
    });
  });
});
