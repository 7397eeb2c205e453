import { openDoors, streamsOf } from './arrivals.ts';
import { CareSystem, type Listener } from './care-system.ts';
import { Clock, type Happening } from './engine/instant.ts';
import { NativeScheduler } from './engine/native-scheduler.ts';
import type { Scheduler } from './engine/scheduler.ts';
import { Sheets } from './engine/sheets.ts';
import { SimjsScheduler } from './engine/simjs-scheduler.ts';
import type { Plan } from './plan.ts';

export type Engine = 'native' | 'simjs';

/** One replication: one winter, from an empty system through the warm-up to the end of the period. What it observed stands until the sheets are cleared. */
export function replicate(plan: Plan, replication: number, engine: Engine, sheets = new Sheets(), listener: Listener | null = null): CareSystem {
  const scheduler: Scheduler<Happening> = engine === 'native' ? new NativeScheduler() : new SimjsScheduler();
  const care = new CareSystem(plan, new Clock(scheduler), sheets, listener);
  openDoors(plan, care, streamsOf(plan.scenario.run.seed, replication));
  care.clock.run(plan.days);
  care.observations.finish(plan.days);
  return care;
}
