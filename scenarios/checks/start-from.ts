import type { Slip } from '../mistakes.ts';
import { nearestName } from '../nearest-name.ts';
import { type SaidGroup, saidGroups } from '../resolve/start-from.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, keyPlace, placeOf } from '../source/tree.ts';
import type { Written } from '../vocabulary/scenario.ts';
import { checkCounted } from './counted.ts';
import { type Checking, needed, processed, redirectedTo } from './present.ts';
import { placesOf } from './served.ts';
import { type Visit, visitsOf } from './visits.ts';

/** Whoever is said to be there can have come there, and it is said of everywhere who is there. */
export function checkStartFrom(written: Written, tables: Tables, tree: Branch, slips: Slip[]): void {
  if (!written['start-from']) return;
  if (find(tree, ['run', 'warm-up'])) {
    const path = ['run', 'warm-up'];
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: 'A start from the people present needs no warm-up: leave one of the two out.',
      allowed: '`start-from` or `run.warm-up`, not both (`warm-up: removed` takes out an inherited one)',
    });
  }
  const checking: Checking = { written, tree, tables, visits: visitsOf(tree, tables) };
  const groups = saidGroups(written, tables);
  for (const said of groups) {
    const problem = problemOf(checking, said);
    if (problem) slips.push({ place: said.place ?? placeOf(tree, said.path), path: said.path, ...problem });
  }
  for (const block of ['hospitals', 'services'] as const) {
    for (const name of Object.keys(written['start-from'][block] ?? {})) {
      if (Object.hasOwn(written[block], name)) continue;
      const path = ['start-from', block, name];
      slips.push({
        place: keyPlace(tree, path.slice(0, 2), name),
        path,
        problem: `There is no ${block === 'hospitals' ? 'hospital' : 'service'} of this name.`,
        found: name,
        allowed: Object.keys(written[block]).join(', '),
        nearest: nearestName(tree, name, [block]),
      });
    }
  }
  // Where a name or a number is wrong, what it was meant to count would be listed as not counted.
  if (!slips.some(({ path }) => path[0] === 'start-from')) checkCounted(checking, groups, slips);
}

type Problem = Pick<Slip, 'problem' | 'allowed' | 'found' | 'nearest'>;

function problemOf(checking: Checking, said: SaidGroup): Problem | null {
  const { written, tree } = checking;
  const { group, place } = said;
  if (group.place !== undefined && !Object.hasOwn(written.places, group.place)) {
    if (place) return null; // told where the table was read
    return {
      problem: 'There is no place of this name.',
      found: group.place,
      allowed: Object.keys(written.places).join(', ') || 'people by number: the plan has no places',
      nearest: nearestName(tree, group.place, ['places']),
    };
  }
  return 'service' in group.at ? inService(checking, said, group.at.service) : inHospital(checking, said, group.at.hospital);
}

function inHospital({ written, tree, tables }: Checking, { group, state, place }: SaidGroup, hospital: string): Problem | null {
  if (!Object.hasOwn(written.hospitals, hospital)) return null; // told once
  if (state === 'in-service' || state === 'waiting-for-next')
    return {
      problem: `Nobody is ${state === 'in-service' ? 'in service' : 'waiting for a next service'} in a hospital.`,
      allowed: '`in-stay`, `in-process`, `waiting`, `at-the-door`',
    };
  if (group.place !== undefined && !placesOf(tree, ['hospitals', hospital], tables).includes(group.place))
    return {
      problem: `Nobody from ${group.place} comes to ${hospital}.`,
      allowed: placesOf(tree, ['hospitals', hospital], tables).join(', '),
    };
  if (group.pathway === null) return pathwayUnknown(written, state);
  const pathway = written.pathways[group.pathway];
  if (!pathway && place) return null; // told where the table was read
  if (!pathway)
    return {
      problem: 'There is no pathway of this name.',
      found: group.pathway,
      allowed: `${Object.keys(written.pathways).join(', ')}${state === 'waiting' ? '' : ', or `unknown`'}`,
    };
  const ready = state === 'in-process' || state === 'waiting';
  if (!needed(written, tree, hospital, group.pathway) && !(ready && redirectedTo(written, group.pathway)))
    return { problem: `Nobody of ${hospital} needs ${group.pathway}: it has no share there.` };
  if (state === 'in-process')
    return processed(written, group.pathway)
      ? null
      : {
          problem: `No family of \`process-delay\` applies to ${group.pathway}, so nobody of it can be in process.`,
          allowed: '`in-stay` or `waiting`',
        };
  return state === 'waiting' ? inBed(written, group.pathway, pathway.route ?? []) : null;
}

function pathwayUnknown(written: Written, state: SaidGroup['state']): Problem | null {
  if (state === 'waiting')
    return {
      problem: 'Which pathway will they need? Whoever waits for a service has been referred to it.',
      allowed: Object.keys(written.pathways).join(', '),
    };
  const process = Object.keys(written.pathways).some((pathway) => processed(written, pathway));
  return state !== 'in-process' || process
    ? null
    : {
        problem: 'No family of `process-delay` applies to anybody, so nobody can be in process.',
        allowed: '`in-stay` or `waiting`',
      };
}

/** The services a name stands for. */
const membersOf = ({ sharing }: Written, name: string): string[] => sharing[name]?.services ?? [name];

function inBed(written: Written, pathway: string, [first]: string[]): Problem | null {
  const services = first === undefined ? [] : membersOf(written, first).flatMap((name) => written.services[name] ?? []);
  if (services.length === 0)
    return {
      problem: `${pathway} has no service in its route, so nobody of it waits for one.`,
      allowed: '`in-stay` or `in-process`',
    };
  return services.every((service) => service['waits-at'].word === 'home')
    ? {
        problem: `People wait for ${first} at home.`,
        allowed: `\`start-from.services.${membersOf(written, first as string)[0]}.waiting\``,
      }
    : null;
}

function inService(checking: Checking, { group, state, place }: SaidGroup, name: string): Problem | null {
  const { written } = checking;
  const service = written.services[name];
  if (!service) return null; // told once
  if (state !== 'in-service' && state !== 'waiting' && state !== 'waiting-for-next')
    return { problem: 'People are in a service or waiting for it.', allowed: '`in-service`, `waiting-for-next` or `waiting`' };
  if (state !== 'waiting' && service.kind === 'placements')
    return {
      problem: `Nobody is in ${name}: a placement is a start, and the person is not followed further.`,
      allowed: '`waiting`',
    };
  const mine = visitsTo(checking, state === 'in-service' ? [name, ...helpedOut(written, name)] : [name], group);
  if (mine.length === 0) return nobodyComes(name, group);
  if (state === 'waiting-for-next') return onward(checking, name, group, place !== null);
  if (
    state === 'waiting' &&
    service['waits-at'].word === 'in place' &&
    !mine.some(({ after, whose }) => after === null && whose.hospital === null)
  ) {
    return {
      problem: `People wait for ${name} in the bed they are in (\`waits-at: in place\`).`,
      allowed: '`start-from.hospitals.NAME.waiting`, by pathway; those who wait in another service, its `waiting-for-next`',
    };
  }
  return null;
}

/** Of a group that helps one another out, the other services. */
function helpedOut({ sharing }: Written, name: string): string[] {
  return (
    Object.values(sharing)
      .find(({ services, rule }) => rule.word === 'own place first' && services.includes(name))
      ?.services.filter((one) => one !== name) ?? []
  );
}

function visitsTo({ visits }: Checking, services: string[], { pathway, place }: SaidGroup['group']): Visit[] {
  return visits.filter(
    (visit) =>
      services.includes(visit.service) &&
      (pathway === null || pathway === visit.pathway) &&
      (place === undefined || place === visit.whose.place),
  );
}

function nobodyComes(name: string, { pathway, place }: SaidGroup['group']): Problem {
  const who = `${pathway === null ? '' : ` of ${pathway}`}${place === undefined ? '' : ` from ${place}`}`;
  return {
    problem: `Nobody${who} comes to ${name}${place === undefined ? ': it is in no route, no outcome leads there and nobody is referred to it' : ''}.`,
  };
}

function onward(
  { written, visits, tree }: Checking,
  name: string,
  { next = '', place, pathway }: SaidGroup['group'],
  inTable: boolean,
): Problem | null {
  const known = Object.hasOwn(written.services, next) || Object.hasOwn(written.sharing, next);
  if (!known && inTable) return null; // told where the table was read
  const after = visits.filter(
    (visit) =>
      visit.after === name &&
      (pathway === null || pathway === visit.pathway) &&
      (place === undefined || place === visit.whose.place),
  );
  const there = after.filter(({ service }) => membersOf(written, next).includes(service));
  const allowed = [...new Set(after.map(({ service }) => service))].join(', ');
  if (there.length === 0)
    return {
      problem: `Nobody goes on from ${name} to ${next}.`,
      found: next,
      allowed: allowed || `nothing: nobody goes on from ${name}`,
      ...(known ? {} : { nearest: nearestName(tree, next, ['services']) }),
    };
  const home = there.every(({ service }) => written.services[service]?.['waits-at'].word === 'home');
  return home
    ? {
        problem: `People wait for ${next} at home, so they are not in ${name} any more.`,
        allowed: `\`start-from.services.${there[0]?.service}.waiting\``,
      }
    : null;
}
