import type { Pathway } from '../../sim/scenario/people.ts';
import type { ProcessDelay } from '../../sim/scenario/hospital.ts';
import { DIED, NATIONAL } from '../vocabulary/pathway.ts';
import { followUpOf } from './follow-up.ts';
import { type Context, datedValue, distribution } from './context.ts';

const REPORTS_AS = { hours: 'P1', beds: 'P2', placements: 'P3' } as const;

/** The pathways written, and one for each service or group of services that people are referred to directly. */
export function pathwaysOf(context: Context): Pathway[] {
  const { pathways, referrals, services, sharing } = context.written;
  const written = Object.entries(pathways).map(([name, keys]) => ({
    name,
    label: keys.label ?? name,
    reportsAs: keys['reports-as']?.word ?? NATIONAL.find((national) => national === name) ?? 'P0',
    ...followUpOf(context, keys['follow-up'], `pathways.${name}`),
    route: keys.route ?? [],
  }));
  const targets = [...new Set(Object.values(referrals).map(({ to }) => to))].filter((to) => !Object.hasOwn(pathways, to));
  const direct = targets.flatMap((to): Pathway[] => {
    const group = sharing[to];
    const service = services[group?.services[0] ?? to];
    return service
      ? [
          {
            name: referredTo(context, to),
            label: `Referred to ${(group ?? service).label ?? to}`,
            reportsAs: REPORTS_AS[service.kind],
            route: [to],
          },
        ]
      : [];
  });
  return [...written, ...direct];
}

/** The pathway of a direct referral: the one named, or that made for the service named. */
export function referredTo(context: Context, to: string): string {
  return Object.hasOwn(context.written.pathways, to) ? to : `referred to ${to}`;
}

/** Families one after another; by default for every pathway but those that report as P0, and never for people who die in hospital. */
export function processDelayOf(context: Context): ProcessDelay {
  const usual = pathwaysOf(context)
    .filter(({ name, reportsAs }) => reportsAs !== 'P0' && reportsAs !== DIED && Object.hasOwn(context.written.pathways, name))
    .map(({ name }) => name);
  const { weekend, ...families } = context.written['process-delay'];
  return {
    families: Object.entries(families).flatMap(([name, family]) =>
      family
        ? [
            {
              name,
              label: family.label ?? name,
              pathways: family['applies-to'] ?? usual,
              delay: distribution(context, family, `process-delay.${name}`),
            },
          ]
        : [],
    ),
    weekend: weekend
      ? {
          pathways: weekend['applies-to'] ?? usual,
          leaveAt: datedValue(context, weekend['leave-at'].amount, 'process-delay.weekend.leave-at'),
        }
      : null,
  };
}
