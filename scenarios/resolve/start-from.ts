import type { PresentRow, PresentState } from '../../data/present.ts';
import type { PresentGroup, StartFrom } from '../../sim/scenario/start-from.ts';
import type { Path, Place } from '../source/tree.ts';
import type { Quantity } from '../units/quantity.ts';
import type { DistributionKeys } from '../vocabulary/distribution.ts';
import type { Written } from '../vocabulary/scenario.ts';
import type { Context } from './context.ts';
import { distributionOf } from './distribution.ts';
import type { Tables } from './tables.ts';

/** A group with where it is said: its path, and for a row of a table the place in that file. */
export interface SaidGroup {
  group: PresentGroup;
  state: PresentState;
  path: Path;
  place: Place | null;
}

export function startFromOf({ written, tables }: Context): StartFrom | null {
  const said = written['start-from'];
  if (!said) return null;
  const notCounted = said['not-counted']?.word;
  return {
    remaining: said.remaining.word,
    groups: saidGroups(written, tables).map(({ group }) => group),
    ...(notCounted ? { notCounted } : {}),
  };
}

/** Everybody present, as said in numbers or in the table; a part of which `0 people` are said is a group too. */
export function saidGroups(written: Written, tables: Tables): SaidGroup[] {
  const { hospitals = {}, services = {} } = written['start-from'] ?? {};
  return [
    ...Object.entries(hospitals).flatMap(([hospital, { 'at-the-door': door, ...byPathway }]) => [
      ...(door ? groupsOf(tables, door, ['start-from', 'hospitals', hospital, 'at-the-door'], { at: { hospital } }) : []),
      ...named(byPathway).flatMap(([state, name, keys]) =>
        groupsOf(tables, keys, ['start-from', 'hospitals', hospital, state, name], {
          at: { hospital },
          pathway: isUnknown(written, name) ? null : name,
        }),
      ),
    ]),
    ...Object.entries(services).flatMap(([service, { 'waiting-for-next': onward, ...states }]) => [
      ...Object.entries(states).flatMap(([state, keys]) =>
        keys ? groupsOf(tables, keys, ['start-from', 'services', service, state], { at: { service } }) : [],
      ),
      ...named({ 'waiting-for-next': onward }).flatMap(([state, next, keys]) =>
        groupsOf(tables, keys, ['start-from', 'services', service, state, next], { at: { service }, next }),
      ),
    ]),
    ...(tables.present?.rows ?? []).map((row) => ofRow(written, row, tables.present?.file ?? '')),
  ];
}

/** A word for a pathway that nobody knows yet, unless a pathway is called so. */
function isUnknown({ pathways }: Written, name: string): boolean {
  return name === 'unknown' && !Object.hasOwn(pathways, name);
}

/** Groups of several states, by state and name. */
function named(states: Record<string, Record<string, GroupKeys> | undefined>): [state: string, name: string, keys: GroupKeys][] {
  return Object.entries(states).flatMap(([state, groups]) =>
    Object.entries(groups ?? {}).map(([name, keys]): [string, string, GroupKeys] => [state, name, keys]),
  );
}

/** One group, or one for each place where they are counted by place. */
function groupsOf(
  tables: Tables,
  keys: GroupKeys,
  path: string[],
  who: Pick<PresentGroup, 'at'> & Partial<PresentGroup>,
): SaidGroup[] {
  const state = path[3] as PresentState;
  const known = keys['so-far'] ?? keys.waited;
  const sample = tables.samples.get([...path, keys.waited ? 'waited' : 'so-far', 'sample'].join('.'));
  const group = (people: number): PresentGroup => ({
    people,
    state: STATES[state],
    pathway: null,
    soFar: known ? distributionOf(known, sample) : null,
    sinceReady: null,
    sinceAdmission: null,
    ...who,
  });
  if (keys.places === undefined) return [{ group: group(keys.people?.amount ?? 0), state, path, place: null }];
  return Object.entries(keys.places).map(([place, people]) => ({
    group: { ...group(people.amount), place },
    state,
    path: [...path, 'places', place],
    place: null,
  }));
}

interface GroupKeys {
  people?: Quantity | undefined;
  places?: Record<string, Quantity> | undefined;
  'so-far'?: DistributionKeys | undefined;
  waited?: DistributionKeys | undefined;
}

const STATES = {
  'at-the-door': 'at the door',
  'in-stay': 'in stay',
  'in-service': 'in stay',
  'in-process': 'in process',
  waiting: 'waiting',
  'waiting-for-next': 'waiting for next',
} as const;

function ofRow(
  written: Written,
  { line, where, state, pathway, place, next, people, days, ready, admitted }: PresentRow,
  file: string,
): SaidGroup {
  const at = Object.hasOwn(written.hospitals, where) ? { hospital: where } : { service: where };
  const soFar = days === null ? null : { shape: 'fixed' as const, mean: days, sd: 0 };
  const group: PresentGroup = {
    people,
    state: STATES[state],
    at,
    pathway,
    ...(place === null ? {} : { place }),
    ...(next === null ? {} : { next }),
    soFar,
    sinceReady: ready,
    sinceAdmission: state === 'in-stay' ? null : admitted,
  };
  return { group, state, path: ['start-from', 'people'], place: { file, line, column: 1 } };
}
