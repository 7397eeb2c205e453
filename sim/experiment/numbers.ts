import type { CareSystem } from '../care-system.ts';
import type { Capacity } from '../engine/capacity.ts';
import { TOP_LEVEL } from '../engine/level-record.ts';
import { seenFrom } from '../measures/measure.ts';
import type { Observations } from '../observations.ts';
import type { Layout } from './layout.ts';

/** Everything one replication contributes, as plain arrays in the order of the layout: what a worker sends back. */
export interface Numbers {
  /** One value an entry over the whole period; NaN where it has none. */
  whole: Float64Array;
  /** Entry by entry of `overTime`, first every month, then every week. */
  overTime: Float64Array;
  ambitions: Float64Array;
  /** Series by series, every step-th day. */
  daily: Float64Array;
  /** Level by level: share of time at 0, 1, …, TOP_LEVEL; then the variance. */
  levels: Float64Array;
  /** Pathway by pathway over all hospitals: people by nights of stay, then by nights of delay. */
  nights: Float64Array[];
  delays: Float64Array[];
  /** people in - out - inside; largest relative error of Little's law; starts above a ceiling. */
  checks: Float64Array;
  events: number;
}

export function numbersOf(layout: Layout, care: CareSystem): Numbers {
  const { observations: seen, plan } = care;
  const scopes = new Map(layout.entries.map(({ scope }) => [scope.label, seenFrom(plan, seen, scope)]));
  const value = ({ measure, scope }: Layout['entries'][number], window: Layout['whole']) => measure.of(scopes.get(scope.label) as ReturnType<typeof seenFrom>, window);
  const windows = [...layout.months, ...layout.weeks].map(({ window }) => window);
  return {
    whole: Float64Array.from(layout.entries, (entry) => value(entry, layout.whole)),
    overTime: Float64Array.from(layout.overTime.flatMap((entry) => windows.map((window) => value(entry, window)))),
    ambitions: Float64Array.from(layout.ambitions.flatMap(({ entry, rows }) => rows.map(({ window }) => value(entry, window)))),
    daily: Float64Array.from(layout.series.flatMap((series) => everyStep(series.of(seen), series.counts, layout.step, plan.scenario.days))),
    levels: Float64Array.from(layout.levels.flatMap(({ record }) => levelShares(record(seen), plan.scenario.days))),
    nights: byPathway(seen, 'nights'),
    delays: byPathway(seen, 'delayNights'),
    checks: checksOf(seen, plan.days),
    events: care.clock.events,
  };
}

/** Every step-th midnight of a census, or the counts of the days up to it. */
function everyStep(parts: ArrayLike<number>[], counts: boolean, step: number, days: number): number[] {
  const values: number[] = [];
  for (let last = step - 1; last < days; last += step) {
    let value = 0;
    for (const part of parts) for (let day = counts ? last - step + 1 : last; day <= last; day++) value += part[day] as number;
    values.push(value);
  }
  return values;
}

function levelShares(record: { timeAt: Float64Array; square: number; area(): number }, days: number): number[] {
  const mean = record.area() / days;
  const shares = Array.from(record.timeAt, (time) => time / days);
  return [...shares.slice(0, TOP_LEVEL + 1), record.square / days - mean ** 2];
}

function byPathway(seen: Observations, what: 'nights' | 'delayNights'): Float64Array[] {
  const first = seen.hospitals[0];
  if (first === undefined) return [];
  return first.byPathway.map((_, pathway) => {
    const sum = new Float64Array(first.byPathway[0]?.nights.length ?? 0);
    for (const hospital of seen.hospitals) hospital.byPathway[pathway]?.[what].forEach((people, nights) => (sum[nights] = (sum[nights] as number) + people));
    return sum;
  });
}

function checksOf(seen: Observations, end: number): Float64Array {
  const capacities: Capacity[] = [...seen.hospitals, ...seen.services].map(({ capacity }) => capacity);
  let little = 0;
  for (const capacity of capacities) {
    const { waited, used } = capacity.personDays(end);
    little = Math.max(little, difference(waited, capacity.waiting.area()), difference(used, capacity.using.area()));
  }
  const above = capacities.reduce((sum, { startsAboveCeiling }) => sum + startsAboveCeiling, 0);
  return Float64Array.of(Math.abs(seen.cameIn - seen.left - seen.inside()), little, above);
}

function difference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(b));
}
