import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Service } from '../sim/scenario/service.ts';
import { overTime } from './over-time.ts';
import { number } from './units/kinds.ts';

/** How people leave each service, and what those do who have to wait for what comes next. */
export function whatComesNext(scenario: Scenario): string[] {
  return scenario.services.flatMap((service) => {
    const outcomes = leaving(scenario, service);
    return outcomes.length === 0 ? [] : [`Leaving ${service.label}: ${outcomes.join('; ')}${heldUp(scenario, service)}.`];
  });
}

function leaving(scenario: Scenario, service: Service): string[] {
  if (service.kind === 'placements' || service.outcomes.length < 2) return [];
  return service.outcomes.map(({ name, share, next, readmittedTo }) => {
    const to = [...scenario.services, ...scenario.sharing].find((one) => one.name === next);
    const how = to ? `to ${to.label}` : `${name}${readmittedTo === null ? '' : `, to the front door of ${readmittedTo}`}`;
    return `${overTime(scenario, share, (value) => `${number(value * 100)}%`)} ${how}`;
  });
}

/** Exit block. */
function heldUp(scenario: Scenario, service: Service): string {
  if (service.kind === 'placements') return '';
  const names = service.outcomes.flatMap(({ next }) => scenario.sharing.find((group) => group.name === next)?.services ?? [next]);
  const next = scenario.services.filter(({ name }) => names.includes(name));
  if (next.every(({ waitsAtHome }) => waitsAtHome)) return '';
  return `; anyone waiting for their next service stays and goes on using ${service.kind === 'hours' ? 'the hours' : 'the bed'}`;
}
