import { type Window, wholePeriod } from '../calendar.ts';
import type { Observations } from '../observations.ts';
import type { DischargeObservations, HospitalObservations } from '../seen/discharges.ts';
import type { ReferralObservations, ServiceObservations } from '../seen/referrals.ts';
import type { Plan, ServicePlan } from '../plan.ts';
import { reaches } from '../reach.ts';
import type { Scenario } from '../scenario.ts';

export type ScopeKind = 'all' | 'payer' | 'hospital' | 'pathway' | 'national' | 'service' | 'stream' | 'package' | 'trigger' | 'redirection';

/**
 * A measure: its definition in words, its formula in short, and the formula itself, which is the same for a week, a month
 * and the whole period. NaN where it has no value (a mean over nobody). A date is in days since 1 January 1970.
 */
export interface Measure {
  id: string;
  title: string;
  unit: 'people' | 'days' | 'beds' | 'hours' | 'share' | '£' | 'places' | 'times' | 'date';
  definition: string;
  formula: string;
  better: 'lower' | 'higher' | null;
  scopes: ScopeKind[];
  /** True where months and weeks have it too. */
  overTime: boolean;
  /** True where the values of months add up to that of the period: counts, hours, bed-days, £. */
  adds?: true;
  /** True where each day has it too: a count of people at midnight or over the day (the series of experiment/layout.ts). */
  daily?: true;
  /** Where it makes sense at all; everywhere when left out. */
  applies?(scenario: Scenario, scope: Scope): boolean;
  of(seen: Seen, window: Window): number;
}

/**
 * What a measure is of: everybody, a hospital's or a pathway's people, those of all pathways that report as one national pathway, a service, or one stream's people in a service.
 * `label` is `all`, `pathway:A`, `national:P1`, `service:home-support`, `service:home-support/from:UHCW`, `service:home-support/package:small` …
 */
export interface Scope {
  kind: ScopeKind;
  label: string;
  index: number;
  /** Place of the stream among the scenario's, or of the package among the service's. */
  stream?: number;
  package?: number;
}

/** One replication as seen from one scope. */
export interface Seen {
  plan: Plan;
  scope: Scope;
  all: Observations;
  hospitals: HospitalObservations[];
  discharges: DischargeObservations[];
  service: ServiceObservations | null;
  /** Everybody's referrals to the service, or the stream's. */
  referred: ReferralObservations | null;
  servicePlan: ServicePlan | null;
}

export function scopesOf(scenario: Scenario): Scope[] {
  const named = (kind: ScopeKind, names: { name: string }[]): Scope[] => names.map(({ name }, index) => ({ kind, label: `${kind}:${name}`, index }));
  return [
    { kind: 'all', label: 'all', index: 0 },
    ...named('hospital', scenario.hospitals),
    ...(scenario.hospitals.length > 0 ? [...named('pathway', scenario.pathways).filter(({ index }) => scenario.pathways[index]?.reportsAs !== 'died in hospital'), ...nationalScopes(scenario)] : []),
    ...named('service', scenario.services),
    ...named('trigger', scenario.triggers ?? []),
    ...named('redirection', scenario.redirections ?? []),
    ...scenario.services.flatMap((service, index) => (service.kind === 'placements' || service.packages.length < 2 ? [] : service.packages.map(({ name }, at): Scope => ({ kind: 'package', label: `service:${service.name}/package:${name}`, index, package: at })))),
    ...named('payer', payersOf(scenario)),
    ...(scenario.arrivals.length > 1 ? scenario.services.flatMap(({ name }, index) => streamsTo(scenario, name).map((stream): Scope => ({ kind: 'stream', label: `service:${name}/from:${scenario.arrivals[stream]?.name}`, index, stream }))) : []),
  ];
}

export const NATIONAL = ['P0', 'P1', 'P2', 'P3'] as const;

/** The national pathways reported, where the scenario's own pathways are others or go by other names. */
function nationalScopes({ pathways }: Scenario): Scope[] {
  const discharged = pathways.filter(({ reportsAs }) => reportsAs !== 'died in hospital');
  if (discharged.every(({ name, reportsAs }) => name === reportsAs)) return [];
  return NATIONAL.flatMap((name, index): Scope[] => (discharged.some(({ reportsAs }) => reportsAs === name) ? [{ kind: 'national', label: `national:${name}`, index }] : []));
}

/** Whether a pathway's people are within the scope, by the place of the pathway. */
function inScope({ pathways }: Scenario, { kind, index }: Scope, pathway: number): boolean {
  if (kind === 'national') return pathways[pathway]?.reportsAs === NATIONAL[index];
  return kind !== 'pathway' || pathway === index;
}

/** Everybody who pays for something, in the order of the scenario. */
function payersOf({ services }: Scenario): { name: string }[] {
  return [...new Set(services.flatMap(({ payers }) => payers.map(({ name }) => name)))].map((name) => ({ name }));
}

/** The streams whose people can reach a service, by their place; fewer than two are not told apart. */
function streamsTo(scenario: Scenario, service: string): number[] {
  const leads = (pathway: string) => scenario.pathways.find(({ name }) => name === pathway)?.route.some((name) => reaches(scenario, name, service));
  const found = scenario.arrivals.flatMap(({ mix }, i) => (mix.some(({ pathway }) => leads(pathway)) ? [i] : []));
  return found.length > 1 ? found : [];
}

function groupOf(service: ServiceObservations | null, { stream, package: at }: Scope): ReferralObservations | null {
  if (service === null) return null;
  if (stream !== undefined) return service.byStream[stream] ?? null;
  return at !== undefined ? (service.byPackage[at] ?? null) : service.all;
}

export function seenFrom(plan: Plan, all: Observations, scope: Scope): Seen {
  const hospitals = scope.kind === 'hospital' ? all.hospitals.slice(scope.index, scope.index + 1) : all.hospitals;
  const discharges = hospitals.flatMap(({ byPathway }) => byPathway.filter((_, pathway) => inScope(plan.scenario, scope, pathway)));
  const ofService = ['service', 'stream', 'package'].includes(scope.kind);
  const service = ofService ? (all.services[scope.index] ?? null) : null;
  const referred = groupOf(service, scope);
  const servicePlan = ofService ? (plan.services[scope.index] ?? null) : null;
  return { plan, scope, all, hospitals, discharges, service, referred, servicePlan };
}

/** Beds or starts x days, or hours a week x days, open to a service: as planned, and what triggers added. */
export function unitsOpen(seen: Seen, window: Window): number {
  const { service: it, open } = seen.servicePlan as NonNullable<Seen['servicePlan']>;
  const extra = seen.service?.capacity.extra ?? null;
  return sum(open, window) + (extra === null ? 0 : sum(extra.areaByDay, window) / (it.kind === 'hours' ? 60 : 1));
}

/** Sum of a daily series over a window. */
export function sum(daily: ArrayLike<number>, window: Window): number {
  let total = 0;
  for (const [from, to] of window) for (let day = from; day < to; day++) total += daily[day] as number;
  return total;
}

export function total<T>(items: T[], of: (item: T) => number): number {
  let all = 0;
  for (const item of items) all += of(item);
  return all;
}

/** Sum of one daily series of each discharge record (hospital x pathway) in the scope. */
export function ofDischarges(seen: Seen, series: (it: DischargeObservations) => ArrayLike<number>, window: Window): number {
  return total(seen.discharges, (it) => sum(series(it), window));
}

export function ofHospitals(seen: Seen, series: (it: HospitalObservations) => ArrayLike<number>, window: Window): number {
  return total(seen.hospitals, (it) => sum(series(it), window));
}

export function dischargesIn(seen: Seen, window: Window): number {
  return ofDischarges(seen, (it) => it.discharges, window);
}

export function daysIn(window: Window): number {
  return window.reduce((days, [from, to]) => days + to - from, 0);
}

/** Numerator over denominator; NaN over nothing. */
export function ratio(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.NaN;
}

export { wholePeriod };
export type { Window };
