import type { ScenarioValue } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import { filledFromFlowBalance } from './flow-balance.ts';

const NOTE =
  'filled from flow balance, not counted: people a day × mean stay on the first day, in whole people, never more than fit (as many as fit where people are counted as waiting for it); nobody is put in a queue';

/** The values of a scenario with those that flow balance put in, each after what is said of the start, named as what it is. */
export function withFilled(values: ScenarioValue[], scenario: Scenario): ScenarioValue[] {
  const filled = filledFromFlowBalance(scenario).map(rowOf);
  const last = values.findLastIndex(({ path }) => path.startsWith('start-from.'));
  return [...values.slice(0, last + 1), ...filled, ...values.slice(last + 1)];
}

function rowOf({ at, state, pathway, people }: PresentGroup): ScenarioValue {
  const where =
    'hospital' in at ? `hospitals.${at.hospital}.${state.replace(' ', '-')}.${pathway}` : `services.${at.service}.in-service`;
  const words = `${people.toLocaleString('en-GB')} ${people === 1 ? 'person' : 'people'}`;
  return {
    path: `start-from.${where}.people`,
    written: words,
    value: words,
    origin: 'assumption',
    note: NOTE,
    confidence: null,
    at: null,
  };
}
