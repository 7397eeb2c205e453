import { describe, expect, it, test } from 'vitest';
import { quantileOf } from '../../../sim/random/distributions.ts';
import { phaseQuantile } from '../../../sim/random/phases.ts';

// Exact values of the verification case K3 of this project.
describe('K3: 20/7 days, then a quarter of people 20 days more', () => {
  const phases = { means: [1 / 0.35, 20], goOn: [0.25] };
  it('has its median, and its share of stays over 7, 14 and 21 days', () => {
    const quantile = phaseQuantile(phases, 7.857);
    expect(quantile(0.5)).toBeCloseTo(2.98906681, 8);
    for (const [days, above] of [
      [7, 0.2666586499],
      [14, 0.1501120433],
      [21, 0.1025203464],
    ] as const)
      expect(quantile(1 - above)).toBeCloseTo(days, 7);
  });
});

test('equal phases in which everybody goes on are an Erlang stay, to twelve digits from end to end', () => {
  const erlang = quantileOf({ shape: 'gamma', mean: 12, sd: 12 / Math.sqrt(3) });
  const phases = phaseQuantile({ means: [4, 4, 4], goOn: [1, 1] }, 12);
  for (const u of [1e-4, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 2 ** -33]) expect(phases(u) / erlang(u)).toBeCloseTo(1, 8);
});

test('one phase is an exponential stay, at the ends of the open interval too', () => {
  const [phases, exponential] = [
    phaseQuantile({ means: [5], goOn: [] }, 5),
    quantileOf({ shape: 'exponential', mean: 5, sd: 5 }),
  ];
  for (const u of [2 ** -33, 1e-6, 0.2, 0.5, 0.99, 1 - 2 ** -33]) expect(phases(u) / exponential(u)).toBeCloseTo(1, 6);
});

test('phases of minutes and of months together give finite days that rise with u', () => {
  const quantile = phaseQuantile({ means: [0.01, 300, 2, 2], goOn: [0.5, 0.5, 0.1] }, 100);
  const days = [2 ** -33, 1e-3, 0.3, 0.49, 0.51, 0.9, 0.99, 1 - 2 ** -33].map(quantile);
  expect(days.every((day, i) => Number.isFinite(day) && day > (days[i - 1] ?? 0))).toBe(true);
});
