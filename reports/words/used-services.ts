import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { meanOf, serviceScope } from './lookup.ts';

/** Services that have capacity at some time of the period, or people referred to them: a plan may hold others ready at zero. */
export const usedServices = (result: Result): Service[] =>
  result.scenario.services.filter((service) => {
    const held = result.capacity.find(({ scope }) => scope === serviceScope(service));
    return meanOf(result, 'referrals', serviceScope(service)) !== 0 || held?.byWeek.some((units) => units !== 0) === true;
  });
