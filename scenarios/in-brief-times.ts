import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Distribution } from '../sim/scenario/distribution.ts';
import { overTime } from './over-time.ts';
import { number } from './units/kinds.ts';

/** `20 days on average`, with what it becomes on a date. */
export function mean(scenario: Scenario, time: Distribution): string {
  const days = (factor: number) => `${number(time.mean * factor)} days`;
  return `${overTime(scenario, time.factor ?? [{ from: 0, value: 1 }], days)}${time.shape === 'fixed' ? '' : ' on average'}`;
}

/** Clinical stays and process delays that change on a date. */
export function changedTimes(scenario: Scenario): string[] {
  const { arrivals, processDelay, pathways } = scenario;
  const labelOf = (name: string) => pathways.find((one) => one.name === name)?.label ?? name;
  const stays = arrivals.flatMap(({ label, mix }) =>
    mix.map(({ pathway, acuteStay }) => ({ what: `Clinical stay at ${label}, ${labelOf(pathway)}`, time: acuteStay })),
  );
  const delays = processDelay.families.map(({ label, delay }) => ({ what: `Process delay, ${label}`, time: delay }));
  return [...stays, ...delays].flatMap(({ what, time }) => (time?.factor ? [`${what}: ${mean(scenario, time)}.`] : []));
}
