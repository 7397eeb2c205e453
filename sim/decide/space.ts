import type { SizeDecision } from '../decision.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Judged, Placed } from './judge.ts';

/** The scenario at a point: the place of each varied value among its texts, the highest of each in `lasts`. */
export interface Space {
  lasts: number[];
  at(place: number[]): Promise<Scenario>;
}

export const placed = async (space: Pick<Space, 'at'>, place: number[]): Promise<Placed> => ({
  scenario: await space.at(place),
  place,
});

/** A point with one of its places changed. */
export const withStep = (place: number[], i: number, step: number): number[] => place.map((other, j) => (j === i ? step : other));

/** Every combination of places, the last value running fastest. */
export function everyPlace(lasts: number[]): number[][] {
  return lasts.reduce<number[][]>(
    (all, last) => all.flatMap((before) => Array.from({ length: last + 1 }, (_, i) => [...before, i])),
    [[]],
  );
}

/** What is told of a look: where, and how the verdict came. */
export const told = (at: number[], { replications, simulated, meets }: Judged): SizeDecision['looked'][number] => ({
  at,
  replications,
  simulated,
  meets,
});
