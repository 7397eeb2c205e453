import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Attacked } from './attacked.ts';
import { BREAKAGES, CELLS, DAMAGE, PEOPLE, SAMPLES, SETTINGS, settings, text } from './breakages.ts';
import { type Plan, validPlan } from './plans.ts';
import { RUNS } from './tried.ts';

const attacked = new Attacked();
afterAll(() => attacked.end());

/** Short, so that many can be tried; what was written for the period is judged by `validate`. */
const SHORT = ['--set', 'period.length=9 days', '--set', 'run.warm-up=3 days', '--set', 'run.replications=1'];
const RUN = ['run', '@plan.yaml', '--out', '@out', '--workers', '1', '--format', 'json'];

const TINY = (arrivals: string, stay: string) => `d2a: 1
name: A list
period: {start: 2024-01-01, length: 3 weeks}
run: {warm-up: 0 days, replications: 2}
hospitals: {General: {${arrivals}}}
pathways: {P1: {share: 100%, acute-stay: {${stay}}, route: [beds]}}
services: {beds: {kind: beds, beds: 2 beds, stay: {mean: 3 days, shape: exponential}}}
`;
const LISTED = TINY('beds: unlimited', 'fixed: 2 days');
const SAMPLED = TINY('beds: unlimited, admissions: 1/day', 'column: days');

test(`${RUNS.valid} whole scenarios that follow the field guide run, and pass their own self-checks`, async () => {
  await fc.assert(
    fc.asyncProperty(validPlan, async (plan) => {
      const { code, err } = await attacked.d2a(RUN, { 'plan.yaml': text(plan) });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      attacked.result();
    }),
    { numRuns: RUNS.valid, endOnFailure: true },
  );
});

describe('lists of people and samples of stays: refused with a place, or run', () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('1.5', '20', 'P1', '', '2024-01-05 14:30') },
    { weight: 1, arbitrary: fc.constantFrom(...CELLS) },
  );
  const rows = (columns: number) =>
    fc
      .array(fc.array(cell, { minLength: 0, maxLength: columns + 1 }), { maxLength: 6 })
      .map((lines) => lines.map((line) => line.join(',')).join('\n'));

  test.each([
    [PEOPLE, 'hospitals.General.people=people.csv', 'arrive,pathway,acute-stay', 3],
    [SAMPLES, 'pathways.P1.acute-stay.sample=people.csv', 'days,other', 2],
  ])('%s', async (_, setting, header, columns) => {
    await fc.assert(
      fc.asyncProperty(rows(columns), async (table) => {
        const plan = setting.startsWith('hospitals') ? LISTED : SAMPLED;
        const { code } = await attacked.d2a([...RUN, '--set', setting], {
          'plan.yaml': plan,
          'people.csv': `${header}\n${table}`,
        });
        if (code === 0) attacked.result();
      }),
      { numRuns: RUNS.broken, endOnFailure: true },
    );
  });
});

describe('broken scenarios: refused with a place, or run; no crash, no hang, no NaN, nothing below zero', () => {
  test.each(BREAKAGES)(`$kind`, async ({ broken }) => {
    await fc.assert(
      fc.asyncProperty(broken, async (content) => {
        const { code } = await attacked.d2a(['validate', '@plan.yaml'], { 'plan.yaml': content });
        if (code === 2) return;
        const ran = await attacked.d2a([...RUN, ...SHORT], { 'plan.yaml': content });
        if (ran.code === 0) attacked.result();
      }),
      { numRuns: RUNS.broken, endOnFailure: true },
    );
  });
});

test(`${SETTINGS}: refused by its name or with a place, or run`, async () => {
  await fc.assert(
    fc.asyncProperty(validPlan, settings, async (plan, made) => {
      const { code } = await attacked.d2a([...RUN, ...SHORT, ...made.flatMap((it) => ['--set', it])], {
        'plan.yaml': text(plan),
      });
      if (code === 0) attacked.result();
    }),
    { numRuns: RUNS.broken, endOnFailure: true },
  );
});

describe('saved results that are damaged: refused as such, or drawn', () => {
  let whole: Plan;
  beforeAll(async () => {
    await attacked.d2a([...RUN, ...SHORT], { 'plan.yaml': text(fc.sample(validPlan, { seed: 4, numRuns: 1 })[0] as Plan) });
    whole = attacked.result() as unknown as Plan;
  });

  test.each(DAMAGE)('$kind', async ({ damaged }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (at, seed) => {
        const { code, err } = await attacked.d2a(['report', '@saved.json', '--out', '@drawn', '--format', 'html,csv,md'], {
          'saved.json': damaged(whole, at, seed),
        });
        if (code === 2) expect(err.replace(/\s+/g, ' ')).toMatch(/saved\.json (is|has) /);
      }),
      { numRuns: RUNS.broken, endOnFailure: true },
    );
  });
});
