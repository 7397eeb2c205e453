import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, textAt, textsAt } from '../source/tree.ts';
import { own, placesOf, type Whose } from './served.ts';

/** A service that people of a pathway come to on their way, each their own one. */
export interface Visit {
  service: string;
  /** The service before it; null: the first of the way. */
  after: string | null;
  /** null: a direct referral to a service, which needs no pathway. */
  pathway: string | null;
  whose: Whose;
}

/** Every service on everybody's way: the services of the route one after another, and after the last where its outcomes lead. */
export function visitsOf(tree: Branch, tables: Tables): Visit[] {
  const routes = namesAt(tree, ['pathways']).map((pathway) => ({
    pathway,
    names: textsAt(tree, ['pathways', pathway, 'route']).map(({ text }) => text),
  }));
  const admitted = namesAt(tree, ['hospitals']).flatMap((hospital) =>
    placesOf(tree, ['hospitals', hospital], tables).flatMap((place) =>
      routes.map((route) => ({ whose: { place, hospital }, ...route })),
    ),
  );
  const referred = namesAt(tree, ['referrals']).flatMap((referral) => {
    const to = textAt(tree, ['referrals', referral, 'to']) ?? '';
    const route = routes.find(({ pathway }) => pathway === to) ?? { pathway: null, names: [to] };
    return placesOf(tree, ['referrals', referral], tables).map((place) => ({ whose: { place, hospital: null }, ...route }));
  });
  return [...admitted, ...referred].flatMap(({ whose, pathway, names }) =>
    along(tree, names, whose, []).map((visit) => ({ ...visit, pathway, whose })),
  );
}

type Step = Pick<Visit, 'service' | 'after'>;

/** No service is twice on a way. */
function along(tree: Branch, [name, ...rest]: string[], whose: Whose, before: string[]): Step[] {
  const service = name === undefined ? undefined : own(tree, name, whose);
  if (service === undefined || before.includes(service) || !find(tree, ['services', service])) return [];
  const so = [...before, service];
  const here: Step = { service, after: before.at(-1) ?? null };
  if (rest.length > 0) return [here, ...along(tree, rest, whose, so)];
  const next = namesAt(tree, ['services', service, 'outcomes']).filter(
    (one) => find(tree, ['services', one]) ?? find(tree, ['sharing', one]),
  );
  return [here, ...next.flatMap((one) => along(tree, [one], whose, so))];
}
