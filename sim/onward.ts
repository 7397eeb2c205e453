import type { Scenario, Service } from './scenario.ts';

/** The services that people may go on to from this one, by the routes of pathways and the outcomes of the service. */
export function servicesAfter({ pathways, services }: Scenario, name: string): Service[] {
  const it = services.find((service) => service.name === name);
  const outcomes = it === undefined || it.kind === 'placements' ? [] : it.outcomes.map(({ next }) => next);
  const routes = pathways.map(({ route }) => (route.includes(name) ? (route[route.indexOf(name) + 1] ?? null) : null));
  const after = new Set([...outcomes, ...routes]);
  return services.filter((service) => after.has(service.name));
}

/** Whether people whose care is finished may have to stay, and go on using the service, until what comes next is there. */
export function canExitBlock(scenario: Scenario, name: string): boolean {
  return servicesAfter(scenario, name).some(({ waitsAtHome }) => !waitsAtHome);
}
