import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers, textOf, valuesIn, writtenNumbers } from '../../cli/shards/numbers-text.ts';
import { replicationsOf } from '../../cli/shards/share.ts';
import { experiment, type Prepared } from '../../sim/index.ts';
import { misfit } from '../../sim/experiment/misfit.ts';
import type { Numbers } from '../../sim/experiment/numbers.ts';
import { Runner, type Task } from '../../sim/experiment/runner.ts';
import { someReplications } from '../../sim/experiment/some-replications.ts';
import { here } from '../../sim/experiment/workers.ts';
import { native } from '../../sim/engine/engine.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { anyScenario } from '../behaviour/model/random-scenarios.ts';

const prepared = (scenario: Scenario): Prepared => ({ scenario, values: [], inputs: [], warnings: [] });

/** As it is after a file. */
const throughText = (numbers: Numbers): Numbers =>
  readNumbers(JSON.parse(JSON.stringify(writtenNumbers(numbers))) as Record<string, unknown>) as Numbers;

test('random plans dealt out to 1, 2, 3 and 7 machines, through the text of a shard, have the result of one', {
  timeout: 300_000,
}, async () => {
  let deals = 0;
  await fc.assert(
    fc.asyncProperty(anyScenario, fc.constantFrom(1, 2, 3, 7), fc.integer({ min: 1, max: 5 }), async (any, shards, most) => {
      const scenario = { ...any, run: { ...any.run, replications: most } };
      const kept = new Map<number, Numbers>();
      for (let shard = 1; shard <= shards; shard++) {
        const wanted = replicationsOf({ shard, shards }, most);
        await someReplications([scenario], [wanted], (_, k, numbers) => kept.set(k, throughText(numbers)), {});
      }
      expect([...kept.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: most }, (_, i) => i + 1));
      const { plan, layout } = new Runner([scenario], native).prepare(0);
      for (const numbers of kept.values()) expect(misfit(plan, layout, numbers)).toBe(null);
      const workers = () =>
        here(({ from, to }: Task) => Array.from({ length: to - from + 1 }, (_, i) => kept.get(from + i) as Numbers));
      const again = JSON.parse(JSON.stringify(prepared(scenario))) as Prepared; // as a shard holds it
      const merged = await experiment([again], { version: 'test', workers });
      const alone = await experiment([prepared(scenario)], { version: 'test' });
      expect(JSON.stringify(merged) === JSON.stringify(alone)).toBe(true);
      deals++;
    }),
    { seed: 2026, numRuns: 20, endOnFailure: true },
  );
  expect(deals).toBe(20);
});

test('every number survives the text of a shard to the last bit', () => {
  const awkward = [
    Number.NaN,
    -0,
    0,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    0.1,
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.constantFrom(...awkward))), (list) => {
      const whole = Float64Array.of(7, ...list, 7);
      const values = whole.subarray(1, 1 + list.length); // a part of a larger array, as the engine hands out
      const read = valuesIn(JSON.parse(JSON.stringify(textOf(values)))) as Float64Array;
      expect(bits(read)).toEqual(bits(values));
    }),
    { numRuns: 300 },
  );
  expect(bits(valuesIn(textOf(Float64Array.from(awkward))) as Float64Array)).toEqual(bits(Float64Array.from(awkward)));
});

const bits = (values: Float64Array): bigint[] => [...new BigUint64Array(Float64Array.from(values).buffer)];

test('what is no text of numbers is none', () => {
  const whole = textOf(Float64Array.of(1, 2));
  for (const text of [whole.slice(1), `${whole}AAAA`, whole.replace('A', '*'), ` ${whole}`, 12, null, [whole]])
    expect(valuesIn(text), String(text)).toBe(null);
  expect(valuesIn('')).toEqual(new Float64Array());
});

test('numbers of another length than the layout asks for are found, whichever they are', async () => {
  const [scenario] = fc.sample(
    anyScenario.filter(({ hospitals, warmUpDays }) => hospitals.length > 0 && warmUpDays > 0),
    { seed: 1, numRuns: 1 },
  ) as [Scenario];
  const { plan, layout } = new Runner([scenario], native).prepare(0);
  let numbers = null as unknown as Numbers;
  await someReplications([scenario], [[1]], (_of, _k, one) => (numbers = one), {});
  for (const [key, part] of Object.entries(numbers) as [keyof Numbers, Numbers[keyof Numbers]][]) {
    if (typeof part === 'number') continue;
    const longer = Array.isArray(part) ? [...part, part[0]] : Float64Array.of(...part, 1);
    expect(misfit(plan, layout, { ...numbers, [key]: longer }), key).toBe(key);
  }
  for (const key of ['levels', 'nights', 'delays'] as const) {
    const cut = numbers[key].map((list, i) => (i === 0 ? list.subarray(0, 1) : list));
    expect(misfit(plan, layout, { ...numbers, [key]: cut }), key).toBe(key);
  }
});

test('a shard has the replications i, i + n, i + 2n; all of them together have each once', () => {
  expect(replicationsOf({ shard: 2, shards: 3 }, 8)).toEqual([2, 5, 8]);
  expect(replicationsOf({ shard: 3, shards: 3 }, 8)).toEqual([3, 6]);
  expect(replicationsOf({ shard: 7, shards: 7 }, 6)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 70 }), (most, shards) => {
      const all = Array.from({ length: shards }, (_, i) => replicationsOf({ shard: i + 1, shards }, most)).flat();
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: most }, (_, i) => i + 1));
    }),
  );
});
