import { outcomesOf } from './kinds.ts';
import type { Scenario } from './scenario.ts';
import type { ArrivalStream } from './people.ts';
import type { Service } from './service.ts';

/** What decides which service a person comes to: where the person lives, and the hospital; null where there is none. */
export interface Whose {
  place: string | null;
  hospital: string | null;
}

export function serves({ serves }: Service, { place, hospital }: Whose): boolean {
  const among = (names: string[] | null, name: string | null) => names === null || (name !== null && names.includes(name));
  return among(serves.places, place) && among(serves.hospitals, hospital);
}

/** The person's own service: the one of that name or, of a group, the first that serves the person. */
export function ownService({ services, sharing }: Scenario, name: string, whose: Whose): Service | undefined {
  const group = sharing.find((it) => it.name === name);
  if (group === undefined) return services.find((it) => it.name === name);
  return group.services.flatMap((member) => services.find((it) => it.name === member) ?? []).find((it) => serves(it, whose));
}

/** The services a name stands for: those of a group, or itself. */
export function membersOf({ sharing }: Scenario, name: string): string[] {
  return sharing.find((it) => it.name === name)?.services ?? [name];
}

/** Services whose people may start in this one while their own is full. */
export function sharesWith({ sharing }: Scenario, name: string): string[] {
  return (
    sharing.find(({ services, above }) => above !== null && services.includes(name))?.services.filter((it) => it !== name) ?? []
  );
}

export function hospitalOf({ enters }: ArrivalStream): string | null {
  return 'hospital' in enters ? enters.hospital : null;
}

/** Whether people of a place, by its number, can come in this stream: by its shares, by its list, or readmitted from wherever they were first. */
export function comesFrom({ services }: Scenario, stream: ArrivalStream, place: number): boolean {
  const { share, place: name } = stream.livesIn[place] as ArrivalStream['livesIn'][number];
  if (share.some(({ value }) => value > 0)) return true;
  if (stream.arrivals.kind === 'list' && stream.arrivals.people.some((person) => person.place === name)) return true;
  const hospital = hospitalOf(stream);
  return services.some((service) =>
    outcomesOf(service).some(({ readmittedTo }) => readmittedTo !== null && readmittedTo === hospital),
  );
}
