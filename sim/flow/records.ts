import type { Collection } from '../engine/day-record.ts';
import type { Plan } from '../plan/plan.ts';
import { someDieIn } from '../scenario/ends.ts';
import { packagesOf } from '../scenario/kinds.ts';
import { canExitBlock } from '../scenario/onward.ts';
import { Observations } from '../seen/observations.ts';
import type { Capacities } from './capacities.ts';

/** The records of one replication: what is watched of its capacities follows from the scenario. */
export function recordsOf({ scenario }: Plan, collection: Collection, { hospitals, services }: Capacities): Observations {
  const watched = services.map((capacity, i) => ({
    capacity,
    targetWait: scenario.services[i]?.targetWait ?? null,
    packages: packagesOf(scenario.services[i]).length,
    canExitBlock: canExitBlock(scenario, scenario.services[i]?.name ?? ''),
    moves: capacity.plan.closingMoves,
    shortTerm: scenario.services[i]?.shortTerm ?? false,
    someDie: someDieIn(scenario.services[i]),
  }));
  return new Observations(collection, hospitals, watched, {
    pathways: scenario.pathways.length,
    streams: scenario.arrivals.length,
    places: scenario.places.length,
    triggers: scenario.triggers?.length ?? 0,
    redirections: scenario.redirections?.length ?? 0,
  });
}
