import type { Trigger } from '../../sim/scenario/trigger.ts';
import type { Context } from './context.ts';

export function triggersOf({ written, triggers }: Context): Trigger[] {
  return Object.entries(written.triggers).flatMap(([name, keys]) => {
    const read = triggers.get(name);
    if (!read) return [];
    return [
      {
        name,
        label: keys.label ?? name,
        when: { measure: read.measure, of: read.of, above: read.above.amount, nights: keys.when.for.amount },
        leadTime: keys['lead-time'].amount,
        opens: read.opens.map(({ place, name: of, units }) => ({ place, name: of, units })),
        until: read.below && keys.until ? { below: read.below.amount, nights: keys.until.for.amount } : null,
      },
    ];
  });
}
