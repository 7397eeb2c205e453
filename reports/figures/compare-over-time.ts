import type { Result } from '../../sim/result.ts';
import { runWord } from '../words/dates.ts';
import { amount } from '../words/numbers.ts';
import { means, peak, stepText, type Timeline, timeline } from '../words/timeline.ts';
import type { Attributes, Chart, Figure } from './figure.ts';
import { axisTitle, BLUE, dateAxis, eachOf, inTheMiddle, layout, PALE } from './look.ts';

const MEASURE = 'no-criteria-to-reside';
/** More panels than this are not drawn. */
const MOST = 6;

/** People with no criteria to reside, one panel a scenario, all on one scale. */
export function compareOverTime(results: Result[]): Figure[] {
  const lines = results.flatMap((result) => {
    const line = timeline(result, MEASURE);
    return line ? [{ result, line }] : [];
  });
  const first = lines[0];
  if (!first || lines.length !== results.length) return [];
  const drawn = lines.slice(0, MOST);
  const dates = [...new Set(lines.flatMap((l) => l.line.at))].sort();
  return [
    {
      id: 'over-time',
      title: finding(lines),
      label: `People with no criteria to reside in an acute bed at midnight, mean by ${first.line.step} and 9 in 10 of the ${runWord(first.result)}s; one scale`,
      notes: lines.length > MOST ? [`The first ${MOST} scenarios are drawn; the table has all.`] : [],
      chart: chartOf(drawn),
      table: {
        columns: [
          { key: 'from', head: `First day of ${first.line.step}`, unit: 'date' },
          ...lines.map((l, i) => ({ key: `scenario_${i + 1}`, head: l.result.scenario.name, unit: 'people' })),
        ],
        rows: dates.map((day) => [day, ...lines.map((l) => l.line.values[l.line.at.indexOf(day)]?.mean ?? null)]),
      },
    },
  ];
}

type Panel = { result: Result; line: Timeline };

/** The height of the base, and of the scenario with the most. */
function finding(lines: Panel[]): string {
  const tops = lines.map(({ result, line }) => {
    const values = means(line);
    const top = peak(values);
    return {
      most: values[top] ?? 0,
      text: `${amount(values[top] ?? 0)} in ${stepText(result, line.step, line.at[top] ?? '')}`,
      name: result.scenario.name,
    };
  });
  const [base, ...others] = tops;
  const worst = others.reduce<(typeof others)[number] | null>((a, b) => (a === null || b.most > a.most ? b : a), null);
  return `Most people with no criteria to reside: ${base?.text ?? ''} in the base${worst ? `; ${others.length > 1 ? 'of the others most ' : ''}with “${worst.name}”, ${worst.text}` : ''}`;
}

/** Of each panel, what surrounds them, and between two for the months of one and the name of the other, pixels. */
const [EACH, AROUND, GAP] = [220, 40, 46];

function chartOf(panels: Panel[]): Chart {
  const top = Math.max(1, ...panels.flatMap(({ line }) => line.values.map((v) => v?.range?.[4] ?? v?.mean ?? 0)));
  const axes: Attributes = {};
  panels.forEach(({ result, line }, i) => {
    axes[`yaxis${axis(i)}`] = {
      range: [0, top * 1.08],
      fixedrange: true,
      gridcolor: '#E3E7EB',
      automargin: true,
      hoverformat: ',.1f',
    };
    axes[`xaxis${axis(i)}`] = {
      ...dateAxis(line.step, result.calendar),
      tickformat: result.calendar.months.length > 8 ? '%b %Y' : '%b',
      matches: i === 0 ? undefined : 'x',
      fixedrange: true,
    };
  });
  const named = (text: (name: string) => string): Attributes[] =>
    panels.map(({ result }, i) => ({ ...axisTitle(text(result.scenario.name)), yref: `y${axis(i)} domain`, yshift: 2 }));
  const each = eachOf(panels.length, EACH);
  const base = layout({
    annotations: named((name) => name),
    margin: { l: 8, r: 12, t: 30, b: 46 },
    grid: { rows: panels.length, columns: 1, subplots: panels.map((_, i) => [axesOf(i)]), ygap: GAP / each },
  });
  const height = AROUND + each * panels.length;
  const traces = panels.map(({ line }, i) => tracesOf(line, i));
  return {
    height,
    data: traces.flat(),
    layout: { ...base, ...axes },
    narrow: { height, layout: { annotations: named(endOf) } },
    scenarios: traces.flatMap((list, i) => list.map(() => i)),
    panel: {
      height: each,
      of: panels.map((_, i) => ({ scenario: i, axes: axesOf(i), names: [`xaxis${axis(i)}`, `yaxis${axis(i)}`] })),
    },
  };
}

const axis = (i: number): string => (i === 0 ? '' : String(i + 1));
const axesOf = (i: number): string => `x${axis(i)}y${axis(i)}`;

/** Names of scenarios differ at their end: where there is no room, that is what stays. */
const endOf = (name: string): string => (name.length > 40 ? `…${name.slice(-38)}` : name);

function tracesOf(line: Timeline, i: number): Attributes[] {
  const known = line.values.map((s, k) => ({ s, x: line.at[k] })).filter(({ s }) => s !== null);
  const x = known.map((k) => k.x);
  const trace = (y: number[], name: string, extra: Attributes) => ({
    type: 'scatter',
    mode: 'lines',
    x,
    y,
    name,
    ...inTheMiddle(line.step, line.at[0]),
    xaxis: `x${axis(i)}`,
    yaxis: `y${axis(i)}`,
    ...extra,
  });
  /** To the hundredth of a person, finer than is seen or told: only the chart has them. */
  const edge = (at: 0 | 4): number[] => known.map(({ s }) => Math.round(100 * (s?.range?.[at] ?? 0)) / 100);
  const ranged = known.every(({ s }) => s?.range);
  return [
    ...(ranged
      ? [
          trace(edge(0), '5% below', { line: { width: 0, color: BLUE } }),
          trace(edge(4), '95% below', { line: { width: 0, color: BLUE }, fill: 'tonexty', fillcolor: PALE }),
        ]
      : []),
    trace(
      known.map(({ s }) => s?.mean ?? 0),
      'Mean',
      { line: { color: BLUE, width: 2.5 } },
    ),
  ];
}
