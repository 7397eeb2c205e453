import type { Result } from '../../sim/result.ts';
import type { Comparison, Difference } from '../../sim/comparison.ts';
import { runWord } from '../words/dates.ts';
import { countOf, fixed, inWords, plain } from '../words/numbers.ts';
import {
  type CompareRow,
  boundedInterval,
  differenceText,
  intervalOf,
  keyRows,
  mainFinding,
  mainRow,
  negligible,
  rowName,
  rowUnit,
  savedSentence,
  togetherNote,
  unclear,
} from '../words/differences.ts';
import { isUnlike } from '../words/unlike.ts';
import { dots, mostRows, type Point } from './dots.ts';
import type { Cell, Chart, Figure, Table } from './figure.ts';
import { GREY, SERIES, ticks } from './look.ts';

/** The table of key measures: each scenario's mean and, in a second line, its difference from the base. */
export function measuresTable(results: Result[], comparison: Comparison, rows = keyRows(results, comparison)): Table {
  const [base = '', ...others] = comparison.scenarios;
  return {
    columns: [
      { key: 'measure', head: 'Measure' },
      { key: 'base', head: `${base} (base)` },
      ...others.map((name, i) => ({ key: `scenario_${i + 1}`, head: name })),
    ],
    rows: rows.map((row) => {
      const unit = rowUnit(results, row);
      return [
        rowName(results, row) + (unit && unit !== 'share' && unit !== '£' ? ` (${unit})` : ''),
        plain(row.means[0] ?? null, unit),
        ...others.map(
          (_, i): Cell =>
            `${plain(row.means[i + 1] ?? null, unit)}\n${isUnlike(comparison, i) ? 'not compared' : differenceText(row.differences[i], unit, row.means[0] ?? null)}`,
        ),
      ];
    }),
  };
}

/** The measure asked about, which the title is of, and the key measures. */
function shownRows(results: Result[], comparison: Comparison): CompareRow[] {
  const [main, rows] = [mainRow(results, comparison), keyRows(results, comparison)];
  return main && !rows.includes(main) ? [main, ...rows] : rows;
}

/** The same as numbers, a row a measure and scenario. */
function numbersOf(results: Result[], comparison: Comparison): Table {
  const keys = ['measure', 'scope', 'unit', 'scenario', 'mean', 'difference', 'ci95_low', 'ci95_high', 'n'];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: shownRows(results, comparison).flatMap((row) =>
      comparison.scenarios.map((scenario, i): Cell[] => {
        const d = i === 0 ? null : row.differences[i - 1];
        const [low, high] = (d && intervalOf(d)) ?? [null, null];
        return [
          row.measure,
          row.scope,
          rowUnit(results, row),
          scenario,
          row.means[i] ?? null,
          d?.mean ?? null,
          low,
          high,
          d?.n ?? null,
        ];
      }),
    ),
  };
}

const runOf = ([base]: Result[]): string => (base ? runWord(base) : 'period');

export function keyMeasures(results: Result[], comparison: Comparison): Figure {
  return {
    id: 'key-measures',
    title: mainFinding(results, comparison),
    label: `Key measures, mean of all simulated ${runOf(results)}s; under it the difference from the base with its 95% interval`,
    notes: [
      ...clearNote(results, comparison),
      '“Includes 0” means the difference may be chance. With many rows about one interval in twenty leaves out 0 by chance alone.',
      ...togetherNote(comparison),
      ...savedSentence(results, comparison),
    ],
    chart: null,
    table: measuresTable(results, comparison, shownRows(results, comparison)),
    csv: numbersOf(results, comparison),
  };
}

/** How many differences are worth speaking of, and how many of those may be chance. */
function clearNote(results: Result[], comparison: Comparison): string[] {
  const all = keyRows(results, comparison).flatMap((r) =>
    r.differences.flatMap((d) => (d?.interval ? [{ d, tiny: isTiny(results, r, d) }] : [])),
  );
  const real = all.filter(({ tiny }) => !tiny);
  if (comparison.scenarios.slice(1).every((_, i) => isUnlike(comparison, i))) return [];
  if (all.length === 0) return ['From one replication no difference has an interval.'];
  if (real.length === 0) return [];
  const clear = real.filter(({ d }) => !unclear(d)).length;
  return [
    `Of the ${countOf(real.length, 'difference')} above that are more than “practically none”, ${inWords(clear)} ${clear === 1 ? 'is' : 'are'} clear of 0.`,
  ];
}

export const isTiny = (results: Result[], row: CompareRow, d: Difference): boolean =>
  d.mean === 0 || negligible(d, rowUnit(results, row), row.means[0] ?? null);

/** The first few; the table of key measures has all. */
const named = (names: string[]): string =>
  names.slice(0, NAMED).join('; ') + (names.length > NAMED ? `; and ${countOf(names.length - NAMED, 'measure')} more` : '');
const NAMED = 6;

/** Differences of more than so many times the base's mean would leave no room for the others. */
const FAR = 5;

/** Differences as a share of the base's mean, on one axis, with their intervals. */
export function differencesFigure(results: Result[], comparison: Comparison): Figure[] {
  const compared = keyRows(results, comparison).filter(
    (r) => Math.abs(r.means[0] ?? 0) > 1e-9 && r.differences.some((d) => d?.interval),
  );
  const real = compared.filter((r) => r.differences.some((d) => d && !isTiny(results, r, d)));
  const far = real.filter((r) => r.differences.some((_, i) => Math.abs(relative(r, i)[0] ?? 0) > FAR));
  const rows = far.length < real.length ? [...real.filter((r) => !far.includes(r)), ...far] : real;
  const same = compared.filter((r) => !real.includes(r)).map((r) => rowName(results, r));
  if (rows.length === 0) return [];
  const names = comparison.scenarios.slice(1);
  const near = far.length < real.length ? real.length - far.length : real.length;
  const drawn = rows.slice(0, Math.min(near, mostRows(names.length)));
  return [
    {
      id: 'differences',
      title: changesMost(results, drawn, comparison.scenarios),
      label: 'Difference from the base as a share of the base’s mean; bars are 95% intervals, the line at 0 is no difference',
      notes: [
        ...(near < rows.length
          ? [`More than ${FAR} times the base’s mean away, and in the table only: ${named(far.map((r) => rowName(results, r)))}.`]
          : []),
        ...(drawn.length < near ? [`The first ${drawn.length} measures are drawn; the table has all.`] : []),
        ...(names.length > SERIES.length ? ['The first four scenarios after the base are drawn; the table has all.'] : []),
        'Measures that are 0 in the base are left out here.',
        ...(same.length > 0 ? [`Practically no difference: ${named(same)}.`] : []),
      ],
      chart: chartOf(results, drawn, names.slice(0, SERIES.length)),
      table: {
        columns: [
          { key: 'measure', head: 'Measure' },
          ...names.flatMap((n, i) => [
            { key: `difference_${i + 1}`, head: n, unit: 'share' },
            { key: `low_${i + 1}`, head: 'from', unit: 'share' },
            { key: `high_${i + 1}`, head: 'to', unit: 'share' },
          ]),
        ],
        rows: rows.map((r) => [rowName(results, r), ...names.flatMap((_, i) => relative(r, i))]),
      },
    },
  ];
}

/** No bar reaches past -100%: none of these measures can be below 0. To a thousandth of a percent of the base's mean: finer than any difference is known, and a page holds thousands of them. */
function relative(row: CompareRow, i: number): Point {
  const d = row.differences[i];
  if (!d) return [null, null, null];
  const base = row.means[0] ?? 0;
  const share = (value: number): number => Math.round((1e5 * value) / base) / 1e5;
  const interval = boundedInterval(d, 'people', base);
  return [share(d.mean), interval ? share(interval[0]) : null, interval ? share(interval[1]) : null];
}

function chartOf(results: Result[], rows: CompareRow[], names: string[]): Chart {
  const edges = [0, ...rows.flatMap((r) => names.flatMap((_, i) => relative(r, i))).filter((v) => v !== null)];
  const at = ticks(Math.min(...edges), Math.max(...edges));
  const axis = {
    tickvals: at,
    ticktext: at.map((v) => `${v > 0 ? '+' : ''}${fixed(100 * v, Number.isInteger(Math.round(1e4 * v) / 100) ? 0 : 1)}%`),
    hoverformat: '+.1%',
    zeroline: true,
    zerolinecolor: GREY,
    zerolinewidth: 2,
  };
  const series = names.map((name, i) => ({ name, points: rows.map((r): Point => relative(r, i)) }));
  return {
    ...dots(
      rows.map((r) => rowName(results, r)),
      series,
      axis,
      percent,
    ),
    scenarios: names.map((_, i) => i + 1),
  };
}

const percent = (share: number): string => `${share > 0 ? '+' : ''}${fixed(100 * share, Math.abs(share) < 0.1 ? 1 : 0)}%`;

/** The measure furthest from the base's mean, of those whose interval leaves out no difference: of everyone where there is one, else of a service. */
function changesMost(results: Result[], rows: CompareRow[], [base = '', ...names]: string[]): string {
  const clear = rows.flatMap((row) =>
    names.flatMap((name, i) => {
      const [d, [value]] = [row.differences[i], relative(row, i)];
      return d && value !== null && !unclear(d) ? [{ name, row, value }] : [];
    }),
  );
  const everyone = clear.filter(({ row }) => row.scope === 'all');
  const all = everyone.length > 0 ? everyone : clear;
  const most = all.reduce<(typeof all)[number] | null>(
    (a, b) => (a === null || Math.abs(b.value) > Math.abs(a.value) ? b : a),
    null,
  );
  return most
    ? `Changed most against “${base}”, of the measures drawn: ${rowName(results, most.row)}, ${most.value >= 1 ? `${fixed(most.value + 1, 1)} times as much` : percent(most.value)} in “${most.name}”`
    : `No measure differs clearly from “${base}”`;
}
