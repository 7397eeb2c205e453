import type { Clock } from '../engine/instant.ts';
import type { Observations } from '../seen/observations.ts';
import type { Plan } from '../plan/plan.ts';

/** What flows in one replication: by which plan, on which clock, into which records. */
export interface Parts {
  readonly plan: Plan;
  readonly clock: Clock;
  readonly observations: Observations;
}
