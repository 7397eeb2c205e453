import type { Histogram, Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { share } from '../words/numbers.ts';
import type { Attributes, Chart, Figure } from './figure.ts';
import { axisTitle, BLUE, GREY, layout, onLine, ORANGE, striped } from './look.ts';

/** Days drawn one by one; longer stays are gathered in one last bar. */
const SHOWN = 60;
const LINES = [7, 14, 21];

/** Nights in the acute bed of the people discharged, delay included, with the 7, 14 and 21 day lines. */
export function stays(result: Result): Figure[] {
  const all = result.stays.find((h) => h.scope === 'all');
  const total = sum(all?.people ?? []);
  if (!all || total === 0) return [];
  const beyond = LINES.map((n) => sum(all.people.slice(n)) / total);
  const bars = gathered(all.people);
  const home = gathered(peopleWithoutSupport(result, all.people.length));
  return [
    {
      id: 'stays',
      title: `${share(beyond[0] ?? 0)} of people discharged stayed 7 nights or more, ${share(beyond[1] ?? 0)} 14 or more and ${share(beyond[2] ?? 0)} 21 or more`,
      label: `People discharged by nights in the acute bed (whole stay, delay included), ${meanOfRuns(result)}`,
      notes: all.people.length > SHOWN + 1 ? [`Stays of ${SHOWN} nights and more are gathered in the last bar.`] : [],
      chart: chartOf(bars, home),
      table: {
        columns: [
          { key: 'nights', head: 'Nights' },
          { key: 'people', head: 'People', unit: 'people' },
          { key: 'no_support', head: 'of them without new support (P0)', unit: 'people' },
          { key: 'others', head: 'of them on other pathways', unit: 'people' },
        ],
        rows: bars.map((n, i) => [nights(i, bars.length, all), n, home[i] ?? 0, n - (home[i] ?? 0)]),
      },
    },
  ];
}

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
const gathered = (people: number[]): number[] =>
  people.length <= SHOWN + 1 ? people : [...people.slice(0, SHOWN), sum(people.slice(SHOWN))];

function nights(i: number, count: number, all: Histogram): string {
  return i === count - 1 && all.people.length > 1 ? `${i} or more` : String(i);
}

/** People of the pathways without a service, by nights. */
function peopleWithoutSupport(result: Result, length: number): number[] {
  const scopes = result.scenario.pathways.filter((p) => p.route.length === 0).map((p) => `pathway:${p.name}`);
  const parts = result.stays.filter((h) => scopes.includes(h.scope));
  return Array.from({ length }, (_, i) => sum(parts.map((h) => h.people[i] ?? 0)));
}

function chartOf(bars: number[], home: number[]): Chart {
  const x = bars.map((_, i) => i);
  const others = bars.map((n, i) => Math.max(0, n - (home[i] ?? 0)));
  const split = sum(home) > 0 && sum(others) > 0;
  const bar = (y: number[], name: string, marker: Attributes): Attributes => ({ type: 'bar', x, y, name, marker });
  return {
    height: 380,
    data: split
      ? [bar(others, 'Other pathways', striped(ORANGE)), bar(home, 'Without new support', { color: BLUE })]
      : [bar(bars, 'People discharged', { color: BLUE })],
    layout: layout({
      x: { dtick: 7, showgrid: false, zeroline: false, title: { text: 'Nights in the acute bed', font: { size: 13 } } },
      y: { hoverformat: ',.1f' },
      barmode: 'stack',
      bargap: 0.15,
      showlegend: split,
      legend: { x: 1, xanchor: 'right', y: 0.8, traceorder: 'reversed', bgcolor: 'rgba(255,255,255,0.85)' },
      shapes: LINES.map((n) => ({
        type: 'line',
        x0: n - 0.5,
        x1: n - 0.5,
        y0: 0,
        y1: 1,
        yref: 'paper',
        line: { color: GREY, width: 1.5, dash: 'dot' },
      })),
      annotations: [
        axisTitle('People'),
        ...LINES.map((n) => onLine(`${n}+`, n - 0.5, 1, GREY, { yref: 'paper', xanchor: 'left', yanchor: 'top', yshift: 0 })),
      ],
    }),
  };
}
