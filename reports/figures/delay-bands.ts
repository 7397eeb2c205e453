import type { Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, meanOf, shortLabels } from '../words/lookup.ts';
import { ofSupported, supported, supportedText } from '../words/needs-support.ts';
import { fixed, share } from '../words/numbers.ts';
import type { Attributes, Cell, Chart, Column, Figure } from './figure.ts';
import { BELOW, eachOf, layout } from './look.ts';

/** Bands of delay in midnights past the ready date, pale to dark, with the ink that reads on them. */
const BANDS = [
  { id: '0', head: 'On the ready date', color: '#FFFFFF', ink: '#212B32' },
  { id: '1', head: '1 day', color: '#DCE5EE', ink: '#212B32' },
  { id: '2-3', head: '2 to 3', color: '#B9CBDD', ink: '#212B32' },
  { id: '4-6', head: '4 to 6', color: '#8FABC7', ink: '#212B32' },
  { id: '7-13', head: '7 to 13', color: '#4F7BA6', ink: '#FFFFFF' },
  { id: '14-20', head: '14 to 20', color: '#12436D', ink: '#FFFFFF' },
  { id: '21-plus', head: '21 or more', color: '#081E31', ink: '#FFFFFF' },
] as const;
const LONG = ['7-13', '14-20', '21-plus'];

interface Row {
  label: string;
  value: (measure: string) => number | null;
  drawn: boolean;
}

/** Who leaves on the ready date and how long the others are delayed, by pathway: the people the plan is for first. */
export function delayBands(result: Result): Figure[] {
  const rows = rowsOf(result);
  if (!rows.some((r) => r.drawn && r.value('delay-band-0') !== null)) return [];
  return [
    {
      id: 'delay-bands',
      title: finding(result, rows),
      label: `People discharged by days past their ready date (midnights), share of each pathway, ${meanOfRuns(result)}`,
      notes: [
        'Whoever leaves without new support (Pathway 0) has nothing to wait for in the model, so the figure for everyone mostly counts them.',
      ],
      chart: chartOf(rows.filter((r) => r.drawn && r.value('delay-band-0') !== null)),
      table: {
        columns: [
          { key: 'pathway', head: 'Pathway' },
          { key: 'discharges', head: 'Discharged', unit: 'people' },
          { key: 'delay_mean', head: 'Mean delay, days', unit: 'days' },
          { key: 'delay_mean_delayed', head: 'Mean of those delayed, days', unit: 'days' },
          ...BANDS.map((b): Column => ({ key: `delay_band_${b.id.replace('-', '_')}`, head: b.head, unit: 'share' })),
        ],
        rows: rows.map((r): Cell[] => [
          r.label,
          r.value('discharges'),
          r.value('delay-mean'),
          r.value('delay-mean-delayed'),
          ...BANDS.map((b) => r.value(`delay-band-${b.id}`)),
        ]),
      },
    },
  ];
}

/** Pathways with support, all of them together, the others, everyone. */
function rowsOf(result: Result): Row[] {
  const labels = shortLabels(result.scenario.pathways);
  const own = supported(result);
  const pathways = result.scenario.pathways.map(
    (p, i): Row => ({
      label: labels[i] ?? p.name,
      value: (m) => meanOf(result, m, `pathway:${p.name}`),
      drawn: own.includes(p),
    }),
  );
  const together: Row = {
    label: `Need support (${supportedText(result)})`,
    drawn: false,
    value: (m) => togetherValue(result, m),
  };
  return [
    ...pathways.filter((p) => p.drawn),
    ...(own.length > 1 ? [together] : []),
    ...pathways.filter((p) => !p.drawn),
    { label: 'Everyone', value: (m) => meanOf(result, m), drawn: false },
  ];
}

/** People add up; what is a mean over the delayed only cannot be weighted by all. */
function togetherValue(result: Result, measure: string): number | null {
  if (measure === 'delay-mean-delayed') return null;
  if (measure !== 'discharges') return ofSupported(result, measure);
  return (
    supported(result).reduce<number | null>(
      (sum, p) => (sum === null ? null : sum + (meanOf(result, measure, `pathway:${p.name}`) ?? 0)),
      0,
    ) || null
  );
}

function finding(result: Result, rows: Row[]): string {
  const ready = ofSupported(result, 'delay-band-0');
  const head =
    ready === null
      ? 'Delay by pathway'
      : `${share(ready)} of those who need support (${supportedText(result)}) leave on their ready date`;
  const long = rows
    .filter((r) => r.drawn)
    .map((r) => ({ label: r.label, part: LONG.reduce((sum, b) => sum + (r.value(`delay-band-${b}`) ?? 0), 0) }));
  const worst = long.sort((a, b) => b.part - a.part)[0];
  return worst && worst.part >= 0.0005
    ? `${head}; ${share(worst.part)} of ${worst.label} are delayed 7 days or more`
    : capital(head);
}

function chartOf(rows: Row[]): Chart {
  const y = rows.map((r) => r.label);
  const bars = eachOf(rows.length, 56) * rows.length;
  const height = 150 + bars;
  return {
    height,
    narrow: { layout: {}, height: height + 130 },
    data: BANDS.map((b): Attributes => {
      const x = rows.map((r) => r.value(`delay-band-${b.id}`));
      return {
        type: 'bar',
        orientation: 'h',
        y,
        x,
        name: b.head,
        marker: { color: b.color, line: { color: '#8A949E', width: 1 } },
        text: x.map((v) => (v !== null && v >= 0.07 ? `${fixed(v * 100)}%` : '')),
        textposition: 'inside',
        insidetextanchor: 'middle',
        insidetextfont: { color: b.ink },
        textangle: 0,
      };
    }),
    layout: layout({
      x: {
        range: [0, 1.03],
        tickvals: [0, 0.25, 0.5, 0.75, 1],
        ticktext: ['0%', '25%', '50%', '75%', '100%'],
        hoverformat: '.1%',
      },
      y: { type: 'category', autorange: 'reversed', showgrid: false, ticksuffix: ' ' },
      barmode: 'stack',
      hovermode: 'y unified',
      ...BELOW,
      legend: { ...(BELOW['legend'] as Attributes), y: -44 / bars },
    }),
  };
}
