import type { Ambition, Stated, Observed } from './figures.ts';
import type { Trigger } from './trigger.ts';
import type { StartFrom } from './start-from.ts';
import type { Service, SharedServices } from './service.ts';
import type { Hospital, ProcessDelay } from './hospital.ts';
import type { Redirection, Locality, Pathway, ArrivalStream } from './people.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * A scenario as the model takes it: checked, resolved, plain data (it survives JSON and structured clone).
 *
 * Units: time in days from the start of the simulation (midnight, first day of the warm-up = day 0); people; beds;
 * hours of care a week; £. Shares are fractions of 1. `unlimited` is that word, never a large number.
 * The scenario reader guarantees what the comments here promise; the model relies on it and does not check again.
 */
export interface Scenario {
  name: string;
  question: string | null;
  /** Which people the split counts: `65+` or `all adults`. */
  population: string;
  /** ISO date of the first collected day; the simulation starts `warmUpDays` (whole days) earlier. */
  start: string;
  warmUpDays: number;
  /** Collected days (whole, at least 1). */
  days: number;
  /** Bank holidays between the start of the simulation and its end, as day numbers, ascending. */
  holidays: number[];
  hospitals: Hospital[];
  /** Where people live, in the order of every list by place; empty where the scenario tells no places apart. */
  places: Locality[];
  pathways: Pathway[];
  services: Service[];
  /** Groups of services that routes, outcomes and referrals may name like a service; a service is in one group at most. */
  sharing: SharedServices[];
  arrivals: ArrivalStream[];
  processDelay: ProcessDelay;
  ambitions: Ambition[];
  /** Opportunity value of an acute bed-day delayed, £; null where the scenario gives none. */
  delayedBedDay: number | null;
  /** Price year of all prices, to which they were brought; null: each is of its own year. */
  pricesOf: string | null;
  /** Who is there when the period starts; then there is no warm-up. null: the system starts empty. */
  startFrom: StartFrom | null;
  /** People ready for one pathway who take another. */
  redirections?: Redirection[];
  /** Capacity that opens when a level crosses a threshold. */
  triggers?: Trigger[];
  /** The changes by which the plan came to its dated values, for reports: the model reads the dated values only. */
  changes?: PlannedChange[];
  run: RunPlan;
  /** What was seen, to be shown beside the simulated; left out where nothing is given. It changes nothing in the simulation. */
  observed?: Observed[];
  /** What the plan states, to be held beside the simulated; left out where nothing is. It changes nothing in the simulation. */
  stated?: Stated[];
}

export interface PlannedChange {
  name: string;
  label: string;
  /** The change that had to be in force first; null: none. */
  after: string | null;
  /** Simulated days on which it holds, the steps of a ramp together; `until` null: to the end. */
  spells: { from: number; until: number | null }[];
  /** Paths of the values it acts on. */
  paths: string[];
}
