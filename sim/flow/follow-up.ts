import { daysFrom } from '../plan/dated-time.ts';
import { Appointment, Kind } from '../engine/instant.ts';
import { MOMENTS } from '../people/patient.ts';
import type { Parts } from './parts.ts';
import { pick } from '../plan/shares.ts';
import type { Service } from '../scenario/service.ts';
import { Whereabouts } from '../plan/whereabouts.ts';
import type { ServiceObservations } from '../seen/referrals.ts';
import { count } from '../seen/tally.ts';
import { type Move, type Person, Verb, type Way } from './way.ts';
import { FOLLOW_UP_DAYS, whereIn, type Afterwards } from '../plan/afterwards.ts';

const HAPPENS = [Whereabouts.hospital, Whereabouts.care, Whereabouts.died];

/** Looks for people 91 days after their discharge, where that day lies in the period. */
export class FollowUps {
  private readonly of: Parts;
  /** What became of people who are no longer on the way they were discharged on: on another after a readmission; null: they left a list. */
  private readonly since = new Map<Person, Person | null>();
  /** When people readmitted in the model were discharged from that stay. */
  private readonly dischargedAgain = new Map<Person, number>();

  constructor(of: Parts) {
    this.of = of;
  }

  discharged(person: Person, now: number, afterwards: NonNullable<Way['afterwards']>): void {
    if (person.visit > 1) this.dischargedAgain.set(person, now);
    const day = this.dayOf(now);
    if (day === null) return;
    this.of.clock.after(
      FOLLOW_UP_DAYS,
      new Appointment(Kind.census, person.number, () =>
        count(afterwards.seen.found[this.whereabouts(person, now, afterwards)] as Float64Array, day),
      ),
    );
  }

  /** Discharged out of the model, never to come back: where they will be is known at once. */
  gone(person: Person, now: number, afterwards: NonNullable<Way['afterwards']>): void {
    const day = this.dayOf(now);
    if (day === null) return;
    this.of.clock.events++;
    count(afterwards.seen.found[found(person, now, now + FOLLOW_UP_DAYS, afterwards)] as Float64Array, day);
  }

  /** The collected day on which somebody discharged now is looked for; null: none. */
  private dayOf(now: number): number | null {
    const { from, days } = this.of.observations.collection;
    const day = Math.floor(now + FOLLOW_UP_DAYS) - from;
    return day < 0 || day >= days ? null : day;
  }

  became(person: Person, other: Person | null): void {
    this.since.set(person, other);
    if (other === null) this.left(person);
  }

  /** Out of the model from now on. */
  left(person: Person): void {
    person.until = this.of.clock.now();
  }

  /** Of somebody discharged at a time, 91 days later. */
  private whereabouts(person: Person, discharged: number, afterwards: Afterwards): Whereabouts {
    const other = this.since.get(person);
    if (other) return this.whereabouts(other, this.dischargedAgain.get(other) ?? discharged, other.way.afterwards ?? afterwards);
    if (other !== null && !hasLeft(person)) return this.inside(person);
    return found(
      person,
      discharged,
      this.of.clock.now(),
      other === null ? { ...afterwards, left: Whereabouts.home } : afterwards,
    );
  }

  /** In the place last found and not left since; at a front door they count as in hospital. */
  private inside(person: Person): Whereabouts {
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
    const { observations, plan } = this.of;
    return plan.scenario.services[observations.services.indexOf(service as ServiceObservations)] as Service;
  }
}

function hasLeft({ way, step }: Person): boolean {
  return way.moves[step - 1]?.verb === Verb.leave;
}

/** Where somebody is who left: where the way led, unless something has happened since; a readmission that is over leaves the person there again. */
function found(
  person: Person,
  discharged: number,
  now: number,
  { left, shares, when, readmitted, luckAt }: Afterwards,
): Whereabouts {
  const luck = (at: number) => person.times[MOMENTS + luckAt + at] as number;
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
