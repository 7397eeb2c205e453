import { describe, expect, test } from 'vitest';
import { agrees } from '../../../sim/experiment/stated.ts';
import type { Stated } from '../../../sim/scenario/figures.ts';
import { beds, experimentOn, fixed, pathway, referral, referred, scenario } from '../../behaviour/model/small.ts';

const ten = { mean: 10, range: [8, 9, 10, 11, 13] as [number, number, number, number, number] };

describe('stated and simulated agree', () => {
  test.each([
    ['at the lower end of the range', 8, null, true],
    ['at its upper end', 13, null, true],
    ['below it', 7.99, null, false],
    ['above it', 13.01, null, false],
    ['outside the range, at the tolerance of the mean', 14, 4, true],
    ['outside both', 14.1, 4, false],
    ['inside the range, beyond a narrow tolerance', 13, 1, true],
  ])('%s', (_, value, within, expected) => expect(agrees(ten, { value, within })).toBe(expected));

  test.each([
    ['no tolerance: nothing can tell', null, null],
    ['within the tolerance', 3, true],
    ['beyond it', 2.9, false],
  ])('one replication, %s', (_, within, expected) =>
    expect(agrees({ mean: 10, range: null }, { value: 13, within })).toBe(expected),
  );

  test('never with what no replication could measure', () => expect(agrees(null, { value: 0, within: 100 })).toBe(false));
});

/** One bed for 4 days each: starts at 0.5 and 4.5 in January, at 20.5 in February. */
const oneBed = (...stated: Stated[]) =>
  scenario({
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', 1, { stay: fixed(4) })],
    start: '2024-01-15',
    arrivals: [
      referred(
        'P2',
        [0.5, 1.5, 20.5].map((day) => referral(day)),
      ),
    ],
    run: { replications: 2, seed: '1' },
    ...(stated.length > 0 ? { stated } : {}),
  });
const starts = (more: Partial<Stated>): Stated => ({
  name: 's',
  label: 's',
  measure: 'starts',
  scope: 'service:step-down',
  months: null,
  over: 'together',
  value: 2,
  role: 'derived',
  within: null,
  note: null,
  source: null,
  ...more,
});

test('each month by itself, months together, or the period; without any the result says nothing', async () => {
  const [result, without] = await experimentOn([
    oneBed(starts({}), starts({ over: 'each' }), starts({ months: ['2024-02'], value: 1 })),
    oneBed(),
  ]);
  expect(result?.stated?.map(({ rows }) => rows.map(({ over, summary, agrees: so }) => [over, summary?.mean, so]))).toEqual([
    [['period', 3, false]],
    [
      ['2024-01', 2, true],
      ['2024-02', 1, false],
    ],
    [['2024-02', 1, true]],
  ]);
  expect(without?.stated).toBeUndefined();
  expect(without?.measures).toEqual(result?.measures);
});
