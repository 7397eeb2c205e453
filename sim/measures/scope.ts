import { packagesOf } from '../scenario/kinds.ts';
import { reaches } from '../scenario/reach.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream } from '../scenario/people.ts';
import { comesFrom, hospitalOf } from '../scenario/serving.ts';

export type ScopeKind =
  | 'all'
  | 'payer'
  | 'hospital'
  | 'place'
  | 'pathway'
  | 'national'
  | 'split'
  | 'service'
  | 'group'
  | 'stream'
  | 'residents'
  | 'package'
  | 'trigger'
  | 'redirection';

/**
 * What a measure is of: everybody, the people of a hospital, a place or a pathway (or of one of the former and a pathway:
 * a `split`), those of all pathways that report as one national pathway, a service, or in a service the people of one stream, one
 * place (its `residents`) or one package.
 * A `group` is services that share (or could), together.
 * `label` is `all`, `pathway:A`, `national:P1`, `place:north`, `place:north/pathway:P1`, `service:home-support`, `group:homefirst`,
 * `service:home-support/from:UHCW`, `service:home-support/place:north`, `service:home-support/package:small` …
 */
export interface Scope {
  kind: ScopeKind;
  label: string;
  index: number;
  /** Whose people, by the hospital's, place's and pathways' numbers in the scenario; everybody's where left out. */
  hospital?: number;
  place?: number;
  pathways?: number[];
  /** Number of the stream in the scenario, or of the package in the service. */
  stream?: number;
  package?: number;
  /** Numbers of the services of a group. */
  members?: number[];
}

export function scopesOf(scenario: Scenario): Scope[] {
  const { hospitals, places } = scenario;
  const pathways = hospitals.length > 0 ? pathwayScopes(scenario) : [];
  const named = (kind: 'hospital' | 'place', names: { name: string }[]): Scope[] =>
    names.map(({ name }, index) => ({ kind, label: `${kind}:${name}`, index, [kind]: index }));
  const lever = (kind: 'trigger' | 'redirection', names: { name: string }[] = []): Scope[] =>
    names.map(({ name }, index) => ({ kind, label: `${kind}:${name}`, index }));
  const split = (of: Scope[]): Scope[] =>
    of.flatMap((scope) =>
      pathways.map(
        (pathway): Scope => ({
          ...scope,
          kind: 'split',
          label: `${scope.label}/${pathway.label}`,
          pathways: pathway.pathways as number[],
        }),
      ),
    );
  return [
    { kind: 'all', label: 'all', index: 0 },
    ...named('hospital', hospitals),
    ...(hospitals.length > 0 ? named('place', places) : []),
    ...pathways,
    ...(hospitals.length > 0 ? nationalScopes(scenario) : []),
    ...(hospitals.length > 1 ? split(named('hospital', hospitals)) : []),
    ...split(named('place', places)),
    ...scenario.services.map(({ name }, index): Scope => ({ kind: 'service', label: `service:${name}`, index })),
    ...scenario.sharing.map(
      (group, index): Scope => ({
        kind: 'group',
        label: `group:${group.name}`,
        index,
        members: group.services.map((name) => scenario.services.findIndex((it) => it.name === name)),
      }),
    ),
    ...lever('trigger', scenario.triggers),
    ...lever('redirection', scenario.redirections),
    ...scenario.services.flatMap((service, index) =>
      packagesOf(service).length < 2
        ? []
        : packagesOf(service).map(
            ({ name }, at): Scope => ({ kind: 'package', label: `service:${service.name}/package:${name}`, index, package: at }),
          ),
    ),
    ...payersOf(scenario).map(({ name }, index): Scope => ({ kind: 'payer', label: `payer:${name}`, index })),
    ...(scenario.arrivals.length > 1
      ? scenario.services.flatMap(({ name }, index) =>
          streamsTo(scenario, name).map(
            (stream): Scope => ({
              kind: 'stream',
              label: `service:${name}/from:${scenario.arrivals[stream]?.name}`,
              index,
              stream,
            }),
          ),
        )
      : []),
    ...scenario.services.flatMap(({ name }, index) =>
      placesTo(scenario, name).map(
        (place): Scope => ({ kind: 'residents', label: `service:${name}/place:${places[place]?.name}`, index, place }),
      ),
    ),
  ];
}

export const NATIONAL = ['P0', 'P1', 'P2', 'P3'] as const;

/** Each pathway by which people leave. */
function pathwayScopes({ pathways }: Scenario): Scope[] {
  return pathways.flatMap(({ name, reportsAs }, index): Scope[] =>
    reportsAs === 'died in hospital' ? [] : [{ kind: 'pathway', label: `pathway:${name}`, index, pathways: [index] }],
  );
}

/** The national pathways reported, where the scenario's own pathways are others or go by other names. */
function nationalScopes({ pathways }: Scenario): Scope[] {
  const discharged = pathways.filter(({ reportsAs }) => reportsAs !== 'died in hospital');
  if (discharged.every(({ name, reportsAs }) => name === reportsAs)) return [];
  return NATIONAL.flatMap((name, index): Scope[] => {
    const those = pathways.flatMap(({ reportsAs }, i) => (reportsAs === name ? [i] : []));
    return those.length > 0 ? [{ kind: 'national', label: `national:${name}`, index, pathways: those }] : [];
  });
}

/** Everybody who pays for something, in the order of the scenario. */
function payersOf({ services }: Scenario): { name: string }[] {
  return [...new Set(services.flatMap(({ payers }) => payers.map(({ name }) => name)))].map((name) => ({ name }));
}

/** The streams whose people can reach a service, by their number; fewer than two are not told apart. */
function streamsTo(scenario: Scenario, service: string): number[] {
  const found = scenario.arrivals.flatMap((stream, i) =>
    placesIn(scenario, stream).some((place) => comesTo(scenario, stream, place, service)) ? [i] : [],
  );
  return found.length > 1 ? found : [];
}

/** The places whose people can reach a service, one of them too; none where the scenario has but one, which is everybody. */
function placesTo(scenario: Scenario, service: string): number[] {
  const found = scenario.places.flatMap(({ name }, i) =>
    scenario.arrivals.some((stream) => placesIn(scenario, stream).includes(name) && comesTo(scenario, stream, name, service))
      ? [i]
      : [],
  );
  return scenario.places.length > 1 ? found : [];
}

/** Where people of a stream come from; null alone where no places are told apart. */
function placesIn(scenario: Scenario, stream: ArrivalStream): (string | null)[] {
  return stream.livesIn.length === 0
    ? [null]
    : stream.livesIn.filter((_, i) => comesFrom(scenario, stream, i)).map(({ place }) => place);
}

/** Whether people of the stream who live in a place can come to a service, as their own, by a route or by an outcome of a service before. */
function comesTo(scenario: Scenario, stream: ArrivalStream, place: string | null, service: string): boolean {
  const whose = { place, hospital: hospitalOf(stream) };
  return stream.mix.some(({ pathway }) =>
    scenario.pathways.find(({ name }) => name === pathway)?.route.some((name) => reaches(scenario, name, service, whose)),
  );
}
