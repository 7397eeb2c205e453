import type { Scenario } from '../sim/scenario/scenario.ts';
import { overTime } from './over-time.ts';
import { number } from './units/kinds.ts';

/** One sentence for each share of people who take another pathway. */
export function redirectionSentences(scenario: Scenario): string[] {
  const labelOf = (name: string) => scenario.pathways.find((one) => one.name === name)?.label ?? name;
  return (scenario.redirections ?? []).map(({ label, from, to, share, needsRoom }) => {
    const shares = overTime(scenario, share, (value) => `${number(value * 100)}%`);
    return `${label}: of the people ready for ${labelOf(from)}, ${shares} take ${labelOf(to)} instead${needsRoom ? ', while there is room' : ''}.`;
  });
}
