import { expect, test } from 'vitest';
import { resultOf } from './run-text.ts';

/** An unlimited service with 4.5 starts a day and exponential stays of mean 18 days, seen for 90 days: M/M/infinity. */
const REPLICATIONS = 1000;
const FILE = `d2a: 1
name: How much winters differ
period: {start: 2024-01-01, length: 90 days}
run: {warm-up: 270 days, replications: ${REPLICATIONS}, seed: 5}
referrals: {community: {to: step-down, arrivals: 4.5/day}}
services: {step-down: {kind: beds, beds: unlimited, stay: {mean: 18 days, shape: exponential}}}
`;

// Known answers worked out independently of this project: the variance of the mean of 90 days is
// (2 mean tau / T) (1 - (tau / T) (1 - e^(-T / tau))), with mean 81 people, tau 18 days, T 90 days; the 90% range of single winters is that of a normal variable.
const EXACT = { mean: 81, sd: 5.095455023504189, low: 72.61872246095105, high: 89.38127753904895 };

test('the range of single winters is that of the mean of 90 days, not of a single day and not of the average', async () => {
  const people = (await resultOf(FILE)).measures.find(
    (it) => it.measure === 'in-service' && it.scope === 'service:step-down',
  )?.summary;
  if (!people?.range) throw new Error('nobody was counted');
  const [low, , , , high] = people.range;
  // Four standard errors: of a mean, of a standard deviation, and of a 5% quantile of a normal variable.
  const error = (of: number) => (4 * of * EXACT.sd) / Math.sqrt(REPLICATIONS);
  const quantileError = error(Math.sqrt(0.05 * 0.95) / 0.10313564037537139);
  expect(Math.abs(people.mean - EXACT.mean)).toBeLessThan(error(1));
  expect(Math.abs(people.sd - EXACT.sd)).toBeLessThan(error(Math.SQRT1_2));
  expect(Math.abs(low - EXACT.low)).toBeLessThan(quantileError);
  expect(Math.abs(high - EXACT.high)).toBeLessThan(quantileError);
});
