import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Service } from '../sim/scenario/service.ts';

interface Named {
  name: string;
  label: string;
}

/** The same scenario with labels for names, so that its routes read as people call things. Two alike keep their names beside. */
export function labelled(scenario: Scenario): Scenario {
  const [pathway, service, hospital, place] = [
    renamed(scenario.pathways),
    renamed([...scenario.services, ...scenario.sharing]),
    renamed(scenario.hospitals),
    renamed(scenario.places),
  ];
  const family = renamed(scenario.processDelay.families);
  const levelOf = (name: string) => (scenario.services.some((one) => one.name === name) ? service(name) : hospital(name));
  const serves = ({ serves }: Service) => ({
    places: serves.places?.map(place) ?? null,
    hospitals: serves.hospitals?.map(hospital) ?? null,
  });
  return {
    ...scenario,
    hospitals: scenario.hospitals.map((it) => ({ ...it, name: hospital(it.name) })),
    places: scenario.places.map((it) => ({ ...it, name: place(it.name) })),
    pathways: scenario.pathways.map((it) => ({ ...it, name: pathway(it.name), route: it.route.map(service) })),
    services: scenario.services.map((it) => {
      if (it.kind === 'placements') return { ...it, name: service(it.name), serves: serves(it) };
      const outcomes = it.outcomes.map((one) => ({
        ...one,
        ...(one.next === null ? {} : { name: service(one.name), next: service(one.next) }),
        readmittedTo: one.readmittedTo === null ? null : hospital(one.readmittedTo),
      }));
      return { ...it, name: service(it.name), serves: serves(it), outcomes };
    }),
    sharing: scenario.sharing.map((it) => ({ ...it, name: service(it.name), services: it.services.map(service) })),
    arrivals: scenario.arrivals.map((it) => ({
      ...it,
      enters: 'hospital' in it.enters ? { hospital: hospital(it.enters.hospital) } : { pathway: pathway(it.enters.pathway) },
      arrivals:
        it.arrivals.kind === 'list'
          ? {
              ...it.arrivals,
              people: it.arrivals.people.map((one) => ({ ...one, place: one.place === null ? null : place(one.place) })),
            }
          : it.arrivals,
      livesIn: it.livesIn.map((one) => ({ ...one, place: place(one.place) })),
      mix: it.mix.map((one) => ({ ...one, pathway: pathway(one.pathway) })),
    })),
    ...(scenario.redirections && {
      redirections: scenario.redirections.map((it) => ({ ...it, from: pathway(it.from), to: pathway(it.to) })),
    }),
    ...(scenario.triggers && {
      triggers: scenario.triggers.map((it) => ({
        ...it,
        when: { ...it.when, of: it.when.of === null ? null : levelOf(it.when.of) },
        opens: it.opens.map((one) => ({ ...one, name: one.place === 'hospital' ? hospital(one.name) : service(one.name) })),
      })),
    }),
    processDelay: {
      families: scenario.processDelay.families.map((it) => ({
        ...it,
        name: family(it.name),
        pathways: it.pathways.map(pathway),
      })),
      weekend: scenario.processDelay.weekend && {
        ...scenario.processDelay.weekend,
        pathways: scenario.processDelay.weekend.pathways.map(pathway),
      },
    },
  };
}

function renamed(named: Named[]): (name: string) => string {
  const alike = (label: string) => named.filter((one) => one.label === label).length > 1;
  const labels = new Map(named.map(({ name, label }) => [name, alike(label) ? `${label} (${name})` : label]));
  return (name) => labels.get(name) ?? name;
}
