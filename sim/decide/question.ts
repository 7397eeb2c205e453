import { catalogueOf, type Entry } from '../measures/catalogue.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A measure over the whole period, as `cost-commissioned` of `all`. */
export interface Asked {
  measure: string;
  scope: string;
}

/** The scenario's own entries of what is asked; null for a measure it does not have. */
export function entriesOf(scenario: Scenario, asked: Asked[]): (Entry | null)[] {
  const all = catalogueOf(scenario);
  return asked.map(({ measure, scope }) => all.find((it) => it.measure.id === measure && it.scope.label === scope) ?? null);
}

/** `waiting of step-down`, by the measure's id and the name of what it is of (or its whole label, as `service:step-down`); null where the scenario has no such measure. */
export function askedAs(scenario: Scenario, said: string): Asked | null {
  const [, measure = '', of = 'all'] = /^(\S+)(?: of (.+))?$/.exec(said.trim()) ?? [];
  const found = catalogueOf(scenario).find(
    ({ measure: { id }, scope: { label } }) => id === measure && (label === of || label.endsWith(`:${of}`)),
  );
  return found === undefined ? null : { measure, scope: found.scope.label };
}

/** With the measure's own title and unit, for reports. */
export function described(scenario: Scenario, asked: Asked[]): (Asked & { title: string; unit: string })[] {
  return entriesOf(scenario, asked).map((entry, i) => ({
    ...(asked[i] as Asked),
    title: entry?.measure.title ?? '',
    unit: entry?.measure.unit ?? '',
  }));
}
