import type { Measured, Result } from '../sim/result.ts';

/** The figures a summary gives; all of them are in `result.json`. */
const KEY: { measure: string; of: 'all' | 'service' }[] = [
  { measure: 'admissions', of: 'all' },
  { measure: 'discharges', of: 'all' },
  { measure: 'on-ready-date', of: 'all' },
  { measure: 'delay-mean', of: 'all' },
  { measure: 'bed-days-delayed', of: 'all' },
  { measure: 'no-criteria-to-reside', of: 'all' },
  { measure: 'usual-residence', of: 'all' },
  { measure: 'cost-used', of: 'all' },
  { measure: 'cost-delayed-bed-days', of: 'all' },
  { measure: 'waiting', of: 'service' },
  { measure: 'wait-mean', of: 'service' },
  { measure: 'service-occupancy', of: 'service' },
  { measure: 'service-turned-away', of: 'service' },
  { measure: 'hours-over-delivered', of: 'service' },
];

/** Those that have a value, in that order, service by service. */
export function keyMeasures({ measures }: Result): Measured[] {
  return KEY.flatMap(({ measure, of }) =>
    measures.filter(
      (one) =>
        one.measure === measure &&
        one.summary !== null &&
        (of === 'all' ? one.scope === 'all' : one.scope.startsWith('service:')),
    ),
  );
}
