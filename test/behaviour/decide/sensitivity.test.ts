import { describe, expect, it } from 'vitest';
import type { SensitivityDecision } from '../../../sim/decision.ts';
import { searched } from './searched.ts';

const FILE = 'what-matters.yaml';
const SHOW = ['--show', 'in-service of home-support'];
const PATHS = ['services.home-support.package.stay.fixed', 'referrals.community.arrivals', 'services.home-support.target-wait'];

describe('which assumptions matter', { timeout: 240_000 }, () => {
  it('the assumption that matters most stands first, and a value that does nothing moves nothing', async () => {
    const { bars, values } = await searched<SensitivityDecision>('sensitivity', FILE, ...SHOW, '--replications', '20');
    const named = bars.map(({ value, low, high }) => ({ path: values[value]?.path, low: low.mean, high: high.mean }));
    expect(named.map(({ path }) => path)).toEqual(PATHS);
    // 2 a day for 10 days, 20 people: stated 5 to 15 days halves and adds half; a fifth of the referrals moves a fifth.
    expect([named[0]?.low, named[0]?.high].map((n) => Math.round(n ?? 0))).toEqual([-10, 10]);
    expect(named[1]?.high).toBeCloseTo(4, 0);
    expect([named[2]?.low, named[2]?.high]).toEqual([0, 0]);
  });

  // People in the service = a x s, arrivals a a day uniform on 1.6 to 2.4, stay s uniform on 5 to 15 days. Over its range s moves it by
  // 10 a, 20 on average; a by 0.8 s, 8. Variance: 4 x 100/12 + 100 x 0.64/12 + 100/12 x 0.64/12 = 33.3 + 5.33 + 0.44 = 39.1.
  it('all moved together, the effects and the shares of the variance are those worked out by hand', async () => {
    const { morris, sobol, values } = await searched<SensitivityDecision>(
      'sensitivity',
      FILE,
      ...SHOW,
      '--replications',
      '20',
      '--morris',
      '20',
      '--sobol',
      '128',
    );
    const effects = Object.fromEntries((morris?.effects ?? []).map(({ value, mean }) => [values[value]?.path, mean]));
    expect(morris?.effects.map(({ value }) => values[value]?.path)).toEqual(PATHS);
    expect((effects[PATHS[0] as string] ?? 0) / 20).toBeCloseTo(1, 1);
    expect((effects[PATHS[1] as string] ?? 0) / 8).toBeCloseTo(1, 0);
    expect(effects[PATHS[2] as string]).toBe(0);
    const exact = [
      { first: 33.333 / 39.111, total: 33.778 / 39.111 },
      { first: 5.333 / 39.111, total: 5.778 / 39.111 },
      { first: 0, total: 0 },
    ];
    PATHS.forEach((path, i) => {
      const found = sobol?.shares.find(({ value }) => values[value]?.path === path);
      for (const kind of ['first', 'total'] as const) {
        const [low, high] = found?.[kind].interval ?? [Number.NaN, Number.NaN];
        expect(low).toBeLessThanOrEqual(exact[i]?.[kind] ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(exact[i]?.[kind] ?? Number.NaN);
        expect(high - low).toBeLessThan(0.6); // narrow enough to say something
      }
    });
    expect([morris?.leftOut, sobol?.leftOut]).toEqual([0, 0]);
  });
});
