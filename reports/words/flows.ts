import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { averageOf } from './average.ts';
import { capital, labelOf, meanOf, serviceScope, shortLabels, spaced } from './lookup.ts';

/** People who go from one place to the next, on average over the period; `column` counts places from the left, `from` stands in it. */
export interface Flow {
  column: number;
  from: string;
  to: string;
  people: number;
  /** Of a pathway with a service: those without one are most people, and hide the others where they are drawn beside them. */
  supported: boolean;
}

/** Where people go who leave hospital without new support. */
export const NO_SUPPORT = 'Without new support';

/**
 * Hospital → pathway → services of its route → what comes after the last of them.
 * To the first service: people discharged, or referred from the community and started, as simulated. After it: those people by the shares
 * of outcomes that the scenario states (mean over the period), whatever part of them is still in the service when the period ends.
 */
export function flowsOf(result: Result): Flow[] {
  const labels = shortLabels(result.scenario.pathways);
  const all = result.scenario.pathways.flatMap((pathway, i): Flow[] => {
    const label = labels[i] ?? pathway.name;
    const supported = pathway.route.length > 0;
    const sources = sourcesOf(result, pathway.name);
    const people = sources.reduce((sum, source) => sum + source.people, 0);
    if (people === 0 || pathway.reportsAs === 'died in hospital') return [];
    return [
      ...sources.map((source): Flow => ({ column: 0, from: source.label, to: label, people: source.people, supported })),
      ...alongRoute(result, label, pathway.route, people).map((flow) => ({ ...flow, supported })),
    ];
  });
  return joined(all);
}

/** Who takes a pathway: by hospital where there are several, and from the community. */
function sourcesOf(result: Result, pathway: string): { label: string; people: number }[] {
  const { hospitals, arrivals, pathways } = result.scenario;
  const byHospital = hospitals.map((h) => ({
    label: capital(labelOf(h)),
    people: meanOf(result, 'discharges', `hospital:${h.name}/pathway:${pathway}`),
  }));
  const together = {
    label: hospitals.length === 1 && hospitals[0] ? capital(labelOf(hospitals[0])) : 'Hospital',
    people: meanOf(result, 'discharges', `pathway:${pathway}`),
  };
  const first = servicesOf(result, pathways.find(({ name }) => name === pathway)?.route[0] ?? '');
  const streams = arrivals.filter((stream) => 'pathway' in stream.enters && stream.enters.pathway === pathway);
  const referred = streams.map((stream) => ({
    label: capital(labelOf(stream)),
    people: startedFrom(result, first, stream.name),
  }));
  return [...(byHospital.some(({ people }) => people !== null) ? byHospital : [together]), ...referred].flatMap(
    ({ label, people }) => (people ? [{ label, people }] : []),
  );
}

/** A stream's starts; where it is the only one to come to a service, they are those of the service. */
const startedFrom = (result: Result, services: Service[], stream: string): number =>
  services.reduce(
    (sum, s) => sum + (meanOf(result, 'starts', `${serviceScope(s)}/from:${stream}`) ?? onlyOne(result, s, stream)),
    0,
  );

const onlyOne = (result: Result, service: Service, stream: string): number =>
  result.measures.some(({ scope }) => scope.startsWith(`${serviceScope(service)}/from:`)) ||
  result.scenario.arrivals.some(({ name, enters }) => name !== stream && 'hospital' in enters)
    ? 0
    : (meanOf(result, 'starts', serviceScope(service)) ?? 0);

function alongRoute(result: Result, pathway: string, route: string[], people: number): Omit<Flow, 'supported'>[] {
  if (route.length === 0) return [{ column: 1, from: pathway, to: NO_SUPPORT, people }];
  const places = [pathway, ...route.map((name) => nameOf(result, name))];
  const steps = places.slice(1).map((to, i) => ({ column: i + 1, from: places[i] ?? '', to, people }));
  const last = servicesOf(result, route[route.length - 1] ?? '');
  const onward = outcomesOf(result, last).map(({ to, share }) => ({
    column: places.length,
    from: places[places.length - 1] ?? '',
    to,
    people: people * share,
  }));
  return [...steps, ...onward.filter((flow) => flow.people > 0)];
}

/** Mean shares of the outcomes of some services, each by the people who started in it. */
function outcomesOf(result: Result, services: Service[]): { to: string; share: number }[] {
  const { warmUpDays, days } = result.scenario;
  const starts = services.map((s) => meanOf(result, 'starts', serviceScope(s)) ?? 0);
  const total = starts.reduce((a, b) => a + b, 0);
  return services.flatMap((service, i) =>
    service.kind === 'placements' || total === 0
      ? []
      : service.outcomes.map((outcome) => ({
          to: outcome.next === null ? capital(spaced(outcome.name)) : nameOf(result, outcome.next),
          share: ((starts[i] ?? 0) / total) * averageOf(outcome.share, warmUpDays, warmUpDays + days),
        })),
  );
}

function servicesOf({ scenario }: Result, name: string): Service[] {
  const members = scenario.sharing.find((group) => group.name === name)?.services ?? [name];
  return scenario.services.filter((service) => members.includes(service.name));
}

/** A service's label, or that of a group of them. */
function nameOf({ scenario }: Result, name: string): string {
  const item = [...scenario.sharing, ...scenario.services].find((it) => it.name === name);
  return capital(item ? labelOf(item) : spaced(name));
}

/** Flows between the same two places are one. */
function joined(flows: Flow[]): Flow[] {
  const found = new Map<string, Flow>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.column, flow.from, flow.to, flow.supported]);
    found.set(key, { ...flow, people: flow.people + (found.get(key)?.people ?? 0) });
  }
  return [...found.values()];
}
