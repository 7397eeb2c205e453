import type { Slip } from '../mistakes.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { servedBy } from './sharing.ts';

/** Whoever can come to a service, or to a group of services, is served there. */
export function checkServed(tree: Branch, tables: Tables, slips: Slip[]): void {
  if (!namesAt(tree, ['services']).some((service) => find(tree, ['services', service, 'serves']))) return;
  const told = new Set<string>();
  for (const { whose, names } of comers(tree, tables)) {
    for (const { name, path } of reached(tree, names, whose)) {
      if (own(tree, name, whose) !== undefined) continue;
      const from = [
        ...(whose.place === null ? [] : [`from ${whose.place}`]),
        ...(whose.hospital === null ? ['referred from the community'] : [`of ${whose.hospital}`]),
      ].join(' ');
      const group = find(tree, ['sharing', name]) !== undefined;
      const problem = group
        ? `No service of ${name} serves people ${from}, who need it.`
        : `${name} does not serve people ${from}, who need it.`;
      const key = JSON.stringify([path, problem]);
      if (told.has(key)) continue;
      told.add(key);
      slips.push({
        place: placeOf(tree, path),
        path,
        problem,
        found: name,
        allowed: group
          ? 'a service in the group that `serves` them'
          : 'a wider `serves`, or a group in `sharing` with a service for them',
      });
    }
  }
}

export interface Whose {
  place: string | null;
  hospital: string | null;
}

interface Named {
  name: string;
  path: Path;
}

/** Every kind of people by place and hospital, with the services their routes name. */
function comers(tree: Branch, tables: Tables): { whose: Whose; names: Named[] }[] {
  const routes = namesAt(tree, ['pathways']).flatMap((pathway) => routeOf(tree, pathway));
  const admitted = namesAt(tree, ['hospitals']).flatMap((hospital) =>
    placesOf(tree, ['hospitals', hospital], tables).map((place) => ({ whose: { place, hospital }, names: routes })),
  );
  const referred = namesAt(tree, ['referrals']).flatMap((referral) => {
    const path = ['referrals', referral, 'to'];
    const to = textAt(tree, path) ?? '';
    const names = find(tree, ['pathways', to]) ? routeOf(tree, to) : [{ name: to, path }];
    return placesOf(tree, ['referrals', referral], tables).map((place) => ({ whose: { place, hospital: null }, names }));
  });
  return [...admitted, ...referred];
}

function routeOf(tree: Branch, pathway: string): Named[] {
  return textsAt(tree, ['pathways', pathway, 'route']).map(({ text, path }) => ({ name: text, path }));
}

/** Where people may come from: the places named or listed, and from everywhere to a hospital that people are readmitted to. */
export function placesOf(tree: Branch, of: [block: string, name: string], tables: Tables): (string | null)[] {
  const places = namesAt(tree, ['places']);
  if (places.length === 0) return [null];
  const readmitted = namesAt(tree, ['services']).some(
    (service) => textAt(tree, ['services', service, 'readmitted-to']) === of[1],
  );
  const listed = tables.people.get([...of, 'people'].join('.'))?.flatMap(({ place }) => place ?? []) ?? [];
  const shares = namesAt(tree, [...of, 'places']);
  if (readmitted || (shares.length === 0 && listed.length === 0)) return places;
  return places.filter((place) => listed.includes(place) || shares.includes(place));
}

/** The services named and all that their outcomes lead these people to. */
function reached(tree: Branch, names: Named[], whose: Whose): Named[] {
  const found = [...names];
  for (const { name } of found) {
    const service = own(tree, name, whose);
    if (service === undefined) continue;
    for (const next of namesAt(tree, ['services', service, 'outcomes'])) {
      const leads = find(tree, ['services', next]) ?? find(tree, ['sharing', next]);
      if (leads && !found.some((one) => one.name === next))
        found.push({ name: next, path: ['services', service, 'outcomes', next] });
    }
  }
  return found.filter(({ name }) => find(tree, ['services', name]) ?? find(tree, ['sharing', name]));
}

/** The first service of the name, or of the group, that serves these people; undefined where none does. */
export function own(tree: Branch, name: string, { place, hospital }: Whose): string | undefined {
  const among = (served: string[] | null, one: string | null) => served === null || (one !== null && served.includes(one));
  const members = find(tree, ['sharing', name]) ? textsAt(tree, ['sharing', name, 'services']).map(({ text }) => text) : [name];
  return members.find(
    (service) => among(servedBy(tree, service, 'places'), place) && among(servedBy(tree, service, 'hospitals'), hospital),
  );
}
