import type { CareSystem } from './care-system.ts';
import { Happening, Kind } from './engine/instant.ts';
import type { ArrivalPlan, Plan } from './plan.ts';
import { type Door, doorOf } from './door.ts';
import { stream, type Uniform } from './random/streams.ts';
import { quantileOf } from './random/distributions.ts';
import type { ArrivalProcess, ArrivalStream, ListedPerson } from './scenario.ts';

/** Where a replication's random streams come from: the purpose gives the stream. */
export type Streams = (purpose: string) => Uniform;

export function streamsOf(seed: string, replication: number): Streams {
  return (purpose) => stream(seed, replication, purpose);
}

/** What the random streams of an arrival stream are named by: its kind and key, never a label. No two of a scenario share it. */
export function keyOf({ name, enters }: ArrivalStream): string {
  return 'hospital' in enters ? `hospitals/${name}` : `referrals/${name}`;
}

/** Sets every arrival stream of the scenario going. A surge's people come from a stream of their own beside the base. */
export function openDoors(plan: Plan, care: CareSystem, streams: Streams): void {
  plan.scenario.arrivals.forEach((it, number) => {
    const door = (name: string) => doorOf(plan, number, care, (purpose) => streams(`${name}/${purpose}`));
    const key = keyOf(it);
    const main = door(key);
    if ('hospital' in it.enters && !care.frontDoors.has(it.enters.hospital)) care.frontDoors.set(it.enters.hospital, main);
    if (it.arrivals.kind === 'list') {
      new ListedArrivals(care, number, it.arrivals.people, main).next();
      return;
    }
    const { base, surge, keep } = plan.arrivals[number] as ArrivalPlan;
    const fall = keep === null ? null : { keep, luck: streams(`${key}/fall`) };
    new RandomArrivals(
      care,
      number,
      spreadByDay(it.arrivals, base, streams(`${key}/day`)),
      main,
      gapsOf(it.arrivals, streams(`${key}/arrivals`)),
      fall,
    ).next();
    if (surge === null) return;
    const name = `${key}/surge`; // no name holds a slash
    new RandomArrivals(
      care,
      number,
      spreadByDay(it.arrivals, surge, streams(`${name}/day`)),
      door(name),
      gapsOf(it.arrivals, streams(`${name}/arrivals`)),
      null,
    ).next();
  });
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

/** Arrivals at a rate that is constant within each day, by inversion of the cumulative rate: one gap of operational time a person. */
class RandomArrivals extends Happening {
  private readonly care: CareSystem;
  private readonly rates: Float64Array;
  private readonly door: Door;
  private readonly gap: Uniform;
  private readonly fall: Fall | null;

  constructor(care: CareSystem, number: number, rates: Float64Array, door: Door, gap: Uniform, fall: Fall | null) {
    super();
    this.kind = Kind.arrival;
    this.number = number;
    this.care = care;
    this.rates = rates;
    this.door = door;
    this.gap = gap;
    this.fall = fall;
  }

  /** Schedules the next arrival, if there is one before the end. */
  next(): void {
    const { rates } = this;
    const now = this.care.clock.now();
    let left = this.gap();
    let at = now;
    for (let day = Math.floor(now); day < rates.length; day++) {
      const rate = rates[day] as number;
      const today = rate * (day + 1 - at);
      if (left < today) {
        this.care.clock.after(at + left / rate - now, this);
        return;
      }
      left -= today;
      at = day + 1;
    }
  }

  happen(): void {
    const { care } = this;
    const day = Math.floor(care.clock.now());
    this.door.next();
    const number = care.nextNumber++;
    if (this.fall === null || this.fall.luck() < (this.fall.keep[day] as number)) {
      care.enter(this.door.person(number, day));
    }
    this.next();
  }
}

/** People with their times, as given; what is not given is drawn. */
class ListedArrivals extends Happening {
  private readonly care: CareSystem;
  private readonly people: ListedPerson[];
  private readonly door: Door;
  private at = 0;

  constructor(care: CareSystem, number: number, people: ListedPerson[], door: Door) {
    super();
    this.kind = Kind.arrival;
    this.number = number;
    this.care = care;
    this.people = people;
    this.door = door;
  }

  next(): void {
    const person = this.people[this.at];
    if (person !== undefined) this.care.clock.after(person.arrive - this.care.clock.now(), this);
  }

  happen(): void {
    const { care, door } = this;
    const listed = this.people[this.at++] as ListedPerson;
    door.next();
    care.enter(door.person(care.nextNumber++, Math.floor(care.clock.now()), listed));
    this.next();
  }
}
