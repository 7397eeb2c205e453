import { outcomesOf, packagesOf, staysIn } from '../scenario/kinds.ts';
import { valueOn } from '../scenario/dated.ts';
import type { Fork, Journey, Leaf } from './journey.ts';
import { JourneyBuilder } from './journey-builder.ts';
import { purposesOf } from './purposes.ts';
import { cut, quantileOf } from '../random/distributions.ts';
import type { Quantile } from '../random/quantile.ts';
import { sumOf } from '../random/under-way.ts';
import { type Choice, choiceOf } from './redirections.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream, PathwayMix } from '../scenario/people.ts';
import type { Service } from '../scenario/service.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import type { Distribution } from '../scenario/distribution.ts';
import { comesFrom, hospitalOf, ownService, sharesWith, type Whose } from '../scenario/serving.ts';

/** One way of having come to where somebody is: a stream's people of a place with a pathway; in a service, with a package. */
export interface Past {
  /** People a day who come this way. */
  weight: number;
  /** Of the spell, among all pasts of the scenario. */
  key: string;
  /** The length of what they are in the middle of; null: they are in a line. */
  spell: (() => Quantile) | null;
  /** What may still come, from there. */
  tree: Fork | Leaf;
  /** Other ways that people not ready yet may take on the ready date; null: none. */
  choice: { choice: Choice; others: (Fork | Leaf)[] } | null;
}

/** What people who are there already draw, before what anybody draws. */
const OWN = ['came from', 'stay', 'so far'];

export function presentPurposes(scenario: Scenario): string[] {
  return [...OWN, ...new Set(scenario.arrivals.flatMap((stream) => purposesOf(scenario, stream)))];
}

/** Every way of having come to where a group is. The scenario reader has made sure that there is one. */
export function pastsOf(
  { scenario, journeys }: Pick<Built, 'scenario' | 'journeys'>,
  purposes: string[],
  group: PresentGroup,
): Past[] {
  const built: Built = { scenario, journeys, purposes };
  const all = comersOf(scenario, group).flatMap((comers) =>
    'hospital' in group.at
      ? inHospital(built, comers, group, group.at.hospital)
      : inService(built, comers, group, [group.at.service]),
  );
  // Of people who do not come to the service of their own accord: those who start there while their own is full.
  const found =
    all.length > 0 || 'hospital' in group.at
      ? all
      : comersOf(scenario, group).flatMap((comers) =>
          inService(built, comers, group, sharesWith(scenario, (group.at as { service: string }).service)),
        );
  const likely = found.filter(({ weight }) => weight > 0);
  return likely.length > 0 ? likely : found.map((past) => ({ ...past, weight: 1 }));
}

/** What the journeys of people present are built of. */
interface Built {
  scenario: Scenario;
  journeys: Journey[];
  purposes: string[];
}

/** People of a stream alike in place and pathway. */
interface Comers {
  number: number;
  mix: PathwayMix;
  whose: Whose;
  perDay: number;
}

function comersOf(scenario: Scenario, group: PresentGroup): Comers[] {
  return scenario.arrivals.flatMap((stream, number) => {
    const places = stream.livesIn.filter(
      ({ place }, i) => (group.place === undefined || group.place === place) && comesFrom(scenario, stream, i),
    );
    const homes =
      stream.livesIn.length === 0
        ? [{ place: null, share: 1, pathways: null }]
        : places.map((it) => ({ ...it, share: valueOn(it.share, 0) }));
    return homes.flatMap(({ place, share, pathways }) =>
      stream.mix.flatMap((mix, at): Comers[] => {
        const people = perDay(scenario, stream) * share * valueOn(pathways?.[at] ?? mix.share, 0);
        const those = (pathway: string, part: number): Comers => ({
          number,
          mix: { ...mix, pathway },
          whose: { place, hospital: hospitalOf(stream) },
          perDay: people * part,
        });
        if (group.pathway === null || group.pathway === mix.pathway) return [those(mix.pathway, 1)];
        return redirectedTo(scenario, group)
          .filter(({ from }) => from === mix.pathway)
          .map(({ to, share }) => those(to, valueOn(share, 0)));
      }),
    );
  });
}

/** People past their ready date may have come to their pathway from another one, on that day. */
function redirectedTo({ redirections }: Scenario, { state, pathway }: PresentGroup): NonNullable<Scenario['redirections']> {
  if (state !== 'in process' && state !== 'waiting') return [];
  return (redirections ?? []).filter(({ to }) => to === pathway);
}

function perDay({ days }: Scenario, { arrivals }: ArrivalStream): number {
  return arrivals.kind === 'list' ? arrivals.people.length / days : arrivals.perDay * valueOn(arrivals.factor, 0);
}

function inHospital(built: Built, { number, mix, whose, perDay }: Comers, { state, at }: PresentGroup, hospital: string): Past[] {
  const { scenario } = built;
  if (whose.hospital !== hospital) return [];
  const spell = hospitalSpell(scenario, mix, state);
  if (spell === null && state === 'in process') return [];
  const builder = builderOf(built, number, whose.place, hospital, hospital);
  const choice = state === 'in process' || state === 'waiting' ? null : choiceOf(scenario, mix.pathway);
  const others = choice?.rules.map(({ redirection }) => builder.tree({ ...mix, pathway: redirection.to })) ?? [];
  return [
    {
      weight: perDay,
      key: JSON.stringify([at, state, number, mix.pathway]),
      spell,
      tree: builder.tree(mix),
      choice: choice === null ? null : { choice, others },
    },
  ];
}

function builderOf(
  built: Built,
  stream: number,
  place: string | null,
  hospital: string | null,
  cameFrom: string | null,
): JourneyBuilder {
  return new JourneyBuilder({ ...built, stream, place, hospital, cameFrom, before: null });
}

function hospitalSpell(
  { processDelay }: Scenario,
  { pathway, acuteStay }: PathwayMix,
  state: PresentGroup['state'],
): Past['spell'] {
  if (state === 'in stay') return () => quantileOf(acuteStay as Distribution);
  const families = processDelay.families.filter(({ pathways }) => pathways.includes(pathway));
  return state === 'in process' && families.length > 0 ? () => sumOf(families.map(({ delay }) => quantileOf(delay))) : null;
}

function inService(
  built: Built,
  { number, mix, whose, perDay }: Comers,
  { state, at, next }: PresentGroup,
  services: string[],
): Past[] {
  const { scenario } = built;
  const builder = builderOf(built, number, whose.place, null, whose.hospital);
  const route = scenario.pathways.find(({ name }) => name === mix.pathway)?.route ?? [];
  const past = (weight: number, spell: Past['spell'], tree: Fork | Leaf, name = ''): Past => ({
    weight: weight * perDay,
    key: JSON.stringify([at, state, number, mix.pathway, name]),
    spell,
    tree,
    choice: null,
  });
  return services
    .flatMap((service) => waysInto(scenario, route, service, whose))
    .flatMap(({ services: [here, ...rest], share }): Past[] => {
      if (state === 'waiting') return [past(share, null, builder.from(mix, [here as Service, ...rest], null))];
      return packagesOf(here).flatMap((it) => {
        const weight = share * valueOn(it.share, 0);
        if (state === 'in stay')
          return [
            past(weight, () => cut(quantileOf(it.stay), it.longest), builder.from(mix, [here as Service, ...rest], it), it.name),
          ];
        return onward(scenario, here as Service, rest, next as string, whose).map((way) =>
          past(weight * way.share, null, builder.from(mix, way.services, it), it.name),
        );
      });
    });
}

/** Services one after another, and the share of people who come that way. */
interface Reached {
  services: Service[];
  share: number;
}

/** The services from one on, on a route or after an outcome; none where the route does not lead there. No service is twice on a way. */
function waysInto(
  scenario: Scenario,
  [name, ...rest]: string[],
  to: string,
  whose: Whose,
  share = 1,
  before: string[] = [],
): Reached[] {
  const it = name === undefined ? undefined : ownService(scenario, name, whose);
  if (it === undefined || before.includes(it.name)) return [];
  const here =
    it.name === to ? [{ services: [it, ...rest.flatMap((one) => ownService(scenario, one, whose) ?? [])], share }] : [];
  if (!staysIn(it)) return here;
  const so = [...before, it.name];
  if (rest.length > 0) return [...here, ...waysInto(scenario, rest, to, whose, share, so)];
  return [
    ...here,
    ...it.outcomes.flatMap(({ next, share: part }) =>
      next === null ? [] : waysInto(scenario, [next], to, whose, share * valueOn(part, 0), so),
    ),
  ];
}

/** From a service to what comes next there, of that name or in that group. */
function onward(scenario: Scenario, here: Service, rest: Service[], next: string, whose: Whose): Reached[] {
  const wanted = ownService(scenario, next, whose)?.name;
  if (rest.length > 0) return rest[0]?.name === wanted ? [{ services: [here, ...rest], share: 1 }] : [];
  return outcomesOf(here).flatMap(({ next: name, share }) => {
    const it = name === null ? undefined : ownService(scenario, name, whose);
    return it !== undefined && it.name === wanted ? [{ services: [here, it], share: valueOn(share, 0) }] : [];
  });
}
