import type { Result } from '../../sim/result.ts';
import { runWord } from '../words/dates.ts';
import { amount } from '../words/numbers.ts';
import { means, peak, stepText, type Timeline, timeline } from '../words/timeline.ts';
import type { Attributes, Chart, Figure } from './figure.ts';
import { axisTitle, BLUE, dateAxis, inTheMiddle, layout, PALE } from './look.ts';

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
  return [{
    id: 'over-time', title: finding(lines), label: `People with no criteria to reside in an acute bed at midnight, mean by ${first.line.step} and 9 in 10 of the ${runWord(first.result)}s; one scale`,
    notes: lines.length > MOST ? [`The first ${MOST} scenarios are drawn; the table has all.`] : [],
    chart: chartOf(drawn),
    table: {
      columns: [{ key: 'from', head: `First day of ${first.line.step}`, unit: 'date' }, ...lines.map((l, i) => ({ key: `scenario_${i + 1}`, head: l.result.scenario.name, unit: 'people' }))],
      rows: dates.map((day) => [day, ...lines.map((l) => l.line.values[l.line.at.indexOf(day)]?.mean ?? null)]),
    },
  }];
}

type Panel = { result: Result; line: Timeline };

function finding(lines: Panel[]): string {
  return `Most people with no criteria to reside: ${lines.map(({ result, line }) => {
    const values = means(line);
    const top = peak(values);
    return `${amount(values[top] ?? 0)} in ${stepText(result, line.step, line.at[top] ?? '')} (“${result.scenario.name}”)`;
  }).join('; ')}`;
}

function chartOf(panels: Panel[]): Chart {
  const top = Math.max(1, ...panels.flatMap(({ line }) => line.values.map((v) => v?.range?.[4] ?? v?.mean ?? 0)));
  const share = 1 / panels.length;
  const axes: Attributes = {};
  panels.forEach(({ result, line }, i) => {
    const n = i === 0 ? '' : String(i + 1);
    const high = 1 - i * share;
    axes[`yaxis${n}`] = { domain: [high - share * 0.77, high - share * 0.13], range: [0, top * 1.08], fixedrange: true, gridcolor: '#E3E7EB', automargin: true, hoverformat: ',.1f' };
    axes[`xaxis${n}`] = { ...dateAxis(line.step, result.calendar), anchor: `y${n}`, matches: i === 0 ? undefined : 'x', fixedrange: true };
  });
  const base = layout({
    annotations: panels.map(({ result }, i) => ({ ...axisTitle(result.scenario.name), y: 1 - i * share - share * 0.13, yshift: 2 })),
    margin: { l: 8, r: 12, t: 8, b: 24 },
  });
  const height = 30 + 220 * panels.length;
  const short = (base['annotations'] as Attributes[]).map((a, i) => ({ ...a, text: endOf(panels[i]?.result.scenario.name ?? '') }));
  return { height, data: panels.flatMap(({ line }, i) => tracesOf(line, i)), layout: { ...base, ...axes }, narrow: { height, layout: { annotations: short } } };
}

/** Names of scenarios differ at their end: where there is no room, that is what stays. */
const endOf = (name: string): string => (name.length > 40 ? `…${name.slice(-38)}` : name);

function tracesOf(line: Timeline, i: number): Attributes[] {
  const n = i === 0 ? '' : String(i + 1);
  const known = line.values.map((s, k) => ({ s, x: line.at[k] })).filter(({ s }) => s !== null);
  const x = known.map((k) => k.x);
  const trace = (y: number[], name: string, extra: Attributes) => ({ type: 'scatter', mode: 'lines', x, y, name, ...inTheMiddle(line.step, line.at[0]), xaxis: `x${n}`, yaxis: `y${n}`, ...extra });
  const ranged = known.every(({ s }) => s?.range);
  return [
    ...(ranged ? [
      trace(known.map(({ s }) => s?.range?.[0] ?? 0), '5% below', { line: { width: 0, color: BLUE } }),
      trace(known.map(({ s }) => s?.range?.[4] ?? 0), '95% below', { line: { width: 0, color: BLUE }, fill: 'tonexty', fillcolor: PALE }),
    ] : []),
    trace(known.map(({ s }) => s?.mean ?? 0), 'Mean', { line: { color: BLUE, width: 2.5 } }),
  ];
}
