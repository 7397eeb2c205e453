import type { Measured, MeasuredOver, Result, Summary } from '../../sim/result.ts';
import type { Figure, Table } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import type { Reported } from '../reported.ts';
import { originOf } from '../words/ambition-words.ts';
import { scopeLabel } from '../words/lookup.ts';
import { isoDay } from '../words/numbers.ts';
import type { CsvCell } from './csv.ts';
import { type DataColumn, type DataTable, inUnit, named } from './table.ts';

/** Every table of a result. */
export function tables(result: Reported): DataTable[] {
  return [
    measures(result),
    over(
      'by-month.csv',
      result,
      'month',
      result.calendar.months.map((m) => m.month),
      result.byMonth,
    ),
    over('by-week.csv', result, 'week_from', result.calendar.weeks, result.byWeek),
    over('by-day.csv', result, 'date', result.calendar.days, result.byDay),
    hoursLedger(result),
    capacity(result),
    histogram('stays.csv', result, result.stays, 'nights'),
    histogram('delays.csv', result, result.delays, 'nights'),
    levels(result),
    ambitions(result),
    targetsByWinter(result),
    allTargets(result),
    queues(result),
    values(result),
    {
      name: 'checks.csv',
      columns: named('name', 'what', 'passed', 'worst'),
      rows: result.checks.map((c) => [c.name, c.what, c.passed, c.worst]),
    },
    { name: 'warnings.csv', columns: named('kind', 'text'), rows: result.warnings.map((w) => [w.kind, w.text]) },
    definitions(result),
    ...figuresOf(result).map(figureTable),
  ];
}

export const columnsOf = ({ columns }: Table): DataColumn[] => columns.flatMap(({ key, unit }) => inUnit(unit, key));

/** A figure's data; where it comes once for each of several services, a first column says which. */
export function figureTable({ id, table, csv: own = table, about }: Figure): DataTable {
  const first = about ? [about.key] : [];
  return {
    name: `figure-${id}.csv`,
    columns: [...named(...first), ...columnsOf(own)],
    rows: own.rows.map((row) => [...(about ? [about.name] : []), ...row]),
  };
}

export const cellOf = (value: number | null | undefined, unit: string): CsvCell =>
  value === null || value === undefined ? null : unit === 'date' ? isoDay(value) : value;

const SCOPED = named('measure', 'scope', 'scope_label', 'unit');
/** Of the row, in tables that begin with SCOPED. */
const ownUnit = (row: CsvCell[]): string => String(row[3]);

/** Columns of a summary; the standard deviation of a date is in days. */
const summaryColumns = (unit: DataColumn['unit']): DataColumn[] => [
  ...inUnit(unit, 'mean'),
  { key: 'sd' },
  ...inUnit(unit, 'ci95_low', 'ci95_high', 'p5', 'p25', 'p50', 'p75', 'p95'),
  { key: 'n' },
];

/** Its cells: dates as ISO dates. */
const spread = (s: Summary | null, unit = ''): CsvCell[] =>
  s
    ? [
        cellOf(s.mean, unit),
        s.sd,
        cellOf(s.interval?.[0], unit),
        cellOf(s.interval?.[1], unit),
        ...(s.range ?? [null, null, null, null, null]).map((v) => cellOf(v, unit)),
        s.n,
      ]
    : [...Array.from({ length: 9 }, () => null), 0];

function measures(result: Result): DataTable {
  const units = unitsOf(result);
  const ends = ({ rangeIntervals: all, measure }: Measured): CsvCell[] =>
    [...(all?.[0] ?? [null, null]), ...(all?.[4] ?? [null, null])].map((v) => cellOf(v, units(measure)));
  return {
    name: 'measures.csv',
    columns: [
      ...SCOPED,
      ...summaryColumns(ownUnit),
      ...inUnit(ownUnit, 'p5_ci95_low', 'p5_ci95_high', 'p95_ci95_low', 'p95_ci95_high'),
    ],
    rows: result.measures.map((m) => [
      m.measure,
      ...scoped(result, m),
      units(m.measure),
      ...spread(m.summary, units(m.measure)),
      ...ends(m),
    ]),
  };
}

function over(name: string, result: Result, when: string, dates: string[], list: MeasuredOver[]): DataTable {
  const units = unitsOf(result);
  return {
    name,
    columns: [...SCOPED, ...inUnit(when === 'month' ? undefined : 'date', when), ...summaryColumns(ownUnit)],
    rows: list.flatMap((m) => {
      const [scope, label] = scoped(result, m);
      const unit = units(m.measure);
      return m.values.map((s, i): CsvCell[] => [m.measure, scope, label, unit, dates[i] ?? null, ...spread(s)]);
    }),
  };
}

const scoped = ({ scenario }: Result, { scope }: { scope: string }): [string, string] => [scope, scopeLabel(scenario, scope)];

function unitsOf(result: Result): (measure: string) => string {
  const units = new Map(result.definitions.map((d) => [d.measure, d.unit]));
  return (measure) => units.get(measure) ?? '';
}

const HOURS = ['hours-needed', 'hours-commissioned', 'hours-delivered', 'hours-unused', 'hours-over-delivered', 'hours-spot'];

function hoursLedger(result: Result): DataTable {
  const kept = result.byWeek.filter((m) => HOURS.includes(m.measure));
  const scopes = [...new Set(kept.map((m) => m.scope))];
  return {
    name: 'hours-ledger.csv',
    columns: [
      ...named('scope', 'scope_label'),
      ...inUnit('date', 'week_from'),
      ...inUnit('hours', ...HOURS.map((h) => h.split('-').join('_'))),
    ],
    rows: scopes.flatMap((scope) =>
      result.calendar.weeks.map((week, i): CsvCell[] => [
        ...scoped(result, { scope }),
        week,
        ...HOURS.map((h) => kept.find((m) => m.measure === h && m.scope === scope)?.values[i]?.mean ?? null),
      ]),
    ),
  };
}

function capacity(result: Result): DataTable {
  return {
    name: 'capacity.csv',
    columns: [...named('scope', 'scope_label', 'unit'), ...inUnit('date', 'week_from'), ...inUnit('hours', 'capacity')],
    rows: result.capacity.flatMap((c) => {
      const [scope, label] = scoped(result, c);
      return c.byWeek.map((value, i): CsvCell[] => [scope, label, c.unit, result.calendar.weeks[i] ?? null, value]);
    }),
  };
}

function histogram(name: string, result: Result, list: Result['stays'], unit: string): DataTable {
  return {
    name,
    columns: [...named('scope', 'scope_label', unit, 'and_beyond'), ...inUnit('people', 'mean_people')],
    rows: list.flatMap((h) => {
      const [scope, label] = scoped(result, h);
      return h.people.map((people, i): CsvCell[] => [scope, label, i, i === h.people.length - 1, people]);
    }),
  };
}

function levels(result: Result): DataTable {
  return {
    name: 'levels.csv',
    columns: [
      ...named('measure', 'scope', 'scope_label', 'at_least'),
      ...inUnit('share', 'share_of_time_mean', 'share_of_time_sd'),
      ...named('n'),
    ],
    rows: result.levels.flatMap((l) => {
      const [scope, label] = scoped(result, l);
      return l.atLeast.map(({ mean, sd }, k): CsvCell[] => [l.measure, scope, label, k, mean, sd, l.n]);
    }),
  };
}

function ambitions(result: Result): DataTable {
  const units = unitsOf(result);
  const unit = (row: CsvCell[]): string => units(String(row[2]));
  return {
    name: 'ambitions.csv',
    columns: [
      ...named('ambition', 'label', 'measure', 'scope', 'scope_label', 'direction'),
      ...inUnit(unit, 'target'),
      ...named('over'),
      ...inUnit('share', 'met_share', 'met_ci95_low', 'met_ci95_high'),
      ...summaryColumns(unit),
      ...named('origin', 'source', 'example'),
    ],
    rows: result.ambitions.flatMap((a) =>
      a.rows.map((r): CsvCell[] => [
        a.name,
        a.label,
        a.measure,
        ...scoped(result, a),
        a.direction,
        a.target,
        r.over,
        r.met,
        ...(r.n > 1 ? r.metInterval : [null, null]),
        ...spread(r.summary),
        originOf(result, a),
        a.source,
        a.example ?? false,
      ]),
    ),
  };
}

/** A row a target and winter: from it the chance of any of them together is counted. */
function targetsByWinter(result: Result): DataTable {
  const units = unitsOf(result);
  return {
    name: 'targets-by-winter.csv',
    columns: [
      ...named('ambition', 'measure', 'over', 'winter'),
      ...inUnit((row: CsvCell[]) => units(String(row[1])), 'value'),
      ...named('met'),
    ],
    rows: result.ambitions.flatMap((a) =>
      a.rows.flatMap((r) =>
        r.winters.map((value, i): CsvCell[] => [a.name, a.measure, r.over, i + 1, value, r.metIn[i] ?? null]),
      ),
    ),
  };
}

/** All targets in one winter; no row where there are not several. */
function allTargets({ allTargets: all }: Result): DataTable {
  return {
    name: 'all-targets.csv',
    columns: [...named('targets'), ...inUnit('share', 'met_share', 'met_ci95_low', 'met_ci95_high'), ...named('n')],
    rows: all ? [[all.targets, all.met, ...all.metInterval, all.n]] : [],
  };
}

function queues(result: Result): DataTable {
  return {
    name: 'queues.csv',
    columns: [
      ...named('measure', 'scope', 'scope_label', 'weeks'),
      ...inUnit(
        'people',
        'first_weeks',
        'middle_weeks',
        'last_weeks',
        'rise',
        'rise_low',
        'rise_high',
        'late',
        'late_low',
        'late_high',
      ),
      ...named('grows'),
    ],
    rows: result.queues.map((q): CsvCell[] => [
      q.measure,
      ...scoped(result, q),
      q.weeks,
      q.first,
      q.middle,
      q.last,
      q.rise.mean,
      ...(q.rise.interval ?? [null, null]),
      q.late.mean,
      ...(q.late.interval ?? [null, null]),
      q.grows,
    ]),
  };
}

function values(result: Result): DataTable {
  return {
    name: 'assumptions.csv',
    columns: named('path', 'written', 'value', 'low', 'high', 'origin', 'note', 'confidence', 'at'),
    rows: result.values.map((v) => [
      v.path,
      v.written,
      v.value,
      v.range?.low ?? null,
      v.range?.high ?? null,
      v.origin,
      v.note,
      v.confidence,
      v.at,
    ]),
  };
}

function definitions(result: Result): DataTable {
  return {
    name: 'definitions.csv',
    columns: named('measure', 'title', 'unit', 'definition', 'formula', 'better'),
    rows: result.definitions.map((d) => [d.measure, d.title, d.unit, d.definition, d.formula, d.better]),
  };
}
