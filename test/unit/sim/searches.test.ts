import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../sim/decide/goals.ts';
import type { Lab } from '../../../sim/decide/lab.ts';
import { size } from '../../../sim/decide/size.ts';
import { everyPlace, type Space } from '../../../sim/decide/space.ts';
import { Winters } from '../../../sim/decide/winters.ts';
import { stream } from '../../../sim/random/streams.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';

const GOAL: Goal = {
  ambition: 'a',
  label: 'a',
  measure: 'm',
  scope: 'all',
  over: 'period',
  direction: 'at most',
  target: 0.5,
  unit: 'days',
};
const MOST = 200;
const RISK = 0.1;

/** Winters that each need so much of all capacities together; what a point costs. Counts what is looked at, as the lab does. */
function world(seed: number, lasts: number[], price: (place: number[]) => number) {
  const needs = Array.from({ length: MOST }, (_, i) => normalQuantile(stream('needs', i, String(seed))(), 12, 4));
  const misses = (place: number[], winter: number) => place.reduce((sum, step) => sum + step, 0) < (needs[winter - 1] as number);
  const looked = new Set<string>();
  const rows = async (scenario: Scenario, winters: number[]) => {
    const { place } = scenario as unknown as { place: number[] };
    for (const winter of winters) looked.add(`${place}/${winter}`);
    return winters.map((winter) => [misses(place, winter) ? 1 : 0, price(place), Number.NaN, Number.NaN]);
  };
  const trial = async (scenario: Scenario, n: number) => {
    const all = await rows(
      scenario,
      Array.from({ length: n }, (_, i) => i + 1),
    );
    const column = (i: number) => all.map((row) => row[i] as number);
    return { scenario, replications: n, goals: [column(0)], asked: [column(1), column(2), column(3)] };
  };
  const space: Space = { lasts, at: async (place) => ({ place }) as unknown as Scenario };
  const meets = (place: number[]) => needs.filter((_, i) => misses(place, i + 1)).length / MOST <= RISK;
  return { lab: { rows, trial } as unknown as Lab, space, meets, looked };
}

const options = { goals: [{ goal: GOAL, at: 0 }], standard: { on: 'risk' as const, risk: RISK }, most: MOST };

describe('a search against every point in full', () => {
  test('one capacity: the same answer in at least 95 of 100 worlds, with a tenth of the replications', async () => {
    let [right, spent] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const { lab, space, meets, looked } = world(seed, [40], ([step = 0]) => step);
      const { answer } = await size(lab, space, options);
      if (answer?.at[0] === everyPlace([40]).findIndex(meets)) right++;
      spent += looked.size;
    }
    expect(right).toBeGreaterThanOrEqual(95);
    expect(spent).toBeLessThan((100 * 41 * MOST) / 10);
  });

  test('two capacities: the same cheapest in at least 38 of 40 worlds, with a tenth of the replications', async () => {
    const price = ([a = 0, b = 0]: number[]) => 3 * a + 2 * b + 0.02 * b ** 2; // the second is cheaper at first
    let [right, spent] = [0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const { lab, space, meets, looked } = world(seed, [20, 20], price);
      const { answer } = await size(lab, space, options);
      const cheapest = Math.min(...everyPlace([20, 20]).filter(meets).map(price));
      if (answer?.cost?.mean === cheapest) right++;
      spent += looked.size;
    }
    expect(right).toBeGreaterThanOrEqual(38);
    expect(spent).toBeLessThan((40 * 441 * MOST) / 10);
  });

  test('where nothing is enough, that is said', async () => {
    const { lab, space } = world(1, [5], ([step = 0]) => step);
    const { answer, most_tried } = await size(lab, space, options);
    expect([answer, most_tried?.at]).toEqual([null, [5]]);
  });
});

test('what a point says of a winter is known where there is no more of everything, or no less', () => {
  const winters = new Winters();
  winters.saw([3, 2], 1, true);
  winters.saw([5, 4], 1, false);
  const places = [
    [3, 2],
    [2, 2],
    [3, 3],
    [4, 1],
    [5, 4],
    [6, 4],
    [4, 4],
  ];
  expect(places.map((place) => winters.misses(place, 1))).toEqual([true, true, null, null, false, false, null]);
  expect(winters.misses([0, 0], 2)).toBeNull();
});
