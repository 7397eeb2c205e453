import type { Scenario } from '../sim/scenario/scenario.ts';
import type { ArrivalStream } from '../sim/scenario/people.ts';
import type { Dated } from '../sim/scenario/dated.ts';
import { dateOn, overTime } from './over-time.ts';
import type { ReadScenario } from './read-scenario.ts';
import { number } from './units/kinds.ts';

/** A sentence on how many come, where they live and what they need, for every hospital and stream of referrals. */
export function whoComes({ scenario, values }: ReadScenario): string[] {
  return scenario.arrivals.flatMap((stream) => [
    howMany(scenario, stream),
    ...values
      .filter(({ path }) => path === `hospitals.${stream.name}.residents`)
      .map(
        ({ value }) =>
          `Of all people admitted to ${stream.label} these are the ${value} who are residents of the places modelled; the others are not followed.`,
      ),
    ...home(scenario, stream),
    ...('hospital' in stream.enters ? shares(scenario, stream) : []),
  ]);
}

function howMany(scenario: Scenario, { label, enters, arrivals }: ArrivalStream): string {
  const come = 'hospital' in enters ? 'admitted' : `referred to ${routeOf(scenario, enters.pathway)} without a hospital stay`;
  if (arrivals.kind === 'list')
    return `${label}: ${number(arrivals.people.length)} people ${come}, with their times from a list.`;
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

function home(scenario: Scenario, { label, livesIn }: ArrivalStream): string[] {
  const parts = livesIn
    .filter(({ share }) => share.some(({ value }) => value > 0))
    .map(({ place, share }) => `${overTime(scenario, share, percent)} in ${labelOf(scenario.places, place)}`);
  return parts.length === 0 ? [] : [`People of ${label} live: ${parts.join('; ')}.`];
}

function shares(scenario: Scenario, { label, mix, livesIn }: ArrivalStream): string[] {
  const split = (of: Dated<number>[]) =>
    mix
      .map(({ pathway }, i) => {
        const services = routeOf(scenario, pathway);
        return `${overTime(scenario, of[i] ?? [], percent)} ${labelOf(scenario.pathways, pathway)}${services && ` (${services})`}`;
      })
      .join('; ');
  if (mix.length === 0) return [];
  const apart = livesIn.filter(({ pathways, share }) => pathways !== null && share.some(({ value }) => value > 0));
  if (apart.length > 0)
    return apart.map(
      ({ place, pathways }) =>
        `Of the people from ${labelOf(scenario.places, place)} admitted to ${label}: ${split(pathways ?? [])}.`,
    );
  return [`Of the people admitted to ${label}: ${split(mix.map(({ share }) => share))}.`];
}

function routeOf(scenario: Scenario, pathway: string): string {
  const route = scenario.pathways.find(({ name }) => name === pathway)?.route ?? [];
  return route.map((service) => labelOf([...scenario.services, ...scenario.sharing], service)).join(', then ');
}

function labelOf(named: { name: string; label: string }[], name: string): string {
  return named.find((one) => one.name === name)?.label ?? name;
}

function percent(share: number): string {
  return `${number(share * 100)}%`;
}

/** To a tenth of a percent, or to the first figure of a smaller one: no count of people tells more. */
function signed(change: number): string {
  const percent = Math.abs(change) * 100;
  return `${change > 0 ? '+' : '−'}${number(percent < 0.05 ? Number(percent.toPrecision(1)) : Math.round(percent * 10) / 10)}%`;
}
