import type { Definition, Measured, MeasuredOver, Result, Summary } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Service } from '../../sim/scenario/service.ts';

/** Finding things in a result, and what they are called. */

export function measured(result: Result, measure: string, scope = 'all'): Measured | undefined {
  return result.measures.find((m) => m.measure === measure && m.scope === scope);
}

export function summaryOf(result: Result, measure: string, scope = 'all'): Summary | null {
  return measured(result, measure, scope)?.summary ?? null;
}

export function meanOf(result: Result, measure: string, scope = 'all'): number | null {
  return summaryOf(result, measure, scope)?.mean ?? null;
}

export function seriesIn(list: MeasuredOver[], measure: string, scope = 'all'): (Summary | null)[] {
  return list.find((m) => m.measure === measure && m.scope === scope)?.values ?? [];
}

function definitionOf(result: Result, measure: string): Definition | undefined {
  return result.definitions.find((d) => d.measure === measure);
}

export const unitOf = (result: Result, measure: string): string => definitionOf(result, measure)?.unit ?? '';
export const titleOf = (result: Result, measure: string): string => definitionOf(result, measure)?.title ?? spaced(measure);

/** `service:home-support` → the service's label; `place:north/pathway:P1` → both labels; `all` → everyone. */
export function scopeLabel(scenario: Scenario, scope: string): string {
  return scope
    .split('/')
    .map((part) => partLabel(scenario, part))
    .join(', ');
}

function partLabel({ hospitals, places, pathways, services, sharing, arrivals }: Scenario, part: string): string {
  const [kind = '', name = ''] = splitOnce(part);
  if (kind === 'all') return 'everyone';
  if (kind === 'national') return `national pathway ${name}`;
  const lists: Record<string, { name: string; label: string }[]> = {
    hospital: hospitals,
    place: places,
    pathway: pathways,
    service: services,
    group: sharing,
    from: arrivals,
  };
  const found = lists[kind]?.find((item) => item.name === name);
  return found ? labelOf(found) : spaced(name);
}

/** A label that only repeats a hyphened name is given its spaces back. */
export function labelOf(item: { name: string; label: string }): string {
  return item.label === item.name ? spaced(item.name) : item.label;
}

/** Labels for axes and titles, one an item and no two alike: up to a colon where that is enough. */
export function shortLabels(items: { name: string; label: string }[]): string[] {
  const full = items.map((i) => capital(labelOf(i)));
  const tries = [full.map((l) => l.split(':')[0] ?? l), full, items.map((i) => i.name)];
  return tries.find((labels) => new Set(labels).size === items.length) ?? full;
}

export const serviceScope = (service: Service): string => `service:${service.name}`;
/** A small first letter, but for names that are capitals or numbers: `D2A P1`, `CHC`. */
export const lower = (text: string): string =>
  /^[A-Z][A-Z0-9]/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** Hyphens of a name become spaces, but for those that belong: `short-term-beds` → `short-term beds`. */
export function spaced(name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return name;
  return name.replace(/(?:short|long)-term|step-(?:up|down)|-/g, (part) => (part === '-' ? ' ' : part));
}

function splitOnce(scope: string): [string, string] {
  const at = scope.indexOf(':');
  return at < 0 ? [scope, ''] : [scope.slice(0, at), scope.slice(at + 1)];
}

/** First and last of the range of single replications: 5th and 95th percentile. */
export function outer(summary: Summary | null): [number, number] | null {
  return summary?.range ? [summary.range[0], summary.range[4]] : null;
}
