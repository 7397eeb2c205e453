import type { Scenario } from '../sim/scenario/scenario.ts';
import type { PresentGroup } from '../sim/scenario/start-from.ts';
import { dateOn } from './over-time.ts';
import { number } from './units/kinds.ts';

const WORDS: Partial<Record<PresentGroup['state'], string>> = {
  'at the door': 'waiting for a bed',
  'in stay': 'in their clinical stay',
  'in process': 'in the discharge process',
  waiting: 'waiting in a bed for what comes next',
};

/** Who is there when it starts, `filled` by flow balance; nothing where a warm-up runs. */
export function whoIsThere(scenario: Scenario, filled: PresentGroup[]): string[] {
  const { startFrom } = scenario;
  if (startFrom === null) return [];
  const uniform =
    startFrom.remaining === 'uniform' ? ' What is left of their stays is uniform, for comparison with other models only.' : '';
  return [
    `Starts from the people present on ${dateOn(scenario, 0)}, without a warm-up. ${byPlace(scenario, startFrom.groups)}.${uniform}`,
    ...(filled.length > 0
      ? [
          `Filled from flow balance, not counted (people a day × mean stay on the first day, never more than fit, as many as fit where people are counted as waiting, nobody put in a queue): ${byPlace(scenario, filled)}.`,
        ]
      : []),
    ...(startFrom.notCounted === 'empty' ? ['Where nobody is counted, nobody is there at the start.'] : []),
  ];
}

function byPlace(scenario: Scenario, groups: PresentGroup[]): string {
  const places = new Map<string, Map<string, number>>();
  for (const group of groups.filter(({ people }) => people > 0)) {
    const { at, people } = group;
    const label = 'hospital' in at ? labelOf(scenario.hospitals, at.hospital) : labelOf(scenario.services, at.service);
    const so = places.get(label) ?? new Map<string, number>();
    const words = stateOf(scenario, group);
    places.set(label, so.set(words, (so.get(words) ?? 0) + people));
  }
  return (
    [...places]
      .map(([label, states]) => `${label}: ${[...states].map(([words, people]) => `${number(people)} ${words}`).join(', ')}`)
      .join('; ') || 'Nobody is there'
  );
}

function stateOf({ services, sharing }: Scenario, { at, state, next }: PresentGroup): string {
  if ('hospital' in at) return WORDS[state] ?? state;
  if (state === 'waiting for next') return `waiting there for ${labelOf([...services, ...sharing], next ?? '')}`;
  return state === 'in stay' ? 'in the service' : 'waiting for it';
}

function labelOf(named: { name: string; label: string }[], name: string): string {
  return named.find((one) => one.name === name)?.label ?? name;
}
