import { choicesOf } from './choices.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Journey } from './journey.ts';
import { choicesAt, type Plan } from './plan.ts';

/** Why the people of a journey take events. */
export type Because = 'services' | 'limited beds' | 'comes back' | 'redirection' | 'trigger' | 'not in a bed';

/** null: nobody on the journey can ever have to wait for a place, and nobody is looked for on it before the end. */
export function whyEvents({ scenario }: Pick<Plan, 'scenario'>, { route, onward, before }: Journey): Because | null {
  const { hospitals, triggers = [], redirections = [] } = scenario;
  const hospital = hospitals.find(({ name }) => name === route.hospital);
  if (route.services.length > 0) return 'services';
  if (hospital === undefined || before !== null) return 'not in a bed';
  if (!hospital.beds.every(({ value }) => value === 'unlimited')) return 'limited beds';
  if (route.readmittedTo !== null || onward !== null) return 'comes back';
  if (redirections.some(({ from }) => from === route.pathway)) return 'redirection';
  if (triggers.some(({ when }) => when.of === null || when.of === hospital.name)) return 'trigger';
  return null;
}

/** Whether anybody at all never waits. */
export function someNeverWait(plan: Plan): boolean {
  plan.scenario.arrivals.forEach((_, stream) => {
    choicesAt(plan, stream);
  });
  return plan.journeys.some((journey) => whyEvents(plan, journey) === null);
}

/** The people of a stream on one pathway, and how they are carried. */
export interface Lane {
  stream: string;
  pathway: string;
  /** null: at the door, without events; else why they take events. */
  because: Because | null;
}

/** How the people of each stream and pathway are carried. It changes no digit of any result. */
export function lanesOf(scenario: Scenario): Lane[] {
  return scenario.arrivals.flatMap(({ label, mix }, i) => {
    const journeys: Journey[] = [];
    choicesOf(scenario, i, journeys);
    return mix.flatMap(({ pathway }): Lane[] => {
      const reasons = journeys
        .filter(({ route }) => route.pathway === pathway)
        .map((journey) => whyEvents({ scenario }, journey));
      if (reasons.length === 0) return [];
      return [{ stream: label, pathway, because: reasons.find((reason) => reason !== null) ?? null }];
    });
  });
}
