import type { Result, Summary } from '../../sim/result.ts';
import { daysText, worstOf } from '../words/findings/over-time.ts';
import { runWord } from '../words/dates.ts';
import { meanOf, shortLabels } from '../words/lookup.ts';
import { amount } from '../words/numbers.ts';
import { means, stepText, stepsOf, timeline } from '../words/timeline.ts';
import type { Chart, Figure } from './figure.ts';
import { axisTitle, dateAxis, eachOf, hoverRange, inTheMiddle, layout } from './look.ts';

interface Row {
  key: string;
  label: string;
  average: number | null;
  values: (number | null)[];
  spread: (Summary | null)[];
}

/** Mean delay of the people discharged, by pathway and week: a heatmap. */
export function delayByPathway(result: Result): Figure[] {
  const { step, at } = stepsOf(result);
  const labels = shortLabels(result.scenario.pathways);
  const rows: Row[] = result.scenario.pathways.flatMap((p, i) => {
    const scope = `pathway:${p.name}`;
    const line = timeline(result, 'delay-mean', scope);
    return line
      ? [
          {
            key: p.name,
            label: labels[i] ?? p.name,
            average: meanOf(result, 'delay-mean', scope),
            values: means(line),
            spread: line.values,
          },
        ]
      : [];
  });
  if (rows.length === 0) return [];
  return [
    {
      id: 'delay-by-pathway',
      title: finding(rows, (i) => stepText(result, step, at[i] ?? '')),
      label: `Mean delay in days (midnights past the ready date) of the people discharged, by pathway and ${step} of discharge`,
      notes: [],
      chart: chartOf(result, rows),
      table: {
        columns: [
          { key: 'from', head: `First day of ${step}`, unit: 'date' },
          ...rows.map((r) => ({ key: r.key, head: r.label, unit: 'days' })),
        ],
        rows: at.map((day, i) => [day, ...rows.map((r) => r.values[i] ?? null)]),
      },
    },
  ];
}

function finding(rows: Row[], at: (i: number) => string): string {
  const worst = worstOf(rows);
  if (!worst || worst.value === 0) return 'Nobody is delayed, on any pathway';
  const label = rows[worst.row]?.label ?? '';
  const longest = [...rows].sort((a, b) => (b.average ?? 0) - (a.average ?? 0))[0];
  const peak = `its worst is ${daysText(worst.value)}, in ${at(worst.step)}`;
  if (!longest || longest.average === null) return `${label} waits longest: ${peak}`;
  const head = `${longest.label} is delayed longest, ${daysText(longest.average)} a person on average`;
  return longest.label === label
    ? `${head}; ${peak}`
    : `${head}; the single worst is ${label}, ${daysText(worst.value)} in ${at(worst.step)}`;
}

function chartOf(result: Result, rows: Row[]): Chart {
  const { step, at } = stepsOf(result);
  const top = Math.max(0.1, ...rows.flatMap((r) => r.values.map((v) => v ?? 0)));
  return {
    height: 100 + eachOf(rows.length, 46) * rows.length,
    data: [
      {
        type: 'heatmap',
        x: at,
        y: rows.map((r) => r.label),
        z: rows.map((r) => r.values),
        text: rows.map((r) => r.values.map((v) => (v === null ? '' : amount(v)))),
        texttemplate: at.length <= 32 ? '%{text}' : '',
        customdata: rows.map((r) => hoverRange(r.spread, 'days', runWord(result))['customdata']),
        hovertemplate: '%{y}, %{x}: %{z:,.2f} days%{customdata}<extra></extra>',
        ...inTheMiddle(step, at[0]),
        zmin: 0,
        zmax: top,
        colorscale: [
          [0, '#F3F6F9'],
          [0.5, '#8FABC7'],
          [1, '#12436D'],
        ],
        xgap: 1,
        ygap: 2,
        colorbar: {
          orientation: 'h',
          thickness: 10,
          len: 0.4,
          x: 1,
          xanchor: 'right',
          y: 1,
          yanchor: 'bottom',
          ypad: 4,
          tickangle: 0,
          nticks: 4,
          tickfont: { size: 12 },
        },
      },
    ],
    layout: layout({
      x: dateAxis(step, result.calendar),
      y: { type: 'category', autorange: 'reversed', showgrid: false },
      hovermode: 'closest',
      annotations: [axisTitle('Days (mean)')],
      margin: { l: 8, r: 12, t: 56, b: 8 },
    }),
  };
}
