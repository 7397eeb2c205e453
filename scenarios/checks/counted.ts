import type { Slip } from '../mistakes.ts';
import type { SaidGroup } from '../resolve/start-from.ts';
import { keyPlace } from '../source/tree.ts';
import { type Checking, needed, processed } from './present.ts';

/**
 * A start that counts only some of the people present leaves the rest empty, and an empty system looks as if it could do everything.
 * So wherever people stay who belong to the plan, somebody is counted, or `0 people`, or `not-counted` says what holds there.
 */
export function checkCounted(checking: Checking, groups: SaidGroup[], slips: Slip[]): void {
  const { written, tree } = checking;
  if (written['start-from']?.['not-counted'] !== undefined) return;
  const missing = [
    ...Object.keys(written.hospitals).flatMap((name) => inHospital(checking, groups, name)),
    ...Object.keys(written.services).flatMap((name) => inService(checking, groups, name)),
  ];
  if (missing.length === 0) return;
  slips.push({
    place: keyPlace(tree, [], 'start-from'),
    path: ['start-from'],
    problem: `Not everybody is counted, and what is left out would start empty: ${missing.join('; ')}.`,
    allowed:
      'a count of each, such as `0 people`; or for all of them `not-counted: empty` (nobody is there), or `not-counted: from flow balance` (as many as the plan’s own rates keep there)',
  });
}

/** By pathway, in the clinical stay and in the process; those of a pathway nobody knows may need any. */
function inHospital({ written, tree }: Checking, groups: SaidGroup[], hospital: string): string[] {
  const here = groups.filter(({ group: { at } }) => 'hospital' in at && at.hospital === hospital);
  const isList = written.hospitals[hospital]?.people !== undefined;
  return (['in-stay', 'in-process'] as const).flatMap((state) => {
    const counted = here.filter((said) => said.state === state).map(({ group }) => group.pathway);
    if (counted.includes(null) || (isList && counted.length > 0)) return [];
    const missing = Object.keys(written.pathways).filter(
      (pathway) =>
        needed(written, tree, hospital, pathway) &&
        (state === 'in-stay' || processed(written, pathway)) &&
        !counted.includes(pathway),
    );
    return missing.length === 0 ? [] : [`${hospital}: ${state} of ${missing.join(', ')}`];
  });
}

/** Those in the service; nobody stays in a placement, and nobody is where there is no capacity yet. */
function inService({ written, visits }: Checking, groups: SaidGroup[], name: string): string[] {
  const service = written.services[name];
  if (service === undefined || service.kind === 'placements' || !visits.some((visit) => visit.service === name)) return [];
  if ((service.kind === 'hours' ? service.commissioned : service.beds).amount === 0) return [];
  const counted = groups.some(({ state, group: { at } }) => state === 'in-service' && 'service' in at && at.service === name);
  return counted ? [] : [`${name}: in-service`];
}
