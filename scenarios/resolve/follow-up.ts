import type { FollowUp, Service } from '../../sim/scenario/service.ts';
import type { Quantity } from '../units/quantity.ts';
import type { DistributionKeys } from '../vocabulary/distribution.ts';
import type { Written } from '../vocabulary/scenario.ts';
import { type Context, datedValue, distribution } from './context.ts';

interface WrittenFollowUp {
  readmitted?: Quantity | undefined;
  'in-care'?: Quantity | undefined;
  died?: Quantity | undefined;
  when?: DistributionKeys | undefined;
  'readmitted-stay'?: DistributionKeys | undefined;
}

/** Nothing where nothing is said. */
export function followUpOf(context: Context, keys: WrittenFollowUp | undefined, path: string): { followUp?: FollowUp } {
  if (keys === undefined) return {};
  const share = (key: 'readmitted' | 'in-care' | 'died') =>
    datedValue(context, keys[key]?.amount ?? 0, `${path}.follow-up.${key}`);
  const when = keys.when ? distribution(context, keys.when, `${path}.follow-up.when`) : null;
  const stay = keys['readmitted-stay'];
  const readmittedStay = stay ? { readmittedStay: distribution(context, stay, `${path}.follow-up.readmitted-stay`) } : {};
  return {
    followUp: { readmitted: share('readmitted'), inCare: share('in-care'), died: share('died'), when, ...readmittedStay },
  };
}

/** What a service is, as far as it is said. */
export function supportOf(
  context: Context,
  keys: Written['services'][string],
  path: string,
): Pick<Service, 'shortTerm' | 'longTerm' | 'atHome' | 'followUp'> {
  const longTerm = keys['long-term']?.word;
  const atHome = keys['at-home']?.word;
  return {
    ...(keys['short-term']?.word === 'yes' ? { shortTerm: true } : {}),
    ...(longTerm === undefined ? {} : { longTerm }),
    ...(atHome === undefined ? {} : { atHome: atHome === 'yes' }),
    ...followUpOf(context, keys['follow-up'], path),
  };
}
