import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { PresentGroup } from '../../sim/scenario/start-from.ts';
import { dayText } from './dates.ts';
import { labelOf } from './lookup.ts';
import { fixed } from './numbers.ts';

const IN_BED: Partial<Record<PresentGroup['state'], string>> = {
  'at the door': 'waiting for an acute bed',
  'in stay': 'in their clinical stay',
  'in process': 'in the discharge process',
  waiting: 'waiting in an acute bed',
};

/** From what state the run starts: a warm-up, or the people present. */
export function startOf({ scenario, calendar, filledAtStart = [] }: Result): string {
  if (!scenario.startFrom)
    return `after ${fixed(scenario.warmUpDays)} days of warm-up before ${dayText(calendar.start)}, not counted`;
  const { groups, remaining, notCounted } = scenario.startFrom;
  const filled = filledAtStart.length > 0 ? `; filled from flow balance, not counted: ${inWords(scenario, filledAtStart)}` : '';
  const empty = notCounted === 'empty' ? '; every other place starts empty, as the scenario says' : '';
  const uniform =
    remaining === 'uniform' ? '; what is left of their stays is uniform, for comparison with other models only' : '';
  return `from the people present on ${dayText(calendar.start)}: ${inWords(scenario, groups)}${filled}${empty}${uniform}`;
}

/** Said with the answer: of how many people present at the start nobody counted where they are. */
export function filledSentence({ scenario, filledAtStart = [] }: Pick<Result, 'scenario' | 'filledAtStart'>): string[] {
  const [counted, filled] = [countOf(scenario.startFrom?.groups ?? []), countOf(filledAtStart)];
  if (filled === 0) return [];
  return [
    `The start is filled from flow balance for ${fixed(filled)} of the ${fixed(counted + filled)} people present: they were worked out from the plan’s own rates, not counted.`,
  ];
}

const countOf = (groups: PresentGroup[]): number => groups.reduce((sum, { people }) => sum + people, 0);

function inWords(scenario: Scenario, groups: PresentGroup[]): string {
  const people = new Map<string, number>();
  for (const group of groups) {
    const words = whereOf(scenario, group);
    if (group.people > 0) people.set(words, (people.get(words) ?? 0) + group.people);
  }
  return [...people].map(([words, number]) => `${fixed(number)} ${words}`).join(', ') || 'nobody';
}

function whereOf({ hospitals, services, sharing }: Scenario, { at, state, next }: PresentGroup): string {
  const named = (all: { name: string; label: string }[], name: string) =>
    labelOf(all.find((it) => it.name === name) ?? { label: name, name });
  if ('hospital' in at) return `${IN_BED[state]}${hospitals.length > 1 ? ` at ${named(hospitals, at.hospital)}` : ''}`;
  if (state === 'waiting for next')
    return `in ${named(services, at.service)}, waiting there for ${named([...services, ...sharing], next ?? '')}`;
  return `${state === 'in stay' ? 'in' : 'waiting for'} ${named(services, at.service)}`;
}
