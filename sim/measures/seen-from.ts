import type { Observations } from '../seen/observations.ts';
import type { Plan } from '../plan/plan.ts';
import type { ServicePlan } from '../plan/openings.ts';
import type { DischargeObservations, HospitalObservations, ResidentObservations } from '../seen/discharges.ts';
import type { ReferralObservations, ServiceObservations } from '../seen/referrals.ts';
import { type Scope, scopesOf } from './scope.ts';

const OF_SERVICE = ['service', 'stream', 'residents', 'package'];

/** What can be seen from one scope: worked out once for a plan, then turned to one replication after another. */
export class Seen {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly views: Views;
  readonly servicePlan: ServicePlan | null;
  /** The service, or those of the group, each as seen by itself. */
  readonly services: Seen[];
  /** Of the replication looked at: everything; the hospitals, and in them the people, that the scope is about. */
  all!: Observations;
  hospitals: HospitalObservations[] = [];
  residents: ResidentObservations[] = [];
  discharges: DischargeObservations[] = [];
  service: ServiceObservations | null = null;
  /** Everybody's referrals to the service, or those of the stream, the place or the package. */
  referred: ReferralObservations | null = null;
  /** What sums and constants have worked out from here, by their number. */
  readonly kept: unknown[] = [];

  constructor(views: Views, scope: Scope) {
    const { plan } = views;
    this.plan = plan;
    this.scope = scope;
    this.views = views;
    this.servicePlan = OF_SERVICE.includes(scope.kind) ? (plan.services[scope.index] ?? null) : null;
    this.services = this.servicePlan !== null ? [this] : (scope.members ?? []).map((index) => views.ofService(index));
  }

  look(all: Observations): void {
    const { hospital, place, pathways, index } = this.scope;
    this.all = all;
    this.hospitals = one(all.hospitals, hospital);
    this.residents = this.hospitals.flatMap(({ byPlace }) => one(byPlace, place));
    this.discharges = this.residents.flatMap(({ byPathway }) =>
      pathways === undefined ? byPathway : pathways.map((at) => byPathway[at] as DischargeObservations),
    );
    this.service = this.servicePlan === null ? null : (all.services[index] ?? null);
    this.referred = this.service === null ? null : groupOf(this.service, this.scope);
  }
}

/** Every scope that is looked from, each made once; which records it reads depends on the plan alone. */
export class Views {
  readonly plan: Plan;
  /** Replications looked at so far. */
  replication = 0;
  private all: Observations | null = null;
  private readonly made = new Map<string, Seen>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  from(scope: Scope): Seen {
    let seen = this.made.get(scope.label);
    if (seen === undefined) {
      seen = new Seen(this, scope);
      if (this.all !== null) seen.look(this.all);
      this.made.set(scope.label, seen);
    }
    return seen;
  }

  ofService(index: number): Seen {
    return this.from({ kind: 'service', label: `service:${this.plan.scenario.services[index]?.name}`, index });
  }

  /** What a scope of some pathways is a part of: a hospital, a place, or all. */
  ofAllPathways({ hospital, place }: Scope): Seen {
    const whole = scopesOf(this.plan.scenario).find(
      (it) => it.pathways === undefined && it.hospital === hospital && it.place === place,
    );
    return this.from(whole as Scope);
  }

  places(): Seen[] {
    return scopesOf(this.plan.scenario).flatMap((scope) => (scope.kind === 'place' ? this.from(scope) : []));
  }

  /** Turns every scope to one replication. */
  look(all: Observations): void {
    this.replication++;
    this.all = all;
    for (const seen of this.made.values()) seen.look(all);
  }
}

function one<T>(items: T[], at: number | undefined): T[] {
  return at === undefined ? items : items.slice(at, at + 1);
}

function groupOf(service: ServiceObservations, { stream, place, package: at }: Scope): ReferralObservations | null {
  if (stream !== undefined) return service.byStream[stream] ?? null;
  if (place !== undefined) return service.byPlace[place] ?? null;
  return at !== undefined ? (service.byPackage[at] ?? null) : service.all;
}
