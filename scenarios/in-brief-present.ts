import type { PresentGroup, Scenario } from '../sim/scenario.ts';
import { dateOn } from './over-time.ts';
import { number } from './units/kinds.ts';

const WORDS: Record<PresentGroup['state'], string> = { 'at the door': 'waiting for a bed', 'in stay': 'in their clinical stay', 'in process': 'in the discharge process', waiting: 'waiting in a bed for what comes next' };
const IN_SERVICE: Record<string, string> = { 'in stay': 'in the service', waiting: 'waiting for it' };

/** Who is there when it starts; nothing where a warm-up runs. */
export function whoIsThere(scenario: Scenario): string[] {
  const { startFrom } = scenario;
  if (startFrom === null) return [];
  const places = new Map<string, Map<string, number>>();
  for (const { at, state, people } of startFrom.groups) {
    const label = 'hospital' in at ? labelOf(scenario.hospitals, at.hospital) : labelOf(scenario.services, at.service);
    const words = 'hospital' in at ? WORDS[state] : (IN_SERVICE[state] ?? state);
    const so = places.get(label) ?? new Map<string, number>();
    places.set(label, so.set(words, (so.get(words) ?? 0) + people));
  }
  const told = [...places].map(([label, states]) => `${label}: ${[...states].map(([words, people]) => `${number(people)} ${words}`).join(', ')}`);
  const uniform = startFrom.remaining === 'uniform' ? ' What is left of their stays is uniform, for comparison with other models only.' : '';
  return [`Starts from the people present on ${dateOn(scenario, 0)}, without a warm-up. ${told.join('; ')}.${uniform}`];
}

function labelOf(named: { name: string; label: string }[], name: string): string {
  return named.find((one) => one.name === name)?.label ?? name;
}
