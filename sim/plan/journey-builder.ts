import { staysIn } from '../scenario/kinds.ts';
import { type DatedTime, datedTimeOf } from './dated-time.ts';
import { AFTERWARDS, afterwardsOf, follows, isDrawn } from './afterwards.ts';
import { comesBack } from '../scenario/onward.ts';
import { patientJourney, type Route, type Step } from '../patient-journey.ts';
import { shareTables, type ShareTables } from './shares.ts';
import { cut, quantileOf, timeOfDay } from '../random/distributions.ts';
import type { Quantile } from '../random/quantile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { PathwayMix } from '../scenario/people.ts';
import type { Hospital, HoursOfDay } from '../scenario/hospital.ts';
import type { Package, Service } from '../scenario/service.ts';
import type { Distribution } from '../scenario/distribution.ts';
import type { Dated, Limit } from '../scenario/dated.ts';
import { ownService } from '../scenario/serving.ts';
import type { Draw, Fork, Journey, Leaf } from './journey.ts';

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

/** The pathways of the people of one place, with their shares. */
export interface Split {
  shares: ShareTables;
  next: (Fork | Leaf)[];
  /** By pathway, where each redirection of its people leads. */
  others: (Fork | Leaf)[][];
}

/** The people whose journeys are built. */
export interface Whose {
  scenario: Scenario;
  /** The plan's journeys so far, to which those built are added. */
  journeys: Journey[];
  /** Their stream, among the scenario's. */
  stream: number;
  purposes: string[];
  /** Whose acute bed they enter; null: none. */
  hospital: string | null;
  /** Where they live; null where no places are told apart. */
  place: string | null;
  /** The hospital they come from, though they may hold no bed there any more. */
  cameFrom: string | null;
  /** The journey that goes on as the ones built; null: their people come in by a door. */
  before: Journey | null;
}

/** Builds every journey a stream's people can go, once a run: pathway by pathway, service by service, outcome by outcome. */
export class JourneyBuilder {
  private readonly whose: Whose;

  constructor(whose: Whose) {
    this.whose = whose;
  }

  /** From a service on, for somebody who holds no acute bed: in it with a package, or (null) still to start there. */
  from(mix: PathwayMix, [service, ...rest]: Service[], inside: Package | null): Fork | Leaf {
    if (inside === null) return this.into(mix, [], [service as Service, ...rest]);
    return this.into(mix, [{ service: service as Service, package: inside }], rest);
  }

  /** The journeys of the people, whose split between pathways may be their own. */
  split(mix: PathwayMix[], shares: Dated<number>[] | null, redirectedTo: string[][]): Split {
    const others = mix.map((one, i) => (redirectedTo[i] ?? []).map((pathway) => this.tree({ ...one, pathway })));
    return { shares: shareTables(shares ?? mix.map(({ share }) => share)), next: mix.map((one) => this.tree(one)), others };
  }

  tree(mix: PathwayMix): Fork | Leaf {
    const route = this.whose.scenario.pathways.find(({ name }) => name === mix.pathway)?.route ?? [];
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
    if (before !== undefined && comesBack(this.whose.scenario, before.name, service))
      return this.goesOn(mix, so, [service, ...rest]);
    if (!staysIn(service)) return this.into(mix, [...so, { service, package: null }], rest);
    const ways = service.packages.map((it) => this.into(mix, [...so, { service, package: it }], rest));
    if (ways.length === 1) return ways[0] as Fork | Leaf;
    return {
      at: this.whose.purposes.indexOf(`package/${service.name}`),
      shares: shareTables(service.packages.map(({ share }) => share)),
      next: ways,
    };
  }

  private after(mix: PathwayMix, so: Visit[]): Fork | Leaf {
    const last = so.at(-1)?.service;
    if (last === undefined) return this.leaf(mix, so, 'home, no new support', null);
    if (!staysIn(last)) return this.leaf(mix, so, `placed: ${last.name}`, null);
    return {
      at: this.whose.purposes.indexOf(`outcome/${last.name}`),
      shares: shareTables(last.outcomes.map(({ share }) => share)),
      next: last.outcomes.map(({ name, next, readmittedTo }) =>
        next === null ? this.leaf(mix, so, name, readmittedTo) : this.into(mix, so, [this.service(next)]),
      ),
    };
  }

  /** The journey ends as the person goes home to wait; the next one is built when somebody takes it, as it may lead here again. */
  private goesOn(mix: PathwayMix, so: Visit[], services: Service[]): Leaf {
    const names = services.map(({ name }) => name);
    const leaf = this.leaf(mix, so, `on to ${names[0]}`, null, names);
    const { whose } = this;
    let tree: Fork | Leaf | null = null;
    leaf.journey.onward = {
      tree: () => (tree ??= new JourneyBuilder({ ...whose, before: leaf.journey }).into(mix, [], services)),
      purposes: whose.purposes,
    };
    return leaf;
  }

  private leaf(mix: PathwayMix, so: Visit[], outcome: string, readmittedTo: string | null, goesOnTo: string[] = []): Leaf {
    const { scenario, journeys, stream, hospital, before } = this.whose;
    const route = this.routeOf(mix, so, outcome, readmittedTo, goesOnTo);
    const steps = patientJourney(route);
    const journey: Journey = {
      number: journeys.length,
      stream,
      priority: scenario.arrivals[stream]?.priority ?? 1,
      route,
      steps,
      draws: steps.flatMap((step) => this.drawOf(step, mix, so)),
      dated: steps.map((step) => (step.verb === 'spend' ? this.datedOf(step, mix, so) : null)),
      afterwards: null,
      before,
      onward: null,
    };
    if (hospital !== null && follows(scenario) && (before === null || before.afterwards !== null))
      this.follow(journey, mix, so.at(-1)?.service);
    journeys.push(journey);
    return { journey };
  }

  private routeOf(mix: PathwayMix, so: Visit[], outcome: string, readmittedTo: string | null, goesOnTo: string[]): Route {
    const { scenario, hospital, place, before } = this.whose;
    const { families, weekend } = scenario.processDelay;
    const hours = scenario.hospitals.find(({ name }) => name === hospital);
    return {
      pathway: mix.pathway,
      livesIn: place,
      hospital: before === null ? hospital : null,
      diesInHospital: scenario.pathways.find(({ name }) => name === mix.pathway)?.reportsAs === 'died in hospital',
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
    };
  }

  /** What becomes of the journey's people after it, and the luck of it. */
  private follow(journey: Journey, mix: PathwayMix, last: Service | undefined): void {
    const { route, draws, steps } = journey;
    const { scenario, purposes } = this.whose;
    const followUp = last?.followUp ?? scenario.pathways.find(({ name }) => name === route.pathway)?.followUp;
    journey.afterwards = afterwardsOf(last, route.outcome, followUp, mix.acuteStay as Distribution, draws.length);
    if (!isDrawn(journey.afterwards)) return;
    const step = steps.at(-1) as Step;
    for (const purpose of AFTERWARDS) draws.push({ step, parts: [{ at: purposes.indexOf(purpose), quantile: (u) => u }] });
  }

  private drawOf(step: Step, mix: PathwayMix, so: Visit[]): Draw[] {
    if (step.verb === 'await working day')
      return [{ step, parts: [{ at: this.whose.purposes.indexOf('weekend'), quantile: (u) => u }] }];
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
      parts: parts.map(([purpose, of]) => ({ at: this.whose.purposes.indexOf(purpose), quantile: quantile(of) })),
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
        const families = this.whose.scenario.processDelay.families.filter((family) => step.families?.includes(family.name));
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
    const hospital = this.whose.scenario.hospitals.find((one) => one.name === name) as Hospital;
    const hours = (purpose === 'ready hour' ? hospital.readyHours : hospital.leavingHours) as HoursOfDay;
    return { step, parts: [{ at: this.whose.purposes.indexOf(purpose), quantile: timeOfDay(hours) }] };
  }

  private part(purpose: string, distribution: Distribution): { at: number; quantile: Quantile } {
    return { at: this.whose.purposes.indexOf(purpose), quantile: quantileOf(distribution) };
  }

  /** The person's own, where a group of services is named. */
  private service(name: string): Service {
    return ownService(this.whose.scenario, name, { place: this.whose.place, hospital: this.whose.cameFrom }) as Service;
  }
}
