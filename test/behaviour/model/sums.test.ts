import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopesOf } from '../../../sim/measures/scope.ts';
import { Views } from '../../../sim/measures/seen-from.ts';
import { acuteBedDays, daySum, dischargesIn } from '../../../sim/measures/sums.ts';
import { native } from '../../../sim/engine/engine.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import { anyScenario } from './random-scenarios.ts';

const adding = (all: Float64Array[], from: number, to: number): number =>
  all.reduce((sum, series) => sum + series.subarray(from, to).reduce((so, day) => so + day, 0), 0);

describe('a sum over days', () => {
  test('of any stretch and scope is what its records add up to, one replication after another', () => {
    const once = daySum(
      ({ hospitals }) => hospitals,
      (it) => it.capacity.using.areaByDay,
    );
    fc.assert(
      fc.property(anyScenario, fc.nat(), fc.nat(), (scenario, a, b) => {
        const views = new Views(planOf(scenario));
        const stretch = [a % (scenario.days + 1), b % (scenario.days + 1)].sort((x, y) => x - y) as [number, number];
        for (const replication of [1, 2]) {
          views.look(replicate(views.plan, replication, native).observations);
          for (const scope of scopesOf(scenario)) {
            const seen = views.from(scope);
            expect(dischargesIn(seen, [stretch])).toBe(
              adding(
                seen.discharges.map((it) => it.discharges),
                ...stretch,
              ),
            );
            const beds = seen.hospitals.map(({ capacity }) => capacity.using.areaByDay);
            expect(once(seen, [stretch])).toBe(adding(beds, ...stretch));
            if (scope.place === undefined) expect(acuteBedDays(seen, [stretch])).toBe(once(seen, [stretch]));
            expect(once(seen, [stretch, stretch])).toBe(2 * once(seen, [stretch]));
          }
        }
      }),
      { seed: 34, numRuns: 25 },
    );
  });
});
