import { cut } from '../words/cut.ts';
import type { Attributes, Chart } from './figure.ts';
import { eachOf, layout, ROOM, SERIES } from './look.ts';

const SYMBOLS = ['circle', 'diamond', 'square', 'triangle-up'];
/** Longer names of rows are cut in the chart: the table has them whole. */
const LONGEST = 60;

/** A value with the ends of its interval. */
export type Point = [value: number | null, low: number | null, high: number | null];

/** Rows that can be told apart in one chart, of so many series. */
export const mostRows = (series: number): number => Math.floor(ROOM / (14 + 9 * Math.max(1, Math.min(series, SERIES.length))));

/** A row a name, in it a dot with its interval for each of at most four series, all on one axis. */
export function dots(rows: string[], series: { name: string; points: Point[] }[], axis: Attributes): Chart {
  const names = unlike(rows.map((name) => cut(name, LONGEST)));
  const height = 130 + rows.length * eachOf(rows.length, 24 + 14 * series.length);
  return {
    height,
    data: series.map(({ name, points }, i) => ({
      type: 'scatter', mode: 'markers', y: names, x: points.map(([value]) => value), name, marker: { color: SERIES[i], symbol: SYMBOLS[i], size: 10 },
      error_x: { type: 'data', symmetric: false, color: SERIES[i], thickness: 2, array: points.map(([value, , high]) => (high ?? value ?? 0) - (value ?? 0)), arrayminus: points.map(([value, low]) => (value ?? 0) - (low ?? value ?? 0)) },
    })),
    layout: layout({
      x: axis, y: { type: 'category', autorange: 'reversed', ticksuffix: ' ' }, hovermode: 'closest',
      showlegend: series.length > 1, legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' }, margin: { l: 8, r: 12, t: series.length > 1 ? 60 : 12, b: 8 },
    }),
    narrow: { height: height + 22 * rows.length, layout: labelsAbove(names) },
  };
}

/** Two rows of one name would be drawn on top of one another. */
const unlike = (names: string[]): string[] => names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));

/** On a narrow page the names stand above their dots, so that the dots have the whole width. */
function labelsAbove(names: string[]): Attributes {
  return {
    yaxis: { type: 'category', range: [names.length - 0.5, -0.8], showticklabels: false, showgrid: false, fixedrange: true, zeroline: false },
    legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1, yanchor: 'bottom' },
    annotations: names.map((name, i) => ({ text: cut(name, 46), xref: 'paper', x: 0, xanchor: 'left', y: i, yanchor: 'bottom', yshift: 7, showarrow: false, bgcolor: '#FFFFFF', borderpad: 0, font: { size: 13 } })),
  };
}
