import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Listener } from '../../sim/flow/care-system.ts';
import { engineOf } from '../../cli/threads/engines.ts';
import { type Engine, native } from '../../sim/engine/engine.ts';
import { Sheets } from '../../sim/engine/sheets.ts';
import { layoutOf } from '../../sim/experiment/layout.ts';
import { type Numbers, numbersOf } from '../../sim/experiment/numbers.ts';
import { planOf } from '../../sim/plan/plan.ts';
import { replicate } from '../../sim/flow/replication.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { anyScenario } from '../behaviour/model/random-scenarios.ts';

/** With a listener every step of everybody is told, so nobody is carried on at the door. */
const EVERY_STEP: Listener = { step: () => {} };

function numbers(it: Scenario, engine: Engine, listener: Listener | null): Omit<Numbers, 'midnights'> {
  const plan = planOf(it);
  const sheets = new Sheets();
  replicate(plan, 1, engine, sheets, listener);
  sheets.clear(); // the second on the sheets of the first, as in a run
  return numbersOf(layoutOf(plan), replicate(plan, 2, engine, sheets, listener));
}

/** Then nobody waits at a door, and many for nothing at all. */
function withBedsForAll(it: Scenario): Scenario {
  return { ...it, hospitals: it.hospitals.map((hospital) => ({ ...hospital, beds: [{ from: 0, value: 'unlimited' }] })) };
}

test('people carried on at the door and people with events give the same bytes, on both engines', { timeout: 300_000 }, () => {
  let alone = 0;
  fc.assert(
    fc.property(anyScenario, fc.boolean(), (any, unlimited) => {
      const it = unlimited ? withBedsForAll(any) : any;
      const plan = planOf(it);
      const care = replicate(plan, 2, native, new Sheets());
      if (care.alone) alone++;
      const all = numbers(it, native, EVERY_STEP);
      expect(numbers(it, native, null)).toEqual(all);
      expect(numbers(it, engineOf('simjs'), null)).toEqual(all);
    }),
    { seed: 2026, numRuns: 200, endOnFailure: true },
  );
  expect(alone).toBeGreaterThan(50); // or nothing was tried
});
