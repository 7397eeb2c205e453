import { staysIn, takesHours } from '../scenario/kinds.ts';
import { amount, valueOn } from '../scenario/dated.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import type { ArrivalPlan } from '../plan/arrival-rates.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream } from '../scenario/people.ts';
import type { Service } from '../scenario/service.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import { type AcuteLoad, loadsOver } from './loads.ts';
import { withFlex } from './offered-load.ts';
import { isFullWhereAnybodyWaits, waitingFor } from './waiting-at-start.ts';

/**
 * What the plan's own rates keep in hospitals and services on the first day, by Little's law: people a day x mean stay. Rates are the
 * mean of the first week (weekdays differ), everything else as on the first day. Nobody waits in it, whatever the load.
 */
export interface Balance {
  inHospital: (hospital: string, pathway: string) => AcuteLoad;
  /** People in their stay, the units they use; `open`: units that may be in use on the first day, flex included, spot not; Infinity where there is no limit. */
  inService: (service: string) => { inStay: number; inUse: number; open: number };
}

const balances = new WeakMap<Scenario, Balance>();

export function balanceOf(scenario: Scenario): Balance {
  const known = balances.get(scenario);
  if (known !== undefined) return known;
  const plan = planOf(scenario);
  const first = { from: 0, to: 1 };
  const loads = loadsOver(
    { ...plan, arrivals: scenario.arrivals.map((stream, i) => firstDay(plan, stream, i)) },
    { shares: first, rates: first, lists: { from: 0, to: plan.days } },
  );
  const balance: Balance = {
    inHospital: (hospital, pathway) => loads.ofPathway(hospital, pathway),
    inService: (service) => ({
      inStay: loads.of(service).stays.days[0],
      inUse: loads.of(service).stays.work,
      open: openOn(plan, service),
    }),
  };
  balances.set(scenario, balance);
  return balance;
}

/** The mean of the first week, with surges and falls as on the first day. */
function firstDay({ arrivals }: Plan, { arrivals: process }: ArrivalStream, i: number): ArrivalPlan | null {
  const week = Array.from(arrivals[i]?.base.slice(0, 7) ?? []);
  if (process.kind === 'list' || week.length === 0) return null;
  return {
    base: Float64Array.of((week.reduce((sum, rate) => sum + rate, 0) / week.length) * valueOn(process.factor, 0)),
    surge: null,
    keep: null,
  };
}

function openOn({ scenario, services }: Plan, name: string): number {
  const at = services.find(({ service }) => service.name === name);
  const first = at?.open.slice(0, 1) ?? new Float64Array();
  return (takesHours(at?.service) ? withFlex(at.service, first, scenario) : first)[0] ?? 0;
}

/** Everybody there when the period starts: those counted and, where the author says so, those of flow balance. */
export function peoplePresent(scenario: Scenario): PresentGroup[] {
  return [...(scenario.startFrom?.groups ?? []).filter(({ people }) => people > 0), ...filledFromFlowBalance(scenario)];
}

const filled = new WeakMap<Scenario, PresentGroup[]>();

/**
 * Who is there by flow balance where nobody is counted, in whole people: in a hospital the total is rounded and the pathways of most
 * remainder get what is left; in a service rounded, and never more than fit. A service that people are counted as waiting for is full: with
 * room they would not wait. Nobody is put in a line.
 */
export function filledFromFlowBalance(scenario: Scenario): PresentGroup[] {
  const { startFrom, hospitals, services } = scenario;
  if (startFrom?.notCounted !== 'from flow balance') return [];
  const known = filled.get(scenario);
  if (known !== undefined) return known;
  const groups = [
    ...hospitals.flatMap(({ name }) => inHospital(scenario, startFrom.groups, name)),
    ...services.flatMap((service) => inService(scenario, startFrom.groups, service)),
  ];
  filled.set(scenario, groups);
  return groups;
}

const there = (at: PresentGroup['at'], state: PresentGroup['state'], pathway: string | null, people: number): PresentGroup => ({
  people,
  state,
  at,
  pathway,
  soFar: null,
  sinceReady: null,
  sinceAdmission: null,
});

function inHospital(scenario: Scenario, groups: PresentGroup[], hospital: string): PresentGroup[] {
  const here = groups.filter(({ at }) => 'hospital' in at && at.hospital === hospital);
  const parts = (['in stay', 'in process'] as const).flatMap((state) => {
    const counted = here.filter((group) => group.state === state).map(({ pathway }) => pathway);
    const missing = counted.includes(null) ? [] : scenario.pathways.filter(({ name }) => !counted.includes(name));
    return missing.map(({ name }) => ({
      state,
      pathway: name,
      expected: balanceOf(scenario).inHospital(hospital, name)[state === 'in stay' ? 'inStay' : 'inProcess'],
    }));
  });
  const expected = parts.reduce((sum, part) => sum + part.expected, 0);
  const beds = amount(valueOn(scenario.hospitals.find(({ name }) => name === hospital)?.beds ?? [], 0));
  const room = beds - here.filter(({ state }) => state !== 'at the door').reduce((sum, { people }) => sum + people, 0);
  const most = Math.max(0, Math.min(expected, room));
  const people = wholePeople(parts.map((part) => (expected > 0 ? (part.expected * most) / expected : 0)));
  return parts.flatMap(({ state, pathway }, i) =>
    people[i] === 0 ? [] : [there({ hospital }, state, pathway, people[i] as number)],
  );
}

function inService(scenario: Scenario, groups: PresentGroup[], service: Service): PresentGroup[] {
  const here = groups.filter(({ at }) => 'service' in at && at.service === service.name);
  if (!staysIn(service) || here.some(({ state }) => state === 'in stay')) return [];
  const { inStay, inUse, open } = balanceOf(scenario).inService(service.name);
  if (inStay === 0) return [];
  const kept = here.filter(({ state }) => state === 'waiting for next').reduce((sum, { people }) => sum + people, 0);
  const fit = Math.floor(open / (inUse / inStay) + 1e-9) - kept;
  const full = Number.isFinite(fit) && isFullWhereAnybodyWaits(service) && (waitingFor(scenario).get(service.name) ?? 0) >= 1;
  const people = full ? fit : Math.min(Math.round(inStay), fit);
  return people > 0 ? [there({ service: service.name }, 'in stay', null, people)] : [];
}

/** Whole numbers with the sum of these, rounded: the largest remainders are rounded up. */
function wholePeople(expected: number[]): number[] {
  const whole = expected.map(Math.floor);
  const left = Math.round(expected.reduce((sum, it) => sum + it, 0)) - whole.reduce((sum, it) => sum + it, 0);
  const order = expected.map((it, i) => ({ i, rest: it - Math.floor(it) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) whole[i] = (whole[i] as number) + 1;
  return whole;
}
