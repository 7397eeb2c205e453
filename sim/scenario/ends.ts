import { outcomesOf } from './kinds.ts';
import type { Route } from '../patient-journey.ts';
import type { Scenario } from './scenario.ts';
import type { Service } from './service.ts';

/** Outcomes which end short-term support before its course is over: the sequel (ASCOF 2D) is not asked of them. */
const CUT_SHORT = ['died', 'readmitted'];

/** What is counted of those who leave a service on a route: deaths in it, or the sequel to short-term support; null: nothing. */
export function endOf({ services }: Scenario, route: Route, name: string): 'died' | 'toLongTerm' | 'toNoLongTerm' | null {
  const names = [...route.services.map((visit) => visit.name), ...route.goesOnTo];
  const way = names.map((visit) => services.find((it) => it.name === visit) as Service);
  const at = way.findIndex((it) => it.name === name);
  const last = at === way.length - 1;
  if (last && route.outcome === 'died') return 'died';
  const service = way[at] as Service;
  const later = way.slice(at + 1);
  if (service.shortTerm !== true || later.some(({ shortTerm }) => shortTerm) || (last && CUT_SHORT.includes(route.outcome)))
    return null;
  return later.some(({ longTerm }) => longTerm !== undefined) || (last && needsLongTerm(service, route.outcome))
    ? 'toLongTerm'
    : 'toNoLongTerm';
}

/** Whether people can die in a service. */
export function someDieIn(service: Service | undefined): boolean {
  return outcomesOf(service).some(({ name, next }) => name === 'died' && next === null);
}

function needsLongTerm(service: Service, outcome: string): boolean {
  return outcomesOf(service).some(({ name, longTermNeed }) => name === outcome && longTermNeed === true);
}
