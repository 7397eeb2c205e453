import type { Happening } from './instant.ts';
import { NativeScheduler } from './native-scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { type SimjsModule, SimjsScheduler } from './simjs-scheduler.ts';

/** A clock and event queue under its name. All give the same result to the last digit. */
export interface Engine {
  name: 'native' | 'simjs';
  scheduler: () => Scheduler<Happening>;
}

export const native: Engine = { name: 'native', scheduler: () => new NativeScheduler() };

/** The package is handed in: how it loads depends on where it runs. */
export function simjs(loaded: SimjsModule): Engine {
  return { name: 'simjs', scheduler: () => new SimjsScheduler(loaded) };
}
