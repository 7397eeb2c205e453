import { amount } from '../words/numbers.ts';
import type { Attributes, Chart } from './figure.ts';
import { BLUE, eachOf, layout, ORANGE } from './look.ts';

export interface Parts {
  label: string;
  process: number;
  capacity: number;
}

/** Delay in its two parts, a bar a row. */
export function processAndCapacity(rows: Parts[], axis: string): Chart {
  const y = rows.map((r) => r.label);
  const bar = (x: number[], name: string, ink: string, marker: Attributes): Attributes => ({
    type: 'bar',
    orientation: 'h',
    y,
    x,
    name,
    text: x.map((v) => (v > 0 ? amount(v) : '')),
    textposition: 'auto',
    insidetextfont: { color: ink },
    textangle: 0,
    marker,
  });
  return {
    height: 140 + eachOf(rows.length, 56) * rows.length,
    data: [
      bar(
        rows.map((r) => r.process),
        'Process',
        '#FFFFFF',
        { color: BLUE },
      ),
      bar(
        rows.map((r) => r.capacity),
        'Waiting for capacity',
        '#000000',
        { color: ORANGE },
      ),
    ],
    layout: layout({
      x: { rangemode: 'tozero', separatethousands: true, hoverformat: ',.0f', title: { text: axis, font: { size: 13 } } },
      y: { type: 'category', autorange: 'reversed', showgrid: false, ticksuffix: ' ' },
      barmode: 'stack',
      hovermode: 'y unified',
      showlegend: true,
      legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' },
    }),
  };
}
