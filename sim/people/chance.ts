import { pick } from '../plan/shares.ts';
import type { Choice } from '../plan/redirections.ts';

/** The rules a person may fall under on some day, by place; most people none, or one. */
function mayTake({ rules, shares }: Choice, luck: number): number[] {
  const places = new Set(shares.map(({ from }) => pick(shares, from, luck)));
  return [...places].filter((place) => place < rules.length);
}

/** What a person carries who may be redirected: drawn on arrival like everything else. */
export interface Chance<Way> {
  choice: Choice;
  luck: number;
  /** By place among the rules. */
  ways: Map<number, { way: Way; times: number[] }>;
}

/** null for anyone who falls under no rule on any day. */
export function chanceOf<Way>(
  choice: Choice,
  luck: number,
  way: (place: number) => { way: Way; times: number[] },
): Chance<Way> | null {
  const places = mayTake(choice, luck);
  return places.length === 0 ? null : { choice, luck, ways: new Map(places.map((place) => [place, way(place)])) };
}
