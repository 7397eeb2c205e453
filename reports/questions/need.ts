import type { Result } from '../../sim/result.ts';
import type { Limit, Service } from '../../sim/scenario.ts';
import { above } from '../words/findings/pressure.ts';
import { serviceScope, shortLabels } from '../words/lookup.ts';
import { capacityOver, means, peak, stepText, stepsOf, type Steps, timeline } from '../words/timeline.ts';
import { usedServices } from '../words/used-services.ts';

/** What people need of a service against what is planned, by week or month, on average over replications. */
export interface Need {
  service: Service;
  step: Steps['step'];
  at: (index: number) => string;
  unit: string;
  needed: (number | null)[];
  planned: (number | null)[];
  over: boolean[];
  /** Index at which need is furthest above the plan, and by how much; null where it never is. */
  worst: { at: number; by: number } | null;
}

/** Services of stated capacity that are used. Need counts everybody in the service and everybody in its line, as if all of them had started. */
export function needs(result: Result): Need[] {
  return usedServices(result).flatMap((service) => {
    const { step, at } = stepsOf(result);
    const { unit, needed, planned } = courseOf(result, service, step);
    if (needed.length === 0 || !planned.some((v) => typeof v === 'number')) return [];
    const limits = planned.map((v) => (typeof v === 'number' ? v : null));
    const over = above(needed, limits);
    const short = needed.map((v, i) => (over[i] && v !== null ? v - (limits[i] ?? 0) : null));
    const top = peak(short);
    return [{ service, step, at: (i: number) => stepText(result, step, at[i] ?? ''), unit, needed, planned: limits, over, worst: top < 0 ? null : { at: top, by: short[top] ?? 0 } }];
  });
}

function courseOf(result: Result, service: Service, step: string): { unit: string; needed: (number | null)[]; planned: (Limit | null)[] } {
  const scope = serviceScope(service);
  const of = (measure: string): (number | null)[] => means(timeline(result, measure, scope));
  if (service.kind === 'hours') return { unit: `hours a ${step}`, needed: of('hours-needed'), planned: of('hours-commissioned') };
  if (service.kind === 'placements') return { unit: `starts a ${step}`, needed: of('referrals'), planned: of('starts-offered') };
  const waiting = of('waiting');
  return { unit: 'beds', needed: of('in-service').map((v, i) => (v === null ? null : v + (waiting[i] ?? 0))), planned: capacityOver(result, scope) };
}

/** Short labels of the pathways that come through a service. */
export function pathwaysTo({ scenario }: Result, { name }: Service): string[] {
  const groups = scenario.sharing.filter(({ services }) => services.includes(name)).map((group) => group.name);
  const labels = shortLabels(scenario.pathways);
  return scenario.pathways.flatMap(({ route }, i) => (route.some((r) => r === name || groups.includes(r)) ? [labels[i] ?? ''] : []));
}

