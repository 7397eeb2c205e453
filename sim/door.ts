import type { Streams } from './arrivals.ts';
import type { CareSystem } from './care-system.ts';
import { type DatedTime, datedTimeOf } from './dated-time.ts';
import { AFTERWARDS, afterwardsOf, drawsAfterwards, follows, isDrawn } from './follow-up.ts';
import type { DischargeObservations } from './seen/discharges.ts';
import { type Move, type Way, wayOf } from './way.ts';
import { MOMENTS, Patient } from './patient.ts';
import type { Step } from './patient-journey.ts';
import { chanceOf, choiceOf } from './redirection.ts';
import { type Plan, pick, type ShareTables, shareTables } from './plan.ts';
import { cut, type Quantile, quantileOf, timeOfDay } from './random/distributions.ts';
import { Luck } from './random/luck.ts';
import { comesBack } from './onward.ts';
import type { FollowUpObservations } from './seen/follow-up.ts';
import { comesFrom, hospitalOf, ownService } from './serving.ts';
import type {
  ArrivalStream,
  Dated,
  Distribution,
  Hospital,
  HoursOfDay,
  Limit,
  ListedPerson,
  Package,
  PathwayMix,
  Scenario,
  Service,
} from './scenario.ts';

/**
 * The door of one stream of people, where all chance is spent: each person draws one uniform for every purpose that
 * anybody in the stream may need, so that the n-th person has the same luck whatever the capacity, the shares or the stays.
 */
export interface Door {
  /** Turns to the next person: all luck is drawn. */
  next(): void;
  /** The person who arrives on `day`: place, pathway and outcomes as listed, or by luck and the shares in force; what is listed of the person comes first. */
  person(number: number, day: number, listed?: ListedPerson): Patient;
  /** The same person at this door again on a day: another stay, with luck from a stream of that person's own. */
  again(person: Patient, day: number): Patient;
  /** Every way there is. */
  ways(): Way[];
}

/** How one time of a way is drawn: the sum over some purposes of a quantile each, or the bare luck. */
export interface Draw {
  parts: { at: number; quantile: Quantile }[];
  step: Step;
}

/** After a service: which outcome, and where that leads. A leaf has a way. */
export interface Fork {
  at: number;
  shares: ShareTables;
  next: (Fork | Leaf)[];
}

export interface Leaf {
  way: Way;
}

/** The pathways of the people of one place, with their shares. */
interface Split {
  shares: ShareTables;
  next: (Fork | Leaf)[];
  /** By pathway, where each redirection of its people leads. */
  others: (Fork | Leaf)[][];
}

export function doorOf(plan: Plan, number: number, care: CareSystem, streams: Streams): Door {
  const { scenario } = plan;
  const it = scenario.arrivals[number] as ArrivalStream;
  const purposes = purposesOf(scenario, it);
  const luck = new Luck(purposes.map(streams));
  const ways: Way[] = [];
  const build = new WayBuilder(scenario, number, care, purposes, ways, hospitalOf(it));
  const places = it.livesIn.map(({ place }) => place);
  const placeShares = shareTables(it.livesIn.map(({ share }) => share));
  const choices = it.mix.map((mix) => (mix.acuteStay === null ? null : choiceOf(plan, mix.pathway)));
  const redirectedTo = choices.map((choice) => choice?.rules.map(({ redirection }) => redirection.to) ?? []);
  const split = (place: string | null, shares: Dated<number>[] | null) => build.split(it.mix, place, shares, redirectedTo);
  const byPlace =
    it.livesIn.length === 0
      ? [split(null, null)]
      : it.livesIn.map(({ place, pathways }, i) => (comesFrom(scenario, it, i) ? split(place, pathways) : null));
  const [placeAt, pathwayAt, redirectionAt] = [
    purposes.indexOf('place'),
    purposes.indexOf('pathway'),
    purposes.indexOf('redirection'),
  ];
  const splitFor = (day: number, luck: LuckOf, place: string | null): Split =>
    byPlace[places.length === 0 ? 0 : place === null ? pick(placeShares, day, luck.of(placeAt)) : places.indexOf(place)] as Split;
  const personOf = (number: number, day: number, of: LuckOf, place: string | null, listed?: ListedPerson): Patient => {
    const { shares, next, others } = splitFor(day, of, place);
    const given =
      listed === undefined || listed.pathway === null ? -1 : it.mix.findIndex((mix) => mix.pathway === listed.pathway);
    const at = given >= 0 ? given : pick(shares, day, of.of(pathwayAt));
    const way = wayFrom(next[at] as Fork | Leaf, day, of);
    const person = new Patient(number, way, timesOf(way.draws, of, listed));
    const choice = choices[at] ?? null;
    if (choice !== null)
      person.chance = chanceOf(choice, of.of(redirectionAt), (other) => {
        const taken = wayFrom(others[at]?.[other] as Fork | Leaf, day, of);
        return { way: taken, times: timesOf(taken.draws, of, listed) };
      });
    return person;
  };
  return {
    next: () => luck.next(),
    person: (number, day, listed) => personOf(number, day, luck, listed?.place ?? null, listed),
    again({ number, visit, way: { route } }, day) {
      const uniform = streams(`readmission/${number}/${visit + 1}`);
      const own = Float64Array.from(purposes, uniform);
      const again = personOf(number, day, { of: (purpose: number) => own[purpose] as number }, route.livesIn);
      again.visit = visit + 1;
      return again;
    },
    ways: () => ways,
  };
}

export type LuckOf = Pick<Luck, 'of'>;

export function wayFrom(from: Fork | Leaf, day: number, luck: LuckOf): Way {
  let node = from;
  while ('next' in node) node = node.next[pick(node.shares, day, luck.of(node.at))] as Fork | Leaf;
  return node.way;
}

export function timesOf(draws: Draw[], luck: LuckOf, listed?: ListedPerson): number[] {
  const times = new Array<number>(MOMENTS + draws.length); // exactly as long as needed
  for (let i = 0; i < MOMENTS; i++) times[i] = Number.NaN;
  for (let i = 0; i < draws.length; i++) {
    const draw = draws[i] as Draw;
    times[MOMENTS + i] = (listed === undefined ? null : givenTime(draw.step, listed)) ?? drawnTime(draw, luck);
  }
  return times;
}

/** Names of the streams a door draws from, in a fixed order. */
export function purposesOf(scenario: Scenario, it: ArrivalStream): string[] {
  const services = scenario.services.flatMap((service) => [
    ...(service.leadTime === null ? [] : [`lead time/${service.name}`]),
    ...(service.patience === null ? [] : [`patience/${service.name}`]),
    ...(service.kind === 'placements'
      ? []
      : [...(service.packages.length > 1 ? [`package/${service.name}`] : []), `stay/${service.name}`, `outcome/${service.name}`]),
  ]);
  const who = [...(it.livesIn.length > 0 ? ['place'] : []), 'pathway'];
  if ('pathway' in it.enters) return [...who, ...services];
  const families = scenario.processDelay.families.map(({ name }) => `process delay/${name}`);
  const { hospital: name } = it.enters;
  const hospital = scenario.hospitals.find((one) => one.name === name);
  const hours = [...(hospital?.readyHours ? ['ready hour'] : []), ...(hospital?.leavingHours ? ['leaving hour'] : [])];
  return [
    ...who,
    'acute stay',
    ...families,
    'weekend',
    ...services,
    ...hours,
    ...(scenario.redirections ? ['redirection'] : []),
    ...(drawsAfterwards(scenario) ? AFTERWARDS : []),
  ];
}

function drawnTime(draw: Draw, luck: LuckOf): number {
  let time = 0;
  for (const { at, quantile } of draw.parts) time += quantile(luck.of(at));
  return time;
}

function givenTime(step: Step, listed: ListedPerson | undefined): number | null {
  if (listed === undefined || step.verb !== 'spend') return null;
  if (step.on === 'clinical stay') return listed.acuteStay;
  return step.on === 'stay'
    ? Object.hasOwn(listed.stays, step.place.name)
      ? (listed.stays[step.place.name] as number)
      : null
    : null;
}

/** A service on a way, and the package the person takes there; null where nobody stays. */
interface Visit {
  service: Service;
  package: Package | null;
}

/** A part of a spell: the purpose its luck is drawn for, and its distribution. */
type Part = [purpose: string, distribution: Distribution];
type Spend = Step & { verb: 'spend' };

/** Families that never change pass as one step, one that is dated by itself. */
function together(families: { name: string; delay: Distribution }[]): string[][] {
  const steady = families.filter(({ delay }) => delay.factor === undefined).map(({ name }) => name);
  const dated = families.filter(({ delay }) => delay.factor !== undefined).map(({ name }) => [name]);
  return steady.length > 0 ? [steady, ...dated] : dated;
}

/** Where the ways of people begin who do not come in by the door. */
interface Beginning {
  place?: string | null;
  cameFrom?: string | null;
  seen?: FollowUpObservations | null;
}

/** Builds every way a stream's people can go, once: pathway by pathway, service by service, outcome by outcome. */
export class WayBuilder {
  private readonly scenario: Scenario;
  private readonly number: number;
  private readonly care: CareSystem;
  private readonly purposes: string[];
  private readonly ways: Way[];
  /** Whose acute bed the people enter; null: none. */
  private readonly hospital: string | null;
  /** The hospital they come from, though they may hold no bed there any more. */
  private readonly cameFrom: string | null;
  /** Where the people live whose ways are being built; null where no places are told apart. */
  private place: string | null;

  /** Of a way that goes on from another: nobody enters an acute bed; `seen` is what the one before counts in on day 91. */
  private readonly onward: boolean;
  private readonly seen: FollowUpObservations | null;

  constructor(
    scenario: Scenario,
    number: number,
    care: CareSystem,
    purposes: string[],
    ways: Way[],
    hospital: string | null,
    { place = null, cameFrom = hospital, seen }: Beginning = {},
  ) {
    this.onward = seen !== undefined;
    this.seen = seen ?? null;
    this.scenario = scenario;
    this.number = number;
    this.care = care;
    this.purposes = purposes;
    this.ways = ways;
    this.hospital = hospital;
    this.cameFrom = cameFrom;
    this.place = place;
  }

  /** From a service on, for somebody who holds no acute bed: in it with a package, or (null) still to start there. */
  from(mix: PathwayMix, [service, ...rest]: Service[], inside: Package | null): Fork | Leaf {
    if (inside === null) return this.into(mix, [], [service as Service, ...rest]);
    return this.into(mix, [{ service: service as Service, package: inside }], rest);
  }

  /** The ways of the people of a place, whose split may be their own. */
  split(mix: PathwayMix[], place: string | null, shares: Dated<number>[] | null, redirectedTo: string[][]): Split {
    this.place = place;
    const others = mix.map((one, i) => (redirectedTo[i] ?? []).map((pathway) => this.tree({ ...one, pathway })));
    return { shares: shareTables(shares ?? mix.map(({ share }) => share)), next: mix.map((one) => this.tree(one)), others };
  }

  tree(mix: PathwayMix): Fork | Leaf {
    const route = this.scenario.pathways.find(({ name }) => name === mix.pathway)?.route ?? [];
    return this.into(
      mix,
      [],
      route.map((name) => this.service(name)),
    );
  }

  /** Into the next service still to come, with the package it takes; after the last one its outcome decides. */
  private into(mix: PathwayMix, so: Visit[], [service, ...rest]: Service[]): Fork | Leaf {
    if (service === undefined) return this.after(mix, so);
    const before = so.at(-1)?.service;
    if (before !== undefined && comesBack(this.scenario, before.name, service)) return this.goesOn(mix, so, [service, ...rest]);
    if (service.kind === 'placements') return this.into(mix, [...so, { service, package: null }], rest);
    const ways = service.packages.map((it) => this.into(mix, [...so, { service, package: it }], rest));
    if (ways.length === 1) return ways[0] as Fork | Leaf;
    return {
      at: this.purposes.indexOf(`package/${service.name}`),
      shares: shareTables(service.packages.map(({ share }) => share)),
      next: ways,
    };
  }

  private after(mix: PathwayMix, so: Visit[]): Fork | Leaf {
    const last = so.at(-1)?.service;
    if (last === undefined) return this.leaf(mix, so, 'home, no new support', null);
    if (last.kind === 'placements') return this.leaf(mix, so, `placed: ${last.name}`, null);
    return {
      at: this.purposes.indexOf(`outcome/${last.name}`),
      shares: shareTables(last.outcomes.map(({ share }) => share)),
      next: last.outcomes.map(({ name, next, readmittedTo }) =>
        next === null ? this.leaf(mix, so, name, readmittedTo) : this.into(mix, so, [this.service(next)]),
      ),
    };
  }

  /** The way ends as the person goes home to wait; the next one is built when somebody takes it, as it may lead here again. */
  private goesOn(mix: PathwayMix, so: Visit[], services: Service[]): Leaf {
    const leaf = this.leaf(
      mix,
      so,
      `on to ${services[0]?.name}`,
      null,
      services.map(({ name }) => name),
    );
    const { scenario, number, care, purposes, hospital, place } = this;
    const builder = new WayBuilder(scenario, number, care, purposes, [], hospital, {
      cameFrom: this.cameFrom,
      seen: leaf.way.afterwards?.seen ?? null,
    });
    let tree: Fork | Leaf | null = null;
    leaf.way.goOn = (person, day) => {
      tree ??= builder.onwards(mix, services, place);
      const own = Float64Array.from(purposes, care.streams(`goes on/${person.number}/${person.visit + 1}`));
      const luck: LuckOf = { of: (purpose) => own[purpose] as number };
      const way = wayFrom(tree, day, luck);
      const again = new Patient(person.number, way, timesOf(way.draws, luck));
      again.visit = person.visit + 1;
      return again;
    };
    return leaf;
  }

  private onwards(mix: PathwayMix, services: Service[], place: string | null): Fork | Leaf {
    this.place = place;
    return this.into(mix, [], services);
  }

  private leaf(mix: PathwayMix, so: Visit[], outcome: string, readmittedTo: string | null, goesOnTo: string[] = []): Leaf {
    const { families, weekend } = this.scenario.processDelay;
    const hours = this.scenario.hospitals.find(({ name }) => name === this.hospital);
    const way = wayOf(
      this.care,
      {
        pathway: mix.pathway,
        livesIn: this.place,
        hospital: this.onward ? null : this.hospital,
        diesInHospital: this.scenario.pathways.find(({ name }) => name === mix.pathway)?.reportsAs === 'died in hospital',
        services: so.map(({ service: { name, leadTime, waitsAtHome, patience }, package: it }) => ({
          name,
          package: it?.name ?? null,
          leadTime: leadTime !== null,
          waitsAtHome,
          patience: patience !== null,
          stays: it !== null,
        })),
        outcome,
        readmittedTo,
        goesOnTo,
        readyHours: (hours?.readyHours ?? null) !== null,
        leavingHours: (hours?.leavingHours ?? null) !== null,
        processDelay: together(families.filter(({ pathways }) => pathways.includes(mix.pathway))),
        workingDays: weekend?.pathways.includes(mix.pathway) ?? false,
      },
      this.number,
    );
    way.draws = way.steps.flatMap((step) => this.drawOf(step, mix, so));
    way.steps.forEach((step, i) => {
      if (step.verb === 'spend') (way.moves[i] as Move).dated = this.datedOf(step, mix, so);
    });
    if (this.hospital !== null && follows(this.scenario) && (!this.onward || this.seen !== null))
      this.follow(way, mix, so.at(-1)?.service);
    this.ways.push(way);
    return { way };
  }

  /** What becomes of the way's people after it, and the luck of it. */
  private follow(way: Way, mix: PathwayMix, last: Service | undefined): void {
    const { route, draws, steps, discharge } = way;
    const followUp = last?.followUp ?? this.scenario.pathways.find(({ name }) => name === route.pathway)?.followUp;
    const into = this.scenario.services.findIndex(({ name }) => name === route.services[0]?.name);
    way.afterwards = afterwardsOf(
      this.seen ?? this.care.observations.followed(discharge as DischargeObservations, into),
      last,
      route.outcome,
      followUp,
      mix.acuteStay as Distribution,
      draws.length,
    );
    const purposes = isDrawn(way.afterwards) ? AFTERWARDS : [];
    way.draws = [
      ...draws,
      ...purposes.map(
        (purpose): Draw => ({ step: steps.at(-1) as Step, parts: [{ at: this.purposes.indexOf(purpose), quantile: (u) => u }] }),
      ),
    ];
  }

  private drawOf(step: Step, mix: PathwayMix, so: Visit[]): Draw[] {
    if (step.verb === 'await working day')
      return [{ step, parts: [{ at: this.purposes.indexOf('weekend'), quantile: (u) => u }] }];
    if (step.verb === 'seize' && step.patience)
      return [
        { step, parts: [this.part(`patience/${step.place.name}`, this.service(step.place.name).patience as Distribution)] },
      ];
    if (step.verb === 'await leaving hour') return [this.hour(step, 'leaving hour', step.place.name)];
    if (step.verb !== 'spend') return [];
    const { parts, longest } = this.spellOf(step, mix, so);
    const quantile = (of: Distribution): Quantile => (of.factor === undefined ? cut(quantileOf(of), longest) : quantileOf(of)); // a dated one is cut when it begins
    const spell: Draw = {
      step,
      parts: parts.map(([purpose, of]) => ({ at: this.purposes.indexOf(purpose), quantile: quantile(of) })),
    };
    return step.toReadyHour
      ? [spell, this.hour({ verb: 'become', state: 'ready', place: step.place }, 'ready hour', step.place.name)]
      : [spell];
  }

  /** A spell with a dated part has only that one. */
  private datedOf(step: Spend, mix: PathwayMix, so: Visit[]): DatedTime | null {
    const { parts, longest } = this.spellOf(step, mix, so);
    return parts.length === 1 ? datedTimeOf((parts[0] as Part)[1], longest, step.on === 'process delay') : null;
  }

  /** The parts a spell is the sum of, and the longest it may be. */
  private spellOf(step: Spend, mix: PathwayMix, so: Visit[]): { parts: Part[]; longest: Limit } {
    const { name } = step.place;
    switch (step.on) {
      case 'clinical stay':
        return { parts: [['acute stay', mix.acuteStay as Distribution]], longest: 'unlimited' };
      case 'process delay': {
        const families = this.scenario.processDelay.families.filter((family) => step.families?.includes(family.name));
        return { parts: families.map((family): Part => [`process delay/${family.name}`, family.delay]), longest: 'unlimited' };
      }
      case 'lead time':
        return { parts: [[`lead time/${name}`, this.service(name).leadTime as Distribution]], longest: 'unlimited' };
      case 'stay': {
        const it = so.find(({ service }) => service.name === name)?.package as Package;
        return { parts: [[`stay/${name}`, it.stay]], longest: it.longest };
      }
    }
  }

  /** A time of day; `step` is what it is drawn for, never given by a list. */
  private hour(step: Step, purpose: 'ready hour' | 'leaving hour', name: string): Draw {
    const hospital = this.scenario.hospitals.find((one) => one.name === name) as Hospital;
    const hours = (purpose === 'ready hour' ? hospital.readyHours : hospital.leavingHours) as HoursOfDay;
    return { step, parts: [{ at: this.purposes.indexOf(purpose), quantile: timeOfDay(hours) }] };
  }

  private part(purpose: string, distribution: Distribution): { at: number; quantile: Quantile } {
    return { at: this.purposes.indexOf(purpose), quantile: quantileOf(distribution) };
  }

  /** The person's own, where a group of services is named. */
  private service(name: string): Service {
    return ownService(this.scenario, name, { place: this.place, hospital: this.cameFrom }) as Service;
  }
}
