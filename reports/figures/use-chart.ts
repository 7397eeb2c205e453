import type { Result } from '../../sim/result.ts';
import type { Limit } from '../../sim/scenario/dated.ts';
import { runWord } from '../words/dates.ts';
import { dailySteps, type Timeline } from '../words/timeline.ts';
import { changeMarks } from './change-marks.ts';
import type { Attributes, Chart, Table } from './figure.ts';
import { BELOW, BLUE, dateAxis, inTheMiddle, layout, ORANGE, PALE } from './look.ts';

/** What use and capacity are called for one kind of capacity. */
export interface UseWords {
  used: string;
  open: string;
  unit: string;
  axis: string;
}

/** Used over time, with the spread of single replications, against what is open: by day where `scope` names capacity held so. */
export function useChart(
  result: Result,
  used: Timeline,
  open: (Limit | null)[],
  words: UseWords,
  scope: string | null = null,
): Chart {
  const known = used.values.map((s, i) => ({ s, i })).filter(({ s }) => s !== null);
  const x = known.map(({ i }) => used.at[i]);
  const y = known.map(({ s }) => s?.mean ?? 0);
  const numbers = open.map((l) => (typeof l === 'number' ? l : null));
  const edge = (k: 0 | 4, fill: boolean) => ({
    type: 'scatter',
    mode: 'lines',
    x,
    y: known.map(({ s }) => s?.range?.[k] ?? s?.mean ?? 0),
    name: k === 0 ? '5%' : `9 in 10 ${runWord(result)}s`,
    showlegend: k === 4,
    hovertemplate: `%{y:,.1f}<extra>${k === 0 ? '5%' : '95%'} below</extra>`,
    line: { width: 0, color: BLUE },
    ...(fill ? { fill: 'tonexty', fillcolor: PALE } : {}),
  });
  const ranged = known.length > 0 && known.every(({ s }) => s?.range);
  const marks = changeMarks(result);
  const daily = scope === null || used.step !== 'week' ? null : dailySteps(result, scope);
  const line = { color: ORANGE, width: 3, dash: 'dash' };
  const middle = (trace: Attributes): Attributes => ({ ...trace, ...inTheMiddle(used.step, used.at[0]) });
  return {
    height: 360,
    data: [
      ...(ranged ? [edge(0, false), edge(4, true)] : []),
      { type: 'scatter', mode: 'lines', x, y, name: words.used, line: { color: BLUE, width: 2.5 } },
    ]
      .map(middle)
      .concat(
        daily
          ? {
              type: 'scatter',
              mode: 'lines',
              ...daily,
              name: words.open,
              meta: 'capacity in force',
              line: { ...line, shape: 'hv' },
            }
          : middle({
              type: 'scatter',
              mode: 'lines',
              x: used.at,
              y: numbers,
              name: words.open,
              line: { ...line, shape: used.step === 'week' ? 'hvh' : 'linear' },
            }),
      ),
    layout: layout({
      x: dateAxis(used.step, result.calendar),
      y: { hoverformat: ',.1f' },
      ...BELOW,
      ...marks.layout(words.axis),
    }),
  };
}

export function useTable(used: Timeline, open: (Limit | null)[], words: UseWords): Table {
  return {
    columns: [
      { key: 'from', head: `First day of ${used.step}`, unit: 'date' },
      { key: 'used', head: words.used, unit: words.unit },
      { key: 'p5', head: '5% below', unit: words.unit },
      { key: 'p95', head: '95% below', unit: words.unit },
      { key: 'open', head: words.open, unit: words.unit },
    ],
    rows: used.at.map((day, i) => {
      const s = used.values[i] ?? null;
      const most = open[i] ?? null;
      return [day, s?.mean ?? null, s?.range?.[0] ?? null, s?.range?.[4] ?? null, most === 'unlimited' ? 'no limit' : most];
    }),
  };
}
