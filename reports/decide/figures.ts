import type { Decision, RedesignDecision, SizeDecision, SweepDecision } from '../../sim/decision.ts';
import type { Point } from '../../sim/decide/point.ts';
import type { Cell, Chart, Column, Figure, Table } from '../figures/figure.ts';
import { axisTitle, BLUE, layout, ORANGE } from '../figures/look.ts';
import { amount, share } from '../words/numbers.ts';
import { morrisFigures } from './morris.ts';
import { sobolFigures } from './sobol.ts';
import { tornadoFigure } from './tornado.ts';
import { answerSentences, goalName, grouped, marginal, nameOf, pointText } from './words.ts';

/** Every figure of a search: the points looked at, the cheapest combinations, the grid. */
export function decisionFigures(decision: Decision): Figure[] {
  if (decision.kind === 'sweep') return [sweepFigure(decision)];
  if (decision.kind === 'sensitivity') return [tornadoFigure(decision), ...morrisFigures(decision), ...sobolFigures(decision)];
  if (decision.kind === 'redesign') return [plansFigure(decision), looksFigure(decision)];
  return [looksFigure(decision), ...(decision.frontier.length > 0 ? [frontierFigure(decision)] : [])];
}

function valueColumns({ varied }: Decision): Column[] {
  return varied.map(({ path }, i) => ({ key: `value_${i + 1}`, head: nameOf(path) }));
}

const valuesAt = ({ varied }: Decision, at: number[]): Cell[] => varied.map(({ values }, i) => grouped(values[at[i] ?? 0] ?? ''));

/** Closing early, at the dates found, and late. */
function plansFigure(decision: RedesignDecision): Figure {
  const { answer, early, late } = decision;
  const plans = [
    { name: 'On the first date', point: early },
    ...(answer === null ? [] : [{ name: 'At the dates found', point: answer }]),
    { name: 'On the last date', point: late },
  ];
  const table = pointsTable(
    decision,
    plans.map(({ point }) => point),
  );
  return {
    id: 'plans',
    title: answerSentences(decision)[0] ?? '',
    label: 'Closing at once, at the earliest safe dates, and late, on the same simulated people',
    notes: [],
    chart: null,
    table: {
      columns: [{ key: 'plan', head: 'Plan' }, ...table.columns],
      rows: table.rows.map((row, i) => [plans[i]?.name ?? '', ...row]),
    },
  };
}

function looksFigure(decision: SizeDecision | RedesignDecision): Figure {
  const { looked, answer } = decision;
  return {
    id: 'looks',
    title: `${looked.length} points were looked at to find ${answer === null ? 'that nothing in the range is enough' : pointText(decision, answer.at)}`,
    label: 'Points looked at, in order; a point that is clear is left early',
    notes: [
      'Winters that missed the goal with no less of everything, and those that met it with no more, are not simulated again: all points have the same people. The answer and the step below it are simulated in any case.',
    ],
    chart: null,
    table: {
      columns: [
        ...valueColumns(decision),
        { key: 'replications', head: 'Winters judged', unit: 'replications' },
        { key: 'simulated', head: 'Simulated for it', unit: 'replications' },
        { key: 'verdict', head: 'Meets the goal' },
      ],
      rows: looked.map(({ at, replications, simulated, meets }) => [
        ...valuesAt(decision, at),
        replications,
        simulated,
        meets ? 'yes' : 'no',
      ]),
    },
  };
}

function frontierFigure(decision: SizeDecision): Figure {
  return {
    id: 'frontier',
    title: `${decision.frontier.length} combinations meet the goal with nothing to spare; the cheapest is listed first`,
    label: 'The least of the first capacity for each of the others',
    notes: [
      'The share of winters is judged in as many as it took, means are those of the first winters; the answer itself was run in full.',
    ],
    chart: null,
    table: pointsTable(decision, decision.frontier),
  };
}

function pointsTable(decision: Decision, points: Point[]): Table {
  const chance = points.some((point) => point.chance !== null);
  const cost = points.some((point) => point.cost !== null);
  return {
    columns: [
      ...valueColumns(decision),
      ...(chance
        ? [
            { key: 'chance_of_missing', head: 'Winters that miss the goal', unit: 'share' },
            { key: 'low', head: 'From', unit: 'share' },
            { key: 'high', head: 'To', unit: 'share' },
          ]
        : []),
      ...decision.goals.map((goal, i) => ({ key: `goal_${i + 1}`, head: goalName(decision.goals, goal), unit: goal.unit })),
      ...(cost ? [{ key: 'cost', head: 'Capacity, with hours above it', unit: '£' }] : []),
      { key: 'replications', head: 'Replications', unit: 'replications' },
    ],
    rows: points.map((point) => [
      ...valuesAt(decision, point.at),
      ...(chance ? [point.chance?.share ?? null, point.chance?.interval[0] ?? null, point.chance?.interval[1] ?? null] : []),
      ...point.goals.map(({ mean }) => (Number.isNaN(mean) ? null : mean)),
      ...(cost ? [point.cost?.mean ?? null] : []),
      point.replications,
    ]),
  };
}

function sweepFigure(decision: SweepDecision): Figure {
  const { points, asked, varied } = decision;
  const own = pointsTable(decision, points);
  const delayed = points.some((point) => point.delayed !== null);
  const head = own.columns.slice(0, -1);
  const table: Table = {
    columns: [
      ...head,
      ...(delayed ? [{ key: 'delayed', head: 'Value of delayed bed-days', unit: '£' }] : []),
      ...asked.flatMap(({ title, unit, scope }, i) => [
        { key: `measure_${i + 1}`, head: `${title}${scope === 'all' ? '' : `, ${scope}`}`, unit },
        { key: `measure_${i + 1}_low`, head: 'From', unit },
        { key: `measure_${i + 1}_high`, head: 'To', unit },
      ]),
      ...(varied.length === 1
        ? [{ key: 'per_bed_day', head: 'Cost of each delayed bed-day avoided by the step', unit: '£' }]
        : []),
    ],
    rows: points.map((point, i) => [
      ...(own.rows[i]?.slice(0, -1) ?? []),
      ...(delayed ? [point.delayed?.mean ?? null] : []),
      ...point.asked.flatMap(({ mean, interval }) => [
        Number.isNaN(mean) ? null : mean,
        interval?.[0] ?? null,
        interval?.[1] ?? null,
      ]),
      ...(varied.length === 1 ? [marginal(decision, i)?.per ?? null] : []),
    ]),
  };
  const title = answerSentences(decision)[0] ?? '';
  return { id: 'grid', title, label: 'Every point, on the same simulated people', notes: [], chart: chartOf(decision), table };
}

/** One capacity: a curve of the first measure with its interval. Two: a map of it. */
function chartOf(decision: SweepDecision): Chart | null {
  const [measure] = decision.asked;
  if (measure === undefined || decision.varied.length > 2) return null;
  return decision.varied.length === 1 ? curve(decision, measure) : map(decision, measure);
}

function curve({ points, varied }: SweepDecision, { title, unit }: SweepDecision['asked'][number]): Chart {
  const x = (varied[0]?.values ?? []).map(grouped);
  const means = points.map(({ asked }) => asked[0]?.mean ?? null);
  const edge = (end: 0 | 1) => points.map(({ asked }) => asked[0]?.interval?.[end] ?? null);
  return {
    height: 320,
    data: [
      { type: 'scatter', mode: 'lines', x, y: edge(0), line: { width: 0, color: BLUE }, hoverinfo: 'skip' },
      {
        type: 'scatter',
        mode: 'lines',
        x,
        y: edge(1),
        line: { width: 0, color: BLUE },
        fill: 'tonexty',
        fillcolor: 'rgba(18,67,109,0.15)',
        hoverinfo: 'skip',
      },
      {
        type: 'scatter',
        mode: 'lines+markers',
        x,
        y: means,
        name: title,
        line: { color: BLUE, width: 2.5 },
        marker: { color: BLUE, size: 6 },
      },
    ],
    layout: layout({
      annotations: [axisTitle(`${title}, ${unit}; shaded: 95% interval of the mean`)],
      x: { type: 'category', title: { text: nameOf(varied[0]?.path ?? '') } },
    }),
  };
}

function map({ points, varied, cheapest }: SweepDecision, { title, unit }: SweepDecision['asked'][number]): Chart {
  const [first, second] = varied.map(({ values }) => values.map(grouped));
  const z = (second ?? []).map((_, j) =>
    (first ?? []).map((_, i) => points.find(({ at }) => at[0] === i && at[1] === j)?.asked[0]?.mean ?? null),
  );
  const words = z.map((row) => row.map((value) => (value === null ? '' : unit === 'share' ? share(value) : amount(value))));
  const best =
    cheapest === null
      ? []
      : [
          {
            type: 'scatter',
            mode: 'markers',
            x: [first?.[cheapest.at[0] ?? 0]],
            y: [second?.[cheapest.at[1] ?? 0]],
            marker: { symbol: 'square-open', size: 34, color: ORANGE, line: { width: 3 } },
            hovertemplate: 'cheapest<extra></extra>',
          },
        ];
  return {
    height: 120 + 34 * (second?.length ?? 1),
    data: [
      {
        type: 'heatmap',
        x: first,
        y: second,
        z,
        text: words,
        texttemplate: '%{text}',
        colorscale: [
          [0, '#FFFFFF'],
          [1, BLUE],
        ],
        showscale: false,
        xgap: 1,
        ygap: 1,
      },
      ...best,
    ],
    layout: layout({
      hovermode: 'closest',
      annotations: [axisTitle(`${title}, ${unit}${cheapest === null ? '' : '; framed: the cheapest'}`)],
      x: { type: 'category', title: { text: nameOf(varied[0]?.path ?? '') } },
      y: { type: 'category', title: { text: nameOf(varied[1]?.path ?? '') } },
    }),
  };
}
