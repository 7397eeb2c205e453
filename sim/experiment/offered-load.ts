import { amount, valueOn } from '../dated.ts';
import { type ArrivalPlan, type Plan, planOf } from '../plan.ts';
import { cut, meanOf, quantileOf } from '../random/distributions.ts';
import type { Warning } from '../result.ts';
import type { ArrivalStream, Scenario, Service } from '../scenario.ts';

/** Beds or hours a week that a service would need on average over the period if nobody ever waited, beside what it has. */
export interface OfferedLoad {
  service: string;
  unit: 'beds' | 'hours a week' | 'starts a week';
  needed: number;
  /** Mean over the period; Infinity when unlimited. */
  open: number;
}

/**
 * Offered load: people a day who reach the service x days it is held x units a person. Holding counts the stay and the
 * arrangement (lead time) of a next service; waits for capacity come on top, so the true need is never below this.
 */
export function offeredLoads(scenario: Scenario): OfferedLoad[] {
  const plan = planOf(scenario);
  const reach = peopleADay(plan);
  return scenario.services.map((service, i): OfferedLoad => {
    const people = reach.get(service.name) ?? 0;
    const open = (plan.services[i]?.open ?? new Float64Array()).reduce((a, b) => a + b, 0) / scenario.days;
    if (service.kind === 'placements') return { service: service.name, unit: 'starts a week', needed: people * 7, open: open * 7 };
    const days = meanOf(cut(quantileOf(service.stay), service.longest)) + arrangement(scenario, service);
    const units = service.kind === 'hours' ? service.packageHours : 1;
    return { service: service.name, unit: service.kind === 'hours' ? 'hours a week' : 'beds', needed: people * days * units, open };
  });
}

export function loadWarnings(scenario: Scenario): Warning[] {
  return offeredLoads(scenario)
    .filter(({ needed, open }) => needed > open)
    .map(({ service, unit, needed, open }) => ({
      kind: 'over-capacity',
      text: `${service}: everybody referred would need ${round(needed)} ${unit} on average and ${round(open)} are there. ${outcome(scenario, service)}`,
    }));
}

/** A list with a limit, before the service or at the front door, stops growing; any other does not. */
function outcome(scenario: Scenario, service: string): string {
  const limited = scenario.hospitals.some(({ waitingLimit }) => waitingLimit !== 'unlimited') || scenario.services.some(({ name, waitingLimit }) => name === service && waitingLimit !== 'unlimited');
  return limited ? 'People are turned away because of it.' : 'The waiting list only grows, so every figure depends on how long the period is.';
}

function round(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

/** Days spent in the service until what comes next has been arranged, by outcome. */
function arrangement(scenario: Scenario, service: Exclude<Service, { kind: 'placements' }>): number {
  return service.outcomes.reduce((days, { share, next }) => {
    const lead = scenario.services.find(({ name }) => name === next)?.leadTime ?? null;
    return days + (lead === null ? 0 : mean(scenario, share) * lead.mean);
  }, 0);
}

/** People a day who reach each service, over the period. */
function peopleADay(plan: Plan): Map<string, number> {
  const { scenario } = plan;
  const reach = new Map<string, number>();
  const visit = (name: string, people: number): void => {
    reach.set(name, (reach.get(name) ?? 0) + people);
    const service = scenario.services.find((it) => it.name === name);
    if (service === undefined || service.kind === 'placements') return;
    for (const { share, next } of service.outcomes) if (next !== null) visit(next, people * mean(scenario, share));
  };
  for (const [i, stream] of scenario.arrivals.entries()) {
    const arrivals = arrivalsADay(plan, stream, i);
    for (const { pathway, share } of stream.mix) {
      const route = scenario.pathways.find(({ name }) => name === pathway)?.route ?? [];
      route.forEach((name, i) => {
        const people = arrivals * mean(scenario, share);
        if (i === route.length - 1) visit(name, people);
        else reach.set(name, (reach.get(name) ?? 0) + people);
      });
    }
  }
  return reach;
}

function arrivalsADay(plan: Plan, { arrivals }: ArrivalStream, i: number): number {
  const { scenario } = plan;
  if (arrivals.kind === 'list') return arrivals.people.filter(({ arrive }) => arrive >= scenario.warmUpDays).length / scenario.days;
  const { base, surge, keep } = plan.arrivals[i] as ArrivalPlan;
  let people = 0;
  for (let day = scenario.warmUpDays; day < plan.days; day++) {
    people += (base[day] as number) * Math.min(1, keep?.[day] ?? 1) + (surge?.[day] ?? 0);
  }
  return people / scenario.days;
}

/** Mean of a dated share over the collected days. */
function mean(scenario: Scenario, share: { from: number; value: number }[]): number {
  let sum = 0;
  for (let day = 0; day < scenario.days; day++) sum += amount(valueOn(share, scenario.warmUpDays + day));
  return sum / scenario.days;
}
