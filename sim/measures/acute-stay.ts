import type { Window } from '../scenario/calendar.ts';
import { LONG_STAYS, TOP_STAY_HOURS } from '../seen/discharges.ts';
import { daysIn, type Measure, ratio, total } from './measure.ts';
import type { ScopeKind } from './scope.ts';
import type { Seen } from './seen-from.ts';
import { dischargesIn, ofDischarges } from './sums.ts';

const EVERYWHERE: ScopeKind[] = ['all', 'hospital', 'place', 'pathway', 'national'];
export const stayDays = ofDischarges((it) => it.stay);

const acute: Measure['applies'] = (scenario) => scenario.hospitals.length > 0;

/** Days not exceeded by half of the people discharged: by the hour, and inside the hour as if spread evenly. */
function median(seen: Seen, window: Window): number {
  const half = dischargesIn(seen, window) / 2;
  if (half === 0) return Number.NaN;
  let below = 0;
  for (let hour = 0; hour < TOP_STAY_HOURS; hour++) {
    const people = total(seen.discharges, ({ stayHours }) => stayHours[hour] as number);
    if (below + people >= half) return (hour + (half - below) / people) / 24;
    below += people;
  }
  return TOP_STAY_HOURS / 24;
}

/** How exact acute stays spread; delay is in them. The counts by nights, as published, are in long-stays.ts. */
export const acuteStayMeasures: Measure[] = [
  {
    id: 'acute-stay-median',
    title: 'Median acute stay',
    unit: 'days',
    better: 'lower',
    scopes: EVERYWHERE,
    overTime: false,
    definition: 'Half of the people discharged had stayed no longer, in exact days from admission to discharge, delay included.',
    formula: '50th percentile of (discharge - admission)',
    applies: acute,
    of: median,
  },
  {
    id: 'acute-stay-sd',
    title: 'Standard deviation of the acute stay',
    unit: 'days',
    better: null,
    scopes: EVERYWHERE,
    overTime: false,
    definition: 'How far single stays of people discharged lie from their mean, in exact days from admission to discharge.',
    formula: 'root of (sum of (discharge - admission)^2 / discharges - mean^2)',
    applies: acute,
    of(seen, window) {
      const people = dischargesIn(seen, window);
      return Math.sqrt(
        Math.max(
          0,
          ratio(
            total(seen.discharges, (it) => it.staySquared.value),
            people,
          ) -
            ratio(stayDays(seen, window), people) ** 2,
        ),
      );
    },
  },
  ...LONG_STAYS.flatMap((days, i): Measure[] => {
    const over = ofDischarges((it) => it.over[i] as Float64Array);
    return [
      {
        id: `acute-stays-over-${days}-days`,
        title: `Discharges after more than ${days} exact days`,
        unit: 'share',
        better: 'lower',
        scopes: EVERYWHERE,
        overTime: true,
        definition: `Share of people discharged whose whole stay was more than ${days} times 24 hours; not the published count by nights.`,
        formula: `discharges with (discharge - admission) > ${days} days / discharges`,
        applies: acute,
        of: (seen, window) => ratio(over(seen, window), dischargesIn(seen, window)),
      },
      {
        id: `in-acute-over-${days}-days`,
        title: `People in an acute bed for more than ${days} exact days`,
        unit: 'people',
        better: 'lower',
        scopes: EVERYWHERE,
        overTime: false,
        definition: `People in an acute bed who have been in more than ${days} times 24 hours so far, time average.`,
        formula: `sum of person-days in an acute bed after the first ${days} / days`,
        applies: acute,
        of: (seen, window) =>
          ratio(
            total(seen.discharges, (it) => it.daysBeyond[i] as number),
            daysIn(window),
          ),
      },
    ];
  }),
];
