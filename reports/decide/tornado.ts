import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Attributes, Chart, Figure } from '../figures/figure.ts';
import { axisTitle, belowBars, BLUE, GREY, layout, ORANGE, striped } from '../figures/look.ts';
import { cut } from '../words/cut.ts';
import { type Weight, weightsFinding } from '../words/findings/weights.ts';
import { capital } from '../words/lookup.ts';
import { countOf, plain } from '../words/numbers.ts';
import { ofDecision, type Telling, type Weighing, weightsOf } from './weights.ts';
import { flipsAnswer } from './words.ts';

const STANDS_ON = { source: 'a source', assumption: 'an assumption', unstated: 'no source' };
const DRAWN = 10;
/** Pixels a value takes, and the room for words beside the bars as a share of their reach. */
const ROW = 50;
const ENDS = 0.25;
/** Rows of the page's table; its CSV has all. */
const SHOWN = 20;
/** An end moved less than this share of the widest is not written beside its bar. */
const SLIGHT = 0.03;

/** One value at a time to both ends of its range: how far each moves the measure, the widest first. */
export function tornadoFigure(decision: SensitivityDecision, id = 'tornado', telling: Telling = ofDecision(decision)): Figure {
  const weights = weightsOf(decision, telling);
  const { columns, rows } = tableOf(decision, telling, weights);
  return {
    id,
    title: capital(weightsFinding(weights)),
    label: `Assumptions by weight on ${telling.measure}, mean of the difference that each makes at its lowest and highest, on the same people`,
    notes: notesOf(decision, telling),
    chart: tornadoChart(weights),
    table: { columns, rows: rows.slice(0, SHOWN) },
    csv: { columns, rows },
  };
}

function notesOf({ bars, left, most, base }: SensitivityDecision, { name }: Telling): string[] {
  const ranged =
    'One value is moved at a time, those without a stated range by a fifth either way; what two do together is not in it. A share takes from the others of its sum, or gives to them, in their proportions.';
  const winters = [...new Set(bars.map(({ low }) => low.n))];
  const counted = `${capital(countOf(bars.length, 'value'))} moved, ${winters.length > 1 ? `the widest in ${countOf(most, 'winter')}, the others in ${countOf(Math.min(...winters), 'winter')}` : `each in ${countOf(base.replications, 'winter')}`}.`;
  return [
    `${counted} ${ranged}`,
    ...(bars.length > SHOWN ? [`The ${SHOWN} widest are in the table, all of them in its CSV.`] : []),
    ...left.map(({ path, why }) => `Not moved: ${name(path)}. ${why.trim()}`),
  ];
}

function tableOf(decision: SensitivityDecision, { written }: Telling, { stands, unit, weights }: Weighing): Figure['table'] {
  const goals = decision.base.chance !== null;
  const columns = (['low', 'high'] as const).flatMap((end) => [
    { key: `becomes_${end}`, head: `At the ${end}est`, unit },
    { key: `at_${end}`, head: `Change at the ${end}est`, unit },
    { key: `at_${end}_from`, head: 'From', unit },
    { key: `at_${end}_to`, head: 'To', unit },
  ]);
  return {
    columns: [
      { key: 'assumption', head: 'Assumption' },
      { key: 'written', head: 'As written' },
      { key: 'low', head: 'Lowest' },
      { key: 'high', head: 'Highest' },
      ...columns,
      ...(goals ? [{ key: 'turns', head: 'Turns the answer' }] : []),
      { key: 'origin', head: 'Where from' },
      { key: 'note', head: 'Source or reason' },
    ],
    rows: weights.map(({ name, value, bar, low, high }) => {
      const at = (end: 'low' | 'high') => [
        stands + bar[end].mean,
        bar[end].mean,
        bar[end].interval?.[0] ?? null,
        bar[end].interval?.[1] ?? null,
      ];
      return [
        capital(name),
        written(value),
        low.at,
        `${high.at}${value.stated ? '' : ' (a fifth)'}`,
        ...at('low'),
        ...at('high'),
        ...(goals ? [flipsAnswer(decision, bar) ? 'yes' : 'no'] : []),
        STANDS_ON[value.origin ?? 'assumption'],
        value.note,
      ];
    }),
  };
}

/** Each value's name stands above its bars: at 390 px there is no room beside them. */
function tornadoChart({ unit, weights, measure, stands }: Weighing): Chart {
  const drawn = weights.slice(0, DRAWN);
  const y = drawn.map((_, i) => `${i + 1}`);
  const reach = drawn.flatMap(({ bar: { low, high } }) => [low.mean, high.mean]);
  const [least, most] = [Math.min(0, ...reach), Math.max(0, ...reach)];
  const side = (end: 'low' | 'high', name: string, marker: Attributes): Attributes => ({
    type: 'bar',
    orientation: 'h',
    y,
    x: drawn.map(({ bar }) => bar[end].mean),
    name,
    marker,
    customdata: drawn.map((it) => endWords(it, end, unit)),
    text: drawn.map((it) => (Math.abs(it.bar[end].mean) < SLIGHT * (most - least) ? '' : it[end].at)),
    textposition: 'outside',
    textangle: 0,
    cliponaxis: false,
    hovertemplate: '%{customdata}<extra></extra>',
  });
  const names = (room: number): Attributes[] =>
    drawn.map((it, i) => ({
      text: `${i + 1}. ${cut(capital(it.name), room)}`,
      xref: 'paper',
      x: 0,
      xanchor: 'left',
      y: i,
      yanchor: 'middle',
      yshift: 0.4 * ROW,
      showarrow: false,
      font: { size: 14 },
      bgcolor: 'rgba(255,255,255,0.85)',
      borderpad: 1,
    }));
  const words = (axis: string, room: number): Attributes => ({ annotations: [axisTitle(axis), ...names(room)] });
  const height = 110 + ROW * drawn.length;
  const beside = ENDS * (most - least);
  return {
    height,
    data: [side('low', 'At its lowest', striped(ORANGE)), side('high', 'At its highest', { color: BLUE })],
    layout: layout({
      barmode: 'overlay',
      bargap: 0.56,
      hovermode: 'closest',
      ...belowBars(height),
      ...words(`Change of ${measure} from ${plain(stands, unit)} as it stands, ${unit}`, 90),
      x: {
        separatethousands: true,
        nticks: 6,
        range: [least - beside, most + beside],
        zeroline: true,
        zerolinecolor: GREY,
        zerolinewidth: 2,
      },
      y: { type: 'category', autorange: 'reversed', showticklabels: false, showgrid: false },
    }),
    narrow: { layout: words(`Change from ${plain(stands, unit)} as it stands, ${unit}`, 42), height },
  };
}

/** What a bar's end says to who points at it. */
const endWords = ({ name, ...ends }: Weight, end: 'low' | 'high', unit: string): string =>
  `${capital(name)}, at ${ends[end].at}: ${plain(ends[end].becomes, unit)}`;
