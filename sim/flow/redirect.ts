import type { Capacity } from '../engine/capacity.ts';
import { MOMENTS } from '../people/patient.ts';
import { pick } from '../plan/shares.ts';
import { type Move, type Person, Verb, type Way } from './way.ts';
import type { Chance } from '../people/chance.ts';

/**
 * The person is ready: by the shares in force today, takes another way from here. Returns the redirection that was meant
 * for the person, by its place in the scenario, and whether it was taken; null where none was.
 */
export function redirect(person: Person, chance: Chance<Way>, now: number): { index: number; taken: boolean } | null {
  const place = pick(chance.choice.shares, Math.floor(now), chance.luck);
  const rule = chance.choice.rules[place];
  const other = chance.ways.get(place);
  if (rule === undefined || other === undefined) return null;
  if (rule.redirection.needsRoom && !hasRoom(other.way, now)) return { index: rule.index, taken: false };
  for (let moment = 0; moment < MOMENTS; moment++) other.times[moment] = person.times[moment] as number;
  person.way = other.way;
  person.times = other.times;
  return { index: rule.index, taken: true };
}

/** Whether whoever asked now would be in at once; a way without a service has room for everybody. */
function hasRoom({ moves }: Way, now: number): boolean {
  const first: Move | undefined = moves.find(({ verb, service }) => verb === Verb.seize && service !== null);
  return first === undefined || (first.capacity as Capacity).hasRoom(first.need, now);
}
