import type { CareSystem } from '../flow/care-system.ts';
import type { Capacity } from '../engine/capacity.ts';
import type { Window } from '../scenario/calendar.ts';
import type { Entry } from '../measures/catalogue.ts';
import type { Views } from '../measures/seen-from.ts';
import type { Observations } from '../seen/observations.ts';
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
  const { views } = layout;
  views.look(seen);
  const values = (entries: Entry[], windows: Window[]) => valuesOf(views, entries, windows);
  return {
    whole: values(layout.entries, [layout.whole]),
    overTime: values(layout.overTime, layout.windows),
    ambitions: figuresOf(views, layout.ambitions),
    stated: figuresOf(views, layout.stated),
    queues: values(layout.queues, layout.queueWindows),
    daily: dailyOf(layout),
    levels: levelShares(layout, seen, plan.scenario.days),
    nights: byPathway(seen, 'nights'),
    delays: byPathway(seen, 'delayNights'),
    checks: checksOf(seen, plan.days),
    events: care.clock.events,
  };
}

/** Entry by entry, window by window. */
export function valuesOf(views: Views, entries: Entry[], windows: Window[]): Float64Array {
  const values = new Float64Array(entries.length * windows.length);
  let at = 0;
  for (const { measure, scope } of entries) {
    const seen = views.from(scope);
    for (const window of windows) values[at++] = measure.of(seen, window);
  }
  return values;
}

/** Row after row. */
export function figuresOf(views: Views, figures: FigureRows[]): Float64Array {
  return Float64Array.from(
    figures.flatMap(({ entry: { measure, scope }, rows }) => rows.map(({ window }) => measure.of(views.from(scope), window))),
  );
}

function dailyOf({ views, series, counted, midnights }: Layout): Float64Array {
  const values = new Float64Array(series.length * midnights.length);
  let at = 0;
  for (const { from, counts, of } of series) {
    const seen = views.from(from);
    for (const window of counts ? counted : midnights) values[at++] = of(seen, window);
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
  return (residents[0]?.byPathway ?? []).map((first, pathway) => {
    const sum = new Float64Array(first[what].length);
    for (const { byPathway } of residents) {
      const counts = byPathway[pathway]?.[what] ?? sum;
      for (let nights = 0; nights < sum.length; nights++) sum[nights] = (sum[nights] as number) + (counts[nights] as number);
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
