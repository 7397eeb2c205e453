import { type Choice, choiceOf } from './redirections.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream } from '../scenario/people.ts';
import type { Dated } from '../scenario/dated.ts';
import { comesFrom, hospitalOf } from '../scenario/serving.ts';
import type { Journey } from './journey.ts';
import { JourneyBuilder, type Split } from './journey-builder.ts';
import { purposesOf } from './purposes.ts';
import { type ShareTables, shareTables } from './shares.ts';

/** Every journey that the people of one stream can go, and how it is chosen: worked out once a run. */
export interface Choices {
  purposes: string[];
  stream: ArrivalStream;
  places: string[];
  placeShares: ShareTables;
  /** By place, in one where none are told apart; null where nobody comes from. */
  byPlace: (Split | null)[];
  /** By pathway of the stream's mix, the redirections of its people. */
  choices: (Choice | null)[];
}

/** `journeys`: the run's so far, to which those of the stream are added. */
export function choicesOf(scenario: Scenario, number: number, journeys: Journey[]): Choices {
  const stream = scenario.arrivals[number] as ArrivalStream;
  const purposes = purposesOf(scenario, stream);
  const hospital = hospitalOf(stream);
  const choices = stream.mix.map((mix) => (mix.acuteStay === null ? null : choiceOf(scenario, mix.pathway)));
  const redirectedTo = choices.map((choice) => choice?.rules.map(({ redirection }) => redirection.to) ?? []);
  const split = (place: string | null, shares: Dated<number>[] | null) =>
    new JourneyBuilder({
      scenario,
      journeys,
      stream: number,
      purposes,
      hospital,
      place,
      cameFrom: hospital,
      before: null,
    }).split(stream.mix, shares, redirectedTo);
  return {
    purposes,
    stream,
    places: stream.livesIn.map(({ place }) => place),
    placeShares: shareTables(stream.livesIn.map(({ share }) => share)),
    byPlace:
      stream.livesIn.length === 0
        ? [split(null, null)]
        : stream.livesIn.map(({ place, pathways }, i) => (comesFrom(scenario, stream, i) ? split(place, pathways) : null)),
    choices,
  };
}
