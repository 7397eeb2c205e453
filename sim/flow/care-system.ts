import { type Cast, type Door, goesOn } from '../people/door.ts';
import type { Journey } from '../plan/journey.ts';
import { type Streams, streamsOf } from '../random/streams.ts';
import { Alone } from './alone.ts';
import { untilHour, untilWorkingDay } from './leaving.ts';
import { someNeverWait } from '../plan/lanes.ts';
import { daysFrom } from '../plan/dated-time.ts';
import type { Capacity } from '../engine/capacity.ts';
import { Appointment, type Clock, Kind } from '../engine/instant.ts';
import type { Collection } from '../engine/day-record.ts';
import type { Sheets } from '../engine/sheets.ts';
import { FollowUps } from './follow-up.ts';
import { follows } from '../plan/afterwards.ts';
import { Taper } from './taper.ts';
import type { Observations } from '../seen/observations.ts';
import type { DischargeObservations } from '../seen/discharges.ts';
import type { ServiceObservations } from '../seen/referrals.ts';
import { type Carer, MOMENTS, Patient } from '../people/patient.ts';
import type { Step } from '../patient-journey.ts';
import type { Plan } from '../plan/plan.ts';
import { redirect } from './redirect.ts';
import type { Chance } from '../people/chance.ts';
import { NightlyReview } from './triggers.ts';
import { type Binding, type Move, type Person, Verb, type Way, wayOf } from './way.ts';
import { capacitiesOf, setLimits } from './capacities.ts';
import { recordsOf } from './records.ts';

/** Called at each step of each person, for the event log; null in ordinary runs. */
export interface Listener {
  step(time: number, person: number, step: Step): void;
  /** A trigger's capacity opens, or closes. */
  trigger?(time: number, name: string, opens: boolean): void;
}

/** The hospitals and services of one replication, and what moves people through their steps. */
export class CareSystem implements Cast<Way>, Carer, Binding {
  readonly observations: Observations;
  readonly plan: Plan;
  readonly clock: Clock;
  /** To whom journeys are bound. */
  readonly care = this;
  nextNumber = 1;
  /** By hospital, where people are readmitted. */
  readonly frontDoors = new Map<string, Door<Way>>();
  /** Random streams of the replication, for people who go on along a way of their own. */
  readonly streams: Streams;
  /** How many; the services are numbered after them. */
  private readonly hospitals: number;
  /** null where nobody is looked for after discharge. */
  readonly followUps: FollowUps | null;
  /** Carries people who never wait; null where there are none, or every step of everybody is told. */
  readonly alone: Alone | null;
  private readonly listener: Listener | null;
  /** By number of the journey, as far as anybody goes it. */
  private readonly ways: Way[] = [];

  constructor(
    plan: Plan,
    clock: Clock,
    sheets: Sheets,
    listener: Listener | null = null,
    streams: Streams = streamsOf(plan.scenario.run.seed, 1),
  ) {
    const { scenario } = plan;
    this.streams = streams;
    const collection: Collection = { from: scenario.warmUpDays, days: scenario.days, sheets };
    this.plan = plan;
    this.clock = clock;
    this.listener = listener;
    this.alone = listener === null && someNeverWait(plan) ? new Alone(this) : null;
    const capacities = capacitiesOf(plan, clock, collection);
    this.hospitals = capacities.hospitals.length;
    this.observations = recordsOf(plan, collection, capacities);
    this.followUps = follows(scenario) ? new FollowUps(this) : null;
    setLimits(plan, clock, capacities);
    if (scenario.triggers !== undefined)
      new NightlyReview(this, scenario.triggers, collection, ({ name }, opens) =>
        listener?.trigger?.(clock.now(), name, opens),
      ).next();
  }

  /** The journey in this replication. */
  wayOf(journey: Journey): Way {
    const known = this.ways[journey.number];
    if (known !== undefined) return known;
    const way = wayOf(this, journey);
    this.ways[journey.number] = way;
    return way;
  }

  somebody(number: number, journey: Journey): Person {
    const way = this.wayOf(journey);
    return this.alone?.goes(way) ?? new Patient(number, way, new Array<number>(MOMENTS + journey.draws.length));
  }

  /** A person enters: everything that follows is steps. */
  enter(person: Person): void {
    person.arrivedAt = this.clock.now();
    this.observations.cameIn++;
    this.observations.withoutPlace++;
    this.proceed(person);
  }

  /** The same person at a hospital's front door again, with luck from a stream of that person's own. */
  private readmit(person: Person, from: ServiceObservations, now: number): void {
    const hospital = person.way.route.readmittedTo as string;
    const again = (this.frontDoors.get(hospital) as Door<Way>).again(person, Math.floor(now));
    this.followUps?.became(person, again);
    this.observations.readmitted(now, from);
    this.observations.withoutPlace++;
    again.arrivedAt = now;
    this.proceed(again);
  }

  /** Waits at home for a service that may lead back, with luck from a stream of the person's own. */
  private goOn(person: Person, now: number): void {
    const again = goesOn(person, Math.floor(now), this.streams, this);
    this.followUps?.became(person, again);
    this.observations.withoutPlace++;
    again.arrivedAt = now;
    this.proceed(again);
  }

  /** Carries a person on until time has to pass or a place has to be found. */
  proceed(person: Person): void {
    const { moves } = person.way;
    const { observations, clock } = this;
    const now = clock.now();
    for (;;) {
      const move = moves[person.step++] as Move;
      if (this.listener !== null && (person.chance === null || move.verb !== Verb.ready)) this.tell(this.listener, person, now);
      switch (move.verb) {
        case Verb.seize: {
          person.need = move.need;
          const patience = move.patient ? (person.times[person.spell++] as number) : Number.POSITIVE_INFINITY;
          if (move.hospital !== null) observations.acute.arrived(now, move.hospital);
          const answer = (move.capacity as Capacity).seek(person);
          if (answer === 'waits') {
            observations.lined(now, move.group, 1);
            person.waiting = true;
            if (patience < Number.POSITIVE_INFINITY) this.waitAtMost(person, patience);
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
          let days = person.times[person.spell++] as number;
          if (move.dated !== null) days = daysFrom(move.dated, days, move.dated.fromReady ? person.readyAt : now);
          if (move.toReadyHour) days = Math.max(0, Math.floor(now + days) + (person.times[person.spell++] as number) - now);
          if (days === 0) break;
          person.kind = move.kind;
          person.until = now + days;
          clock.after(days, person);
          return;
        }
        case Verb.ready:
          if (person.chance !== null) {
            this.redirected(person, person.chance, now);
            return;
          }
          observations.acute.becameReady(person, now, move.discharge as DischargeObservations, move.passing);
          break;
        case Verb.referred:
          person.referredAt = now;
          observations.referred(now, move.service as ServiceObservations, move.group);
          if (move.discharge !== null) observations.acute.processOver(now, move.discharge);
          if (move.finished !== null) move.finished.careFinished(now, person.held);
          break;
        case Verb.workingDay: {
          const wait = untilWorkingDay(this.plan, now, person.times[person.spell++] as number);
          if (wait === 0) break;
          person.kind = move.kind;
          clock.after(wait, person);
          return;
        }
        case Verb.leavingHour: {
          const wait = untilHour(now, person.times[person.spell++] as number);
          if (move.placeKept) observations.acute.placeFound(person, now, move.discharge as DischargeObservations);
          if (wait === 0) break;
          person.kind = move.kind;
          clock.after(wait, person);
          return;
        }
        case Verb.goOn:
          this.goOn(person, now);
          return;
        case Verb.readmit:
          this.readmit(person, move.service as ServiceObservations, now);
          return;
        default:
          this.followUps?.left(person);
          observations.left++;
          return;
      }
    }
  }

  /** The person is ready and may take another way: by now, or as before, the steps go on from here. */
  private redirected(person: Person, chance: Chance<Way>, now: number): void {
    const seen = redirect(person, chance, now);
    if (seen !== null) this.observations.redirected(now, seen.index, seen.taken);
    person.chance = null;
    person.step--;
    this.proceed(person);
  }

  /** The place waited for has been found. */
  granted(person: Person): void {
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

  /** The bed is closed: the person waits at the front of the queue and stays the rest of the time when a bed is found. */
  moved(person: Person): boolean {
    const spell = person.way.moves[person.step - 1] as Move;
    const step = person.way.steps[person.step - 1] as Step;
    const now = this.clock.now();
    if (person.waiting || step.verb !== 'spend' || step.on !== 'stay' || person.until <= now) return false;
    person.remaining = person.until - now;
    person.stopped++;
    person.interruptedAt = now;
    person.need = person.held; // a package that has tapered comes back as it was
    this.observations.withoutPlace++;
    this.observations.lined(now, spell.group, 1);
    this.observations.interrupted(now, spell.service as ServiceObservations);
    return true;
  }

  private resume(person: Person): void {
    const now = this.clock.now();
    const { group, service } = person.way.moves[person.step - 1] as Move;
    this.observations.withoutPlace--;
    person.startedAt += now - person.interruptedAt;
    this.observations.lined(now, group, -1);
    this.observations.resumed(now, service as ServiceObservations);
    person.taper = person.taper?.resumed(person.interruptedAt) ?? null;
    person.until = now + person.remaining;
    this.clock.after(person.remaining, person);
    person.remaining = Number.NaN;
  }

  /** Patience begins: when it is over, the person leaves the line. */
  waitAtMost(person: Person, days: number): void {
    const { step } = person;
    this.clock.after(days, new Appointment(Kind.completion, person.number, () => this.givesUp(person, step)));
  }

  /** Patience is over: unless a place has been found since, the person leaves the list and gives back what is held. */
  private givesUp(person: Person, step: number): void {
    if (!person.waiting || person.step !== step) return;
    const now = this.clock.now();
    const move = person.way.moves[step - 1] as Move;
    person.waiting = false;
    this.observations.lined(now, move.group, -1);
    this.observations.gaveUp(now, move.service as ServiceObservations, move.group);
    (move.capacity as Capacity).withdraw(person);
    this.leaveWithout(person, move, now);
  }

  private placed(person: Person, move: Move, now: number): void {
    if (person.placeless) this.observations.withoutPlace--;
    person.placeless = false;
    person.heldBefore = person.held;
    person.held = move.need;
    person.startedBefore = person.startedAt;
    person.startedAt = now;
    person.taper = move.taper === null ? null : new Taper(this.clock, person, move.taper);
    if (move.hospital !== null) this.observations.acute.admitted(person, now, move.hospital);
    else this.started(person, now, move);
  }

  private started(person: Person, now: number, move: Move): void {
    const { observations } = this;
    observations.started(person, now, move.service as ServiceObservations, move.group);
    const at = (person.uses as Capacity).plan.number - this.hospitals;
    if (person.uses !== move.capacity)
      observations.startedElsewhere(now, move.service as ServiceObservations, observations.services[at] as ServiceObservations);
  }

  /** `onward`: a new place has been found, and the one before is given back. `placeFound`: it had been found before this instant. */
  private release(person: Person, move: Move, now: number, onward = move.moving, placeFound = move.placeKept): void {
    if (move.died) this.observations.acute.diedInHospital(person, now, move.discharge as DischargeObservations);
    else if (move.hospital !== null) {
      this.observations.acute.discharged(
        person,
        now,
        move.discharge as DischargeObservations,
        move.passing,
        move.toService,
        placeFound,
      );
      if (this.followUps !== null && person.way.afterwards !== null)
        this.followUps.discharged(person, now, person.way.afterwards);
    } else if (move.ends !== null) this.observations.ended(now, move.ends);
    const held = onward ? person.heldBefore : person.held;
    if (move.finished !== null) move.finished.goesOn(now, held, person.referredAt);
    const used = (onward ? person.usedBefore : person.uses) as Capacity;
    const service = this.observations.services[used.plan.number - this.hospitals];
    if (service !== undefined) this.observations.leftService(now, service, onward ? person.startedBefore : person.startedAt);
    used.leave(held, person);
    if (!onward) person.taper = null;
    if (!move.goesHome) return;
    person.placeless = true;
    this.observations.withoutPlace++;
  }

  /** The list is full: the person gives back what is held and leaves. */
  private turnAway(person: Person, move: Move, now: number): void {
    if (move.hospital !== null) this.observations.acute.turnedAway(now, move.hospital);
    else this.observations.refused(now, move.service as ServiceObservations, move.group);
    this.leaveWithout(person, move, now);
  }

  /** Leaves the system from a list, giving back the place held before. */
  private leaveWithout(person: Person, move: Move, now: number): void {
    const { moves } = person.way;
    const at = moves[person.step]?.verb === Verb.leavingHour ? person.step + 1 : person.step;
    const next = moves[at] as Move;
    if (next.verb === Verb.release && next.capacity !== move.capacity) this.release(person, next, now, false, false);
    this.followUps?.became(person, null);
    if (person.placeless) this.observations.withoutPlace--;
    this.observations.left++;
  }

  private tell(listener: Listener, person: Person, now: number): void {
    listener.step(now, person.number, person.way.steps[person.step - 1] as Step);
  }
}
