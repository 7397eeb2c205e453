import type { Result, Summary } from '../../sim/result.ts';
import { plusDays } from '../words/dates.ts';
import { span } from '../words/numbers.ts';
import type { Attributes } from './figure.ts';

/** Government Analysis Function palette: at most four series; dark blue and orange for two. */
export const BLUE = '#12436D';
const TEAL = '#28A197';
export const PLUM = '#801650';
export const ORANGE = '#F46A25';
export const GREY = '#3D3D3D';
export const SERIES = [BLUE, ORANGE, TEAL, PLUM];
export const DASHES = ['solid', 'dash', 'dot', 'dashdot'];
export const PALE = 'rgba(18,67,109,0.15)';
const MIDDLE = 'rgba(18,67,109,0.35)';

/** Two ways to tell bars apart without their colour. */
export const striped = (color: string): Attributes => ({
  color,
  pattern: { shape: '/', bgcolor: color, fgcolor: '#FFFFFF', size: 6, solidity: 0.2 },
});

const AXIS: Attributes = {
  gridcolor: '#E3E7EB',
  zerolinecolor: '#8A949E',
  linecolor: '#8A949E',
  automargin: true,
  fixedrange: true,
};

/** Layout shared by all charts: Arial, white, nothing to drag, hover by column. */
export function layout(parts: { x?: Attributes; y?: Attributes } & Attributes = {}): Attributes {
  const { x, y, ...rest } = parts;
  return {
    font: { family: 'Arial, Helvetica, sans-serif', size: 14, color: '#212B32' },
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    margin: { l: 8, r: 12, t: 28, b: 8 },
    showlegend: false,
    dragmode: false,
    hovermode: 'x unified',
    ...rest,
    xaxis: { ...AXIS, ...x },
    yaxis: { ...AXIS, rangemode: 'tozero', separatethousands: true, ...y },
  };
}

/** Pixels a chart's rows may take together: with its words it then fits on a page of A4. */
export const ROOM = 540;

/** Height of each of so many rows: as wanted while they fit. */
export const eachOf = (rows: number, wanted: number): number => Math.min(wanted, ROOM / rows);

/** Every chart over time shows the whole period, each month (or every few of them) named in its middle. */
export function dateAxis(step: 'day' | 'week' | 'month', { start, end, months }: Result['calendar']): Attributes {
  const every = months.length <= 8 ? 1 : months.length <= 26 ? 3 : 12;
  const named =
    months.length > 1
      ? { dtick: `M${every}`, tick0: `${start.slice(0, 7)}-01`, tickformat: '%b\n%Y', ticklabelmode: 'period', tickangle: 0 }
      : { tickformat: '%-d %b' };
  return {
    type: 'date',
    hoverformat: step === 'month' ? '%B %Y' : '%-d %b %Y',
    showgrid: false,
    range: [start, plusDays(end, 1)],
    ...named,
  };
}

/** Names of the lines in a row under the chart: they cover nothing, on paper and on a telephone. */
export const BELOW: Attributes = {
  showlegend: true,
  legend: { orientation: 'h', x: 0, xanchor: 'left', y: -0.22, yanchor: 'top', traceorder: 'normal' },
};

/** The same under bars, of which there may be many: as far below whatever the height. */
export const belowBars = (height: number): Attributes => ({
  ...BELOW,
  legend: { ...(BELOW['legend'] as Attributes), y: -50 / height },
});

/** Round steps from low to high, at most about five, for an axis whose words are our own. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10);
  const from = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - from + 1 }, (_, i) => (from + i) * step);
}

/** Named above the plot, left: what the vertical axis counts. */
export const axisTitle = (text: string): Attributes => ({
  text,
  xref: 'paper',
  yref: 'paper',
  x: 0,
  y: 1,
  xanchor: 'left',
  yanchor: 'bottom',
  yshift: 6,
  showarrow: false,
  font: { color: GREY, size: 13 },
});

/** Points stand in the middle of the week or month they are the value of, and hover names its first day. */
export const inTheMiddle = (step: 'day' | 'week' | 'month', first: string | undefined): Attributes =>
  step === 'day' ? {} : { xperiod: step === 'week' ? 7 * 86_400_000 : 'M1', xperiod0: first, xperiodalignment: 'middle' };

/** Hover over a mean: the mean, and nine in ten single replications about it where there are several. */
export function hoverRange(values: (Summary | null)[], unit: string, run: string): Attributes {
  const ranged = values.some((s) => s?.range);
  const range = (s: Summary | null): string => (s?.range ? ` (9 in 10 ${run}s: ${span(s.range[0], s.range[4], unit)})` : '');
  return {
    customdata: values.map((s) => (ranged ? range(s) : '')),
    hovertemplate: '%{y:,.2f}%{customdata}<extra>%{fullData.name}</extra>',
  };
}

/** A label written on the line it names, at the i-th point. */
export function onLine(text: string, x: unknown, y: unknown, color: string, place: Attributes = {}): Attributes {
  return {
    text,
    x,
    y,
    showarrow: false,
    yanchor: 'bottom',
    yshift: 3,
    bgcolor: 'rgba(255,255,255,0.85)',
    borderpad: 1,
    font: { color: color === ORANGE ? '#A8410B' : color, size: 13 },
    ...place,
  };
}

/** The median of single replications with the middle half and nine in ten of them. */
export function fan(
  x: string[],
  rows: { p5: number[]; p25: number[]; p50: number[]; p75: number[]; p95: number[] },
  run: string,
): Attributes[] {
  const edge = (y: number[], below: number, named?: { name: string; fill: string }): Attributes => ({
    type: 'scatter',
    mode: 'lines',
    x,
    y,
    name: named?.name ?? `${below}%`,
    showlegend: named !== undefined,
    line: { width: 0, color: BLUE },
    hovertemplate: `%{y:,.0f}<extra>${below}% of ${run}s below</extra>`,
    ...(named ? { fill: 'tonexty', fillcolor: named.fill } : {}),
  });
  return [
    edge(rows.p5, 5),
    edge(rows.p95, 95, { name: `9 in 10 ${run}s`, fill: PALE }),
    edge(rows.p25, 25),
    edge(rows.p75, 75, { name: `Half of the ${run}s`, fill: MIDDLE }),
    { type: 'scatter', mode: 'lines', x, y: rows.p50, name: `Middle ${run}`, line: { color: BLUE, width: 2.5 } },
  ];
}

/** A level line over some dates with its words on it. */
export function levelLine(value: number, text: string, from: string, to: string): { shape: Attributes; note: Attributes } {
  return {
    shape: { type: 'line', x0: from, x1: to, y0: value, y1: value, line: { color: ORANGE, width: 2.5, dash: 'dash' } },
    note: onLine(text, to, value, ORANGE, { xanchor: 'right' }),
  };
}
