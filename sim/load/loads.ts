import { staysIn, turnoverOf } from '../scenario/kinds.ts';
import { type Dated, valueOn } from '../scenario/dated.ts';
import type { Plan } from '../plan/plan.ts';
import type { ArrivalPlan } from '../plan/arrival-rates.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalProcess, ArrivalStream, ListedPerson, PathwayMix, Residence } from '../scenario/people.ts';
import type { Package } from '../scenario/service.ts';
import type { Distribution } from '../scenario/distribution.ts';
import { comesBack } from '../scenario/onward.ts';
import { hospitalOf, ownService, type Whose } from '../scenario/serving.ts';
import { add, after, asGamma, type Length, lengthOf, NO_TIME, ofStay, type StayMoments, stayMoments } from './lengths.ts';

/** Simulated days [from, to). */
interface Days {
  from: number;
  to: number;
}

/** The days over which dated values, arrivals and lists of people are averaged. */
export interface Span {
  shares: Days;
  rates: Days;
  lists: Days;
}

/** What comes to a service or to the acute beds of a hospital. */
export interface Load {
  /** People a day. */
  people: number;
  /** Beds, or hours a week, they hold on average, the arrangement of what comes next and the turnover of beds included; of placements, starts a day. */
  held: number;
  /** Their stays, summed over the people of a day. */
  stays: StayMoments;
  /** Days from coming in to being in line here: sums over the people of a day of the mean, and of its square. */
  before: [number, number];
  /** What arrivals that clump (or are more even than chance) add to the variance of the work that comes in a day. */
  clumps: number;
}

/** People in the acute beds of a hospital on average, by pathway. */
export interface AcuteLoad {
  inStay: number;
  inProcess: number;
}

/** By service, or `hospital:NAME`. */
export function loadsOver(plan: Plan, span: Span): Loads {
  const loads = new Loads(plan.scenario, span);
  for (const [i, stream] of plan.scenario.arrivals.entries()) loads.enter(plan, stream, i);
  loads.comeAgain();
  return loads;
}

type Known = Partial<Pick<ListedPerson, 'stays' | 'acuteStay'>>;

const UNCHANGED: Dated<number> = [{ from: 0, value: 1 }];
const ONE_START: StayMoments = { work: 1, square: 1, days: [0, 0, 0] };

/** People a day who reach each service over the days looked at, and the places they hold there on average. */
export class Loads {
  private readonly scenario: Scenario;
  private readonly span: Span;
  private readonly loads = new Map<string, Load>();
  private readonly acuteLoads = new Map<string, AcuteLoad>();
  private readonly meanShares = new Map<Dated<number>, number>();
  private readonly meanStays = new Map<Package, StayMoments>();
  /** People a day readmitted who have not been followed yet, and how long ago they first came. */
  private again: { hospital: string; place: string | null; people: number; before: Length }[] = [];
  /** Those who wait at home for a service that may lead back, likewise. */
  private onward: { whose: Whose; route: string[]; people: number; before: Length }[] = [];

  constructor(scenario: Scenario, span: Span) {
    this.scenario = scenario;
    this.span = span;
  }

  of(name: string): Load {
    const load = this.loads.get(name) ?? {
      people: 0,
      held: 0,
      stays: { work: 0, square: 0, days: [0, 0, 0] },
      before: [0, 0],
      clumps: 0,
    };
    this.loads.set(name, load);
    return load;
  }

  ofPathway(hospital: string, pathway: string): AcuteLoad {
    const key = JSON.stringify([hospital, pathway]);
    const load = this.acuteLoads.get(key) ?? { inStay: 0, inProcess: 0 };
    this.acuteLoads.set(key, load);
    return load;
  }

  /** Everybody of one stream: as a flow by the shares, or one by one as listed. */
  enter(plan: Plan, stream: ArrivalStream, i: number): void {
    const { arrivals } = stream;
    if (arrivals.kind === 'process') {
      const held = new Map([...this.loads].map(([name, load]) => [name, load.held]));
      const people = arrivalsADay(plan.arrivals[i] as ArrivalPlan, this.span.rates);
      this.come(stream, null, null, people);
      if (people > 0)
        for (const [name, load] of this.loads)
          load.clumps += (clumping(arrivals, people) - 1) * ((load.held - (held.get(name) ?? 0)) ** 2 / people);
      return;
    }
    const { from, to } = this.span.lists;
    for (const { arrive, place, pathway, ...known } of arrivals.people)
      if (arrive >= from && arrive < to) this.come(stream, place, pathway, 1 / (to - from), known);
  }

  /**
   * People readmitted, or who come back to a service, load the services again, and some of them come back once more: a series that
   * shrinks each time by the share readmitted, followed until nothing is left of it. Where everybody is, there is no end: it stops
   * after a thousand rounds.
   */
  comeAgain(): void {
    for (let round = 0; round < 1000 && [...this.again, ...this.onward].some(({ people }) => people > 1e-9); round++) {
      const [now, onward] = [this.again, this.onward];
      this.again = [];
      this.onward = [];
      for (const { whose, route, people, before } of onward) this.visit(whose, route, people, {}, before);
      for (const { hospital, place, people, before } of now) {
        const door = this.scenario.arrivals.find((stream) => hospitalOf(stream) === hospital);
        if (door !== undefined) this.come(door, place, null, people, {}, before);
      }
    }
  }

  /** By where they live and by pathway, where these are not known. */
  private come(
    stream: ArrivalStream,
    place: string | null,
    pathway: string | null,
    people: number,
    known: Known = {},
    before = NO_TIME,
  ): void {
    const homes: (Residence | null)[] = stream.livesIn.filter((home) => place === null || home.place === place);
    for (const home of homes.length === 0 ? [null] : homes) {
      const whose = { place: home?.place ?? null, hospital: hospitalOf(stream) };
      const those = people * (home === null || place !== null ? 1 : this.mean(home.share));
      stream.mix.forEach((mix, at) => {
        const share = pathway === null ? this.mean(home?.pathways?.[at] ?? mix.share) : Number(mix.pathway === pathway);
        if (those * share > 0) this.leave(whose, mix, those * share, known, before);
      });
    }
  }

  /** By the pathway, or another one where a share of its people is redirected; a diversion helps only while there is room. */
  private leave(whose: Whose, { pathway, acuteStay }: PathwayMix, people: number, known: Known, before: Length): void {
    const rules =
      acuteStay === null
        ? []
        : (this.scenario.redirections ?? []).filter(({ from, needsRoom }) => from === pathway && !needsRoom);
    const ways = rules.map((rule) => ({ to: rule.to, part: this.mean(rule.share) }));
    if (acuteStay !== null)
      this.ofPathway(whose.hospital as string, pathway).inStay += people * this.acute(acuteStay, known).mean;
    for (const { to, part } of [...ways, { to: pathway, part: 1 - ways.reduce((sum, way) => sum + way.part, 0) }]) {
      const inHospital = acuteStay === null ? NO_TIME : after(this.acute(acuteStay, known), ...this.process(to));
      if (acuteStay !== null) {
        this.ofPathway(whose.hospital as string, to).inProcess += people * part * after(NO_TIME, ...this.process(to)).mean;
        this.lie(`hospital:${whose.hospital}`, people * part, inHospital, before);
      }
      this.visit(
        whose,
        this.scenario.pathways.find(({ name }) => name === to)?.route ?? [],
        people * part,
        known.stays ?? {},
        after(before, inHospital),
      );
    }
  }

  private acute(stay: Distribution, { acuteStay }: Known): Length {
    return acuteStay == null ? this.time(stay) : { mean: acuteStay, variance: 0 };
  }

  /** Of the process before the referral, what is drawn; weekends are left out. */
  private process(pathway: string): Length[] {
    return this.scenario.processDelay.families
      .filter(({ pathways }) => pathways.includes(pathway))
      .map(({ delay }) => this.time(delay));
  }

  /** In an acute bed, waits for capacity left out. */
  private lie(name: string, people: number, length: Length, before: Length): void {
    const load = this.of(name);
    reach(load, people, before);
    load.held += people * length.mean;
    add(load.stays, asGamma(length), people);
  }

  /** The services of a route one after another; after the last, where its outcomes lead. */
  private visit(whose: Whose, [name, ...rest]: string[], people: number, stays: ListedPerson['stays'], since: Length): void {
    const service = name === undefined ? undefined : ownService(this.scenario, name, whose);
    if (service === undefined) return;
    const load = this.of(service.name);
    const before = after(since, this.time(service.leadTime));
    reach(load, people, before);
    if (!staysIn(service)) {
      load.held += people;
      add(load.stays, ONE_START, people);
      return;
    }
    const stay: StayMoments = { work: 0, square: 0, days: [0, 0, 0] };
    for (const it of service.packages) add(stay, this.stay(it, stays[service.name]), this.mean(it.share));
    load.held += people * (stay.work + turnoverOf(service));
    add(load.stays, stay, people);
    const [mean, square] = stay.days;
    const then = after(before, { mean, variance: Math.max(0, square - mean ** 2) });
    const last = service.packages.reduce((units, it) => units + this.mean(it.share) * (it.hours.at(-1) ?? 1), 0);
    if (rest.length === 0) {
      for (const { readmittedTo, share } of service.outcomes)
        if (readmittedTo !== null) this.readmit(readmittedTo, whose.place, people * this.mean(share), then);
    }
    const ways =
      rest.length > 0
        ? [{ route: rest, share: 1 }]
        : service.outcomes.map(({ next, share }) => ({ route: next === null ? [] : [next], share: this.mean(share) }));
    for (const { route, share } of ways) {
      load.held +=
        people *
        share *
        last *
        this.time(route[0] === undefined ? null : (ownService(this.scenario, route[0], whose)?.leadTime ?? null)).mean;
      const next = route[0] === undefined ? undefined : ownService(this.scenario, route[0], whose);
      if (next !== undefined && comesBack(this.scenario, service.name, next)) this.goOn(whose, route, people * share, then);
      else this.visit(whose, route, people * share, stays, then);
    }
  }

  private goOn(whose: Whose, route: string[], people: number, before: Length): void {
    const known = this.onward.find((it) => JSON.stringify([it.whose, it.route]) === JSON.stringify([whose, route]));
    if (known === undefined) this.onward.push({ whose, route, people, before });
    else {
      known.before = mixed(known.before, known.people, before, people);
      known.people += people;
    }
  }

  private readmit(hospital: string, place: string | null, people: number, before: Length): void {
    const known = this.again.find((it) => it.hospital === hospital && it.place === place);
    if (known === undefined) this.again.push({ hospital, place, people, before });
    else {
      known.before = mixed(known.before, known.people, before, people);
      known.people += people;
    }
  }

  /** What a package takes on average; a listed person's own stay comes first. */
  private stay(it: Package, listed: number | undefined): StayMoments {
    if (listed !== undefined) return ofStay(listed, it.hours);
    const known = this.meanStays.get(it);
    if (known !== undefined) return known;
    const steps = stayMoments(it);
    const of = (value: (moments: StayMoments) => number) =>
      this.mean(steps.map(({ from, value: moments }) => ({ from, value: value(moments) })));
    const mean: StayMoments = {
      work: of(({ work }) => work),
      square: of(({ square }) => square),
      days: [of(({ days }) => days[0]), of(({ days }) => days[1]), of(({ days }) => days[2])],
    };
    this.meanStays.set(it, mean);
    return mean;
  }

  /** A time on average over the days looked at; none where there is none. */
  private time(time: Distribution | null): Length {
    return time === null ? NO_TIME : lengthOf(time, this.mean(time.factor ?? UNCHANGED));
  }

  /** Mean of a dated number over the days looked at. */
  mean(share: Dated<number>): number {
    const known = this.meanShares.get(share);
    if (known !== undefined) return known;
    const { from, to } = this.span.shares;
    let sum = 0;
    for (let day = from; day < to; day++) sum += valueOn(share, day);
    this.meanShares.set(share, sum / (to - from));
    return sum / (to - from);
  }
}

function reach(load: Load, people: number, { mean, variance }: Length): void {
  load.people += people;
  load.before[0] += people * mean;
  load.before[1] += people * (variance + mean ** 2);
}

/** Of two groups of people together. */
function mixed(a: Length, peopleA: number, b: Length, peopleB: number): Length {
  const part = peopleB / (peopleA + peopleB);
  return {
    mean: a.mean + part * (b.mean - a.mean),
    variance: (1 - part) * a.variance + part * b.variance + part * (1 - part) * (b.mean - a.mean) ** 2,
  };
}

function arrivalsADay({ base, surge, keep }: ArrivalPlan, { from, to }: Days): number {
  let people = 0;
  for (let day = from; day < to; day++) people += (base[day] as number) * Math.min(1, keep?.[day] ?? 1) + (surge?.[day] ?? 0);
  return people / (to - from);
}

/** Variance over mean of the people who come in a long stretch of days: 1 at random, less where more even, more where days differ. */
function clumping({ spacing, dayToDay }: ArrivalProcess, perDay: number): number {
  return (spacing === 'even' ? 0 : 1 / spacing) + dayToDay ** 2 * perDay;
}
