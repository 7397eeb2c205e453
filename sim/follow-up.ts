import { type DatedTime, datedTimeOf, daysFrom } from './dated-time.ts';
import { Appointment, Kind } from './engine/instant.ts';
import type { CareSystem } from './care-system.ts';
import type { Patient } from './patient.ts';
import { MOMENTS } from './patient.ts';
import { pick, shareTables, type ShareTables } from './people/shares.ts';
import { type Quantile, quantileOf } from './random/distributions.ts';
import type { Distribution, FollowUp, Scenario, Service } from './scenario.ts';
import { Whereabouts } from './seen/follow-up.ts';
import type { ServiceObservations } from './seen/referrals.ts';
import { count } from './seen/tally.ts';
import { type Move, Verb, type Way } from './way.ts';

/** Days after discharge on which people are looked for (ASCOF 2B). */
export const FOLLOW_UP_DAYS = 91;

/** Whether anybody is looked for. */
export function follows({ services, pathways }: Scenario): boolean {
  return (
    services.some(({ shortTerm, followUp }) => shortTerm === true || followUp !== undefined) ||
    pathways.some(({ followUp }) => followUp !== undefined)
  );
}

/** What is drawn of the days after leaving: what happens, when, and how long a readmission lasts. */
export const AFTERWARDS = ['follow-up', 'follow-up day', 'readmitted stay'];

/** Whether anything may happen to people who left that is drawn. */
export function drawsAfterwards(scenario: Scenario): boolean {
  const { services, pathways } = scenario;
  const readmits = services.some(
    (it) =>
      it.kind !== 'placements' &&
      it.outcomes.some(
        ({ name, next, readmittedTo }) => LEFT[name] === Whereabouts.hospital && next === null && readmittedTo === null,
      ),
  );
  return follows(scenario) && (readmits || [...services, ...pathways].some(({ followUp }) => followUp !== undefined));
}

/** Of people in a service, or placed by it. */
export function whereIn({ kind, longTerm, atHome }: Service): Whereabouts {
  const home = atHome ?? (longTerm === undefined ? kind !== 'beds' : longTerm === 'home care');
  return home ? Whereabouts.home : Whereabouts.care;
}

/** Of people who left with an outcome that leads nowhere in the model; with any other name they are at home. */
const LEFT: Record<string, Whereabouts> = {
  died: Whereabouts.died,
  'died in hospital': Whereabouts.died,
  readmitted: Whereabouts.hospital,
  'care-home': Whereabouts.care,
};

/** What becomes of the people of one journey once they are discharged, worked out once. */
export interface Afterwards {
  /** Where the end of the way leaves them. */
  left: Whereabouts;
  /** Of what happens after that: readmitted, in care, died, nothing. null: nothing ever. */
  shares: ShareTables | null;
  /** Days from discharge until it does; null: any day from leaving to day 91 is as likely. */
  when: Quantile | null;
  /** Days in hospital of whoever is readmitted, and what changes them on a date. */
  readmitted: { stay: Quantile; dated: DatedTime | null };
  /** Of the luck of it among the person's times, in the order of `AFTERWARDS`. */
  luckAt: number;
}

/** `acuteStay`: of the person's own pathway, which a readmission lasts where the plan says nothing else. */
export function afterwardsOf(
  last: Service | undefined,
  outcome: string,
  followUp: FollowUp | undefined,
  acuteStay: Distribution,
  draws: number,
): Afterwards {
  const left = last?.kind === 'placements' ? whereIn(last) : (LEFT[outcome] ?? Whereabouts.home);
  const shares =
    followUp === undefined || left === Whereabouts.died
      ? null
      : shareTables([followUp.readmitted, followUp.inCare, followUp.died, [{ from: 0, value: 1 }]]);
  const stay = followUp?.readmittedStay ?? acuteStay;
  return {
    left,
    shares,
    when: followUp?.when ? quantileOf(followUp.when) : null,
    readmitted: { stay: quantileOf(stay), dated: datedTimeOf(stay, 'unlimited', false) },
    luckAt: MOMENTS + draws,
  };
}

/** Whether any luck of `AFTERWARDS` is needed. */
export const isDrawn = ({ shares, left }: Afterwards): boolean => shares !== null || left === Whereabouts.hospital;

const HAPPENS = [Whereabouts.hospital, Whereabouts.care, Whereabouts.died];

/** Looks for people 91 days after their discharge, where that day lies in the period. */
export class FollowUps {
  private readonly care: CareSystem;
  /** What became of people who are no longer on the way they were discharged on: on another after a readmission; null: they left a list. */
  private readonly since = new Map<Patient, Patient | null>();
  /** When people readmitted in the model were discharged from that stay. */
  private readonly dischargedAgain = new Map<Patient, number>();

  constructor(care: CareSystem) {
    this.care = care;
  }

  discharged(person: Patient, now: number, afterwards: NonNullable<Way['afterwards']>): void {
    if (person.visit > 1) this.dischargedAgain.set(person, now);
    const day = this.dayOf(now);
    if (day === null) return;
    this.care.clock.after(
      FOLLOW_UP_DAYS,
      new Appointment(Kind.census, person.number, () =>
        count(afterwards.seen.found[this.whereabouts(person, now, afterwards)] as Float64Array, day),
      ),
    );
  }

  /** Discharged out of the model, never to come back: where they will be is known at once. */
  gone(person: Patient, now: number, afterwards: NonNullable<Way['afterwards']>): void {
    const day = this.dayOf(now);
    if (day === null) return;
    this.care.clock.events++;
    count(afterwards.seen.found[found(person, now, now + FOLLOW_UP_DAYS, afterwards)] as Float64Array, day);
  }

  /** The collected day on which somebody discharged now is looked for; null: none. */
  private dayOf(now: number): number | null {
    const { from, days } = this.care.observations.collection;
    const day = Math.floor(now + FOLLOW_UP_DAYS) - from;
    return day < 0 || day >= days ? null : day;
  }

  became(person: Patient, other: Patient | null): void {
    this.since.set(person, other);
    if (other === null) this.left(person);
  }

  /** Out of the model from now on. */
  left(person: Patient): void {
    person.until = this.care.clock.now();
  }

  /** Of somebody discharged at a time, 91 days later. */
  private whereabouts(person: Patient, discharged: number, afterwards: Afterwards): Whereabouts {
    const other = this.since.get(person);
    if (other) return this.whereabouts(other, this.dischargedAgain.get(other) ?? discharged, other.way.afterwards ?? afterwards);
    if (other !== null && !hasLeft(person)) return this.inside(person);
    return found(
      person,
      discharged,
      this.care.clock.now(),
      other === null ? { ...afterwards, left: Whereabouts.home } : afterwards,
    );
  }

  /** In the place last found and not left since; at a front door they count as in hospital. */
  private inside(person: Patient): Whereabouts {
    const { moves } = person.way;
    const now = person.step - 1;
    if (moves[now]?.verb === Verb.leavingHour) return Whereabouts.hospital; // the next place is kept
    for (let i = now; i >= 0; i--) {
      const move = moves[i] as Move;
      if (move.goesHome) return Whereabouts.home;
      if (move.verb !== Verb.seize || (person.waiting && i === now)) continue;
      return move.hospital === null ? whereIn(this.serviceOf(move)) : Whereabouts.hospital;
    }
    return person.way.route.hospital === null ? Whereabouts.home : Whereabouts.hospital;
  }

  private serviceOf({ service }: Move): Service {
    const { observations, plan } = this.care;
    return plan.scenario.services[observations.services.indexOf(service as ServiceObservations)] as Service;
  }
}

function hasLeft({ way, step }: Patient): boolean {
  return way.moves[step - 1]?.verb === Verb.leave;
}

/** Where somebody is who left: where the way led, unless something has happened since; a readmission that is over leaves the person there again. */
function found(
  person: Patient,
  discharged: number,
  now: number,
  { left, shares, when, readmitted, luckAt }: Afterwards,
): Whereabouts {
  const luck = (at: number) => person.times[luckAt + at] as number;
  const stillIn = (since: number) =>
    now <
    since + (readmitted.dated === null ? readmitted.stay(luck(2)) : daysFrom(readmitted.dated, readmitted.stay(luck(2)), since));
  const home = left === Whereabouts.hospital && !stillIn(person.until) ? Whereabouts.home : left;
  const what = shares === null ? undefined : HAPPENS[pick(shares, Math.floor(discharged), luck(0))];
  if (what === undefined) return home;
  const at =
    when === null
      ? person.until + luck(1) * (discharged + FOLLOW_UP_DAYS - person.until)
      : Math.max(person.until, discharged + when(luck(1)));
  if (at > now) return home;
  return what === Whereabouts.hospital && !stillIn(at) ? home : what;
}
