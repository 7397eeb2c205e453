import { amount, valueOn } from './dated.ts';
import type { Draw } from './door.ts';
import { Beds } from './engine/beds.ts';
import { type Capacity, CeilingChange } from './engine/capacity.ts';
import { Hours, minutes } from './engine/hours.ts';
import { type Clock, Happening, Kind } from './engine/instant.ts';
import type { Collection } from './engine/level-record.ts';
import { Placements } from './engine/placements.ts';
import type { Sheets } from './engine/sheets.ts';
import { type DischargeObservations, type Group, type HospitalObservations, Observations, type ServiceObservations } from './observations.ts';
import type { Patient } from './patient.ts';
import { patientJourney, type Route, type Step } from './patient-journey.ts';
import type { Plan } from './plan.ts';
import type { Dated, Package, Service } from './scenario.ts';

/** Called at each step of each person, for the event log; null in ordinary runs. */
export type Listener = (time: number, person: number, step: Step) => void;

/** A journey made ready to run: its steps with the capacities they are about. */
export interface Way {
  care: CareSystem;
  /** Of the stream's people, wherever they wait. */
  priority: number;
  route: Route;
  steps: Step[];
  moves: Move[];
  /** How its times are drawn, in order (see door.ts). */
  draws: Draw[];
  hospital: HospitalObservations | null;
}

const Verb = { seize: 0, release: 1, spend: 2, ready: 3, referred: 4, workingDay: 5, leave: 6 } as const;

/** One step as the machine takes it; fields that a verb does not use keep their defaults. */
class Move {
  verb: number = Verb.leave;
  capacity: Capacity | null = null;
  need = 1;
  /** Minutes a week in each week of the stay, where they taper. */
  taper: number[] | null = null;
  /** Gives back the place before, a new one having been found. */
  moving = false;
  /** Order inside an instant of the end of a spell. */
  kind: number = Kind.completion;
  hospital: HospitalObservations | null = null;
  service: ServiceObservations | null = null;
  /** The stream's own record in the service. */
  group: Group = [];
  discharge: DischargeObservations | null = null;
  /** The next of the person's times is how long the person waits at most. */
  patient = false;
  /** Ready and gone at one instant. */
  passing = false;
  /** The discharge is to a service; the referral is the first, from an acute bed. */
  toService = false;
}

/** The hospitals and services of one replication, and the hand that carries people through their steps. */
export class CareSystem {
  readonly observations: Observations;
  readonly plan: Plan;
  readonly clock: Clock;
  nextNumber = 1;
  private readonly hospitals: Beds[];
  private readonly services: Capacity[];
  private readonly leaveAt: Dated<number>;
  private readonly listener: Listener | null;

  constructor(plan: Plan, clock: Clock, sheets: Sheets, listener: Listener | null = null) {
    const { scenario } = plan;
    const collection: Collection = { from: scenario.warmUpDays, days: scenario.days, sheets };
    this.plan = plan;
    this.clock = clock;
    this.listener = listener;
    this.hospitals = scenario.hospitals.map(
      ({ name, waitingLimit }, number) => new Beds({ name, number, waitingLimit: amount(waitingLimit), acceptingDays: null, turnover: 0, closingMoves: false }, clock, collection),
    );
    this.services = plan.services.map((_, i) => this.openService(i, collection));
    this.observations = new Observations(
      collection,
      this.hospitals,
      scenario.pathways.length,
      scenario.arrivals.length,
      this.services.map((capacity, i) => ({ capacity, targetWait: scenario.services[i]?.targetWait ?? null, packages: packagesOf(scenario.services[i]).length })),
    );
    this.leaveAt = scenario.processDelay.weekend?.leaveAt ?? [];
    scenario.hospitals.forEach(({ beds }, i) => {
      this.date(this.hospitals[i] as Beds, beds.map(({ from, value }) => ({ from, units: amount(value) })));
    });
    plan.services.forEach(({ ceiling }, i) => {
      this.date(this.services[i] as Capacity, ceiling);
    });
  }

  /** A person enters: everything that follows is steps. */
  enter(person: Patient): void {
    person.arrivedAt = this.clock.now();
    this.observations.cameIn++;
    this.observations.withoutPlace++;
    this.proceed(person);
  }

  /** Carries a person on until time has to pass or a place has to be found. */
  proceed(person: Patient): void {
    const { moves } = person.way;
    const { observations, clock } = this;
    const now = clock.now();
    for (;;) {
      const move = moves[person.step++] as Move;
      if (this.listener !== null) this.tell(this.listener, person, now);
      switch (move.verb) {
        case Verb.seize: {
          person.need = move.need;
          const patience = move.patient ? (person.times[person.spell++] as number) : Number.POSITIVE_INFINITY;
          if (move.hospital !== null) observations.arrived(now, move.hospital);
          const answer = (move.capacity as Capacity).seek(person);
          if (answer === 'waits') {
            observations.lined(now, move.group, 1);
            person.waiting = true;
            if (patience < Number.POSITIVE_INFINITY) clock.after(patience, new GivesUp(this, person, person.step));
            return;
          }
          if (answer === 'refused') {
            this.turnAway(person, move, now);
            return;
          }
          this.placed(person, move, now);
          break;
        }
        case Verb.release:
          this.release(person, move, now);
          break;
        case Verb.spend: {
          const days = person.times[person.spell++] as number;
          if (days === 0) break;
          person.kind = move.kind;
          person.until = now + days;
          clock.after(days, person);
          return;
        }
        case Verb.ready:
          observations.becameReady(person, now, move.discharge as DischargeObservations, move.passing);
          break;
        case Verb.referred:
          person.referredAt = now;
          observations.referred(now, move.service as ServiceObservations, move.group);
          if (move.discharge !== null) observations.processOver(now, move.discharge);
          break;
        case Verb.workingDay: {
          const wait = this.untilWorkingDay(now, person.times[person.spell++] as number);
          if (wait === 0) break;
          person.kind = move.kind;
          clock.after(wait, person);
          return;
        }
        default:
          observations.left++;
          return;
      }
    }
  }

  /** The place waited for has been found. */
  granted(person: Patient): void {
    if (!Number.isNaN(person.remaining)) {
      this.resume(person);
      return;
    }
    const move = person.way.moves[person.step - 1] as Move;
    person.waiting = false;
    this.observations.lined(this.clock.now(), move.group, -1);
    this.placed(person, move, this.clock.now());
    this.proceed(person);
  }

  /** The bed is closed: the person waits at the head of the line and stays the rest of the time when a bed is found. */
  moved(person: Patient): boolean {
    const spell = person.way.moves[person.step - 1] as Move;
    const step = person.way.steps[person.step - 1] as Step;
    const now = this.clock.now();
    if (person.waiting || step.verb !== 'spend' || step.on !== 'stay' || person.until <= now) return false;
    person.remaining = person.until - now;
    person.stopped++;
    this.observations.withoutPlace++;
    this.observations.lined(now, spell.group, 1);
    return true;
  }

  private resume(person: Patient): void {
    this.observations.withoutPlace--;
    this.observations.lined(this.clock.now(), (person.way.moves[person.step - 1] as Move).group, -1);
    person.until = this.clock.now() + person.remaining;
    this.clock.after(person.remaining, person);
    person.remaining = Number.NaN;
  }

  /** Patience is over: unless a place has been found since, the person leaves the list and gives back what is held. */
  givesUp(person: Patient, step: number): void {
    if (!person.waiting || person.step !== step) return;
    const now = this.clock.now();
    const move = person.way.moves[step - 1] as Move;
    person.waiting = false;
    this.observations.lined(now, move.group, -1);
    this.observations.gaveUp(now, move.service as ServiceObservations, move.group);
    (move.capacity as Capacity).withdraw(person);
    this.leaveWithout(person, move, now);
  }

  /** The route with its steps bound to this system's capacities. */
  wayOf(route: Route, stream: number): Way {
    const { scenario } = this.plan;
    const steps = patientJourney(route);
    const pathway = scenario.pathways.findIndex(({ name }) => name === route.pathway);
    const hospital = this.observations.hospitals[scenario.hospitals.findIndex(({ name }) => name === route.hospital)] ?? null;
    const way: Way = { care: this, priority: scenario.arrivals[stream]?.priority ?? 1, route, steps, moves: [], draws: [], hospital };
    way.moves = steps.map((_, i) => this.moveOf(way, i, hospital?.byPathway[pathway] ?? null, stream));
    return way;
  }

  private moveOf(way: Way, i: number, discharge: DischargeObservations | null, stream: number): Move {
    const { steps, route, hospital } = way;
    const step = steps[i] as Step;
    const move = new Move();
    if (step.verb === 'leave') return move;
    if (step.place.at === 'hospital') {
      move.hospital = hospital;
      move.discharge = discharge;
      move.capacity = (hospital as HospitalObservations).capacity;
    } else {
      const service = this.plan.scenario.services.findIndex(({ name }) => name === step.place.name);
      move.service = this.observations.services[service] as ServiceObservations;
      move.group = move.service.byStream.slice(stream, stream + 1);
      move.capacity = move.service.capacity;
      this.bindPackage(move, service, route.services.find(({ name }) => name === step.place.name)?.package ?? null);
    }
    move.toService = route.services.length > 0;
    move.verb = verbOf(step);
    move.patient = step.verb === 'seize' && step.patience;
    if (step.verb === 'become') {
      move.passing = steps[i + 1]?.verb === 'release';
      if (step.place.name === route.services[0]?.name) move.discharge = discharge;
    }
    if (step.verb === 'release') {
      move.passing = steps[i - 1]?.verb === 'become';
      move.moving = steps[i - 1]?.verb === 'seize';
    }
    if (step.verb === 'spend') move.kind = step.on === 'stay' && steps[i + 2]?.verb === 'leave' ? Kind.release : Kind.completion;
    return move;
  }

  /** What the package uses, week by week, and the record of those who take it. */
  private bindPackage(move: Move, service: number, name: string | null): void {
    const packages = packagesOf(this.plan.scenario.services[service]);
    const at = packages.findIndex((it) => it.name === name);
    const hours = (packages[at]?.hours ?? []).map(minutes);
    move.need = hours[0] ?? 1;
    if (hours.length > 1) move.taper = hours;
    move.group = [...move.group, ...(move.service as ServiceObservations).byPackage.slice(at, at + 1)];
  }

  private openService(i: number, collection: Collection): Capacity {
    const { service, acceptingDays, offered } = this.plan.services[i] as Plan['services'][number];
    const plan = { name: service.name, number: this.hospitals.length + i, waitingLimit: amount(service.waitingLimit), acceptingDays, turnover: service.kind === 'beds' ? service.turnover : 0, closingMoves: service.kind === 'beds' && service.closingMoves };
    switch (service.kind) {
      case 'beds':
        return new Beds(plan, this.clock, collection);
      case 'hours':
        return new Hours(plan, Math.min(...service.packages.map(({ hours }) => minutes(hours[0] ?? 0))), this.clock, collection);
      case 'placements':
        return new Placements(plan, offered, service.carryOver, this.clock, collection);
    }
  }

  /** Today's ceiling now, the others on their days. */
  private date(capacity: Capacity, ceiling: { from: number; units: number }[]): void {
    for (const { from, units } of ceiling) {
      if (from === 0) capacity.setCeiling(units);
      else this.clock.after(from, new CeilingChange(capacity, units));
    }
  }

  private placed(person: Patient, move: Move, now: number): void {
    if (person.places === 0) this.observations.withoutPlace--;
    person.places++;
    person.heldBefore = person.held;
    person.held = move.need;
    if (move.taper !== null) new Taper(this.clock, person, move.capacity as Hours, move.taper).next();
    if (move.hospital !== null) this.observations.admitted(person, now, move.hospital);
    else this.observations.started(person, now, move.service as ServiceObservations, move.group);
  }

  private release(person: Patient, move: Move, now: number): void {
    if (move.hospital !== null) {
      this.observations.discharged(person, now, move.hospital, move.discharge as DischargeObservations, move.passing, move.toService);
    }
    (move.capacity as Capacity).leave(move.moving ? person.heldBefore : person.held, person);
    if (!move.moving) person.places++;
  }

  /** The list is full: the person gives back what is held and leaves. */
  private turnAway(person: Patient, move: Move, now: number): void {
    if (move.hospital !== null) this.observations.turnedAway(now, move.hospital);
    else this.observations.refused(now, move.service as ServiceObservations, move.group);
    this.leaveWithout(person, move, now);
  }

  /** Leaves the system from a list, giving back the place held before. */
  private leaveWithout(person: Patient, move: Move, now: number): void {
    const next = person.way.moves[person.step] as Move;
    if (next.verb === Verb.release && next.capacity !== move.capacity) this.release(person, next, now);
    if (person.places === 0) this.observations.withoutPlace--;
    this.observations.left++;
  }

  /** Days until a person may leave: none on a working day, or where luck allows a weekend or bank holiday. */
  private untilWorkingDay(now: number, luck: number): number {
    const today = Math.floor(now);
    if (this.plan.restDays[today] === 0 || luck < valueOn(this.leaveAt, today)) return 0;
    return (this.plan.nextWorkingDay[today] as number) - now;
  }

  private tell(listener: Listener, person: Patient, now: number): void {
    listener(now, person.number, person.way.steps[person.step - 1] as Step);
  }
}

function packagesOf(service: Service | undefined): Package[] {
  return service === undefined || service.kind === 'placements' ? [] : service.packages;
}

/** A package that needs fewer hours from week to week: what it no longer needs is free at once. */
class Taper extends Happening {
  private readonly clock: Clock;
  private readonly person: Patient;
  private readonly hours: Hours;
  private readonly weeks: number[];
  private readonly place: number;
  private week = 0;

  constructor(clock: Clock, person: Patient, hours: Hours, weeks: number[]) {
    super();
    this.kind = Kind.capacity;
    this.number = person.number;
    this.clock = clock;
    this.person = person;
    this.hours = hours;
    this.weeks = weeks;
    this.place = person.places;
  }

  next(): void {
    if (++this.week < this.weeks.length) this.clock.after(7, this);
  }

  happen(): void {
    if (this.person.places !== this.place) return; // the stay is over
    const less = this.person.held - (this.weeks[this.week] as number);
    this.person.held -= less;
    this.hours.free(less);
    this.next();
  }
}

class GivesUp extends Happening {
  private readonly care: CareSystem;
  private readonly person: Patient;
  private readonly step: number;

  constructor(care: CareSystem, person: Patient, step: number) {
    super();
    this.number = person.number;
    this.care = care;
    this.person = person;
    this.step = step;
  }

  happen(): void {
    this.care.givesUp(this.person, this.step);
  }
}

function verbOf(step: Step): number {
  switch (step.verb) {
    case 'become':
      return step.state === 'ready' ? Verb.ready : Verb.referred;
    case 'await working day':
      return Verb.workingDay;
    default:
      return Verb[step.verb];
  }
}
