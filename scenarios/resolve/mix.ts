import type { PersonRow } from '../../data/people.ts';
import type { ArrivalStream, PathwayMix } from '../../sim/scenario/people.ts';
import type { Distribution } from '../../sim/scenario/distribution.ts';
import type { Dated } from '../../sim/scenario/dated.ts';
import { hospitalShares, ownSplit } from '../changes/shares.ts';
import { type Context, distribution } from './context.ts';
import { distributionOf } from './distribution.ts';
import { livesIn, splitByPlace } from './residence.ts';

/**
 * Shares and clinical stays of a hospital, by pathway in the order written. A list of people that names every pathway has
 * the shares seen in it, and a pathway whose stays are all in the list has those: neither is then ever drawn.
 */
export function mixOf(context: Context, hospital: string): Pick<ArrivalStream, 'mix' | 'livesIn'> {
  const people = context.tables.people.get(`hospitals.${hospital}.people`);
  const complete = people?.every((person) => person.pathway !== null) ?? false;
  const mix = pathwaysFor(
    context,
    hospital,
    people ?? [],
    complete ? sharesSeen(people ?? []) : sharesWritten(context, hospital),
  );
  const residences = livesIn(context, ['hospitals', hospital]);
  return complete ? { mix, livesIn: residences } : splitByPlace(context, hospital, mix, residences);
}

function pathwaysFor(context: Context, hospital: string, people: PersonRow[], shares: Map<string, Dated<number>>): PathwayMix[] {
  return Object.keys(context.written.pathways).flatMap((pathway) => {
    const share = shares.get(pathway);
    return share ? [{ pathway, share, acuteStay: stayWritten(context, hospital, pathway) ?? staySeen(people, pathway) }] : [];
  });
}

/** Pathways that only the people of some place need have no share of the hospital's own. */
function sharesWritten(context: Context, hospital: string): Map<string, Dated<number>> {
  const { tree, changes, written } = context;
  const shares = hospitalShares(tree, changes, hospital) ?? new Map();
  const only = Object.keys(written.places)
    .filter((place) => ownSplit(tree, changes, place))
    .flatMap((place) => [...(hospitalShares(tree, changes, hospital, place)?.keys() ?? [])]);
  for (const pathway of only) if (!shares.has(pathway)) shares.set(pathway, [{ from: 0, value: 0 }]);
  return new Map(
    [...shares].map(([pathway, series]) => [
      pathway,
      series.map(({ from, value }: { from: number; value: number | null }) => ({ from, value: value ?? 0 })),
    ]),
  );
}

function sharesSeen(people: PersonRow[]): Map<string, Dated<number>> {
  const counts = new Map<string, number>();
  for (const { pathway } of people) if (pathway !== null) counts.set(pathway, (counts.get(pathway) ?? 0) + 1);
  return new Map([...counts].map(([pathway, count]) => [pathway, [{ from: 0, value: count / people.length }]]));
}

function stayWritten(context: Context, hospital: string, pathway: string): Distribution | null {
  const own = context.written.hospitals[hospital]?.pathways?.[pathway]?.['acute-stay'];
  const keys = own ?? context.written.pathways[pathway]?.['acute-stay'];
  const here = `hospitals.${hospital}.pathways.${pathway}.acute-stay`;
  if (!keys) return null;
  return own ? distribution(context, keys, here) : distribution(context, keys, `pathways.${pathway}.acute-stay`, [here]);
}

function staySeen(people: PersonRow[], pathway: string): Distribution | null {
  const given = people.filter((person) => person.acuteStay !== null);
  const own = given.filter((person) => person.pathway === pathway);
  const stays = (own.length > 0 ? own : given).map((person) => person.acuteStay ?? 0).sort((a, b) => a - b);
  return stays.length > 0 ? distributionOf({}, stays) : null;
}
