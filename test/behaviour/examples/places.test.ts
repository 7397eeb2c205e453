import { expect, it } from 'vitest';
import { mean, run } from './run.ts';

it('fewer people from the south go home, by as much as their split says, and the gap between places is that', async () => {
  const file = 'who-goes-home-north-or-south';
  const result = await run(file);
  const home = (place: string) => mean(result, 'usual-residence', `place:${place}`);
  expect(home('north')).toBeCloseTo(0.97, 2);
  expect(home('south')).toBeCloseTo((0.85 + 0.08) / (0.85 + 0.08 + 0.07), 2);
  expect(mean(result, 'usual-residence-gap', 'all')).toBeCloseTo(home('north') - home('south'), 2);
  expect(mean(result, 'admissions', 'place:south') / mean(result, 'admissions', 'all')).toBeCloseTo(
    (24 * 0.3 + 16 * 0.8) / 40,
    2,
  );
  expect(mean(result, 'delay-mean', 'place:south')).toBeGreaterThan(mean(result, 'delay-mean', 'place:north')); // step-down is short
  expect(result.ambitions[0]?.scope).toBe('place:south');
});

it('of sixty people a day in a hospital over the border, the one in ten who are residents use hours', async () => {
  const result = await run('how-many-residents-of-an-out-of-area-hospital-need-us', 'run.replications=100');
  const november = (measure: string, scope: string) =>
    (result.byMonth.find((it) => it.measure === measure && it.scope === scope)?.values[1]?.mean ?? 0) / 30;
  expect(november('admissions', 'hospital:Out-of-area')).toBeCloseTo(6, 0);
  // By Little's law: 20 + 6 people a day x 12% x 20 days x 14 hours a week = 874 hours a week.
  expect(Math.abs(november('hours-delivered', 'service:homefirst') * 7 - 26 * 0.12 * 20 * 14)).toBeLessThan(40);
});

it('when more of the residents are taken over the border, half as many again are followed from that day', async () => {
  const file = 'how-many-residents-of-an-out-of-area-hospital-need-us';
  const result = await run(file);
  const months =
    result.byMonth
      .find(({ measure, scope }) => measure === 'admissions' && scope === 'hospital:Out-of-area')
      ?.values.map((one) => one?.mean ?? 0) ?? [];
  expect((months[4] ?? 0) / 28).toBeCloseTo(9, 0);
  expect((months[1] ?? 0) / 30).toBeCloseTo(6, 0);
});

it('hours shared across the county shorten the wait in both places, and most where hours are shortest', async () => {
  const file = 'what-does-sharing-hours-across-the-county-buy';
  const [shared, apart, late] = [
    await run(file),
    await run(file, 'sharing.homefirst.rule=own place only'),
    await run(file, 'sharing.homefirst.above=100%'),
  ];
  const wait = (result: typeof shared, place: string) => mean(result, 'wait-mean', `service:homefirst-${place}`);
  expect(wait(shared, 'north')).toBeLessThan(wait(apart, 'north') / 2);
  expect(wait(shared, 'north') + wait(shared, 'south')).toBeLessThan(wait(apart, 'north') + wait(apart, 'south'));
  expect(mean(shared, 'starts-elsewhere', 'service:homefirst-north')).toBe(
    mean(shared, 'starts-for-others', 'service:homefirst-south'),
  );
  expect(mean(shared, 'delay-mean-gap', 'all')).toBeLessThan(mean(apart, 'delay-mean-gap', 'all'));
  expect(mean(late, 'starts-elsewhere', 'service:homefirst-north')).toBeGreaterThan(0);
});
