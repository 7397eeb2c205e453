import { expect, it } from 'vitest';
import { agreementOf, besideOf, byWeekday, pooledOf } from '../../../reports/words/beside.ts';
import type { Observed } from '../../../sim/scenario/figures.ts';
import { experimentOn, fixed, listed, pathway, person, scenario } from './small.ts';

const [P0, P1] = [pathway('P0'), pathway('P1')];

/**
 * Ann is ready on Tuesday at noon and held for two days, to Thursday noon; Ben is ready on Wednesday at 6:00 and leaves at once. Ready
 * and in bed at midnight: Ann on Tuesday and Wednesday. Discharged: Ben on Wednesday, Ann on Thursday.
 */
const week = (...observed: Observed[]) =>
  scenario({
    days: 7,
    pathways: [P0, P1],
    arrivals: [listed([P0, P1], [person(0.5, 'P1', 1), person(1.25, 'P0', 1)])],
    processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P1'], delay: fixed(2) }], weekend: null },
    run: { replications: 2, seed: '1' },
    observed,
  });
const seen = (measure: string, values: (number | null)[], more: Partial<Observed> = {}): Observed => ({
  name: measure,
  label: measure,
  measure,
  scope: 'all',
  by: 'day',
  values,
  pooled: null,
  file: 'seen.csv',
  source: null,
  ...more,
});

it('the daily return counts those who leave that day, the midnight census does not', async () => {
  const nothing = [null, null, null, null, null, null, null];
  const [result] = await experimentOn([
    week(seen('no-criteria-to-reside', nothing), seen('no-criteria-to-reside-return', nothing), seen('discharges', nothing)),
  ]);
  const simulated = result && besideOf(result).map(({ points }) => points.map((point) => point.simulated?.mean));
  expect(simulated).toEqual([
    [0, 1, 1, 0, 0, 0, 0],
    [0, 1, 2, 1, 0, 0, 0],
    [0, 0, 1, 1, 0, 0, 0],
  ]);
});

it('days without a return count neither as agreement nor as error', async () => {
  const [result] = await experimentOn([week(seen('no-criteria-to-reside-return', [0, 1, 5, null, null, 1, null]))]);
  const [beside] = result ? besideOf(result) : [];
  expect(beside?.agreement).toEqual({ n: 4, observed: 7 / 4, simulated: 3 / 4, absoluteError: (3 + 1) / 4, inside: 2 / 4 });
  const days = byWeekday(beside?.points ?? []);
  expect(
    days.map(({ name, agreement }) => [name, agreement?.observed, agreement?.simulated]).filter(([, value]) => value),
  ).toEqual([
    ['Tuesday', 1, 1],
    ['Wednesday', 5, 2],
    ['Saturday', 1, 0],
  ]);
  expect(days[3]?.agreement).toBeNull();
});

it('bands of delay are held against the whole period, all months observed together', async () => {
  const [result] = await experimentOn([week(seen('delay-band-2-3', [null], { by: 'month', pooled: 0.4 }))]);
  const [only] = result ? pooledOf(result) : [];
  expect(only?.point).toMatchObject({ observed: 0.4, simulated: { mean: 0.5 } }); // Ann of the two: Tuesday to Thursday
  expect(only && agreementOf([only.point])).toMatchObject({ absoluteError: expect.closeTo(0.1, 12), inside: 0 });
});

it('what is observed changes nothing in the simulation', async () => {
  const [without, beside] = await experimentOn([week(), week(seen('no-criteria-to-reside-return', [0, 1, 5, 0, 0, 1, 0]))]);
  expect(beside?.measures).toEqual(without?.measures);
  expect(beside?.byDay.filter(({ measure }) => measure !== 'no-criteria-to-reside-return')).toEqual(without?.byDay);
});

it('a single simulated period has no range to lie inside', async () => {
  const one = { ...week(seen('discharges', [0, 0, 1, 1, 0, 0, 2])), run: { replications: 1, seed: '1' } };
  const [result] = await experimentOn([one]);
  expect(result && besideOf(result)[0]?.agreement).toMatchObject({ n: 7, inside: null, absoluteError: 2 / 7 });
});
