import { describe, expect, it } from 'vitest';
import type { SizeDecision, SweepDecision } from '../../../sim/decision.ts';
import { BEDS_NEEDED, decided } from './known-capacity.ts';
import { searched } from './searched.ts';

/**
 * Offered load 18 beds (0.857 referrals a day, 21 days, exponential): exact answers from the Erlang C formula, worked out
 * apart from this program. By beds 21, 22, 23, 24: mean wait 2.77, 1.46, 0.80, 0.45 days; wait over 7 days 14.6%, 7.3%, 3.6%, 1.7%;
 * ten or more waiting 8.5%, 3.7%, 1.6%, 0.7% of the time.
 */
const FILE = 'known-capacity.yaml';
const BEDS = ['--vary', 'services.step-down.beds=19..27:1 beds'];
const bought = ({ answer, varied }: SizeDecision) => varied.map(({ values }, i) => values[answer?.at[i] ?? -1]);

describe('the smallest number of beds for a target, where it is known', { timeout: 240_000 }, () => {
  it.each(Object.entries(BEDS_NEEDED))('%s needs %d beds', async (goal, beds) => {
    expect(bought(await searched('size', FILE, ...BEDS, '--meet', goal, '--on', 'mean', '--replications', '60'))).toEqual([
      `${beds} beds`,
    ]);
  });

  it('bisection looks at fewer replications than the grid; the answer is run in full, the step below until it clearly misses', async () => {
    const found = await searched<SizeDecision>(
      'size',
      FILE,
      ...BEDS,
      '--meet',
      'two-days',
      '--on',
      'mean',
      '--replications',
      '60',
    );
    expect(found.replications).toBeLessThan(found.grid / 2);
    expect(found.answer?.replications).toBe(60);
    expect(found.below?.point.goals[0]?.interval?.[0]).toBeGreaterThan(2);
    expect(found.below?.differences[0]?.interval?.[1]).toBeLessThan(0);
  });

  it('three other seeds find the same beds (a hundred with `npm run verify:size`)', async () => {
    for (const seed of ['1', '2', '3']) expect(await decided(seed, ['two-days'])).toEqual({ 'two-days': 22 });
  });

  it('beds at £150 and delays at £346 a day cost least with 23 beds', async () => {
    const { cheapest, varied, points } = await searched<SweepDecision>('sweep', FILE, ...BEDS, '--replications', '40');
    expect(varied[0]?.values[cheapest?.at[0] ?? -1]).toBe('23 beds');
    const exact = [7519.63, 4715.09, 3971.83, 3732.97, 3687.53, 3732.38, 3823.96, 3941.08, 4072.56];
    points.slice(2).forEach(({ cost, delayed }, i) => {
      expect(((cost?.mean ?? 0) + (delayed?.mean ?? 0)) / 4000 / (exact[i + 2] ?? 0)).toBeCloseTo(1, 1);
    });
  });

  it('where only £300 a day matters, points that are clearly dearer are left early', async () => {
    const { cheapest, varied, points, replications, grid } = await searched<SweepDecision>(
      'sweep',
      FILE,
      ...BEDS,
      '--replications',
      '100',
      '--matters',
      '£1,200,000',
    );
    const within = ['21 beds', '22 beds', '23 beds', '24 beds', '25 beds', '26 beds']; // £284, £45, £0, £45, £136 and £254 a day above the least
    expect(within).toContain(varied[0]?.values[cheapest?.at[0] ?? -1]);
    expect(points[0]?.replications).toBeLessThan(100);
    expect(replications).toBeLessThan(grid);
  });
});

describe('the cheapest of two capacities, where it is known', { timeout: 240_000 }, () => {
  // Two services that have nothing to do with each other. Mean wait by Erlang C: 7 beds 1.62 days, 8 beds 0.56; 80 h/week (eight packages of
  // ten hours) 1.78 days, 90 h/week 0.65. So 8 beds and 90 h/week, however the first and the second are named.
  const VARY = [
    ['--vary', 'services.step-down.beds=6..11:1 beds'],
    ['--vary', 'services.home-support.commissioned=70..120:10 h/week'],
  ];
  const MEET = [
    '--meet',
    'wait-mean of step-down at most 1 days',
    '--meet',
    'wait-mean of home-support at most 1 days',
    '--on',
    'mean',
    '--replications',
    '60',
  ];

  it.each([
    [VARY, ['8 beds', '90 h/week']],
    [[...VARY].reverse(), ['90 h/week', '8 beds']],
  ])('8 beds and 90 hours a week for a wait of at most a day', async (vary, answer) => {
    const found = await searched<SizeDecision>('size', 'two-services.yaml', ...vary.flat(), ...MEET);
    expect(bought(found)).toEqual(answer);
    expect(found.frontier.every(({ at }) => (found.varied[0]?.values[at[0] ?? -1] ?? '') === answer[0])).toBe(true); // more of the other does not replace any of the first
    expect(found.replications).toBeLessThan(found.grid / 5);
  });
});
