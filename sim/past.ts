import type { CareSystem } from './care-system.ts';
import { valueOn } from './dated.ts';
import { type Fork, type Leaf, purposesOf, WayBuilder } from './door.ts';
import { cut, type Quantile, quantileOf } from './random/distributions.ts';
import { sumOf } from './random/under-way.ts';
import { reaches } from './reach.ts';
import type { ArrivalStream, Distribution, PathwayMix, PresentGroup, Scenario, Service } from './scenario.ts';
import { packagesOf } from './way.ts';

/** One way of having come to where somebody is: a stream's people with a pathway; in a service, with a package. */
export interface Past {
  /** People a day who come this way. */
  weight: number;
  /** Of the spell, among all pasts of the scenario. */
  key: string;
  /** The length of what they are in the middle of; null: they are in a line. */
  spell: (() => Quantile) | null;
  /** What may still come, from there. */
  tree: Fork | Leaf;
}

/** What people who are there already draw, before what anybody draws. */
const OWN = ['came from', 'stay', 'so far'];

export function presentPurposes(scenario: Scenario): string[] {
  return [...OWN, ...new Set(scenario.arrivals.flatMap((stream) => purposesOf(scenario, stream)))];
}

/** Every way of having come to where a group is. The scenario reader has made sure that there is one. */
export function pastsOf(care: CareSystem, purposes: string[], group: PresentGroup): Past[] {
  const { scenario } = care.plan;
  return scenario.arrivals.flatMap((stream, number) =>
    stream.mix.filter(({ pathway }) => group.pathway === null || group.pathway === pathway).flatMap((mix) => {
      const builder = new WayBuilder(scenario, number, care, purposes, [], 'hospital' in group.at ? group.at.hospital : null);
      const weight = Math.max(1e-9, perDay(stream) * valueOn(mix.share, 0));
      const past = (spell: Past['spell'], tree: Fork | Leaf, name = ''): Past => ({ weight, key: JSON.stringify([group.at, group.state, number, mix.pathway, name]), spell, tree });
      if ('hospital' in group.at) return comesTo(stream, group.at.hospital) ? [past(hospitalSpell(scenario, mix, group.state), builder.tree(mix))] : [];
      const route = routeFrom(scenario, mix.pathway, group.at.service);
      if (route.length === 0) return [];
      if (group.state === 'waiting') return [past(null, builder.from(mix, route, null))];
      return packagesOf(route[0]).map((it) => past(() => cut(quantileOf(it.stay), it.longest), builder.from(mix, route, it), it.name));
    }),
  );
}

function perDay({ arrivals }: ArrivalStream): number {
  return arrivals.kind === 'list' ? arrivals.people.length : arrivals.perDay;
}

function comesTo({ enters }: ArrivalStream, hospital: string): boolean {
  return 'hospital' in enters && enters.hospital === hospital;
}

function hospitalSpell({ processDelay }: Scenario, { pathway, acuteStay }: PathwayMix, state: PresentGroup['state']): Past['spell'] {
  if (state === 'in stay') return () => quantileOf(acuteStay as Distribution);
  if (state !== 'in process') return null;
  return () => sumOf(processDelay.families.filter(({ pathways }) => pathways.includes(pathway)).map(({ delay }) => quantileOf(delay)));
}

/** The services from one on, on a pathway's route or after an outcome; none where the pathway does not lead there. */
function routeFrom(scenario: Scenario, pathway: string, service: string): Service[] {
  const route = scenario.pathways.find(({ name }) => name === pathway)?.route ?? [];
  const at = route.indexOf(service);
  const names = at >= 0 ? route.slice(at) : route.some((name) => reaches(scenario, name, service)) ? [service] : [];
  return names.map((one) => scenario.services.find(({ name }) => name === one) as Service);
}
