import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { daysBetween } from '../words/dates.ts';
import { inForce } from '../words/in-force.ts';
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
  /** Above the plan. */
  over: Excess;
  /** What may be had above the plan when people wait; null where nothing may. */
  cover: 'spot' | 'flex' | null;
  /** Above the plan and its cover together. */
  beyond: Excess;
}

/** Steps with more needed than there is, by half a bed, hour or start at the least. */
interface Excess {
  held: boolean[];
  /** Index at which it is most, and by how much; null where it never is. */
  worst: { at: number; by: number } | null;
}

const LEAST = 0.5;

/** Services of stated capacity that are used. Need counts everybody in the service and everybody in its line, as if all of them had started. */
export function needs(result: Result): Need[] {
  return usedServices(result).flatMap((service) => {
    const { step, at } = stepsOf(result);
    const { unit, needed, planned } = courseOf(result, service, step);
    if (needed.length === 0 || !planned.some((v) => typeof v === 'number')) return [];
    const limits = planned.map((v) => (typeof v === 'number' ? v : null));
    const covered = limits.map((limit, i) =>
      limit === null ? null : limit + coverOn(service, dayOf(result, at[i] ?? ''), limit),
    );
    return [
      {
        service,
        step,
        at: (i: number) => stepText(result, step, at[i] ?? ''),
        unit,
        needed,
        planned: limits,
        over: excess(needed, limits),
        cover: coverOf(service),
        beyond: excess(needed, covered),
      },
    ];
  });
}

function excess(needed: (number | null)[], limits: (number | null)[]): Excess {
  const by = needed.map((v, i) => {
    const limit = limits[i];
    return v !== null && typeof limit === 'number' && v - limit >= LEAST ? v - limit : null;
  });
  const top = peak(by);
  return { held: by.map((v) => v !== null), worst: top < 0 ? null : { at: top, by: by[top] ?? 0 } };
}

function coverOf(service: Service): Need['cover'] {
  if (service.spot) return 'spot';
  return service.kind === 'hours' && flexOf(service).some(({ value }) => value !== 0) ? 'flex' : null;
}

/** What may be had above the plan on a simulated day, in the units of the plan. */
function coverOn(service: Service, day: number, planned: number): number {
  const flex = service.kind === 'hours' ? inForce(flexOf(service), day) : 0;
  return (service.spot ? inForce(service.spot.atMost, day) : 0) + (flex === Infinity ? Infinity : flex * planned);
}

const flexOf = ({ flex, flexFrom = [{ from: 0, value: flex }] }: Service & { kind: 'hours' }): Dated<Limit> => flexFrom;
const dayOf = ({ scenario, calendar }: Result, iso: string): number => daysBetween(calendar.start, iso) + scenario.warmUpDays;

function courseOf(
  result: Result,
  service: Service,
  step: string,
): { unit: string; needed: (number | null)[]; planned: (Limit | null)[] } {
  const scope = serviceScope(service);
  const of = (measure: string): (number | null)[] => means(timeline(result, measure, scope));
  if (service.kind === 'hours') return { unit: `hours a ${step}`, needed: of('hours-needed'), planned: of('hours-commissioned') };
  if (service.kind === 'placements') return { unit: `starts a ${step}`, needed: of('referrals'), planned: of('starts-offered') };
  const waiting = of('waiting');
  return {
    unit: 'beds',
    needed: of('in-service').map((v, i) => (v === null ? null : v + (waiting[i] ?? 0))),
    planned: capacityOver(result, scope),
  };
}

/** Short labels of the pathways that come through a service; referrals from outside hospital only where nobody else comes. */
export function pathwaysTo({ scenario }: Result, { name }: Service): string[] {
  const groups = scenario.sharing.filter(({ services }) => services.includes(name)).map((group) => group.name);
  const labels = shortLabels(scenario.pathways);
  const all = scenario.pathways.flatMap(({ route, name: pathway }, i) =>
    route.some((r) => r === name || groups.includes(r)) ? [{ pathway, label: labels[i] ?? '' }] : [],
  );
  const chosen = all.filter(({ pathway }) =>
    scenario.arrivals.some(({ enters, mix }) => 'hospital' in enters && mix.some((m) => m.pathway === pathway)),
  );
  return (chosen.length > 0 ? chosen : all).map(({ label }) => label);
}
