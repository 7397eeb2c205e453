import { cut } from '../words/cut.ts';
import type { Flow } from '../words/flows.ts';
import { fixed, plain } from '../words/numbers.ts';
import type { Attributes, Chart } from './figure.ts';
import { BLUE, layout } from './look.ts';

/** Pixels for each place of the fullest column, so that labels stand apart. */
const APART = 34;

/** Between the places of a column, and above and below all, pixels. */
const [PAD, MARGIN] = [18, 12];

/** Labels stand right of their place, those of the last column left of it: the space before it holds two. */
const LAST = 1.5;

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
  const height = Math.max(300, fullest * APART + 40);
  const trace: Attributes = {
    type: 'sankey',
    arrangement: 'fixed',
    orientation: 'h',
    node: {
      label: places.map(({ label, people }) => `${cut(label, columns > 3 ? 21 : 34)} ${fixed(people)}`),
      // On a narrow page; labels of the last column stand to its left, where those of the column before it would be.
      customdata: places.map(({ label, column }) =>
        columns > 3 && column === columns - 2 ? '' : cut(label, columns > 3 ? 11 : 16),
      ),
      color: BLUE,
      pad: PAD,
      thickness: 14,
      align: 'left',
      ...placed(places, columns, height - 2 * MARGIN),
      line: { width: 0 },
      hovertemplate: '%{label}<extra></extra>',
    },
    link: {
      source,
      target,
      value: flows.map(({ people }) => people),
      color: 'rgba(18,67,109,0.22)',
      customdata: flows.map(({ from, to, people }) => `${from} → ${to}: ${plain(people, 'people')} people`),
      hovertemplate: '%{customdata}<extra></extra>',
    },
  };
  return { height, data: [trace], layout: layout({ margin: { l: 8, r: 8, t: MARGIN, b: MARGIN } }) };
}

/** Middles of the places as shares of width and height, each column from the top; never quite 0 or 1, which plotly takes for not given. */
function placed(places: { column: number; people: number }[], columns: number, height: number): { x: number[]; y: number[] } {
  const lists = Array.from({ length: columns }, (_, column) => places.filter((p) => p.column === column));
  const sum = (list: { people: number }[]): number => list.reduce((all, { people }) => all + people, 0);
  const scale = Math.min(...lists.map((list) => (height - PAD * (list.length - 1)) / sum(list)));
  const width = columns - 2 + (columns > 3 ? LAST : 1);
  const within = (v: number): number => Math.min(0.999, Math.max(0.001, v));
  return {
    x: places.map(({ column }) => within(column === columns - 1 ? 1 : column / width)),
    y: places.map((place) => {
      const list = lists[place.column] ?? [];
      const above = list.slice(0, list.indexOf(place));
      return within((scale * (sum(above) + place.people / 2) + PAD * above.length) / height);
    }),
  };
}
