import type { Measured, MeasuredOver, Result, Summary } from '../../sim/result.ts';
import type { Figure } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import { originOf } from '../words/ambition-words.ts';
import { scopeLabel } from '../words/lookup.ts';
import { isoDay } from '../words/numbers.ts';
import { type CsvCell, csv } from './csv.ts';

export interface NamedTable {
  /** File name, ending in `.csv`. */
  name: string;
  csv: string;
}

const SUMMARY = ['mean', 'sd', 'ci95_low', 'ci95_high', 'p5', 'p25', 'p50', 'p75', 'p95', 'n'];

/** Every table as tidy CSV: one row an observation, ISO dates, column names that stay. */
export function tables(result: Result): NamedTable[] {
  return [
    { name: 'measures.csv', csv: measures(result) },
    { name: 'by-month.csv', csv: over(result, 'month', result.calendar.months.map((m) => m.month), result.byMonth) },
    { name: 'by-week.csv', csv: over(result, 'week_from', result.calendar.weeks, result.byWeek) },
    { name: 'by-day.csv', csv: over(result, 'date', result.calendar.days, result.byDay) },
    { name: 'hours-ledger.csv', csv: hoursLedger(result) },
    { name: 'capacity.csv', csv: capacity(result) },
    { name: 'stays.csv', csv: histogram(result, result.stays, 'nights') },
    { name: 'delays.csv', csv: histogram(result, result.delays, 'nights') },
    { name: 'levels.csv', csv: levels(result) },
    { name: 'ambitions.csv', csv: ambitions(result) },
    { name: 'assumptions.csv', csv: values(result) },
    { name: 'checks.csv', csv: csv(['name', 'what', 'passed', 'worst'], result.checks.map((c) => [c.name, c.what, c.passed, c.worst])) },
    { name: 'warnings.csv', csv: csv(['kind', 'text'], result.warnings.map((w) => [w.kind, w.text])) },
    { name: 'definitions.csv', csv: definitions(result) },
    ...figuresOf(result).map((f) => ({ name: `figure-${f.id}.csv`, csv: figureCsv(f) })),
  ];
}

/** A figure's data; where it comes once for each of several services, a first column says which. */
function figureCsv({ table, csv: own = table, about }: Figure): string {
  const first = about ? [about.key] : [];
  return csv([...first, ...own.columns.map((c) => c.key)], own.rows.map((row) => [...(about ? [about.name] : []), ...row]));
}

export const cellOf = (value: number | null | undefined, unit: string): CsvCell => (value === null || value === undefined ? null : unit === 'date' ? isoDay(value) : value);

/** Dates as ISO dates; their standard deviation in days. */
const spread = (s: Summary | null, unit = ''): CsvCell[] =>
  s ? [cellOf(s.mean, unit), s.sd, cellOf(s.interval?.[0], unit), cellOf(s.interval?.[1], unit), ...(s.range ?? [null, null, null, null, null]).map((v) => cellOf(v, unit)), s.n] : [...SUMMARY.slice(1).map(() => null), 0];

function measures(result: Result): string {
  const units = unitsOf(result);
  const ends = ({ rangeIntervals: all, measure }: Measured): CsvCell[] => [...(all?.[0] ?? [null, null]), ...(all?.[4] ?? [null, null])].map((v) => cellOf(v, units(measure)));
  const rows = result.measures.map((m) => [m.measure, ...scoped(result, m), units(m.measure), ...spread(m.summary, units(m.measure)), ...ends(m)]);
  return csv(['measure', 'scope', 'scope_label', 'unit', ...SUMMARY, 'p5_ci95_low', 'p5_ci95_high', 'p95_ci95_low', 'p95_ci95_high'], rows);
}

function over(result: Result, when: string, dates: string[], list: MeasuredOver[]): string {
  const units = unitsOf(result);
  const rows = list.flatMap((m) => m.values.map((s, i): CsvCell[] => [m.measure, ...scoped(result, m), units(m.measure), dates[i] ?? null, ...spread(s)]));
  return csv(['measure', 'scope', 'scope_label', 'unit', when, ...SUMMARY], rows);
}

const scoped = ({ scenario }: Result, { scope }: { scope: string }): [string, string] => [scope, scopeLabel(scenario, scope)];

function unitsOf(result: Result): (measure: string) => string {
  const units = new Map(result.definitions.map((d) => [d.measure, d.unit]));
  return (measure) => units.get(measure) ?? '';
}

const HOURS = ['hours-needed', 'hours-commissioned', 'hours-delivered', 'hours-unused', 'hours-over-delivered', 'hours-spot'];

function hoursLedger(result: Result): string {
  const kept = result.byWeek.filter((m) => HOURS.includes(m.measure));
  const scopes = [...new Set(kept.map((m) => m.scope))];
  const rows = scopes.flatMap((scope) => result.calendar.weeks.map((week, i): CsvCell[] => [
    ...scoped(result, { scope }), week, ...HOURS.map((h) => kept.find((m) => m.measure === h && m.scope === scope)?.values[i]?.mean ?? null),
  ]));
  return csv(['scope', 'scope_label', 'week_from', ...HOURS.map((h) => h.split('-').join('_'))], rows);
}

function capacity(result: Result): string {
  const rows = result.capacity.flatMap((c) => c.byWeek.map((value, i): CsvCell[] => [...scoped(result, c), c.unit, result.calendar.weeks[i] ?? null, value]));
  return csv(['scope', 'scope_label', 'unit', 'week_from', 'capacity'], rows);
}

function histogram(result: Result, list: Result['stays'], unit: string): string {
  const rows = list.flatMap((h) => h.people.map((people, i): CsvCell[] => [...scoped(result, h), i, i === h.people.length - 1, people]));
  return csv(['scope', 'scope_label', unit, 'and_beyond', 'mean_people'], rows);
}

function levels(result: Result): string {
  const rows = result.levels.flatMap((l) => l.atLeast.map(({ mean, sd }, k): CsvCell[] => [l.measure, ...scoped(result, l), k, mean, sd, l.n]));
  return csv(['measure', 'scope', 'scope_label', 'at_least', 'share_of_time_mean', 'share_of_time_sd', 'n'], rows);
}

function ambitions(result: Result): string {
  const rows = result.ambitions.flatMap((a) => a.rows.map((r): CsvCell[] => [
    a.name, a.label, a.measure, ...scoped(result, a), a.direction, a.target, r.over, r.met, ...(r.n > 1 ? r.metInterval : [null, null]), ...spread(r.summary), originOf(result, a), a.source,
  ]));
  return csv(['ambition', 'label', 'measure', 'scope', 'scope_label', 'direction', 'target', 'over', 'met_share', 'met_ci95_low', 'met_ci95_high', ...SUMMARY, 'origin', 'source'], rows);
}

function values(result: Result): string {
  return csv(['path', 'written', 'value', 'low', 'high', 'origin', 'note', 'confidence', 'at'], result.values.map((v) => [v.path, v.written, v.value, v.range?.low ?? null, v.range?.high ?? null, v.origin, v.note, v.confidence, v.at]));
}

function definitions(result: Result): string {
  return csv(['measure', 'title', 'unit', 'definition', 'formula', 'better'], result.definitions.map((d) => [d.measure, d.title, d.unit, d.definition, d.formula, d.better]));
}
