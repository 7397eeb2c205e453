import type { PathwayMix, Residence } from '../../sim/scenario/people.ts';
import type { Dated } from '../../sim/scenario/dated.ts';
import { sumOfProducts } from '../changes/dated.ts';
import { hospitalShares, ownSplit, residenceShares, type ShareSeries } from '../changes/shares.ts';
import type { Context } from './context.ts';

/** Where the people of a hospital or of referrals live; a list that names everybody's place has the shares seen in it, never drawn. */
export function livesIn(context: Context, of: string[]): Residence[] {
  const people = context.tables.people.get([...of, 'people'].join('.')) ?? [];
  const listed = people.length > 0 && people.every(({ place }) => place !== null);
  const shares = residenceShares(context.tree, context.changes, of);
  return Object.keys(context.written.places).map((place) => ({
    place,
    share: listed
      ? [{ from: 0, value: people.filter((person) => person.place === place).length / people.length }]
      : settled(shares?.get(place)),
    pathways: null,
  }));
}

/**
 * A hospital's split by where its people live, where the split of some place is its own: the split of each place, and the
 * mean over places for the hospital.
 */
export function splitByPlace(
  context: Context,
  hospital: string,
  mix: PathwayMix[],
  residences: Residence[],
): { mix: PathwayMix[]; livesIn: Residence[] } {
  if (!residences.some(({ place }) => ownSplit(context.tree, context.changes, place))) return { mix, livesIn: residences };
  const livesIn = residences.map((it) => {
    const shares = hospitalShares(context.tree, context.changes, hospital, it.place);
    return { ...it, pathways: mix.map(({ pathway }) => settled(shares?.get(pathway))) };
  });
  return {
    livesIn,
    mix: mix.map((it, i) => ({ ...it, share: sumOfProducts(livesIn.map(({ share, pathways }) => [share, pathways[i] ?? []])) })),
  };
}

/** Checked before: none falls below zero. */
function settled(series: ShareSeries | undefined): Dated<number> {
  return (series ?? [{ from: 0, value: 0 }]).map(({ from, value }) => ({ from, value: value ?? 0 }));
}
