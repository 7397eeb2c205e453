import type { Redirection } from '../../sim/scenario/people.ts';
import { type Context, datedValue } from './context.ts';

/** In the order written: right-sizing before diversion. */
export function redirectionsOf(context: Context): Redirection[] {
  return (['right-sizing', 'diversion'] as const).flatMap((block) =>
    Object.entries(context.written[block]).map(([name, { label, from, to, share }]) => ({
      name,
      label: label ?? name,
      from,
      to,
      share: datedValue(context, share.amount, `${block}.${name}.share`),
      needsRoom: block === 'diversion',
    })),
  );
}
