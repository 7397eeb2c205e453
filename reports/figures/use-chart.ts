import type { Limit } from '../../sim/scenario.ts';
import type { Timeline } from '../words/timeline.ts';
import type { Chart, Table } from './figure.ts';
import { axisTitle, BLUE, dateAxis, inTheMiddle, layout, onLine, ORANGE, PALE } from './look.ts';

/** What use and capacity are called for one kind of capacity. */
export interface UseWords {
  used: string;
  open: string;
  unit: string;
  axis: string;
}

/** Used over time, with the spread of single replications, against what is open. */
export function useChart(used: Timeline, open: (Limit | null)[], words: UseWords): Chart {
  const known = used.values.map((s, i) => ({ s, i })).filter(({ s }) => s !== null);
  const x = known.map(({ i }) => used.at[i]);
  const y = known.map(({ s }) => s?.mean ?? 0);
  const numbers = open.map((l) => (typeof l === 'number' ? l : null));
  const edge = (k: 0 | 4, fill: boolean) => ({
    type: 'scatter', mode: 'lines', x, y: known.map(({ s }) => s?.range?.[k] ?? s?.mean ?? 0), name: k === 0 ? '5% below' : '95% below',
    line: { width: 0, color: BLUE }, ...(fill ? { fill: 'tonexty', fillcolor: PALE } : {}),
  });
  const ranged = known.length > 0 && known.every(({ s }) => s?.range);
  const mid = Math.floor(x.length / 2);
  return {
    height: 340,
    data: [
      ...(ranged ? [edge(0, false), edge(4, true)] : []),
      { type: 'scatter', mode: 'lines', x, y, name: words.used, line: { color: BLUE, width: 2.5 } },
      { type: 'scatter', mode: 'lines', x: used.at, y: numbers, name: words.open, line: { color: ORANGE, width: 3, dash: 'dash', shape: used.step === 'week' ? 'hvh' : 'linear' } },
    ].map((trace) => ({ ...trace, ...inTheMiddle(used.step, used.at[0]) })),
    layout: layout({
      x: dateAxis(used.step), y: { hoverformat: ',.1f' },
      annotations: [
        axisTitle(words.axis),
        onLine(words.used, x[mid], y[mid], BLUE, { yanchor: 'top', yshift: -8 }),
        ...(typeof numbers[0] === 'number' ? [onLine(words.open, used.at[0], numbers[0], ORANGE, { xanchor: 'left', yshift: 6 })] : []),
      ],
    }),
  };
}

export function useTable(used: Timeline, open: (Limit | null)[], words: UseWords): Table {
  return {
    columns: [
      { key: 'from', head: `First day of ${used.step}`, unit: 'date' }, { key: 'used', head: words.used, unit: words.unit },
      { key: 'p5', head: '5% below', unit: words.unit }, { key: 'p95', head: '95% below', unit: words.unit }, { key: 'open', head: words.open, unit: words.unit },
    ],
    rows: used.at.map((day, i) => {
      const s = used.values[i] ?? null;
      const most = open[i] ?? null;
      return [day, s?.mean ?? null, s?.range?.[0] ?? null, s?.range?.[4] ?? null, most === 'unlimited' ? 'no limit' : most];
    }),
  };
}
