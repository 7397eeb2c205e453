import { type Clock, Happening, Kind } from '../engine/instant.ts';
import { wholeTicks } from '../engine/ticks.ts';
import type { Bound, Patient } from './patient.ts';
import { choicesAt, type Plan } from '../plan/plan.ts';
import type { ArrivalPlan } from '../plan/arrival-rates.ts';
import { quantileOf } from '../random/distributions.ts';
import type { Streams, Uniform } from '../random/streams.ts';
import type { ArrivalProcess, ArrivalStream, ListedPerson } from '../scenario/people.ts';
import { type Cast, Door } from './door.ts';

/** What the random streams of an arrival stream are named by: its kind and key, never a label. No two of a scenario share it. */
export function keyOf({ name, enters }: ArrivalStream): string {
  return 'hospital' in enters ? `hospitals/${name}` : `referrals/${name}`;
}

/** Where people come in. */
export interface Entrance<Way extends Bound> extends Cast<Way> {
  readonly clock: Clock;
  /** By hospital, the door at which people are readmitted. */
  readonly frontDoors: Map<string, Door<Way>>;
  /** Carries people who never wait; null where there are none. */
  readonly alone: { carries(person: Patient<Way>): boolean } | null;
  nextNumber: number;
  enter(person: Patient<Way>): void;
}

/** Opens the doors of every stream: people come in one after another, in the order of the clock. */
export function openDoors<Way extends Bound>(plan: Plan, to: Entrance<Way>, streams: Streams): void {
  new Arrivals(
    to,
    plan.scenario.arrivals.flatMap((_, stream) => sourcesOf(plan, to, stream, streams)),
  ).next();
}

/** Who comes next; of several at one instant, the first stream of the scenario. null: nobody comes any more. */
function earliest<Way extends Bound>(sources: Source<Way>[]): Source<Way> | null {
  let first: Source<Way> | null = null;
  for (const source of sources) if (source.at < (first?.at ?? Number.POSITIVE_INFINITY)) first = source;
  return first;
}

/** A surge's people come from a source of their own beside the base. */
function sourcesOf<Way extends Bound>(plan: Plan, to: Entrance<Way>, stream: number, streams: Streams): Source<Way>[] {
  const it = plan.scenario.arrivals[stream] as ArrivalStream;
  const key = keyOf(it);
  const door = (name: string) => new Door(choicesAt(plan, stream), (purpose) => streams(`${name}/${purpose}`), to);
  const main = door(key);
  if ('hospital' in it.enters && !to.frontDoors.has(it.enters.hospital)) to.frontDoors.set(it.enters.hospital, main);
  if (it.arrivals.kind === 'list') return [new ListedSource(stream, it.arrivals.people, main, plan.days)];
  const { arrivals } = it;
  const random = (name: string, rates: Float64Array, through: Door<Way>, fall: Fall | null) =>
    new RandomSource(
      stream,
      spreadByDay(arrivals, rates, streams(`${name}/day`)),
      through,
      gapsOf(arrivals, streams(`${name}/arrivals`)),
      fall,
    );
  const { base, surge, keep } = plan.arrivals[stream] as ArrivalPlan;
  const fall = keep === null ? null : { keep, luck: streams(`${key}/fall`) };
  const name = `${key}/surge`; // no name holds a slash
  return [random(key, base, main, fall), ...(surge === null ? [] : [random(name, surge, door(name), null)])];
}

/** Operational time from one arrival to the next, mean 1: one uniform each. Equally spaced arrivals start at a random point. */
function gapsOf({ spacing }: ArrivalProcess, luck: Uniform): Uniform {
  if (spacing === 'even') {
    let gap = luck();
    return () => {
      const now = gap;
      gap = 1;
      return now;
    };
  }
  if (spacing === 1) return () => -Math.log(luck());
  const gap = quantileOf({ shape: 'gamma', mean: 1, sd: 1 / Math.sqrt(spacing) });
  return () => gap(luck());
}

/** Each day's rate times a gamma variable of mean 1, where the rate varies from day to day. */
function spreadByDay({ dayToDay }: ArrivalProcess, rates: Float64Array, luck: Uniform): Float64Array {
  if (dayToDay === 0) return rates;
  const factor = quantileOf({ shape: 'gamma', mean: 1, sd: dayToDay });
  return rates.map((rate) => rate * factor(luck()));
}

/** A fall removes people by a draw of their own, so that the others stay the same. */
interface Fall {
  keep: Float64Array;
  luck: Uniform;
}

/** People who come one after another. */
interface Source<Way extends Bound> {
  readonly stream: number;
  /** When the next one comes; Infinity: nobody any more. */
  at: number;
  /** The one who comes now; null for somebody whom a fall removes. Turns to the next. */
  next(number: number): Patient<Way> | null;
}

/** Arrivals at a rate that is constant within each day, by inversion of the cumulative rate: one gap of operational time a person. */
class RandomSource<Way extends Bound> implements Source<Way> {
  readonly stream: number;
  at = 0;
  private readonly rates: Float64Array;
  private readonly door: Door<Way>;
  private readonly gap: Uniform;
  private readonly fall: Fall | null;

  constructor(stream: number, rates: Float64Array, door: Door<Way>, gap: Uniform, fall: Fall | null) {
    this.stream = stream;
    this.rates = rates;
    this.door = door;
    this.gap = gap;
    this.fall = fall;
    this.at = this.after(0);
  }

  next(number: number): Patient<Way> | null {
    const { at, door, fall } = this;
    const day = Math.floor(at);
    door.next();
    const person = fall === null || fall.luck() < (fall.keep[day] as number) ? door.person(number, day) : null;
    this.at = this.after(at);
    return person;
  }

  /** The next arrival after a time, if there is one before the end. */
  private after(now: number): number {
    const { rates } = this;
    let left = this.gap();
    let at = now;
    for (let day = Math.floor(now); day < rates.length; day++) {
      const rate = rates[day] as number;
      const today = rate * (day + 1 - at);
      if (left < today) {
        const next = wholeTicks(at + left / rate);
        return next < rates.length ? next : Number.POSITIVE_INFINITY;
      }
      left -= today;
      at = day + 1;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** People with their times, as given; what is not given is drawn. */
class ListedSource<Way extends Bound> implements Source<Way> {
  readonly stream: number;
  at: number;
  private readonly people: ListedPerson[];
  private readonly door: Door<Way>;
  private readonly end: number;
  private turn = 0;

  constructor(stream: number, people: ListedPerson[], door: Door<Way>, end: number) {
    this.stream = stream;
    this.end = end;
    this.people = people;
    this.door = door;
    this.at = this.arrival();
  }

  next(number: number): Patient<Way> {
    const day = Math.floor(this.at);
    const listed = this.people[this.turn++] as ListedPerson;
    this.door.next();
    this.at = this.arrival();
    return this.door.person(number, day, listed);
  }

  private arrival(): number {
    const at = wholeTicks(this.people[this.turn]?.arrive ?? Number.POSITIVE_INFINITY);
    return at < this.end ? at : Number.POSITIVE_INFINITY;
  }
}

/** Somebody who has been drawn and is still to come in. */
interface Coming<Way extends Bound> {
  person: Patient<Way>;
  stream: number;
}

/**
 * People entering, each drawn when the one before has come in. Where some never wait, everybody is drawn at the start: those are
 * carried through their whole journey there (see alone.ts), and the others enter when their time comes.
 */
class Arrivals<Way extends Bound> extends Happening {
  private readonly to: Entrance<Way>;
  private readonly sources: Source<Way>[];
  private readonly ahead: Coming<Way>[] | null;
  private turn = 0;
  private coming: Coming<Way> | null = null;

  constructor(to: Entrance<Way>, sources: Source<Way>[]) {
    super();
    this.kind = Kind.arrival;
    this.to = to;
    this.sources = sources;
    this.ahead = to.alone === null ? null : [];
    if (this.ahead === null) return;
    for (let coming = this.draw(); coming !== null; coming = this.draw()) this.ahead.push(coming);
  }

  next(): void {
    const { clock } = this.to;
    this.coming = this.ahead === null ? this.draw() : (this.ahead[this.turn++] ?? null);
    if (this.coming === null) return;
    this.number = this.coming.stream;
    clock.after(this.coming.person.arrivedAt - clock.now(), this);
  }

  happen(): void {
    this.to.enter((this.coming as Coming<Way>).person);
    this.next();
  }

  /** The next one who may have to wait; null: nobody any more. */
  private draw(): Coming<Way> | null {
    const { to } = this;
    for (let source = earliest(this.sources); source !== null; source = earliest(this.sources)) {
      const { at, stream } = source;
      const person = source.next(to.nextNumber++);
      to.clock.events++;
      if (person === null) continue;
      person.arrivedAt = at;
      if (!to.alone?.carries(person)) return { person, stream };
    }
    return null;
  }
}
