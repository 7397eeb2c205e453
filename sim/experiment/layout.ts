import { months, type Window, weeks, wholePeriod } from '../calendar.ts';
import type { Capacity } from '../engine/capacity.ts';
import type { LevelRecord } from '../engine/level-record.ts';
import { catalogueOf, type Entry } from '../measures/catalogue.ts';
import { inAcuteBeds, peopleOf, scopesOf } from '../measures/measure.ts';
import type { Observations } from '../observations.ts';
import { canExitBlock } from '../onward.ts';
import type { Plan } from '../plan.ts';
import { queuesOf, queueWindows } from './queues.ts';
import type { Ambition, FigureOf, Scenario, Stated } from '../scenario.ts';

/** Three years and a day: longer periods get no weekly and monthly tables and a census every few days. */
const LONGEST_BY_DAY = 1096;
/** Ten years and some days: the levels of a longer warm-up are too much to send from every replication. */
const LONGEST_WATCHED = 3660;

/** What every replication of a scenario reports, and in which order: the same in each worker and where they are gathered. */
export interface Layout {
  entries: Entry[];
  /** Of these entries, those that months and weeks have too. */
  overTime: Entry[];
  whole: Window;
  months: { month: string; window: Window; days: number }[];
  weeks: { start: string; window: Window }[];
  ambitions: FigureRows<Ambition>[];
  stated: FigureRows<Stated>[];
  queues: Entry[];
  /** The first, the middle and the last so many weeks. */
  queueWindows: Window[];
  queueWeeks: number;
  series: Series[];
  /** Days between the midnights of the daily series. */
  step: number;
  levels: { measure: string; scope: string; record: (seen: Observations) => LevelRecord }[];
  /** Whether the warm-up is looked at too: there is one, and it is not too long to keep by day. */
  watched: boolean;
}

/** A figure of the scenario with the measure it is held against, and over which days. */
export interface FigureRows<F extends FigureOf = FigureOf> {
  figure: F;
  entry: Entry;
  rows: { over: string; window: Window }[];
}

/** A daily series: a census at midnight, or a count over the day. */
export interface Series {
  measure: string;
  scope: string;
  counts: boolean;
  of: (seen: Observations) => ArrayLike<number>[];
}

export function layoutOf(plan: Plan): Layout {
  const { scenario } = plan;
  const entries = catalogueOf(scenario);
  const short = scenario.days <= LONGEST_BY_DAY;
  const { weeks: queueWeeks, windows } = queueWindows(scenario.days);
  return {
    entries,
    overTime: short ? entries.filter(({ measure }) => measure.overTime) : [],
    whole: wholePeriod(scenario),
    months: short ? months(scenario) : [],
    weeks: short ? weeks(scenario) : [],
    ambitions: scenario.ambitions.map((figure) => figureRows(scenario, figure, entries)),
    stated: (scenario.stated ?? []).map((figure) => figureRows(scenario, figure, entries)),
    queues: queueWeeks > 0 ? queuesOf(entries) : [],
    queueWindows: windows,
    queueWeeks,
    series: seriesOf(scenario),
    step: Math.ceil(scenario.days / LONGEST_BY_DAY),
    levels: levelsOf(scenario),
    watched: scenario.warmUpDays > 0 && plan.days <= LONGEST_WATCHED,
  };
}

function figureRows<F extends FigureOf & { name: string }>(scenario: Scenario, figure: F, entries: Entry[]): FigureRows<F> {
  const entry = entries.find(({ measure, scope }) => measure.id === figure.measure && scope.label === figure.scope);
  if (entry === undefined)
    throw new Error(`${figure.name} is about ${figure.measure} of ${figure.scope}, which this scenario does not measure`);
  const inside = months(scenario).filter(({ month }) => figure.months?.includes(month) ?? true);
  if (figure.over === 'each') return { figure, entry, rows: inside.map(({ month, window }) => ({ over: month, window })) };
  if (figure.months === null) return { figure, entry, rows: [{ over: 'period', window: wholePeriod(scenario) }] };
  return {
    figure,
    entry,
    rows: [{ over: inside.map(({ month }) => month).join(','), window: inside.flatMap(({ window }) => window) }],
  };
}

function seriesOf(scenario: Scenario): Series[] {
  const acute = scenario.hospitals.length > 0;
  return scopesOf(scenario).flatMap((it): Series[] => {
    const { kind, label: scope, index } = it;
    const people = (seen: Observations) => peopleOf(seen, it);
    const service = (seen: Observations) => seen.services[index] as Observations['services'][number];
    if (kind === 'service') {
      const holds = scenario.services[index]?.kind !== 'placements';
      return [
        { measure: 'referrals', scope, counts: true, of: (seen) => [service(seen).all.referrals] },
        { measure: 'starts', scope, counts: true, of: (seen) => [service(seen).all.starts] },
        { measure: 'waiting', scope, counts: false, of: (seen) => [service(seen).capacity.waiting.census] },
        {
          measure: 'somebody-waiting',
          scope,
          counts: false,
          of: (seen) => [service(seen).capacity.waiting.census.map((people) => Math.min(people, 1))],
        },
        ...(canExitBlock(scenario, scenario.services[index]?.name ?? '')
          ? [
              {
                measure: 'exit-blocked',
                scope,
                counts: false,
                of: (seen: Observations) => [service(seen).exits?.people.census ?? []],
              },
            ]
          : []),
        ...(holds
          ? [{ measure: 'in-service', scope, counts: false, of: (seen: Observations) => [service(seen).capacity.using.census] }]
          : []),
      ];
    }
    if (!acute || !['all', 'hospital', 'place', 'pathway'].includes(kind)) return [];
    const everyone: Series[] = [
      { measure: 'discharges', scope, counts: true, of: (seen) => people(seen).discharges.map((it) => it.discharges) },
      {
        measure: 'no-criteria-to-reside',
        scope,
        counts: false,
        of: (seen) => people(seen).discharges.flatMap(({ ready }) => ready.map(({ census }) => census)),
      },
    ];
    if (kind === 'pathway') return everyone;
    const asReturned: Series = {
      measure: 'no-criteria-to-reside-return',
      scope,
      counts: false,
      of: (seen) =>
        people(seen).discharges.flatMap(({ ready, discharges }) => [...ready.map(({ census }) => census), discharges]),
    };
    return [
      { measure: 'admissions', scope, counts: true, of: (seen) => people(seen).residents.map((it) => it.admissions) },
      ...everyone,
      ...(observes(scenario, asReturned) ? [asReturned] : []),
      {
        measure: 'acute-occupied',
        scope,
        counts: false,
        of: (seen) => inAcuteBeds({ scope: it, ...people(seen) }).map(({ census }) => census),
      },
      ...(kind === 'hospital'
        ? [
            {
              measure: 'acute-waiting',
              scope,
              counts: false,
              of: (seen: Observations) => people(seen).hospitals.map((it) => it.capacity.waiting.census),
            },
          ]
        : []),
    ];
  });
}

function observes({ observed = [] }: Scenario, { measure, scope }: Series): boolean {
  return observed.some((it) => it.by === 'day' && it.measure === measure && it.scope === scope);
}

function levelsOf(scenario: Scenario): Layout['levels'] {
  const of = (
    kind: 'hospital' | 'service',
    name: string,
    capacity: (seen: Observations) => Capacity,
    using: string,
    waiting: string,
  ): Layout['levels'] => [
    { measure: using, scope: `${kind}:${name}`, record: (seen) => capacity(seen).using },
    { measure: waiting, scope: `${kind}:${name}`, record: (seen) => capacity(seen).waiting },
  ];
  return [
    ...(scenario.hospitals.length > 0
      ? [{ measure: 'no-criteria-to-reside', scope: 'all', record: (seen: Observations) => seen.ready }]
      : []),
    ...scenario.hospitals.flatMap(({ name }, i) =>
      of(
        'hospital',
        name,
        (seen) => (seen.hospitals[i] as Observations['hospitals'][number]).capacity,
        'acute-occupied',
        'acute-waiting',
      ),
    ),
    ...scenario.services.flatMap(({ name }, i) =>
      of('service', name, (seen) => (seen.services[i] as Observations['services'][number]).capacity, 'in-service', 'waiting'),
    ),
  ];
}
