import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Trigger } from '../sim/scenario/trigger.ts';
import { number } from './units/kinds.ts';
import { TRIGGER_MEASURES } from './vocabulary/trigger.ts';

/** One sentence a trigger: the line, what opens, when it closes. */
export function triggerSentences(scenario: Scenario): string[] {
  return (scenario.triggers ?? []).map(
    (trigger) =>
      `${trigger.label}: when ${levelOf(scenario, trigger)} is above ${lineOf(trigger, trigger.when.above)} at ${midnights(trigger.when.nights)}, ${opens(scenario, trigger)} after ${days(trigger.leadTime)}${until(trigger)}.`,
  );
}

function levelOf({ services, hospitals }: Scenario, { when: { measure, of } }: Trigger): string {
  const label = [...services, ...hospitals].find(({ name }) => name === of)?.label ?? 'all hospitals';
  return `${measure} of ${label}`;
}

const lineOf = ({ when: { measure } }: Trigger, line: number) => TRIGGER_MEASURES[measure].kind.say(line);
const midnights = (nights: number) => (nights === 1 ? 'midnight' : `${number(nights)} midnights in a row`);
const days = (time: number) => (time === 0 ? 'no delay' : `${number(time)} day${time === 1 ? '' : 's'}`);

function opens({ services, hospitals }: Scenario, trigger: Trigger): string {
  return trigger.opens
    .map(({ place, name, units }) => {
      const one = (place === 'hospital' ? hospitals : services).find((it) => it.name === name);
      const kind = one && 'kind' in one && one.kind === 'hours' ? 'hours a week' : 'beds';
      return `${number(units)} ${kind} open at ${one?.label ?? name}`;
    })
    .join(' and ');
}

function until(trigger: Trigger): string {
  return trigger.until === null
    ? ', to stay'
    : ` and close as places empty once it is below ${lineOf(trigger, trigger.until.below)} at ${midnights(trigger.until.nights)}`;
}
