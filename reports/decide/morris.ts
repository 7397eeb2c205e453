import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Chart, Figure } from '../figures/figure.ts';
import { axisTitle, BLUE, layout, onLine } from '../figures/look.ts';
import { fixed } from '../words/numbers.ts';
import { ofDecision, type Telling } from './weights.ts';

/** Named in the chart; the others are points, and rows of the table. */
const NAMED = 5;

/** All values moved together (Morris screening), where it was asked for. */
export function morrisFigures(
  decision: SensitivityDecision,
  id = 'morris',
  { name: nameOf, measure }: Telling = ofDecision(decision),
): Figure[] {
  const { morris, values, asked } = decision;
  if (!morris) return [];
  const { effects, walks, winters, leftOut } = morris;
  const rows = effects.map(({ value, size, mean, sd }) => ({ name: nameOf(values[value]?.path ?? ''), size, mean, sd }));
  return [
    {
      id,
      title: `With all assumptions moved together, ${rows[0]?.name ?? ''} moves ${measure} most`,
      label: `Effect of each assumption from its lowest to its highest, wherever the others stand (Morris screening, ${fixed(walks)} walks, ${fixed(winters)} winters a point)`,
      notes: [
        'To the right: matters more. Higher up: its effect is not the same everywhere, since it is curved or depends on another value.',
        ...(leftOut > 0
          ? [
              `${fixed(leftOut)} of ${fixed(walks * (values.length + 1))} points hold values that do not go together and were left out.`,
            ]
          : []),
      ],
      chart: chart(rows, asked),
      table: {
        columns: [
          { key: 'assumption', head: 'Assumption' },
          { key: 'size', head: 'Mean size of the effect', unit: asked.unit },
          { key: 'mean', head: 'Mean effect', unit: asked.unit },
          { key: 'sd', head: 'Its standard deviation', unit: asked.unit },
        ],
        rows: rows.map(({ name, size, mean, sd }) => [name, size, mean, sd]),
      },
    },
  ];
}

function chart(rows: { name: string; size: number; sd: number }[], { title, unit }: SensitivityDecision['asked']): Chart {
  const widest = rows[0]?.size ?? 0;
  const named = rows
    .slice(0, NAMED)
    .filter(({ size }) => size > 0)
    .map(({ name, size, sd }) => {
      const left = size > widest / 2; // the words stay inside the plot
      return onLine(name, size, sd, BLUE, {
        xanchor: left ? 'right' : 'left',
        xshift: left ? -8 : 8,
        yanchor: 'middle',
        yshift: 0,
      });
    });
  return {
    height: 380,
    data: [
      {
        type: 'scatter',
        mode: 'markers',
        x: rows.map(({ size }) => size),
        y: rows.map(({ sd }) => sd),
        text: rows.map(({ name }) => name),
        marker: { color: BLUE, size: 9 },
        hovertemplate: '%{text}: %{x:,.1f}, standard deviation %{y:,.1f}<extra></extra>',
      },
    ],
    layout: layout({
      hovermode: 'closest',
      annotations: [axisTitle(`Standard deviation of the effect, ${unit}`), ...named],
      x: {
        title: { text: `Mean size of the effect on ${title.toLowerCase()}, ${unit}` },
        separatethousands: true,
        rangemode: 'tozero',
      },
    }),
  };
}
