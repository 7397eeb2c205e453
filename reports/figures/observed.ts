import type { Result } from '../../sim/result.ts';
import { agreementOf, type Beside, besideOf, pooledOf } from '../words/beside.ts';
import { runWord } from '../words/dates.ts';
import { capital, labelOf, scopeLabel, titleOf, unitOf } from '../words/lookup.ts';
import { amount, fixed, plain, share } from '../words/numbers.ts';
import { roughNote } from '../words/reading.ts';
import type { Attributes, Cell, Chart, Figure, Table } from './figure.ts';
import { BELOW, dateAxis, fan, layout, ORANGE } from './look.ts';
import { slugOf } from './slug.ts';

/** Each observed series beside the simulated, and all of them summed up in one table. */
export function observed(result: Result): Figure[] {
  const series = besideOf(result);
  return [
    ...series.map((it) => overTime(result, it)),
    ...pooled(result),
    ...(series.length > 0 ? [inShort(result, series)] : []),
  ];
}

function overTime(result: Result, it: Beside): Figure {
  const {
    observed: { by, file, source },
    points,
  } = it;
  const run = runWord(result);
  const missing = points.filter((point) => point.observed === null).length;
  return {
    id: `observed-series-${slugOf(result.scenario.observed ?? [], it.observed)}`,
    title: finding(it),
    label: `${it.title}, ${scopeLabel(result.scenario, it.observed.scope)}, by ${by}: observed (orange) and simulated (blue: the middle ${run}, half of the ${run}s and 9 in 10 of them)`,
    notes: [
      `Observed: ${file}${source === null ? '' : `; ${source}`}.${missing === 0 ? '' : ` ${fixed(missing)} of ${fixed(points.length)} ${by}s have no return: the line is broken there.`}`,
      `The range is what a single ${run} may bring by chance under the assumptions; where far fewer than 9 in 10 ${by}s lie inside, something moves that the scenario does not know of.`,
      ...roughNote(result),
    ],
    chart: chartOf(result, it),
    table: tableOf(it, run),
  };
}

function finding({ observed: { label, by }, unit, agreement }: Beside): string {
  if (agreement === null) return `${capital(label)}: nothing observed in this period`;
  const { inside } = agreement;
  return `${capital(label)}: ${plain(agreement.observed, unit)} observed on average, ${plain(agreement.simulated, unit)} simulated${inside === null ? '' : `; ${share(inside)} of ${by}s inside the 9-in-10 range`}`;
}

function chartOf(result: Result, { observed: { by }, points, unit }: Beside): Chart {
  const run = runWord(result);
  const known = points.filter(({ simulated }) => simulated !== null);
  const at = (k: 0 | 1 | 2 | 3 | 4) => known.map(({ simulated }) => simulated?.range?.[k] ?? simulated?.mean ?? 0);
  const line: Attributes = {
    type: 'scatter',
    mode: 'lines',
    x: points.map(({ at: day }) => day),
    y: points.map((point) => point.observed),
    name: 'Observed',
    line: { color: ORANGE, width: 1.5 },
  };
  return {
    height: 420,
    data: [
      ...fan(
        known.map(({ at: day }) => day),
        { p5: at(0), p25: at(1), p50: at(2), p75: at(3), p95: at(4) },
        run,
      ),
      line,
    ],
    layout: layout({
      x: dateAxis(by, result.calendar),
      y: { hoverformat: unit === 'share' ? '.1%' : ',.1f', ...(unit === 'share' ? { tickformat: '.0%' } : {}) },
      ...BELOW,
    }),
  };
}

function tableOf({ observed: { by }, unit, points }: Beside, run: string): Table {
  return {
    columns: [
      { key: 'from', head: by === 'day' ? 'Day' : 'First day of month', unit: 'date' },
      { key: 'observed', head: 'Observed', unit },
      { key: 'mean', head: 'Simulated, mean', unit },
      { key: 'p5', head: `5% of ${run}s below`, unit },
      { key: 'p25', head: '25% below', unit },
      { key: 'p50', head: `Middle ${run}`, unit },
      { key: 'p75', head: '75% below', unit },
      { key: 'p95', head: '95% below', unit },
    ],
    rows: points.map(({ at, observed: value, simulated }) => [
      at,
      value,
      simulated?.mean ?? null,
      ...[0, 1, 2, 3, 4].map((k) => simulated?.range?.[k] ?? null),
    ]),
  };
}

/** Measures of the whole period, such as bands of delay: one row each, the months observed taken together. */
function pooled(result: Result): Figure[] {
  const rows = pooledOf(result);
  const agreement = agreementOf(rows.map(({ point }) => point));
  const first = rows[0];
  if (first === undefined || agreement === null) return [];
  const unit = unitOf(result, first.observed.measure);
  const one = rows.every(({ observed: { measure } }) => unitOf(result, measure) === unit);
  const run = runWord(result);
  const inside =
    agreement.inside === null
      ? ''
      : `; ${fixed(Math.round(agreement.inside * agreement.n))} of ${fixed(agreement.n)} inside the 9-in-10 range`;
  return [
    {
      id: 'observed-whole-period',
      title: one
        ? `Over the whole period observed and simulated are ${unit === 'share' ? `${amount(agreement.absoluteError * 100)} points` : amount(agreement.absoluteError)} apart on average${inside}`
        : `Observed and simulated over the whole period${inside}`,
      label: 'Months observed taken together, beside the mean of the simulated periods',
      notes: [`Observed: ${[...new Set(rows.map(({ observed: it }) => it.file))].join(', ')}.`, ...roughNote(result)],
      chart: null,
      table: {
        columns: [
          { key: 'what', head: 'What' },
          { key: 'scope', head: 'Of' },
          { key: 'observed', head: 'Observed', unit: one ? unit : '' },
          { key: 'mean', head: 'Simulated, mean', unit: one ? unit : '' },
          { key: 'p5', head: `5% of ${run}s below`, unit: one ? unit : '' },
          { key: 'p95', head: '95% below', unit: one ? unit : '' },
        ],
        rows: rows.map(({ observed: it, point: { observed: value, simulated } }): Cell[] => [
          it.label === it.name ? titleOf(result, it.measure) : labelOf(it),
          scopeLabel(result.scenario, it.scope),
          value,
          simulated?.mean ?? null,
          simulated?.range?.[0] ?? null,
          simulated?.range?.[4] ?? null,
        ]),
      },
    },
  ];
}

/** A row a series: how far observed and simulated are apart. */
function inShort(result: Result, series: Beside[]): Figure {
  const rows = series.flatMap(({ observed: { label, scope, by }, title, unit, agreement: a }): Cell[][] =>
    a === null
      ? []
      : [
          [
            capital(label),
            title,
            scopeLabel(result.scenario, scope),
            `${fixed(a.n)} ${by}s`,
            plain(a.observed, unit),
            plain(a.simulated, unit),
            plain(a.absoluteError, unit),
            a.inside === null ? null : share(a.inside),
          ],
        ],
  );
  return {
    id: 'observed',
    title: 'How far observed and simulated are apart',
    label: 'Over the days or months with a return',
    chart: null,
    notes: ['The mean absolute error is the average distance between what was observed and the mean of the simulated.'],
    table: {
      columns: [
        { key: 'series', head: 'Series' },
        { key: 'measure', head: 'Measure' },
        { key: 'scope', head: 'Of' },
        { key: 'n', head: 'With a return' },
        { key: 'observed', head: 'Observed, mean' },
        { key: 'simulated', head: 'Simulated, mean' },
        { key: 'absolute_error', head: 'Mean absolute error' },
        { key: 'inside', head: 'Inside the 9-in-10 range' },
      ],
      rows,
    },
    csv: csvOf(series),
  };
}

function csvOf(series: Beside[]): Table {
  const keys = ['series', 'measure', 'scope', 'by', 'n', 'observed', 'simulated', 'absolute_error', 'inside_share'];
  return {
    columns: keys.map((key) => ({ key, head: key })),
    rows: series.flatMap(({ observed: { name, measure, scope, by }, agreement: a }) =>
      a === null ? [] : [[name, measure, scope, by, a.n, a.observed, a.simulated, a.absoluteError, a.inside]],
    ),
  };
}
