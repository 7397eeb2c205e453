import type { Journey } from '../people/journey.ts';
import { choicesAt, type Plan } from '../plan.ts';

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
