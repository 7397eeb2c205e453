import { cut } from '../words/cut.ts';
import type { Flow } from '../words/flows.ts';
import { fixed, plain } from '../words/numbers.ts';
import type { Attributes, Chart } from './figure.ts';
import { BLUE, layout } from './look.ts';

/** A place of the diagram, in pixels from the top. */
interface Node { column: number; label: string; people: number; top: number; height: number }
/** People who go from one place to the next: as thick as they are many, from height `y0` to height `y1`. */
interface Band { flow: Flow; from: Node; to: Node; thick: number; y0: number; y1: number }

/** Pixels that all people together take, the least between two places so that their labels stand apart, and the width of a place in columns. */
const [TALL, APART, WIDE] = [300, 24, 0.025];

/** A Sankey diagram from shapes: bands as wide as the people in them, one column of places after another. */
export function flowChart(flows: Flow[]): Chart {
  const nodes = placed(flows);
  const at = (column: number, label: string): Node => nodes.find((n) => n.column === column && n.label === label) as Node;
  const unit = TALL / inColumn(nodes, 0).reduce((sum, n) => sum + n.people, 0);
  const bands = flows.map((flow): Band => ({ flow, from: at(flow.column, flow.from), to: at(flow.column + 1, flow.to), thick: flow.people * unit, y0: 0, y1: 0 }));
  stack(bands);
  const columns = Math.max(...nodes.map(({ column }) => column));
  const height = Math.max(...nodes.map(({ top, height: h }) => top + Math.max(h, APART))) + 16;
  const label = (short: boolean): Attributes[] => nodes.map((node) => labelOf(node, columns, short));
  return {
    height: height + 16,
    data: [{
      type: 'scatter', mode: 'markers', meta: 'flows', x: bands.map(({ flow }) => flow.column + 0.5), y: bands.map(({ y0, y1, thick }) => (y0 + y1 + thick) / 2),
      customdata: flows.map(({ people }) => people), text: flows.map(({ from, to, people }) => `${from} → ${to}: ${plain(people, 'people')} people`),
      hovertemplate: '%{text}<extra></extra>', marker: { size: 18, opacity: 0, color: BLUE },
    }],
    layout: layout({
      x: { visible: false, range: [-0.02, columns + 1.5 * WIDE] }, y: { visible: false, range: [height, 0] }, hovermode: 'closest', margin: { l: 4, r: 4, t: 8, b: 8 },
      shapes: [...bands.map(band), ...nodes.map(box)], annotations: label(false),
    }),
    narrow: { height: height + 16, layout: { annotations: label(true) } },
  };
}

/** Bands leave a place in the order of where they go, and enter one in the order of where they are from: so they cross least. */
function stack(bands: Band[]): void {
  const used = new Map<Node, number>();
  const next = (node: Node, thick: number): number => {
    const y = used.get(node) ?? node.top;
    used.set(node, y + thick);
    return y;
  };
  for (const it of [...bands].sort((a, b) => a.to.top - b.to.top)) it.y0 = next(it.from, it.thick);
  used.clear();
  for (const it of [...bands].sort((a, b) => a.from.top - b.from.top)) it.y1 = next(it.to, it.thick);
}

const inColumn = (nodes: Node[], column: number): Node[] => nodes.filter((n) => n.column === column);

/** Places in order of appearance in the first two columns, then by where their people come from, so that few bands cross. */
function placed(flows: Flow[]): Node[] {
  const nodes: Node[] = [];
  const find = (column: number, label: string): Node => {
    const found = nodes.find((n) => n.column === column && n.label === label) ?? { column, label, people: 0, top: 0, height: 0 };
    if (!nodes.includes(found)) nodes.push(found);
    return found;
  };
  for (const { column, from, to, people } of flows) {
    find(column + 1, to).people += people;
    if (column === 0) find(0, from).people += people;
  }
  const unit = TALL / inColumn(nodes, 0).reduce((sum, n) => sum + n.people, 0);
  for (let column = 0; inColumn(nodes, column).length > 0; column++) {
    let top = 4;
    for (const node of ordered(nodes, column, flows)) {
      Object.assign(node, { top, height: Math.max(1.5, node.people * unit) });
      top += Math.max(node.height + 8, APART);
    }
  }
  return nodes;
}

function ordered(nodes: Node[], column: number, flows: Flow[]): Node[] {
  if (column < 2) return inColumn(nodes, column);
  const middle = (label: string): number => {
    const into = flows.filter((flow) => flow.column === column - 1 && flow.to === label);
    const weight = into.reduce((sum, { people }) => sum + people, 0);
    return into.reduce((sum, { from, people }) => sum + people * (inColumn(nodes, column - 1).find((n) => n.label === from)?.top ?? 0), 0) / weight;
  };
  return inColumn(nodes, column).sort((a, b) => middle(a.label) - middle(b.label));
}

function band({ flow: { column }, y0, y1, thick }: Band): Attributes {
  const [left, middle, right] = [column + WIDE, column + 0.5, column + 1].map((x) => x.toFixed(3));
  const [a, b, c, d] = [y0, y1, y1 + thick, y0 + thick].map((y) => y.toFixed(2));
  return {
    type: 'path', path: `M${left},${a} C${middle},${a} ${middle},${b} ${right},${b} L${right},${c} C${middle},${c} ${middle},${d} ${left},${d} Z`,
    fillcolor: 'rgba(18,67,109,0.22)', line: { width: 0 }, layer: 'below',
  };
}

const box = ({ column, top, height }: Node): Attributes => ({ type: 'rect', x0: column, x1: column + WIDE, y0: top, y1: top + height, fillcolor: BLUE, line: { width: 0 } });

/** On a narrow page without the number, which the table has, and cut short. */
function labelOf({ column, label, people, top, height }: Node, columns: number, short: boolean): Attributes {
  const room = columns > 2 ? 11 : 16;
  const text = short ? cut(label, room) : `${cut(label, 34)} ${fixed(people)}`;
  const last = column === columns;
  return { text, x: last ? column : column + WIDE, y: top + Math.min(height / 2, APART), xanchor: last ? 'right' : 'left', yanchor: 'middle', xshift: last ? -2 : 2, showarrow: false, font: { size: short ? 11 : 13 }, bgcolor: 'rgba(255,255,255,0.75)', borderpad: 1 };
}
