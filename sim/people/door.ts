import { Patient, type Bound } from './patient.ts';
import { Luck } from '../random/luck.ts';
import type { Streams } from '../random/streams.ts';
import { chanceOf } from './chance.ts';
import type { ListedPerson } from '../scenario/people.ts';
import { type Fork, type Journey, journeyFrom, type Leaf, type LuckOf } from '../plan/journey.ts';
import type { Split } from '../plan/journey-builder.ts';
import { pick } from '../plan/shares.ts';
import { drawTimes, timesOf } from './times.ts';
import type { Choices } from '../plan/choices.ts';

/** Who the people of a replication are to be: journeys bound to its capacities, and somebody to go one. */
export interface Cast<Way extends Bound> {
  wayOf(journey: Journey): Way;
  /** Somebody whose times are still to be drawn: used again for the next one, if the journey needs no more than a look (see alone.ts). */
  somebody(number: number, journey: Journey): Patient<Way>;
}

/**
 * The door of one stream of people in one replication, where all random numbers are drawn: each person draws one uniform for every
 * purpose that anybody in the stream may need, so that the n-th person has the same luck whatever the capacity, the shares
 * or the stays.
 */
export class Door<Way extends Bound> {
  private readonly is: Choices;
  private readonly streams: Streams;
  private readonly cast: Cast<Way>;
  private readonly luck: Luck;
  private readonly at: { place: number; pathway: number; redirection: number };

  constructor(is: Choices, streams: Streams, cast: Cast<Way>) {
    this.is = is;
    this.streams = streams;
    this.cast = cast;
    this.luck = new Luck(is.purposes.map(streams));
    const at = (purpose: string) => is.purposes.indexOf(purpose);
    this.at = { place: at('place'), pathway: at('pathway'), redirection: at('redirection') };
  }

  /** Turns to the next person: all luck is drawn. */
  next(): void {
    this.luck.next();
  }

  /** The person who arrives on `day`: place, pathway and outcomes as listed, or by luck and the shares in force; what is listed of the person comes first. */
  person(number: number, day: number, listed?: ListedPerson): Patient<Way> {
    return this.drawn(number, day, this.luck, listed?.place ?? null, false, listed);
  }

  /** The same person at this door again on a day: another stay, with luck from a stream of that person's own. */
  again({ number, visit, way }: Patient<Way>, day: number): Patient<Way> {
    const luck = ownLuck(this.is.purposes, this.streams(`readmission/${number}/${visit + 1}`));
    const again = this.drawn(number, day, luck, way.journey.route.livesIn, true);
    again.visit = visit + 1;
    return again;
  }

  /** `again`: in the middle of the replication, so that nobody is drawn who is carried on at once. */
  private drawn(
    number: number,
    day: number,
    luck: LuckOf,
    place: string | null,
    again: boolean,
    listed?: ListedPerson,
  ): Patient<Way> {
    const { shares, next, others } = this.split(day, luck, place);
    const pathway = listed?.pathway ?? null;
    const given = pathway === null ? -1 : this.is.stream.mix.findIndex((mix) => mix.pathway === pathway);
    const at = given >= 0 ? given : pick(shares, day, luck.of(this.at.pathway));
    const journey = journeyFrom(next[at] as Fork | Leaf, day, luck);
    const person = again ? new Patient(number, this.cast.wayOf(journey), []) : this.cast.somebody(number, journey);
    drawTimes(person.times, journey.draws, luck, listed);
    const choice = this.is.choices[at] ?? null;
    if (choice !== null)
      person.chance = chanceOf(choice, luck.of(this.at.redirection), (other) => {
        const taken = journeyFrom(others[at]?.[other] as Fork | Leaf, day, luck);
        return { way: this.cast.wayOf(taken), times: timesOf(taken.draws, luck, listed) };
      });
    return person;
  }

  private split(day: number, luck: LuckOf, place: string | null): Split {
    const { places, placeShares, byPlace } = this.is;
    if (places.length === 0) return byPlace[0] as Split;
    return byPlace[place === null ? pick(placeShares, day, luck.of(this.at.place)) : places.indexOf(place)] as Split;
  }
}

/** The same person on the journey with which this one goes on, with luck from a stream of the person's own. */
export function goesOn<Way extends Bound>(person: Patient<Way>, day: number, streams: Streams, cast: Cast<Way>): Patient<Way> {
  const { tree, purposes } = person.way.journey.onward as NonNullable<Journey['onward']>;
  const luck = ownLuck(purposes, streams(`goes on/${person.number}/${person.visit + 1}`));
  const journey = journeyFrom(tree(), day, luck);
  const again = new Patient(person.number, cast.wayOf(journey), timesOf(journey.draws, luck));
  again.visit = person.visit + 1;
  return again;
}

function ownLuck(purposes: string[], uniform: () => number): LuckOf {
  const own = Float64Array.from(purposes, uniform);
  return { of: (purpose) => own[purpose] as number };
}
