import { type Because, whyEvents } from './plan/lanes.ts';
import { choicesOf } from './plan/choices.ts';
import type { Journey } from './people/journey.ts';
import type { Scenario } from './scenario.ts';

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
