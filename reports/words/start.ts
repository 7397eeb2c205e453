import type { Result } from '../../sim/result.ts';
import type { PresentGroup, Scenario } from '../../sim/scenario.ts';
import { dayText } from './dates.ts';
import { labelOf } from './lookup.ts';
import { fixed } from './numbers.ts';

const IN_BED: Record<PresentGroup['state'], string> = { 'at the door': 'waiting for an acute bed', 'in stay': 'in their clinical stay', 'in process': 'in the discharge process', waiting: 'waiting in an acute bed' };

/** From what state the run starts: a warm-up, or the people present. */
export function startOf({ scenario, calendar }: Result): string {
  if (!scenario.startFrom) return `after ${fixed(scenario.warmUpDays)} days of warm-up before ${calendar.start}, not counted`;
  const { groups, remaining } = scenario.startFrom;
  const told = [...counted(scenario, groups)].map(([words, people]) => `${fixed(people)} ${words}`);
  const uniform = remaining === 'uniform' ? '; what is left of their stays is uniform, for comparison with other models only' : '';
  return `from the people present on ${dayText(calendar.start)}: ${told.join(', ')}${uniform}`;
}

function counted(scenario: Scenario, groups: PresentGroup[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const group of groups) {
    const words = whereOf(scenario, group);
    people.set(words, (people.get(words) ?? 0) + group.people);
  }
  return people;
}

function whereOf({ hospitals, services }: Scenario, { at, state }: PresentGroup): string {
  if ('hospital' in at) {
    const label = hospitals.length > 1 ? ` at ${labelOf(hospitals.find(({ name }) => name === at.hospital) ?? { label: at.hospital, name: at.hospital })}` : '';
    return `${IN_BED[state]}${label}`;
  }
  const label = labelOf(services.find(({ name }) => name === at.service) ?? { label: at.service, name: at.service });
  return state === 'in stay' ? `in ${label}` : `waiting for ${label}`;
}
