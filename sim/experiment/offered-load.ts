import { amount, valueOn } from '../dated.ts';
import { type ArrivalPlan, flexOn, type Plan, planOf } from '../plan.ts';
import { cut, meanOf, quantileOf } from '../random/distributions.ts';
import type { Warning } from '../result.ts';
import type { ArrivalStream, Dated, Distribution, HoursService, ListedPerson, Package, PathwayMix, Residence, Scenario } from '../scenario.ts';
import { comesBack } from '../onward.ts';
import { hospitalOf, ownService, type Whose } from '../serving.ts';

/** Beds or hours a week that a service would need on average over the period if nobody ever waited, beside what it has. */
export interface OfferedLoad {
  service: string;
  unit: 'beds' | 'hours a week' | 'starts a week';
  needed: number;
  /** What may be in use, flex and spot included: mean over the days of the period that have a limit; Infinity where none has. */
  open: number;
}

/**
 * Offered load: people a day who reach the service, readmitted ones each time, x days it is held x units a person. Holding counts the stay and the
 * arrangement (lead time) of a next service; waits for capacity come on top, so the true need is never below this.
 */
export function offeredLoads(scenario: Scenario): OfferedLoad[] {
  const plan = planOf(scenario);
  const loads = new Loads(scenario);
  for (const [i, stream] of scenario.arrivals.entries()) loads.enter(plan, stream, i);
  loads.comeAgain();
  return scenario.services.map((service, i): OfferedLoad => {
    const { people, held } = loads.of(service.name);
    const daily = plan.services[i]?.open ?? new Float64Array();
    const block = meanOfLimited(daily);
    const spot = service.spot === null ? 0 : loads.mean(service.spot.atMost);
    if (service.kind === 'placements') return { service: service.name, unit: 'starts a week', needed: people * 7, open: block * 7 + spot };
    if (service.kind === 'beds') return { service: service.name, unit: 'beds', needed: held, open: block + spot };
    return { service: service.name, unit: 'hours a week', needed: held, open: meanOfLimited(withFlex(service, daily, scenario)) + spot };
  });
}

/** Hours a week that may be delivered, from those commissioned day by day. */
function withFlex(service: HoursService, commissioned: Float64Array, { warmUpDays }: Scenario): Float64Array {
  return commissioned.map((hours, day) => (hours === 0 ? 0 : hours * (1 + amount(flexOn(service, warmUpDays + day)))));
}

/** A month without a limit does not make up for the others. */
function meanOfLimited(daily: Float64Array): number {
  const limited = daily.filter(Number.isFinite);
  return limited.length === 0 ? Number.POSITIVE_INFINITY : limited.reduce((a, b) => a + b, 0) / limited.length;
}

export function loadWarnings(scenario: Scenario): Warning[] {
  return together(scenario, offeredLoads(scenario))
    .filter(({ needed, open }) => needed > open)
    .map(({ service, unit, needed, open }) => ({
      kind: 'over-capacity',
      text: `${labelOf(scenario, service)}: everybody referred would need ${round(needed)} ${unit} on average and ${round(open)} are there. ${outcome(scenario, service)}`,
    }));
}

/** Services that help one another out need what they need together. */
function together({ sharing }: Scenario, loads: OfferedLoad[]): OfferedLoad[] {
  const groups = sharing.filter(({ above }) => above !== null);
  const alone = loads.filter(({ service }) => !groups.some(({ services }) => services.includes(service)));
  return [
    ...alone,
    ...groups.flatMap(({ name, services }) => {
      const members = loads.filter(({ service }) => services.includes(service));
      const sum = (of: (load: OfferedLoad) => number) => members.reduce((so, load) => so + of(load), 0);
      return members.slice(0, 1).map(({ unit }) => ({ service: name, unit, needed: sum(({ needed }) => needed), open: sum(({ open }) => open) }));
    }),
  ];
}

function labelOf({ services, sharing }: Scenario, service: string): string {
  return [...services, ...sharing].find(({ name }) => name === service)?.label ?? service;
}

/** A list with a limit, before the service or at the front door, stops growing; any other does not. */
function outcome(scenario: Scenario, service: string): string {
  const limited = scenario.hospitals.some(({ waitingLimit }) => waitingLimit !== 'unlimited') || scenario.services.some(({ name, waitingLimit }) => name === service && waitingLimit !== 'unlimited');
  return limited ? 'People are turned away because of it.' : 'On average more is needed than there is; waits grow for as long as that lasts.';
}

function round(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

const UNCHANGED: Dated<number> = [{ from: 0, value: 1 }];

/** People a day who reach each service over the period, and the places they hold there on average. */
class Loads {
  private readonly scenario: Scenario;
  private readonly loads = new Map<string, { people: number; held: number }>();
  private readonly meanShares = new Map<Dated<number>, number>();
  private readonly meanUnits = new Map<Package, number>();
  /** People a day readmitted who have not been followed yet. */
  private again: { hospital: string; place: string | null; people: number }[] = [];
  /** Those who wait at home for a service that may lead back. */
  private onward: { whose: Whose; route: string[]; people: number }[] = [];

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  of(service: string): { people: number; held: number } {
    const load = this.loads.get(service) ?? { people: 0, held: 0 };
    this.loads.set(service, load);
    return load;
  }

  /** Everybody of one stream: as a flow by the shares, or one by one as listed. */
  enter(plan: Plan, stream: ArrivalStream, i: number): void {
    const { arrivals } = stream;
    const { warmUpDays, days } = this.scenario;
    if (arrivals.kind === 'process') this.come(stream, null, null, arrivalsADay(plan, plan.arrivals[i] as ArrivalPlan));
    else for (const { arrive, place, pathway, stays } of arrivals.people) if (arrive >= warmUpDays && arrive < plan.days) this.come(stream, place, pathway, 1 / days, stays);
  }

  /**
   * People readmitted, or who come back to a service, load the services again, and some of them come back once more: a series that shrinks each time by
   * the share readmitted, followed until nothing is left of it. Where everybody is, there is no end: it stops after a thousand rounds.
   */
  comeAgain(): void {
    for (let round = 0; round < 1000 && [...this.again, ...this.onward].some(({ people }) => people > 1e-9); round++) {
      const [now, onward] = [this.again, this.onward];
      this.again = [];
      this.onward = [];
      for (const { whose, route, people } of onward) this.visit(whose, route, people);
      for (const { hospital, place, people } of now) {
        const door = this.scenario.arrivals.find((stream) => hospitalOf(stream) === hospital);
        if (door !== undefined) this.come(door, place, null, people);
      }
    }
  }

  /** By where they live and by pathway, where these are not known. */
  private come(stream: ArrivalStream, place: string | null, pathway: string | null, people: number, stays?: ListedPerson['stays']): void {
    const homes: (Residence | null)[] = stream.livesIn.filter((home) => place === null || home.place === place);
    for (const home of homes.length === 0 ? [null] : homes) {
      const whose = { place: home?.place ?? null, hospital: hospitalOf(stream) };
      const those = people * (home === null || place !== null ? 1 : this.mean(home.share));
      stream.mix.forEach((mix, at) => {
        const share = pathway === null ? this.mean(home?.pathways?.[at] ?? mix.share) : Number(mix.pathway === pathway);
        if (those * share > 0) this.leave(whose, mix, those * share, stays);
      });
    }
  }

  /** By the pathway, or another one where a share of its people is redirected; a diversion helps only while there is room. */
  private leave(whose: Whose, { pathway, acuteStay }: PathwayMix, people: number, stays?: ListedPerson['stays']): void {
    const rules = acuteStay === null ? [] : (this.scenario.redirections ?? []).filter(({ from, needsRoom }) => from === pathway && !needsRoom);
    const ways = rules.map((rule) => ({ to: rule.to, part: this.mean(rule.share) }));
    for (const { to, part } of [...ways, { to: pathway, part: 1 - ways.reduce((sum, way) => sum + way.part, 0) }]) {
      this.visit(whose, this.scenario.pathways.find(({ name }) => name === to)?.route ?? [], people * part, stays);
    }
  }

  /** The services of a route one after another; after the last, where its outcomes lead. */
  private visit(whose: Whose, [name, ...rest]: string[], people: number, stays: ListedPerson['stays'] = {}): void {
    const service = name === undefined ? undefined : ownService(this.scenario, name, whose);
    if (service === undefined) return;
    const load = this.of(service.name);
    load.people += people;
    if (service.kind === 'placements') return;
    for (const it of service.packages) load.held += people * this.mean(it.share) * this.units(it, stays[service.name]);
    const last = service.packages.reduce((units, it) => units + this.mean(it.share) * (it.hours.at(-1) ?? 1), 0);
    if (rest.length === 0) {
      for (const { readmittedTo, share } of service.outcomes) if (readmittedTo !== null) this.readmit(readmittedTo, whose.place, people * this.mean(share));
    }
    const ways = rest.length > 0 ? [{ route: rest, share: 1 }] : service.outcomes.map(({ next, share }) => ({ route: next === null ? [] : [next], share: this.mean(share) }));
    for (const { route, share } of ways) {
      load.held += people * share * last * this.meanTime(route[0] === undefined ? null : (ownService(this.scenario, route[0], whose)?.leadTime ?? null));
      const next = route[0] === undefined ? undefined : ownService(this.scenario, route[0], whose);
      if (next !== undefined && comesBack(this.scenario, service.name, next)) this.goOn(whose, route, people * share);
      else this.visit(whose, route, people * share, stays);
    }
  }

  private goOn(whose: Whose, route: string[], people: number): void {
    const known = this.onward.find((it) => JSON.stringify([it.whose, it.route]) === JSON.stringify([whose, route]));
    if (known === undefined) this.onward.push({ whose, route, people });
    else known.people += people;
  }

  private readmit(hospital: string, place: string | null, people: number): void {
    const known = this.again.find((it) => it.hospital === hospital && it.place === place);
    if (known === undefined) this.again.push({ hospital, place, people });
    else known.people += people;
  }

  /** Bed-days, or hours a week x days, that a package uses on average; a listed person's own stay comes first. */
  private units(it: Package, listed: number | undefined): number {
    if (listed !== undefined) return unitsIn(listed, it);
    const known = this.meanUnits.get(it);
    if (known !== undefined) return known;
    const stay = quantileOf(it.stay);
    const of = (factor: number): number => {
      const changed = cut((u) => stay(u) * factor, it.longest);
      return meanOf((u) => unitsIn(changed(u), it));
    };
    const units = this.mean((it.stay.factor ?? UNCHANGED).map(({ from, value }) => ({ from, value: of(value) })));
    this.meanUnits.set(it, units);
    return units;
  }

  /** Mean of a time over the collected days, 0 where there is none. */
  private meanTime(time: Distribution | null): number {
    return time === null ? 0 : time.mean * this.mean(time.factor ?? UNCHANGED);
  }

  /** Mean of a dated number over the collected days. */
  mean(share: Dated<number>): number {
    const { warmUpDays, days } = this.scenario;
    const known = this.meanShares.get(share);
    if (known !== undefined) return known;
    let sum = 0;
    for (let day = warmUpDays; day < warmUpDays + days; day++) sum += valueOn(share, day);
    this.meanShares.set(share, sum / days);
    return sum / days;
  }
}

/** Bed-days, or hours a week x days, used in a stay of so many days. */
function unitsIn(days: number, { hours }: Package): number {
  if (hours.length === 0) return days;
  return hours.reduce((sum, week, i) => sum + week * Math.max(0, (i === hours.length - 1 ? days : Math.min(days, 7 * (i + 1))) - 7 * i), 0);
}

function arrivalsADay({ scenario, days }: Plan, { base, surge, keep }: ArrivalPlan): number {
  let people = 0;
  for (let day = scenario.warmUpDays; day < days; day++) people += (base[day] as number) * Math.min(1, keep?.[day] ?? 1) + (surge?.[day] ?? 0);
  return people / scenario.days;
}
