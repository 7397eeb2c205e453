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

/** A row a name, in it a dot with its interval for each of at most four series, one below the other, all on one axis. `words` writes a value of it. */
export function dots(
  rows: string[],
  series: { name: string; points: Point[] }[],
  axis: Attributes,
  words: (value: number) => string,
): Chart {
  const names = rows.map((name) => cut(name, LONGEST));
  const height = 130 + rows.length * eachOf(rows.length, 24 + 14 * series.length);
  const apart = 0.7 / series.length;
  return {
    height,
    data: series.map(({ name, points }, i) => ({
      type: 'scatter',
      mode: 'markers',
      y: points.map((_, row) => row + apart * (i - (series.length - 1) / 2)),
      x: points.map(([value]) => value),
      name,
      marker: { color: SERIES[i], symbol: SYMBOLS[i], size: 10 },
      error_x: {
        type: 'data',
        symmetric: false,
        color: SERIES[i],
        thickness: 2,
        array: points.map(([value, , high]) => (high ?? value ?? 0) - (value ?? 0)),
        arrayminus: points.map(([value, low]) => (value ?? 0) - (low ?? value ?? 0)),
      },
      text: points.map((point, row) => `${rows[row] ?? ''}: ${pointText(point, words)}`),
      hovertemplate: '%{text}<extra>%{fullData.name}</extra>',
    })),
    layout: layout({
      x: axis,
      y: {
        range: [rows.length - 0.5, -0.5],
        tickvals: names.map((_, i) => i),
        ticktext: names,
        ticksuffix: ' ',
        zeroline: false,
        rangemode: 'normal',
      },
      hovermode: 'closest',
      showlegend: series.length > 1,
      legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' },
      margin: { l: 8, r: 12, t: series.length > 1 ? 60 : 12, b: 8 },
    }),
    narrow: { height: height + 22 * rows.length, layout: labelsAbove(names) },
  };
}

/** `60% (95% interval 39% to 78%)` */
const pointText = ([value, low, high]: Point, words: (value: number) => string): string =>
  value === null ? '' : words(value) + (low === null || high === null ? '' : ` (95% interval ${words(low)} to ${words(high)})`);

/** On a narrow page the names stand above their dots, so that the dots have the whole width. */
function labelsAbove(names: string[]): Attributes {
  return {
    yaxis: {
      range: [names.length - 0.5, -0.9],
      tickvals: names.map((_, i) => i),
      showticklabels: false,
      showgrid: false,
      fixedrange: true,
      zeroline: false,
    },
    legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1, yanchor: 'bottom' },
    annotations: names.map((name, i) => ({
      text: cut(name, 46),
      xref: 'paper',
      x: 0,
      xanchor: 'left',
      y: i - 0.35,
      yanchor: 'bottom',
      showarrow: false,
      bgcolor: '#FFFFFF',
      borderpad: 0,
      font: { size: 13 },
    })),
  };
}
