import { type Branch, entriesAt, find, namesAt, textAt } from '../source/tree.ts';
import { beds, hoursPerWeek, type Kind, perDay, perWeek, share } from '../units/kinds.ts';

/** A value that a dated change may act on. */
export interface Target {
  /** Its path, as text. */
  path: string;
  kind: Kind;
  unlimited: boolean;
}

const CAPACITY: Record<string, [key: string, kind: Kind]> = {
  beds: ['beds', beds],
  hours: ['commissioned', hoursPerWeek],
  placements: ['starts', perWeek],
};

/** Every capacity, share and rate of arrivals of the scenario. */
export function targetsOf(tree: Branch): Map<string, Target> {
  const targets = [...ofHospitals(tree), ...ofReferrals(tree), ...ofPathways(tree), ...ofServices(tree), ...ofWeekend(tree)];
  return new Map(targets.map((target) => [target.path, target]));
}

function ofHospitals(tree: Branch): Target[] {
  return namesAt(tree, ['hospitals']).flatMap((name) => {
    const own: Target[] = [{ path: `hospitals.${name}.beds`, kind: beds, unlimited: true }];
    if (find(tree, ['hospitals', name, 'admissions'])) own.push({ path: `hospitals.${name}.admissions`, kind: perDay, unlimited: false });
    const pathways = new Set([...namesAt(tree, ['pathways']), ...namesAt(tree, ['hospitals', name, 'pathways'])]);
    return [...own, ...[...pathways].map((pathway) => ofShare(`hospitals.${name}.pathways.${pathway}.share`))];
  });
}

function ofReferrals(tree: Branch): Target[] {
  const rated = namesAt(tree, ['referrals']).filter((name) => find(tree, ['referrals', name, 'arrivals']));
  return rated.map((name) => ({ path: `referrals.${name}.arrivals`, kind: perDay, unlimited: false }));
}

function ofPathways(tree: Branch): Target[] {
  const shared = entriesAt(tree, ['pathways']).filter(([name]) => find(tree, ['pathways', name, 'share']));
  return shared.map(([name]) => ofShare(`pathways.${name}.share`));
}

function ofServices(tree: Branch): Target[] {
  return namesAt(tree, ['services']).flatMap((name) => {
    const capacity = CAPACITY[textAt(tree, ['services', name, 'kind']) ?? ''];
    const outcomes = namesAt(tree, ['services', name, 'outcomes']).map((outcome) => ofShare(`services.${name}.outcomes.${outcome}`));
    const spot: Target[] = capacity && find(tree, ['services', name, 'spot']) ? [{ path: `services.${name}.spot.at-most`, kind: capacity[1], unlimited: false }] : [];
    return capacity ? [{ path: `services.${name}.${capacity[0]}`, kind: capacity[1], unlimited: true }, ...spot, ...outcomes] : outcomes;
  });
}

function ofWeekend(tree: Branch): Target[] {
  return find(tree, ['process-delay', 'weekend', 'leave-at']) ? [ofShare('process-delay.weekend.leave-at')] : [];
}

function ofShare(path: string): Target {
  return { path, kind: share, unlimited: false };
}
