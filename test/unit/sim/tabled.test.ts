import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, it, test } from 'vitest';
import { quantileOf } from '../../../sim/random/distributions.ts';
import type { Quantile } from '../../../sim/random/quantile.ts';
import { phaseQuantile } from '../../../sim/random/phases.ts';
import { stream } from '../../../sim/random/streams.ts';
import { TABLE_ERROR, tabled } from '../../../sim/random/tabled.ts';

/** Uniforms of the streams: the smallest and largest, some in every halving towards both ends with their neighbours, and ordinary ones. */
const STEP = 2 ** -32;
const FIRST = STEP / 2;
const US = [
  ...Array.from({ length: 3000 }, stream('tables', 1, 'u')),
  ...Array.from({ length: 31 }, (_, i) => 2 ** (i + 1)).flatMap((steps) => {
    const within = [0, 0.013, 0.27, 0.49, 0.5, 0.731, 0.97].map((part) => Math.floor(steps * (1 + part)) % 2 ** 31);
    return [...within, steps - 1].flatMap((at) => [FIRST + at * STEP, FIRST + (at + 1) * STEP, 1 - FIRST - at * STEP]);
  }),
  FIRST,
  1 - FIRST,
].sort((a, b) => a - b);

/** `blurred`: rounding of the exact one itself, share of the value: the phases take the logarithm of a share that is nearly 1. */
const EXACT: { name: string; exact: Quantile; blurred?: (u: number) => number }[] = [
  ...[0.01, 0.3, 1, 2.5].map((sigma) => ({ name: `lognormal, sigma ${sigma}`, exact: lognormal(sigma) })),
  ...[0.1, 0.5, 1, 1.78, 9, 400].map((k) => ({ name: `gamma of shape ${k}`, exact: gammaQuantile.factory(k, 1) })),
  ...[0.4, 1, 1.35, 8].map((k) => ({ name: `weibull of shape ${k}`, exact: weibull(k) })),
  { name: 'phases', exact: phaseQuantile({ means: [1 / 0.35, 20], goOn: [0.25] }, 7.857), blurred: (u) => (4 * 2 ** -52) / u },
  {
    name: 'phases far apart',
    exact: phaseQuantile({ means: [0.01, 300, 2, 2], goOn: [0.5, 0.5, 0.1] }, 100),
    blurred: (u) => (4 * 2 ** -52) / u,
  },
  { name: 'one value', exact: () => 3 },
];

function lognormal(sigma: number): Quantile {
  return (u) => Math.exp(sigma * normalQuantile(u, 0, 1));
}

function weibull(k: number): Quantile {
  return (u) => Math.exp(Math.log(-Math.log1p(-u)) / k);
}

describe.each(EXACT)('the table of $name', ({ exact, blurred = () => 0 }) => {
  const quantile = tabled(exact);
  it('is off by less than it says, from the smallest uniform to the largest', () => {
    const off = US.map((u) => Math.abs(quantile(u) / exact(u) - 1) - blurred(u));
    expect(Math.max(...off)).toBeLessThan(TABLE_ERROR);
  });
  it('never falls as the uniform rises', () => {
    const xs = US.map(quantile);
    expect(xs.filter((x, i) => !(x >= (xs[i - 1] ?? 0)))).toEqual([]);
  });
});

test('what no cubic follows is answered exactly: steps, and uniforms nearer to an end than a stream ever comes', () => {
  const steps = tabled((u) => Math.floor(u * 7));
  expect(US.map(steps)).toEqual(US.map((u) => Math.floor(u * 7)));
  const exact = gammaQuantile.factory(2, 1);
  const quantile = tabled(exact);
  for (const u of [2 ** -33, 2 ** -40, 1e-15, 0.5, 1 - 2 ** -33, 1 - 2 ** -40]) expect(quantile(u)).toBe(exact(u));
});

test('a table does not depend on what was asked of it before', () => {
  const exact = lognormal(0.9);
  const [up, down] = [tabled(exact), tabled(exact)];
  const rising = US.map(up);
  const falling = [...US].reverse().map(down).reverse();
  expect(falling).toEqual(rising);
});

test('a hundred thousand draws need fewer calls of the exact quantile than three in a hundred', () => {
  let calls = 0;
  const exact = gammaQuantile.factory(1.78, 1);
  const quantile = tabled((u) => {
    calls++;
    return exact(u);
  });
  for (const u of Array.from({ length: 100_000 }, stream('tables', 2, 'u'))) quantile(u);
  expect(calls).toBeLessThan(3000);
});

test('the mean scales a shape and nothing else', () => {
  for (const shape of ['lognormal', 'gamma', 'weibull', 'exponential'] as const) {
    const [one, ten] = [quantileOf({ shape, mean: 1, sd: 1.25 }), quantileOf({ shape, mean: 8, sd: 10 })];
    for (const u of [FIRST, 0.2, 0.7, 1 - FIRST]) expect(ten(u)).toBe(8 * one(u));
  }
});
