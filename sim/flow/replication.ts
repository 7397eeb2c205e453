import { openDoors } from '../people/arrivals.ts';
import { streamsOf } from '../random/streams.ts';
import { CareSystem, type Listener } from './care-system.ts';
import type { Engine } from '../engine/engine.ts';
import { Appointment, Clock, Kind } from '../engine/instant.ts';
import { Sheets } from '../engine/sheets.ts';
import type { Observations } from '../seen/observations.ts';
import type { Plan } from '../plan/plan.ts';
import { startFromToday } from './start-from.ts';

/** Looks at the levels at a midnight of the warm-up, before anything happens then; day 1 is the midnight that ends the first day. */
export type MidnightLook = (seen: Observations, day: number) => void;

/** One replication: one winter, from an empty system through the warm-up, or from the people present, to the end of the period. What it observed stands until the sheets are cleared. */
export function replicate(
  plan: Plan,
  replication: number,
  engine: Engine,
  sheets = new Sheets(),
  listener: Listener | null = null,
  look: MidnightLook | null = null,
): CareSystem {
  const streams = streamsOf(plan.scenario.run.seed, replication);
  const care = new CareSystem(plan, new Clock(engine.scheduler()), sheets, listener, streams);
  openDoors(plan, care, streams);
  startFromToday(plan, care, streams);
  if (look !== null) lookAtMidnights(care, plan.scenario.warmUpDays, look);
  care.clock.run(plan.days);
  care.observations.finish(plan.days);
  return care;
}

/** A look is no event of the system, so it does not count as one. */
function lookAtMidnights({ clock, observations }: CareSystem, days: number, look: MidnightLook): void {
  const next = (day: number): void => {
    if (day > days) return;
    const census = (): void => {
      clock.events--;
      look(observations, day);
      next(day + 1);
    };
    clock.after(1, new Appointment(Kind.census, 0, census));
  };
  next(1);
}
