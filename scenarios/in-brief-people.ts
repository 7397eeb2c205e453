import type { ArrivalStream, Dated, Scenario } from '../sim/scenario.ts';
import { dateOn, overTime } from './over-time.ts';
import { number } from './units/kinds.ts';

/** One sentence on how many come, and one on what they need, for every hospital and stream of referrals. */
export function whoComes(scenario: Scenario): string[] {
  return scenario.arrivals.flatMap((stream) => [howMany(scenario, stream), ...('hospital' in stream.enters ? shares(scenario, stream) : [])]);
}

function howMany(scenario: Scenario, { label, enters, arrivals }: ArrivalStream): string {
  const come = 'hospital' in enters ? 'admitted' : `referred to ${routeOf(scenario, enters.pathway)} without a hospital stay`;
  if (arrivals.kind === 'list') return `${label}: ${number(arrivals.people.length)} people ${come}, with their times from a list.`;
  const uneven = arrivals.weekday.some((factor) => factor !== 1) ? ', unevenly over the week' : '';
  const season = arrivals.season === null ? '' : ', with a season';
  const trend = arrivals.trendPerYear === 0 ? '' : `, ${signed(arrivals.trendPerYear)} a year`;
  return `${label}: people ${come}, ${number(arrivals.perDay)} a day on average${uneven}${season}${trend}${spells(scenario, arrivals.factor)}.`;
}

/** Surges and falls, each with its first and last day. */
function spells(scenario: Scenario, factor: Dated<number>): string {
  const end = scenario.warmUpDays + scenario.days;
  const told = factor.flatMap(({ from, value }, i) => {
    const until = factor[i + 1]?.from ?? end;
    if (Math.abs(value - 1) < 1e-9 || until <= scenario.warmUpDays || from >= end) return [];
    return [`; ${signed(value - 1)} from ${dateOn(scenario, from)} to ${dateOn(scenario, Math.min(until, end) - 1)}`];
  });
  return told.join('');
}

function shares(scenario: Scenario, { label, mix }: ArrivalStream): string[] {
  const parts = mix.map(({ pathway, share }) => {
    const name = labelOf(scenario.pathways, pathway);
    const services = routeOf(scenario, pathway);
    return `${overTime(scenario, share, percent)} ${name}${services && ` (${services})`}`;
  });
  return parts.length === 0 ? [] : [`Of the people admitted to ${label}: ${parts.join('; ')}.`];
}

function routeOf(scenario: Scenario, pathway: string): string {
  const route = scenario.pathways.find(({ name }) => name === pathway)?.route ?? [];
  return route.map((service) => labelOf(scenario.services, service)).join(', then ');
}

function labelOf(named: { name: string; label: string }[], name: string): string {
  return named.find((one) => one.name === name)?.label ?? name;
}

function percent(share: number): string {
  return `${number(share * 100)}%`;
}

function signed(change: number): string {
  return `${change > 0 ? '+' : '−'}${number(Math.abs(change) * 100)}%`;
}
