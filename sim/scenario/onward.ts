import { outcomesOf } from './kinds.ts';
import type { Scenario } from './scenario.ts';
import type { Service } from './service.ts';
import { membersOf } from './serving.ts';

/** The services that people may go on to from this one, by the routes of pathways and the outcomes of the service; of a group, to any. */
export function servicesAfter(scenario: Scenario, name: string): Service[] {
  const { pathways, services } = scenario;
  const it = services.find((service) => service.name === name);
  const outcomes = outcomesOf(it).flatMap(({ next }) => next ?? []);
  const routes = pathways.flatMap(({ route }) =>
    route.slice(1).filter((_, i) => membersOf(scenario, route[i] as string).includes(name)),
  );
  const after = new Set([...outcomes, ...routes].flatMap((step) => membersOf(scenario, step)));
  return services.filter((service) => after.has(service.name));
}

/** Whether people whose care is finished may have to stay, and go on using the service, until what comes next is there. */
export function canExitBlock(scenario: Scenario, name: string): boolean {
  return servicesAfter(scenario, name).some(({ waitsAtHome }) => !waitsAtHome);
}

/**
 * Whether a step from one service to another may lead back to it: then the way ends there, and goes on as one of its own with luck of its
 * own, or it would have no end. The reader has made sure that in every circle some service is waited for at home, so that is where it is cut.
 */
export function comesBack(scenario: Scenario, from: string, to: Service): boolean {
  return to.waitsAtHome && (to.name === from || leadsTo(scenario, to.name, from, new Set()));
}

function leadsTo(scenario: Scenario, from: string, to: string, seen: Set<string>): boolean {
  return servicesAfter(scenario, from).some(
    ({ name }) => name === to || (!seen.has(name) && leadsTo(scenario, name, to, seen.add(name))),
  );
}
