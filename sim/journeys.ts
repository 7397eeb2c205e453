import { doorOf } from './door.ts';
import { CareSystem } from './care-system.ts';
import type { Way } from './way.ts';
import { Clock, type Happening } from './engine/instant.ts';
import { NativeScheduler } from './engine/native-scheduler.ts';
import { Sheets } from './engine/sheets.ts';
import { inWords } from './patient-journey.ts';
import { planOf } from './plan.ts';
import type { Scenario } from './scenario.ts';

/** Every way a person can go through this scenario, in words. */
export function journeys(scenario: Scenario): { title: string; steps: string[] }[] {
  const plan = planOf(scenario);
  const care = new CareSystem(plan, new Clock(new NativeScheduler<Happening>()), new Sheets());
  return scenario.arrivals.flatMap((stream, i) =>
    doorOf(plan, i, care, () => () => 0.5)
      .ways()
      .map((way) => ({ title: titleOf(stream.label, way), steps: way.steps.map(inWords) })),
  );
}

function titleOf(stream: string, { route }: Way): string {
  const services = route.services.map(({ name }) => name);
  return [
    [stream, ...(route.livesIn === null ? [] : [route.livesIn]), route.pathway].join(', '),
    ...services,
    route.outcome,
  ].join(' → ');
}
