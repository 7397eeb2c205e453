import type { Capacity } from './engine/capacity.ts';
import { MOMENTS, type Patient } from './patient.ts';
import { pick, type ShareTables, shareTables } from './people/shares.ts';
import type { Redirection, Scenario } from './scenario.ts';
import { type Move, Verb, type Way } from './way.ts';

/** The redirections of one pathway: one uniform falls into the share of one of them, or into what is left. */
export interface Choice {
  rules: { redirection: Redirection; index: number }[];
  /** The shares in the order of the rules, then that of those who go on as before. */
  shares: ShareTables;
}

/** null where nobody of the pathway is redirected. */
export function choiceOf({ redirections = [] }: Scenario, pathway: string): Choice | null {
  const rules = redirections.flatMap((redirection, index) => (redirection.from === pathway ? [{ redirection, index }] : []));
  if (rules.length === 0) return null;
  return { rules, shares: shareTables([...rules.map(({ redirection }) => redirection.share), [{ from: 0, value: 1 }]]) };
}

/** The rules a person may fall under on some day, by place; most people none, or one. */
function mayTake({ rules, shares }: Choice, luck: number): number[] {
  const places = new Set(shares.map(({ from }) => pick(shares, from, luck)));
  return [...places].filter((place) => place < rules.length);
}

/** What a person carries who may be redirected: drawn on arrival like everything else. */
export interface Chance {
  choice: Choice;
  luck: number;
  /** By place among the rules. */
  ways: Map<number, { way: Way; times: number[] }>;
}

/** null for whoever falls under no rule on any day. */
export function chanceOf(choice: Choice, luck: number, way: (place: number) => { way: Way; times: number[] }): Chance | null {
  const places = mayTake(choice, luck);
  return places.length === 0 ? null : { choice, luck, ways: new Map(places.map((place) => [place, way(place)])) };
}

/**
 * The person is ready: by the shares in force today, takes another way from here. Returns the redirection that was meant
 * for the person, by its place in the scenario, and whether it was taken; null where none was.
 */
export function redirect(person: Patient, chance: Chance, now: number): { index: number; taken: boolean } | null {
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
