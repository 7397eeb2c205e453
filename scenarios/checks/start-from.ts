import type { Slip } from '../mistakes.ts';
import { nearestName } from '../nearest-name.ts';
import { type SaidGroup, saidGroups } from '../resolve/start-from.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, keyPlace, placeOf } from '../source/tree.ts';
import type { Written } from '../vocabulary/scenario.ts';

/** Whoever is said to be there can have come there. */
export function checkStartFrom(written: Written, tables: Tables, tree: Branch, slips: Slip[]): void {
  if (!written['start-from']) return;
  if (find(tree, ['run', 'warm-up'])) {
    const path = ['run', 'warm-up'];
    slips.push({ place: placeOf(tree, path), path, problem: 'A start from the people present needs no warm-up: leave one of the two out.', allowed: '`start-from` or `run.warm-up`, not both (`warm-up: removed` takes out an inherited one)' });
  }
  for (const said of saidGroups(written, tables)) {
    const problem = problemOf(written, tree, said);
    if (problem) slips.push({ place: said.place ?? placeOf(tree, said.path), path: said.path, ...problem });
  }
  for (const block of ['hospitals', 'services'] as const) {
    for (const name of Object.keys(written['start-from'][block] ?? {})) {
      if (Object.hasOwn(written[block], name)) continue;
      const path = ['start-from', block, name];
      slips.push({ place: keyPlace(tree, path.slice(0, 2), name), path, problem: `There is no ${block === 'hospitals' ? 'hospital' : 'service'} of this name.`, found: name, allowed: Object.keys(written[block]).join(', '), nearest: nearestName(tree, name, [block]) });
    }
  }
}

type Problem = Pick<Slip, 'problem' | 'allowed' | 'found'>;

function problemOf(written: Written, tree: Branch, { group, state, place }: SaidGroup): Problem | null {
  if ('service' in group.at) return inService(written, group.at.service, state, group.pathway);
  const { hospital } = group.at;
  if (!Object.hasOwn(written.hospitals, hospital)) return null; // told once
  if (state === 'in-service') return { problem: 'Nobody is in service in a hospital.', allowed: '`in-stay`, `in-process`, `waiting`, `at-the-door`' };
  if (group.pathway === null) return state === 'at-the-door' ? null : { problem: 'Which pathway will they need?', allowed: Object.keys(written.pathways).join(', ') };
  const pathway = written.pathways[group.pathway];
  if (!pathway && place) return null; // told where the table was read
  if (!pathway) return { problem: 'There is no pathway of this name.', found: group.pathway, allowed: Object.keys(written.pathways).join(', ') };
  if (!written.hospitals[hospital]?.people && !pathway.share && !find(tree, ['hospitals', hospital, 'pathways', group.pathway, 'share'])) return { problem: `Nobody of ${hospital} needs ${group.pathway}: it has no share there.` };
  if (state === 'in-process') return processed(written, group.pathway) ? null : { problem: `No family of \`process-delay\` applies to ${group.pathway}, so nobody of it can be in process.`, allowed: '`in-stay` or `waiting`' };
  return state === 'waiting' ? inBed(written, group.pathway, pathway.route ?? []) : null;
}

function processed(written: Written, pathway: string): boolean {
  const { weekend: _, ...families } = written['process-delay'];
  const reports = written.pathways[pathway]?.['reports-as']?.word ?? pathway;
  return Object.values(families).some((family) => family && (family['applies-to']?.includes(pathway) ?? reports !== 'P0'));
}

function inBed(written: Written, pathway: string, route: string[]): Problem | null {
  const first = written.services[route[0] ?? ''];
  if (!first) return { problem: `${pathway} has no service in its route, so nobody of it waits for one.`, allowed: '`in-stay` or `in-process`' };
  return first['waits-at'].word === 'home' ? { problem: `People wait for ${route[0]} at home.`, allowed: `\`start-from.services.${route[0]}.waiting\`` } : null;
}

function inService(written: Written, name: string, state: SaidGroup['state'], pathway: string | null): Problem | null {
  const service = written.services[name];
  if (!service) return null; // told once
  if (state !== 'in-service' && state !== 'waiting') return { problem: 'People are in a service or waiting for it.', allowed: '`in-service` or `waiting`' };
  if (state === 'in-service' && service.kind === 'placements') return { problem: `Nobody is in ${name}: a placement is a start, and the person is not followed further.`, allowed: '`waiting`' };
  const routes = routesTo(written, name).filter((one) => pathway === null || one.pathway === pathway);
  if (routes.length === 0) return { problem: `Nobody ${pathway === null ? '' : `of ${pathway} `}comes to ${name}: it is in no route, no outcome leads there and nobody is referred to it.` };
  if (state === 'waiting' && service['waits-at'].word === 'in place' && !routes.some(({ direct }) => direct)) {
    return { problem: `People wait for ${name} in the bed they are in (\`waits-at: in place\`).`, allowed: '`start-from.hospitals.NAME.waiting`, by pathway' };
  }
  return null;
}

/** Pathways that lead to a service; `direct`: people are referred to it from the community. A pathway of a direct referral has no name. */
function routesTo({ pathways, referrals, services }: Written, name: string): { pathway: string | null; direct: boolean }[] {
  const leadsBeyond = (from: string, seen: Set<string>): boolean => {
    const it = services[from];
    if (from === name) return true;
    if (seen.has(from) || it === undefined || it.kind === 'placements') return false;
    seen.add(from);
    return Object.keys(it.outcomes ?? {}).some((next) => Object.hasOwn(services, next) && leadsBeyond(next, seen));
  };
  const leads = (from: string): boolean => leadsBeyond(from, new Set());
  const routes = Object.entries(pathways).filter(([, { route = [] }]) => route.some(leads)).map(([pathway, { route = [] }]) => ({
    pathway, direct: route[0] === name && Object.values(referrals).some(({ to }) => to === pathway),
  }));
  return [...routes, ...Object.values(referrals).filter(({ to }) => leads(to)).map(({ to }) => ({ pathway: null, direct: to === name }))];
}
