import { cut } from '../words/cut.ts';
import type { Flow } from '../words/flows.ts';
import { fixed, plain } from '../words/numbers.ts';
import type { Attributes, Chart } from './figure.ts';
import { BLUE, layout } from './look.ts';

/** Pixels for each place of the fullest column, so that labels stand apart. */
const APART = 34;

/** A Sankey diagram: bands as wide as the people in them, from one column of places to the next. */
export function flowChart(flows: Flow[]): Chart {
  const places: { column: number; label: string; people: number }[] = [];
  const at = (column: number, label: string, people: number): number => {
    const found = places.findIndex((p) => p.column === column && p.label === label);
    if (found < 0) return places.push({ column, label, people }) - 1;
    (places[found] as { people: number }).people += people;
    return found;
  };
  const source = flows.map(({ column, from, people }) => at(column, from, column === 0 ? people : 0));
  const target = flows.map(({ column, to, people }) => at(column + 1, to, people));
  const columns = Math.max(...places.map(({ column }) => column)) + 1;
  const fullest = Math.max(...Array.from({ length: columns }, (_, column) => places.filter((p) => p.column === column).length));
  const trace: Attributes = {
    type: 'sankey', arrangement: 'fixed', orientation: 'h',
    node: {
      label: places.map(({ label, people }) => `${cut(label, columns > 3 ? 24 : 34)} ${fixed(people)}`),
      // On a narrow page; labels of the last column stand to its left, where those of the column before it would be.
      customdata: places.map(({ label, column }) => (columns > 3 && column === columns - 2 ? '' : cut(label, columns > 3 ? 11 : 16))),
      color: BLUE, pad: 18, thickness: 14, line: { width: 0 }, hovertemplate: '%{label}<extra></extra>',
    },
    link: { source, target, value: flows.map(({ people }) => people), color: 'rgba(18,67,109,0.22)', customdata: flows.map(({ from, to, people }) => `${from} → ${to}: ${plain(people, 'people')} people`), hovertemplate: '%{customdata}<extra></extra>' },
  };
  return { height: Math.max(300, fullest * APART + 40), data: [trace], layout: layout({ margin: { l: 8, r: 8, t: 12, b: 12 } }) };
}
