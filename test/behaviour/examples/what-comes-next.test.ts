import { followUp, leavingServices } from '../../../reports/figures/follow-up.ts';
import { pathwayMix } from '../../../reports/figures/pathway-mix.ts';
import { describe, expect, it } from 'vitest';
import { mean, run } from './run.ts';

describe('stays in phases', () => {
  it('a quarter of people with a long second phase hold most of the beds: 3 days each and 20 more for a quarter make 8', async () => {
    const file = 'what-if-a-quarter-of-people-stay-much-longer';
    const [phases, alike] = [await run(file), await run(file, 'pathways.P0.acute-stay.go-on=0%')];
    expect(mean(phases, 'acute-stay-mean', 'all')).toBeCloseTo(8, 0);
    expect(mean(alike, 'acute-stay-mean', 'all')).toBeCloseTo(3, 1);
    expect(mean(phases, 'acute-stay-median', 'all')).toBeLessThan(4);
    expect(mean(alike, 'acute-stays-over-21-days', 'all')).toBeCloseTo(Math.exp(-7), 2);
    expect(mean(phases, 'acute-stays-over-21-days', 'all')).toBeGreaterThan(0.08);
  });
});

describe('what comes next', () => {
  it('fewer starts of home care a week means more Homefirst hours for people whose care is finished, and longer waits to get in', async () => {
    const file = 'how-many-hours-go-to-people-waiting-for-home-care';
    const [fewer, enough] = [await run(file), await run(file, 'services.home-care.starts=unlimited')];
    const of = (measure: string) =>
      [fewer, enough].map((result) => mean(result, measure, 'service:homefirst')) as [number, number];
    const [hours, without] = of('exit-block-hours');
    // Arranging it takes 4 days: 4 people a day x 40% x 4 days x 14 h/week / 7, over 182 days.
    expect(without / ((4 * 0.4 * 4 * 14 * 182) / 7)).toBeCloseTo(1, 1);
    expect(hours).toBeGreaterThan(without);
    const [waits, waitsWithout] = of('wait-mean');
    expect(waits).toBeGreaterThan(waitsWithout);
  });

  it('people who step down from Pathway 2 free a bed, and hold it only while home support has no hours for them', async () => {
    const file = 'what-if-people-step-down-from-a-bed-to-home-support';
    const [some, none] = [
      await run(file),
      await run(file, 'services.step-down.packages.early.share=0%', 'services.step-down.packages.to-the-end.share=100%'),
    ];
    expect(mean(some, 'in-service', 'service:step-down')).toBeLessThan(mean(none, 'in-service', 'service:step-down') - 5);
    expect(mean(some, 'starts', 'service:home-support') / mean(some, 'starts', 'service:step-down')).toBeCloseTo(0.2, 1);
    expect(mean(some, 'exit-block-beds', 'service:step-down')).toBeGreaterThan(0.5);
    const roomy = await run(file, 'services.home-support.commissioned=unlimited', 'services.care-home.starts=unlimited');
    expect(mean(roomy, 'exit-block-beds', 'service:step-down')).toBe(0);
  });
});

describe('who is not discharged', () => {
  it('people who die in hospital use acute beds, are never delayed, and are in no pathway of the mix', async () => {
    const result = await run('what-if-some-people-die-in-hospital');
    expect(mean(result, 'died-in-hospital', 'all') / mean(result, 'admissions', 'all')).toBeCloseTo(0.05, 2);
    expect(mean(result, 'pathway-mix', 'pathway:P1')).toBeCloseTo(0.2 / 0.95, 2);
    expect(mean(result, 'acute-occupied', 'all') / (40 * (0.75 * 6 + 0.2 * 10 + 0.05 * 9))).toBeCloseTo(1, 1);
    expect(result.measures.filter(({ scope }) => scope === 'pathway:died')).toEqual([]);
  });
});

describe("routes of one's own", () => {
  it('the national mix is the sum of the local pathways that report as it', async () => {
    const result = await run('what-is-the-national-mix-of-local-pathways');
    const local = { P0: ['none', 'A'], P1: ['B', 'D', 'F'], P2: ['C'], P3: ['E'] };
    for (const measure of ['pathway-mix', 'discharges', 'bed-days-delayed'])
      for (const [national, pathways] of Object.entries(local)) {
        const sum = pathways.reduce((so, name) => so + mean(result, measure, `pathway:${name}`), 0);
        expect(mean(result, measure, `national:${national}`)).toBeCloseTo(sum, 9);
      }
    expect(result.ambitions[0]?.scope).toBe('national:P1');
    expect(pathwayMix(result)[0]?.table.rows.map(([name]) => name)).toContain('National pathway P1');
    const home = mean(result, 'pathway-mix', 'national:P0') + mean(result, 'pathway-mix', 'national:P1');
    expect(mean(result, 'usual-residence', 'all')).toBeCloseTo(home, 9);
  });
});

describe('step-up', () => {
  it('22 starts a week, 6 weeks each, 20 hours a week: 132 people and 2,640 hours a week, within four standard errors', async () => {
    const result = await run('how-many-hours-does-step-up-need', 'run.replications=2000');
    const of = (measure: string) => {
      const summary = result.measures.find(
        (it) => it.measure === measure && it.scope === 'service:promoting-independence',
      )?.summary;
      return { mean: summary?.mean ?? Number.NaN, error: (summary?.sd ?? Number.NaN) / Math.sqrt(2000) };
    };
    const [people, hours] = [of('in-service'), of('hours-delivered')];
    expect(Math.abs(people.mean - 132)).toBeLessThan(4 * people.error);
    expect(Math.abs(hours.mean / 52 - 2640)).toBeLessThan((4 * hours.error) / 52);
    expect(hours.error / hours.mean).toBeLessThan(0.001);
  });

  it('step-up on the same hours that goes first makes people wait longer in hospital; last, it waits itself', async () => {
    const file = 'what-does-step-up-cost-discharges';
    const [first, last, none] = [
      await run(file),
      await run(file, 'referrals.step-up.priority=3'),
      await run(file, 'services.home-support.commissioned=unlimited'),
    ];
    const wait = (result: typeof first, from: string) => mean(result, 'wait-mean', `service:home-support/from:${from}`);
    expect(mean(first, 'bed-days-delayed', 'all')).toBeGreaterThan(mean(last, 'bed-days-delayed', 'all'));
    expect(wait(last, 'step-up')).toBeGreaterThan(wait(first, 'step-up') + 1);
    expect(mean(none, 'bed-days-delayed', 'all')).toBe(0);
  });
});

describe('hours of the day', () => {
  it('leaving in the afternoon holds acute beds for hours after people are ready; nobody waits for capacity', async () => {
    const file = 'what-if-people-left-before-noon';
    const late = await run(file);
    const early = await run(
      file,
      'hospitals.General.leaving-hours.08-12=100%',
      'hospitals.General.leaving-hours.12-17=0%',
      'hospitals.General.leaving-hours.17-20=0%',
      'hospitals.General.ready-hours.08-12=100%',
      'hospitals.General.ready-hours.12-17=0%',
    );
    for (const result of [late, early]) expect(mean(result, 'bed-days-delayed-capacity', 'all')).toBe(0);
    // Ready and leaving hours both spread over the morning: in half of cases the hour has passed and the next day's is waited for.
    expect(mean(early, 'delay-exact', 'all')).toBeCloseTo(0.5, 1);
    expect(mean(late, 'delay-exact', 'all')).not.toBeCloseTo(mean(early, 'delay-exact', 'all'), 2);
  });
});

it('after reablement seven in eight are at home on day 91, seven in ten of those who finish it need nothing more, and care homes admit by their starts', async () => {
  const result = await run('who-is-at-home-after-91-days');
  const near = (measure: string, scope: string, share: number) => {
    const people = mean(result, 'followed-91-days', 'pathway:P3') * 20; // the fewest of those asked here
    expect(Math.abs(mean(result, measure, scope) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / people));
  };
  near('ascof-2b', 'all', (0.6 + 0.1) * (1 - 0.06 * (10 / 63) - 0.02 - 0.03) + 0.22); // of people readmitted later, those whose ten days in hospital are not over by day 91; whoever was readmitted on leaving is home again; home care says none
  near('ascof-2d', 'all', 0.6 / (0.6 + 0.22 + 0.04)); // who died or was readmitted is not asked
  near('died-91-days', 'pathway:P3', 0.2);
  near('hospital-91-days', 'pathway:P0', 0.1 * (6 / 91)); // six days in hospital, on any of the 91 as likely
  expect(mean(result, 'ascof-2a', 'all')).toBe(mean(result, 'starts', 'service:care-home'));
  expect(mean(result, 'died-in-service', 'service:reablement') / mean(result, 'starts', 'service:reablement')).toBeCloseTo(
    0.04,
    2,
  );
  expect(followUp(result)[0]?.table.rows.map(([name]) => name)).toContain('Discharged into reablement');
  expect(leavingServices(result)[0]?.title).toContain('of people leave short-term support with no long-term need');
});
