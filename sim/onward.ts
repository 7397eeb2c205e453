import type { Scenario, Service } from './scenario.ts';
import { membersOf } from './serving.ts';

/** The services that people may go on to from this one, by the routes of pathways and the outcomes of the service; of a group, to any. */
export function servicesAfter(scenario: Scenario, name: string): Service[] {
  const { pathways, services } = scenario;
  const it = services.find((service) => service.name === name);
  const outcomes = it === undefined || it.kind === 'placements' ? [] : it.outcomes.flatMap(({ next }) => next ?? []);
  const routes = pathways.flatMap(({ route }) => route.slice(1).filter((_, i) => membersOf(scenario, route[i] as string).includes(name)));
  const after = new Set([...outcomes, ...routes].flatMap((step) => membersOf(scenario, step)));
  return services.filter((service) => after.has(service.name));
}

/** Whether people whose care is finished may have to stay, and go on using the service, until what comes next is there. */
export function canExitBlock(scenario: Scenario, name: string): boolean {
  return servicesAfter(scenario, name).some(({ waitsAtHome }) => !waitsAtHome);
}
