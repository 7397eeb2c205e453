import type { CareSystem } from '../care-system.ts';
import type { Capacity } from '../engine/capacity.ts';
import type { Window } from '../calendar.ts';
import type { Entry } from '../measures/catalogue.ts';
import { seenFrom } from '../measures/measure.ts';
import type { Observations } from '../observations.ts';
import type { FigureRows, Layout } from './layout.ts';

/** Everything one replication contributes, as plain arrays in the order of the layout: what a worker sends back. */
export interface Numbers {
  /** One value an entry over the whole period; NaN where it has none. */
  whole: Float64Array;
  /** Entry by entry of `overTime`, first every month, then every week. */
  overTime: Float64Array;
  ambitions: Float64Array;
  stated: Float64Array;
  /** Queue by queue its mean in the first, the middle and the last weeks. */
  queues: Float64Array;
  /** Series by series, every step-th day. */
  daily: Float64Array;
  /** For each level its variance, then the share of time at 0, 1, … up to the highest there was. */
  levels: Float64Array[];
  /** Pathway by pathway over all hospitals: people by nights of stay, then by nights of delay. */
  nights: Float64Array[];
  delays: Float64Array[];
  /** people in - out - inside; largest relative error of Little's law; starts above a ceiling. */
  checks: Float64Array;
  events: number;
  /** Level by level, every midnight, warm-up included; nothing where the warm-up is not watched. */
  midnights: Float64Array;
}

export function numbersOf(layout: Layout, care: CareSystem): Omit<Numbers, 'midnights'> {
  const { observations: seen, plan } = care;
  const scopes = new Map(layout.entries.map(({ scope }) => [scope.label, seenFrom(plan, seen, scope)]));
  const value = ({ measure, scope }: Entry, window: Window) =>
    measure.of(scopes.get(scope.label) as ReturnType<typeof seenFrom>, window);
  const figures = (all: FigureRows[]) =>
    Float64Array.from(all.flatMap(({ entry, rows }) => rows.map(({ window }) => value(entry, window))));
  const windows = [...layout.months, ...layout.weeks].map(({ window }) => window);
  return {
    whole: Float64Array.from(layout.entries, (entry) => value(entry, layout.whole)),
    overTime: valuesOverTime(layout.overTime, windows, value),
    ambitions: figures(layout.ambitions),
    stated: figures(layout.stated),
    queues: valuesOverTime(layout.queues, layout.queueWindows, value),
    daily: Float64Array.from(
      layout.series.flatMap((series) => everyStep(series.of(seen), series.counts, layout.step, plan.scenario.days)),
    ),
    levels: levelShares(layout, seen, plan.scenario.days),
    nights: byPathway(seen, 'nights'),
    delays: byPathway(seen, 'delayNights'),
    checks: checksOf(seen, plan.days),
    events: care.clock.events,
  };
}

function valuesOverTime(entries: Entry[], windows: Window[], value: (entry: Entry, window: Window) => number): Float64Array {
  const values = new Float64Array(entries.length * windows.length);
  entries.forEach((entry, e) => {
    windows.forEach((window, w) => {
      values[e * windows.length + w] = value(entry, window);
    });
  });
  return values;
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

function levelShares({ levels }: Layout, seen: Observations, days: number): Float64Array[] {
  return levels.map(({ record }) => {
    const it = record(seen);
    const shares = new Float64Array(it.top + 2);
    shares[0] = it.variance(days);
    const all = it.timeAtLevels(0, it.top);
    for (let level = 0; level <= it.top; level++) shares[level + 1] = (it.timeAt[level] as number) / all;
    return shares;
  });
}

function byPathway(seen: Observations, what: 'nights' | 'delayNights'): Float64Array[] {
  const residents = seen.hospitals.flatMap(({ byPlace }) => byPlace);
  const first = residents[0];
  if (first === undefined) return [];
  return first.byPathway.map((_, pathway) => {
    const sum = new Float64Array(first.byPathway[0]?.nights.length ?? 0);
    for (const { byPathway } of residents) {
      byPathway[pathway]?.[what].forEach((people, nights) => {
        sum[nights] = (sum[nights] as number) + people;
      });
    }
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
  const above = capacities.reduce((sum, { startsAboveCeiling, spot }) => sum + startsAboveCeiling + (spot?.violations ?? 0), 0);
  return Float64Array.of(Math.abs(seen.cameIn - seen.left - seen.inside()), little, above);
}

function difference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(b));
}
