import { valueOn } from '../scenario/dated.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Service } from '../scenario/service.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import { hospitalOf, membersOf, ownService } from '../scenario/serving.ts';

/** People counted as waiting at the start for each service, each for their own; those whose place is not known by the shares of where people live. */
export function waitingFor(scenario: Scenario): Map<string, number> {
  const waiting = new Map<string, number>();
  for (const group of scenario.startFrom?.groups ?? []) {
    for (const { service, share } of awaited(scenario, group))
      waiting.set(service, (waiting.get(service) ?? 0) + group.people * share);
  }
  return waiting;
}

/** Nobody waits for such a service that has room: it needs no arranging, and people start on every day. */
export function isFullWhereAnybodyWaits({ leadTime, accepts, acceptsFrom, closures }: Service): boolean {
  const first = acceptsFrom === undefined ? accepts : valueOn(acceptsFrom, 0);
  return leadTime === null && first.weekdays.every(Boolean) && closures.length === 0;
}

function awaited(scenario: Scenario, { at, state, pathway, place, next }: PresentGroup): { service: string; share: number }[] {
  if (state !== 'waiting' && state !== 'waiting for next') return [];
  if ('service' in at && state === 'waiting') return [{ service: at.service, share: 1 }];
  const hospital = 'hospital' in at ? at.hospital : null;
  const name = hospital === null ? next : scenario.pathways.find((it) => it.name === pathway)?.route[0];
  if (name === undefined) return [];
  const members = membersOf(scenario, name);
  if (hospital === null && place === undefined) return members.map((service) => ({ service, share: 1 / members.length }));
  const livesIn = scenario.arrivals.find((stream) => hospitalOf(stream) === hospital)?.livesIn ?? [];
  const homes =
    place !== undefined || livesIn.length === 0
      ? [{ place: place ?? null, share: 1 }]
      : livesIn.map((it) => ({ place: it.place, share: valueOn(it.share, 0) }));
  return homes.flatMap((home) => {
    const own = ownService(scenario, name, { place: home.place, hospital });
    return own === undefined ? [] : [{ service: own.name, share: home.share }];
  });
}
