import { usesUp } from '../scenario/kinds.ts';
import { months, type Window, weeks, wholePeriod } from '../scenario/calendar.ts';
import type { Capacity } from '../engine/capacity.ts';
import type { LevelRecord } from '../engine/level-record.ts';
import { catalogueOf, type Entry, MEASURES } from '../measures/catalogue.ts';
import type { Measure } from '../measures/measure.ts';
import { type Scope, type ScopeKind, scopesOf } from '../measures/scope.ts';
import { Views } from '../measures/seen-from.ts';
import type { Sum } from '../measures/sums.ts';
import type { Observations } from '../seen/observations.ts';
import { canExitBlock } from '../scenario/onward.ts';
import type { Plan } from '../plan/plan.ts';
import { queuesOf, queueWindows } from './queues.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ambition, FigureOf, Stated } from '../scenario/figures.ts';

/** Three years and a day: longer periods get no weekly and monthly tables and a census every few days. */
const LONGEST_BY_DAY = 1096;
/** Ten years and some days: the levels of a longer warm-up are too much to send from every replication. */
const LONGEST_WATCHED = 3660;

/** What every replication of a scenario reports, and in which order: the same in each worker and where they are gathered. */
export interface Layout {
  /** Every scope that is measured, turned to one replication after another. */
  views: Views;
  entries: Entry[];
  /** Of these entries, those that months and weeks have too. */
  overTime: Entry[];
  whole: Window;
  months: { month: string; window: Window; days: number }[];
  weeks: { start: string; window: Window }[];
  /** Every month, then every week. */
  windows: Window[];
  ambitions: FigureRows<Ambition>[];
  stated: FigureRows<Stated>[];
  queues: Entry[];
  /** The first, the middle and the last so many weeks. */
  queueWindows: Window[];
  queueWeeks: number;
  series: Series[];
  /** The days of each of their points: all those up to the next midnight shown, or the last of them. */
  counted: Window[];
  midnights: Window[];
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
  from: Scope;
  counts: boolean;
  of: Sum;
}

export function layoutOf(plan: Plan): Layout {
  const { scenario } = plan;
  const entries = catalogueOf(scenario);
  const short = scenario.days <= LONGEST_BY_DAY;
  const { weeks: queueWeeks, windows } = queueWindows(scenario.days);
  const step = Math.ceil(scenario.days / LONGEST_BY_DAY);
  const over = { months: short ? months(scenario) : [], weeks: short ? weeks(scenario) : [] };
  const ends = Array.from({ length: Math.floor(scenario.days / step) }, (_, i) => (i + 1) * step);
  return {
    views: new Views(plan),
    entries,
    overTime: short ? entries.filter(({ measure }) => measure.overTime) : [],
    whole: wholePeriod(scenario),
    ...over,
    windows: [...over.months, ...over.weeks].map(({ window }) => window),
    ambitions: scenario.ambitions.map((figure) => figureRows(scenario, figure, entries)),
    stated: (scenario.stated ?? []).map((figure) => figureRows(scenario, figure, entries)),
    queues: queueWeeks > 0 ? queuesOf(entries) : [],
    queueWindows: windows,
    queueWeeks,
    series: seriesOf(scenario),
    counted: ends.map((end) => [[end - step, end]]),
    midnights: ends.map((end) => [[end - 1, end]]),
    step,
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

/** Of each scope, in this order. */
const DAILY: { kinds: ScopeKind[]; measures: string[] }[] = [
  { kinds: ['service'], measures: ['referrals', 'starts', 'waiting', 'somebody-waiting', 'exit-blocked', 'in-service'] },
  { kinds: ['pathway'], measures: ['discharges', 'no-criteria-to-reside'] },
  {
    kinds: ['all', 'place'],
    measures: ['admissions', 'discharges', 'no-criteria-to-reside', 'no-criteria-to-reside-return', 'acute-occupied'],
  },
  {
    kinds: ['hospital'],
    measures: [
      'admissions',
      'discharges',
      'no-criteria-to-reside',
      'no-criteria-to-reside-return',
      'acute-occupied',
      'acute-waiting',
    ],
  },
];

function seriesOf(scenario: Scenario): Series[] {
  return scopesOf(scenario).flatMap((scope) =>
    DAILY.filter(({ kinds }) => kinds.includes(scope.kind)).flatMap(({ measures }) =>
      measures.flatMap((id): Series[] => {
        const { daily } = MEASURES.find((it) => it.id === id) as Measure;
        const series = { measure: id, scope: scope.label };
        return daily !== undefined && isShown(scenario, scope, series) ? [{ ...series, from: scope, ...daily }] : [];
      }),
    ),
  );
}

function isShown(scenario: Scenario, { kind, index }: Scope, series: Pick<Series, 'measure' | 'scope'>): boolean {
  const service = kind === 'service' ? scenario.services[index] : undefined;
  switch (series.measure) {
    case 'exit-blocked':
      return canExitBlock(scenario, service?.name ?? '');
    case 'in-service':
      return !usesUp(service);
    case 'no-criteria-to-reside-return':
      return observes(scenario, series);
    default:
      return kind === 'service' || scenario.hospitals.length > 0;
  }
}

function observes({ observed = [] }: Scenario, { measure, scope }: Pick<Series, 'measure' | 'scope'>): boolean {
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
      ? [{ measure: 'no-criteria-to-reside', scope: 'all', record: (seen: Observations) => seen.acute.ready }]
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
