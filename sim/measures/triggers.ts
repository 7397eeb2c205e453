import type { TriggerObservations } from '../seen/triggers.ts';
import type { Measure } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { daySum } from './sums.ts';

const scopes: Measure['scopes'] = ['trigger'];

const trigger = (seen: Seen) => seen.all.triggers[seen.scope.index] as TriggerObservations;
const daysOpen = daySum(
  (seen) => [trigger(seen)],
  (it) => it.open.areaByDay,
);

export const triggerMeasures: Measure[] = [
  {
    id: 'trigger-opened',
    title: 'Opened at all',
    unit: 'share',
    better: null,
    scopes,
    overTime: false,
    definition:
      'Whether the capacity of the trigger was open at any time of the period; its mean over replications is the share of winters in which it was.',
    formula: '1 where days open > 0, else 0',
    of: (seen, window) => (daysOpen(seen, window) > 0 ? 1 : 0),
  },
  {
    id: 'trigger-days-open',
    title: 'Days open',
    unit: 'days',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition: 'Days on which the capacity of the trigger was open; winters in which it never was count as none.',
    formula: 'time the trigger was open',
    of: daysOpen,
  },
  {
    id: 'trigger-openings',
    title: 'Times opened',
    unit: 'times',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition: 'How often the capacity of the trigger was opened inside the period.',
    formula: 'count of openings',
    of: daySum(
      (seen) => [trigger(seen)],
      (it) => it.openings,
    ),
  },
  {
    id: 'trigger-first-day',
    title: 'First day open',
    unit: 'days',
    better: null,
    scopes,
    overTime: false,
    definition:
      'Days from the start of the period to the first day on which the capacity of the trigger was open, over the winters in which it was; 0 where it was open at the start.',
    formula: 'first day open - first day of the period',
    of(seen) {
      const day = trigger(seen).open.areaByDay.findIndex((open) => open > 0);
      return day < 0 ? Number.NaN : day;
    },
  },
];
