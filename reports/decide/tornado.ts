import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Attributes, Chart, Figure } from '../figures/figure.ts';
import { axisTitle, belowBars, BLUE, layout, ORANGE, striped } from '../figures/look.ts';
import { answerSentences, flipsAnswer, nameOf } from './words.ts';

const DRAWN = 10;

/** One value at a time to both ends of its range. */
export function tornadoFigure(decision: SensitivityDecision): Figure {
  const { bars, values, asked, left } = decision;
  const goals = decision.base.chance !== null;
  const edge = (bar: SensitivityDecision['bars'][number], end: 'low' | 'high') => [bar[end].mean, bar[end].interval?.[0] ?? null, bar[end].interval?.[1] ?? null];
  return {
    id: 'tornado', title: answerSentences(decision)[0] ?? '', label: `Change of ${asked.title.toLowerCase()} when one assumption is at its lowest or highest, mean difference on the same people`,
    notes: left.map(({ path, why }) => `Not moved: ${nameOf(path)}. ${why.trim()}`),
    chart: tornadoChart(decision),
    table: {
      columns: [
        { key: 'assumption', head: 'Assumption' }, { key: 'written', head: 'As written' }, { key: 'low', head: 'Lowest' }, { key: 'high', head: 'Highest' },
        ...(['low', 'high'] as const).flatMap((end) => [{ key: `at_${end}`, head: `Change at the ${end}est`, unit: asked.unit }, { key: `at_${end}_from`, head: 'From', unit: asked.unit }, { key: `at_${end}_to`, head: 'To', unit: asked.unit }]),
        ...(goals ? [{ key: 'turns', head: 'Turns the answer' }] : []),
      ],
      rows: bars.map((bar) => {
        const value = values[bar.value];
        return [nameOf(value?.path ?? ''), value?.written ?? '', value?.low ?? '', `${value?.high ?? ''}${value?.stated ? '' : ' (a fifth)'}`, ...edge(bar, 'low'), ...edge(bar, 'high'), ...(goals ? [flipsAnswer(decision, bar) ? 'yes' : 'no'] : [])];
      }),
    },
  };
}

function tornadoChart({ bars, values, asked }: SensitivityDecision): Chart {
  const drawn = bars.slice(0, DRAWN).reverse();
  const y = drawn.map(({ value }) => nameOf(values[value]?.path ?? ''));
  const side = (end: 'low' | 'high', name: string, marker: Attributes): Attributes => ({ type: 'bar', orientation: 'h', y, x: drawn.map((bar) => bar[end].mean), name, marker, text: drawn.map(({ value }) => values[value]?.[end] ?? ''), textposition: 'none', hovertemplate: '%{text}: %{x:+,.1f}<extra></extra>' });
  const height = 110 + 34 * drawn.length;
  return {
    height,
    data: [side('low', 'At its lowest', striped(ORANGE)), side('high', 'At its highest', { color: BLUE })],
    layout: layout({ barmode: 'overlay', hovermode: 'closest', ...belowBars(height), annotations: [axisTitle(`Change of ${asked.title.toLowerCase()}, ${asked.unit}`)], x: { separatethousands: true }, y: { type: 'category', rangemode: 'normal' } }),
  };
}
