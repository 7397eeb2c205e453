import { type Branch, find, namesAt, type Path, pathText, textAt } from '../source/tree.ts';
import { readOperation } from '../units/change.ts';
import { beds, duration, hoursPerWeek, type Kind, perDay, percent, perWeek, share } from '../units/kinds.ts';
import { type ReadChange, readDaysChange, readYesChange } from './accepting.ts';

/** A value that a dated change may act on. */
export interface Target {
  /** Its path, as text. */
  path: string;
  /** Of a number; null for a value in words. */
  kind: Kind | null;
  /** What a written change does to it. */
  read: ReadChange;
}

const numeric = (path: string, kind: Kind, unlimited = false): Target => ({
  path,
  kind,
  read: (input) => readOperation(input, kind, unlimited),
});

export const FOLLOW_UP = ['readmitted', 'in-care', 'died'];

const CAPACITY: Record<string, [key: string, kind: Kind]> = {
  beds: ['beds', beds],
  hours: ['commissioned', hoursPerWeek],
  placements: ['starts', perWeek],
};

/** Every capacity, share, rate of arrivals, mean length of time and accepting day of the scenario. */
export function targetsOf(tree: Branch): Map<string, Target> {
  const targets = [
    ...ofHospitals(tree),
    ...ofReferrals(tree),
    ...ofPlaces(tree),
    ...ofPathways(tree),
    ...ofServices(tree),
    ...ofProcessDelay(tree),
    ...ofRedirections(tree),
  ];
  return new Map(targets.map((target) => [target.path, target]));
}

function ofHospitals(tree: Branch): Target[] {
  return namesAt(tree, ['hospitals']).flatMap((name) => {
    const own = [numeric(`hospitals.${name}.beds`, beds, true)];
    if (find(tree, ['hospitals', name, 'admissions'])) own.push(numeric(`hospitals.${name}.admissions`, perDay));
    if (find(tree, ['hospitals', name, 'residents'])) own.push(ofShare(`hospitals.${name}.residents`));
    const pathways = new Set([...namesAt(tree, ['pathways']), ...namesAt(tree, ['hospitals', name, 'pathways'])]);
    const stays = [...pathways].flatMap((pathway) => {
      const here = ['hospitals', name, 'pathways', pathway];
      return ofStay(tree, here, [here, ['pathways', pathway]]);
    });
    return [...own, ...ofResidences(tree, ['hospitals', name]), ...ofOwnSplit(tree, ['hospitals', name]), ...stays];
  });
}

/** Shares of the pathways that a hospital or a place may have of its own. */
function ofOwnSplit(tree: Branch, path: string[]): Target[] {
  const pathways = new Set([...namesAt(tree, ['pathways']), ...namesAt(tree, [...path, 'pathways'])]);
  return [...pathways].map((pathway) => ofShare(`${path.join('.')}.pathways.${pathway}.share`));
}

function ofResidences(tree: Branch, path: string[]): Target[] {
  return namesAt(tree, [...path, 'places']).map((place) => ofShare(`${path.join('.')}.places.${place}`));
}

function ofPlaces(tree: Branch): Target[] {
  return namesAt(tree, ['places']).flatMap((place) => ofOwnSplit(tree, ['places', place]));
}

function ofReferrals(tree: Branch): Target[] {
  return namesAt(tree, ['referrals']).flatMap((name): Target[] => {
    const rate = find(tree, ['referrals', name, 'arrivals']) ? [numeric(`referrals.${name}.arrivals`, perDay)] : [];
    return [...rate, ...ofResidences(tree, ['referrals', name])];
  });
}

function ofPathways(tree: Branch): Target[] {
  return namesAt(tree, ['pathways']).flatMap((name) => {
    const here = ['pathways', name];
    return [
      ...(find(tree, [...here, 'share']) ? [ofShare(pathText([...here, 'share']))] : []),
      ...ofFollowUp(tree, here),
      ...ofStay(tree, here, [here]),
    ];
  });
}

/** The shares that are said. */
function ofFollowUp(tree: Branch, here: string[]): Target[] {
  const path = [...here, 'follow-up'];
  return FOLLOW_UP.filter((key) => find(tree, [...path, key])).map((key) => ofShare(pathText([...path, key])));
}

function ofServices(tree: Branch): Target[] {
  return namesAt(tree, ['services']).flatMap((name) => {
    const capacity = CAPACITY[textAt(tree, ['services', name, 'kind']) ?? ''];
    const outcomes = namesAt(tree, ['services', name, 'outcomes']).map((outcome) =>
      ofShare(`services.${name}.outcomes.${outcome}`),
    );
    const here = ['services', name];
    const stays = [
      here,
      [...here, 'package'],
      ...namesAt(tree, [...here, 'packages']).map((one) => [...here, 'packages', one]),
    ].map((path) => [...path, 'stay']);
    const times = [...stays, [...here, 'lead-time']].flatMap((path) => ofTime(tree, path, [path]));
    const accepts: Target[] = [
      { path: `services.${name}.accepts.days`, kind: null, read: readDaysChange },
      { path: `services.${name}.accepts.bank-holidays`, kind: null, read: readYesChange },
    ];
    const spot = capacity && find(tree, [...here, 'spot']) ? [numeric(`services.${name}.spot.at-most`, capacity[1])] : [];
    const flex = capacity?.[0] === 'commissioned' ? [numeric(`services.${name}.flex`, percent, true)] : [];
    return [
      ...(capacity ? [numeric(`services.${name}.${capacity[0]}`, capacity[1], true)] : []),
      ...flex,
      ...spot,
      ...outcomes,
      ...ofFollowUp(tree, here),
      ...times,
      ...accepts,
    ];
  });
}

function ofProcessDelay(tree: Branch): Target[] {
  const families = namesAt(tree, ['process-delay']).filter((name) => name !== 'weekend');
  const times = families.flatMap((name) => ofTime(tree, ['process-delay', name], [['process-delay', name]]));
  return [...times, ...(find(tree, ['process-delay', 'weekend', 'leave-at']) ? [ofShare('process-delay.weekend.leave-at')] : [])];
}

function ofRedirections(tree: Branch): Target[] {
  return ['right-sizing', 'diversion'].flatMap((block) =>
    namesAt(tree, [block]).map((name) => ofShare(`${block}.${name}.share`)),
  );
}

function ofStay(tree: Branch, here: Path, written: Path[]): Target[] {
  return ofTime(
    tree,
    [...here, 'acute-stay'],
    written.map((path) => [...path, 'acute-stay']),
  );
}

/** The mean, or the fixed length, by which a time is written here or, for one hospital, in general. A sample has none. */
function ofTime(tree: Branch, here: Path, written: Path[]): Target[] {
  const key = (['mean', 'fixed'] as const).find((one) => written.some((path) => find(tree, [...path, one]) !== undefined));
  return key ? [numeric(pathText([...here, key]), duration)] : [];
}

function ofShare(path: string): Target {
  return numeric(path, share);
}
