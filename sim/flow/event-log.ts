import { type Engine, native } from '../engine/engine.ts';
import { Sheets } from '../engine/sheets.ts';
import { inWords } from '../patient-journey.ts';
import { planOf } from '../plan/plan.ts';
import { replicate } from './replication.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface LoggedEvent {
  /** Days from the start of the simulation. */
  time: number;
  /** Number by order of arrival; 0 where it is no person's step. */
  person: number;
  /** The step the person begins: seize, release, spend, become, await working day, leave; or a trigger opens or closes. */
  what: string;
  /** Hospital, service, outcome or trigger. */
  where: string;
  words: string;
}

/** Every step of every person in the first replication, in the order in which they happen. */
export function eventLog(scenario: Scenario, engine: Engine = native): LoggedEvent[] {
  const log: LoggedEvent[] = [];
  replicate(planOf(scenario), 1, engine, new Sheets(), {
    step(time, person, step) {
      const what = step.verb === 'spend' ? step.on : step.verb === 'become' ? step.state : step.verb;
      log.push({ time, person, what, where: step.verb === 'leave' ? step.outcome : step.place.name, words: inWords(step) });
    },
    trigger(time, name, opens) {
      const what = opens ? 'opens' : 'closes';
      log.push({ time, person: 0, what, where: name, words: `${what}: ${name}` });
    },
  });
  return log;
}
