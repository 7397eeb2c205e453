import { Appointment, Kind } from './engine/instant.ts';
import type { CareSystem } from './care-system.ts';
import type { Patient } from './patient.ts';
import { MOMENTS } from './patient.ts';
import { pick, shareTables, type ShareTables } from './plan.ts';
import { type Quantile, quantileOf } from './random/distributions.ts';
import type { FollowUp, Scenario, Service } from './scenario.ts';
import { type FollowUpObservations, Whereabouts } from './seen/follow-up.ts';
import type { ServiceObservations } from './seen/referrals.ts';
import { count } from './seen/tally.ts';
import { type Move, Verb } from './way.ts';

/** Days after discharge on which people are looked for (ASCOF 2B). */
export const FOLLOW_UP_DAYS = 91;

/** Whether anybody is looked for. */
export function follows({ services, pathways }: Scenario): boolean {
  return services.some(({ shortTerm, followUp }) => shortTerm === true || followUp !== undefined) || pathways.some(({ followUp }) => followUp !== undefined);
}

/** Whether what happens after leaving is drawn; and whether its day is. */
export function drawsAfterwards({ services, pathways }: Scenario): { what: boolean; when: boolean } {
  const all = [...services, ...pathways].flatMap(({ followUp }) => followUp ?? []);
  return { what: all.length > 0, when: all.some(({ when }) => when !== null) };
}

/** Of people in a service, or placed by it. */
export function whereIn({ kind, longTerm, atHome }: Service): Whereabouts {
  const home = atHome ?? (longTerm === undefined ? kind !== 'beds' : longTerm === 'home care');
  return home ? Whereabouts.home : Whereabouts.care;
}

/** Of people who left with an outcome that leads nowhere in the model; with any other name they are at home. */
const LEFT: Record<string, Whereabouts> = { died: Whereabouts.died, 'died in hospital': Whereabouts.died, readmitted: Whereabouts.hospital, 'care-home': Whereabouts.care };

/** What becomes of the people of one way once they are discharged, worked out once. */
export interface Afterwards {
  seen: FollowUpObservations;
  /** Where the end of the way leaves them. */
  left: Whereabouts;
  /** Of what happens after that: readmitted, in care, died, nothing. null: nothing ever. */
  shares: ShareTables | null;
  when: Quantile | null;
  /** Of the luck of it among the person's times; that of the day follows. */
  luckAt: number;
}

export function afterwardsOf(seen: FollowUpObservations, last: Service | undefined, outcome: string, followUp: FollowUp | undefined, draws: number): Afterwards {
  const left = last?.kind === 'placements' ? whereIn(last) : (LEFT[outcome] ?? Whereabouts.home);
  const shares = followUp === undefined || left === Whereabouts.died ? null : shareTables([followUp.readmitted, followUp.inCare, followUp.died, [{ from: 0, value: 1 }]]);
  return { seen, left, shares, when: followUp?.when ? quantileOf(followUp.when) : null, luckAt: MOMENTS + draws };
}

const HAPPENS = [Whereabouts.hospital, Whereabouts.care, Whereabouts.died];

/** Looks for people 91 days after their discharge, where that day lies in the period. */
export class FollowUps {
  private readonly care: CareSystem;
  /** What became of people who are no longer on the way they were discharged on: on another after a readmission; null: they left a list. */
  private readonly since = new Map<Patient, Patient | null>();

  constructor(care: CareSystem) {
    this.care = care;
  }

  discharged(person: Patient, now: number, afterwards: Afterwards): void {
    const { from, days } = this.care.observations.collection;
    const day = Math.floor(now + FOLLOW_UP_DAYS) - from;
    if (day < 0 || day >= days) return;
    this.care.clock.after(FOLLOW_UP_DAYS, new Appointment(Kind.census, person.number, () => count(afterwards.seen.found[this.whereabouts(person, now, afterwards)] as Float64Array, day)));
  }

  became(person: Patient, other: Patient | null): void {
    this.since.set(person, other);
  }

  private whereabouts(person: Patient, dischargedAt: number, afterwards: Afterwards): Whereabouts {
    const other = this.since.get(person);
    if (other) return this.whereabouts(other, dischargedAt, other.way.afterwards ?? afterwards);
    if (other !== null && !hasLeft(person)) return this.inside(person);
    return happened(person, dischargedAt, afterwards) ?? (other === null ? Whereabouts.home : afterwards.left);
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

/** What happened to somebody who left, by day 91; null: nothing. */
function happened(person: Patient, dischargedAt: number, { shares, when, luckAt }: Afterwards): Whereabouts | null {
  if (shares === null) return null;
  const what = HAPPENS[pick(shares, Math.floor(dischargedAt), person.times[luckAt] as number)];
  if (what === undefined || (when !== null && when(person.times[luckAt + 1] as number) > FOLLOW_UP_DAYS)) return null;
  return what;
}
