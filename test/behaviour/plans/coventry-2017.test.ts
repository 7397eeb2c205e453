import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../sim/result.ts';
import { byQuarter, inMonth, mean, run } from './run.ts';

/** The agreed delayed days of each quarter, April 2017 to March 2019; the first is an actual. */
const TRAJECTORY = [5857, 4788, 3684, 3433, 3470, 3508, 3508, 3432];
/** Six times three years (one of them to warm up) take some seconds a file. */
const FEW = 6;

const delayed = (result: Result) => byQuarter(result, 'bed-days-delayed', 'all');
const file = (name: string, replications = FEW) => run('coventry-2017', name, replications);
const warned = (result: Result) => result.warnings.map(({ text }) => text.split(':')[0]);

describe('the two years', { timeout: 300_000 }, () => {
  let before: Result;
  let plan: Result;
  beforeAll(async () => {
    before = await file('six-pathways');
    plan = await file('plan');
  }, 300_000);

  it('hours and places are used in May 2017 as the plan found them', () => {
    const used = (service: string) => inMonth(before, 'service-occupancy', `service:${service}`, '2017-05');
    for (const service of ['home-support', 'care-home-places', 'housing-with-care']) expect(used(service)).toBeGreaterThan(0.9);
  });

  it('with nothing changed delays stay where they were and no quarter comes down as agreed', () => {
    const quarters = delayed(before);
    expect(quarters[0]).toBeGreaterThan(0.8 * 5857);
    expect(quarters[0]).toBeLessThan(1.2 * 5857);
    for (const [at, agreed] of TRAJECTORY.entries()) if (at > 0) expect(quarters[at]).toBeGreaterThan(agreed);
    expect(warned(before)).not.toContain('Home support'); // a few more people than hours, and the lists would have no end
  });

  it('with the plan delays come down two quarters late, and are below what was agreed from January 2018 on', () => {
    const quarters = delayed(plan);
    for (const [at, agreed] of TRAJECTORY.entries()) {
      if (at === 1 || at === 2) expect(quarters[at]).toBeGreaterThan(agreed);
      if (at > 2) expect(quarters[at]).toBeLessThan(agreed);
    }
  });

  it('the redesign moves everybody on B, C and E to Pathways 1, 2 and 3', () => {
    for (const [from, to] of [['B', 'P1'], ['C', 'P2'], ['E', 'P3']]) {
      expect(inMonth(plan, 'discharges', `pathway:${to}`, '2017-09')).toBe(0);
      expect(inMonth(plan, 'discharges', `pathway:${from}`, '2018-06')).toBe(0);
      expect(inMonth(plan, 'discharges', `pathway:${to}`, '2018-06')).toBeGreaterThan(0);
    }
  });

  it('places closed before the hours come cost more delayed days than the same places closed after them', async () => {
    const [early, late] = [await file('beds-before-hours'), await file('beds-after-hours')];
    expect(delayed(early)[2]).toBeGreaterThan((delayed(late)[2] ?? 0) * 1.2);
    expect(mean(early, 'bed-days-delayed', 'all')).toBeGreaterThan(mean(late, 'bed-days-delayed', 'all'));
  });

  it('step-up on hours of its own delays nobody in hospital; on the same hours it more than doubles the delays of its year', async () => {
    const [own, same] = [await file('step-up-own-hours'), await file('step-up-no-new-hours')];
    expect(delayed(own)).toEqual(delayed(plan));
    const secondYear = (result: Result) => delayed(result).slice(4).reduce((sum, it) => sum + it, 0);
    expect(secondYear(same)).toBeGreaterThan(2 * secondYear(plan));
    expect(warned(same)).toContain('Home support');
  });
});

it('step-up avoids what the plan says where 10, 20 and 50% need no package, and pays for its own hours only near 50%', async () => {
  const packages = (result: Result) => mean(result, 'cost-used', 'service:long-term-care');
  const without = await file('no-step-up', 100);
  for (const [share, stated] of [[10, 543_000], [20, 1_086_000], [50, 2_715_000]] as const) {
    const result = await file(`step-up-${share}`, 100);
    const avoided = packages(without) - packages(result);
    // A little more in its first years: whoever still waits has not started a long-term package either.
    expect(avoided).toBeGreaterThan(0.95 * stated);
    expect(avoided).toBeLessThan(stated + 150_000);
    const hours = mean(result, 'cost-used', 'service:promoting-independence');
    expect(avoided > hours).toBe(share === 50);
  }
});
