import { choicesOf } from './choices.ts';
import type { Journey } from './journey.ts';
import { inWords } from '../patient-journey.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Every way a person can go through this scenario, in words. */
export function journeys(scenario: Scenario): { title: string; steps: string[] }[] {
  return scenario.arrivals.flatMap((stream, i) => {
    const journeys: Journey[] = [];
    choicesOf(scenario, i, journeys);
    return journeys.map((journey) => ({ title: titleOf(stream.label, journey), steps: journey.steps.map(inWords) }));
  });
}

function titleOf(stream: string, { route }: Journey): string {
  const services = route.services.map(({ name }) => name);
  return [
    [stream, ...(route.livesIn === null ? [] : [route.livesIn]), route.pathway].join(', '),
    ...services,
    route.outcome,
  ].join(' → ');
}
