import type { Result } from '../../sim/result.ts';
import { cut } from '../words/cut.ts';
import { capital } from '../words/lookup.ts';
import { countOf, fixed } from '../words/numbers.ts';
import { byWidth, type Ranged } from '../words/ranges.ts';
import { valueName } from '../words/value-name.ts';
import type { Chart, Figure } from './figure.ts';
import { BLUE, GREY, layout, ORANGE, ticks } from './look.ts';

const MOST = 15;

/** The values a plan knows least, by the width of the range it states for them: local figures and borrowed ones. */
export function assumptionRanges(result: Result): Figure[] {
  const all = byWidth(result.values);
  const [widest] = all;
  if (!widest) return [];
  const rows = all.slice(0, MOST);
  const name = (ranged: Ranged): string => capital(valueName(result, ranged.value.path));
  return [
    {
      id: 'assumption-ranges',
      title: `Known least, of the values with a stated range: ${name(widest)}, ${widest.value.value}, could be ${widest.value.range?.low} to ${widest.value.range?.high}`,
      label: 'Stated range of each value as a share of the value used, the widest first',
      notes: [
        'How wide the range is does not say how far the value moves the answer: d2a sensitivity runs the plan at both ends of each and ranks them by that.',
        `${capital(countOf(all.filter(({ value }) => value.origin !== 'source').length, 'value'))} of the ${fixed(all.length)} with a range ${all.length === 1 ? 'is' : 'are'} assumed or borrowed, the others from a source named in the scenario.`,
        ...(all.length > MOST ? [`The ${MOST} widest are shown; the assumptions at the foot have all.`] : []),
      ],
      chart: chartOf(rows, rows.map(name)),
      table: {
        columns: [
          { key: 'what', head: 'What' },
          { key: 'value', head: 'Value used' },
          { key: 'could_be', head: 'Could be' },
          { key: 'width', head: 'Width of the range, of the value', unit: 'share' },
          { key: 'origin', head: 'From' },
        ],
        rows: rows.map((ranged) => [
          name(ranged),
          ranged.value.value,
          `${ranged.value.range?.low} to ${ranged.value.range?.high}`,
          ranged.width,
          originOf(ranged),
        ]),
      },
    },
  ];
}

/** Rows of one name would be drawn as one: a second one is told apart by its number. */
const apart = (names: string[]): string[] =>
  names.map((name, i) =>
    names.indexOf(name) < i ? `${name} (${names.slice(0, i + 1).filter((n) => n === name).length})` : name,
  );

const originOf = ({ value }: Ranged): string => (value.origin === 'source' ? 'a source' : 'an assumption');

function chartOf(rows: Ranged[], names: string[]): Chart {
  const at = ticks(Math.min(0, ...rows.map(({ low }) => low)), Math.max(0, ...rows.map(({ high }) => high)));
  const short = apart(names.map((name) => cut(name, 46)));
  return {
    height: 90 + 30 * rows.length,
    data: [
      {
        type: 'bar',
        orientation: 'h',
        y: short,
        x: rows.map(({ width }) => width),
        base: rows.map(({ low }) => low),
        marker: { color: rows.map(({ value }) => (value.origin === 'source' ? BLUE : ORANGE)) },
        text: rows.map((ranged) => (ranged.value.origin === 'source' ? 'source' : 'assumed')),
        textposition: 'inside',
        insidetextanchor: 'middle',
        insidetextfont: { color: rows.map(({ value }) => (value.origin === 'source' ? '#FFFFFF' : '#000000')) },
        textangle: 0,
        customdata: rows.map(({ value }) => `${value.range?.low} to ${value.range?.high}`),
        hovertemplate: '%{y}: %{customdata}<extra></extra>',
      },
    ],
    layout: layout({
      x: {
        tickvals: at,
        ticktext: at.map((v) => `${v > 0 ? '+' : ''}${fixed(100 * v)}%`),
        zeroline: true,
        zerolinecolor: GREY,
        zerolinewidth: 2,
      },
      y: { type: 'category', autorange: 'reversed', ticksuffix: ' ', showgrid: false },
      hovermode: 'closest',
    }),
  };
}
