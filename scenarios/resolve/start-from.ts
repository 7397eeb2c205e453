import type { PresentRow, PresentState } from '../../data/present.ts';
import type { PresentGroup, StartFrom } from '../../sim/scenario.ts';
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
  return { remaining: said.remaining.word, groups: saidGroups(written, tables).map(({ group }) => group).filter(({ people }) => people > 0) };
}

/** Everybody present, as said in numbers or in the table. */
export function saidGroups(written: Written, tables: Tables): SaidGroup[] {
  const { hospitals = {}, services = {} } = written['start-from'] ?? {};
  const one = (keys: GroupKeys, path: string[], at: PresentGroup['at'], pathway: string | null): SaidGroup => {
    const state = path[3] as PresentState;
    const known = keys['so-far'] ?? keys.waited;
    const sample = tables.samples.get([...path, keys.waited ? 'waited' : 'so-far', 'sample'].join('.'));
    const group: PresentGroup = { people: keys.people.amount, state: STATES[state], at, pathway, soFar: known ? distributionOf(known, sample) : null, sinceReady: null, sinceAdmission: null };
    return { group, state, path, place: null };
  };
  return [
    ...Object.entries(hospitals).flatMap(([hospital, { 'at-the-door': door, ...byPathway }]) => [
      ...(door ? [one(door, ['start-from', 'hospitals', hospital, 'at-the-door'], { hospital }, null)] : []),
      ...Object.entries(byPathway).flatMap(([state, groups]) =>
        Object.entries(groups ?? {}).map(([pathway, keys]) => one(keys, ['start-from', 'hospitals', hospital, state, pathway], { hospital }, pathway)),
      ),
    ]),
    ...Object.entries(services).flatMap(([service, states]) =>
      Object.entries(states).flatMap(([state, keys]) => (keys ? [one(keys, ['start-from', 'services', service, state], { service }, null)] : [])),
    ),
    ...(tables.present?.rows ?? []).map((row) => ofRow(written, row, tables.present?.file ?? '')),
  ];
}

interface GroupKeys {
  people: Quantity;
  'so-far'?: DistributionKeys | undefined;
  waited?: DistributionKeys | undefined;
}

const STATES = { 'at-the-door': 'at the door', 'in-stay': 'in stay', 'in-service': 'in stay', 'in-process': 'in process', waiting: 'waiting' } as const;

function ofRow(written: Written, { line, where, state, pathway, people, days, ready, admitted }: PresentRow, file: string): SaidGroup {
  const at = Object.hasOwn(written.hospitals, where) ? { hospital: where } : { service: where };
  const soFar = days === null ? null : { shape: 'fixed' as const, mean: days, sd: 0 };
  const group: PresentGroup = { people, state: STATES[state], at, pathway, soFar, sinceReady: ready, sinceAdmission: state === 'in-stay' ? null : admitted };
  return { group, state, path: ['start-from', 'people'], place: { file, line, column: 1 } };
}
