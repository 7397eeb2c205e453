import { describe, expect, test } from 'vitest';
import { Beds } from '../../../sim/engine/beds.ts';
import { native } from '../../../sim/engine/engine.ts';
import { Gatherer } from '../../../sim/experiment/gather.ts';
import { layoutOf } from '../../../sim/experiment/layout.ts';
import { numbersOf } from '../../../sim/experiment/numbers.ts';
import type { CareSystem } from '../../../sim/flow/care-system.ts';
import { planOf } from '../../../sim/plan/plan.ts';
import { replicate } from '../../../sim/flow/replication.ts';
import { arriving, collection, newClock, plan as capacityPlan } from '../../unit/sim/rig.ts';
import { beds, flow, hospital, pathway, referred, scenario } from './small.ts';

const plan = planOf(
  scenario({
    hospitals: [hospital()],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', 5, { price: null })],
    arrivals: [{ ...referred('P2', []), arrivals: flow(1) }],
  }),
);

/** The checks after one replication with which something was done. */
function checksAfter(harm: (care: CareSystem) => void): Record<string, boolean> {
  const layout = layoutOf(plan);
  const care = replicate(plan, 1, native);
  harm(care);
  const gatherer = new Gatherer(plan, layout);
  gatherer.add({ ...numbersOf(layout, care), midnights: new Float64Array() });
  return Object.fromEntries(gatherer.result().checks.map(({ name, passed }) => [name, passed]));
}

const stepDown = (care: CareSystem) => care.observations.services[0]?.capacity as Beds;

describe('the self-checks', () => {
  test('pass as it is', () => expect(checksAfter(() => {})).toEqual({ people: true, little: true, ceiling: true }));

  test('report a person lost', () => {
    expect(checksAfter((care) => care.observations.left--)).toMatchObject({ people: false });
    expect(checksAfter((care) => stepDown(care).using.level--)).toMatchObject({ people: false });
  });

  test('report a queue or a service whose record is wrong by a tenth of a person-day', () => {
    for (const which of ['using', 'waiting'] as const) {
      expect(
        checksAfter((care) => {
          stepDown(care)[which].areaByDay[20] = (stepDown(care)[which].areaByDay[20] as number) + 0.1;
        }),
      ).toMatchObject({ little: false });
    }
  });

  test('report figures that are not numbers', () => {
    expect(
      checksAfter((care) => {
        stepDown(care).waited = Number.NaN;
      }),
    ).toMatchObject({ little: false });
  });

  test('report a start above the ceiling', () => {
    expect(checksAfter((care) => stepDown(care).startsAboveCeiling++)).toMatchObject({ ceiling: false });
  });

  test('a start above the ceiling is noticed where it happens, even if the gate itself is broken', () => {
    class Careless extends Beds {
      protected override fits(): boolean {
        return true;
      }
    }
    const clock = newClock();
    const ward = new Careless(capacityPlan(), clock, collection());
    ward.setCeiling(2);
    for (const day of [1, 2, 3, 4]) arriving(clock, ward, day);
    clock.run(10);
    expect(ward.startsAboveCeiling).toBe(2);
  });
});
