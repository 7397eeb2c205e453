import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Attributes, Chart, Figure } from '../figures/figure.ts';
import { axisTitle, belowBars, BLUE, layout, ORANGE, striped } from '../figures/look.ts';
import { fixed, share } from '../words/numbers.ts';
import { ofDecision, type Telling } from './weights.ts';

type Shares = NonNullable<SensitivityDecision['sobol']>;
const KINDS = { first: 'By itself', total: 'With all it does together with others' } as const;

/** Shares of the variance (Sobol), where they were asked for. */
export function sobolFigures(
  decision: SensitivityDecision,
  id = 'sobol',
  { name: nameOf, measure }: Telling = ofDecision(decision),
): Figure[] {
  const { sobol, values } = decision;
  if (!sobol || sobol.shares.length === 0) return [];
  const { shares, rows, winters, leftOut } = sobol;
  const names = shares.map(({ value }) => nameOf(values[value]?.path ?? ''));
  const [top] = shares;
  return [
    {
      id,
      title: `Of what is not known about ${measure}, ${top ? share(top.total.share) : ''} depends on ${names[0] ?? ''}`,
      label: `Share of the variance where the ${fixed(shares.length)} widest assumptions vary together over their ranges (Sobol, ${fixed(rows)} rows, ${fixed(winters)} winters a point; 95% intervals)`,
      notes: [
        'Every value is taken as equally likely anywhere in its range, apart from the others: the shares say where to look first, and are no chances. Estimates may fall a little outside 0 to 100%.',
        ...(leftOut > 0
          ? [`${fixed(leftOut)} of ${fixed(rows)} rows hold values that do not go together and were left out.`]
          : []),
      ],
      chart: chart(shares, names),
      table: {
        columns: [
          { key: 'assumption', head: 'Assumption' },
          ...(['first', 'total'] as const).flatMap((kind) => [
            { key: kind, head: KINDS[kind], unit: 'share' },
            { key: `${kind}_from`, head: 'From', unit: 'share' },
            { key: `${kind}_to`, head: 'To', unit: 'share' },
          ]),
        ],
        rows: shares.map(({ first, total }, i) => [
          names[i] ?? '',
          first.share,
          ...first.interval,
          total.share,
          ...total.interval,
        ]),
      },
    },
  ];
}

function chart(shares: Shares['shares'], names: string[]): Chart {
  const y = [...names].reverse();
  const bars = (kind: keyof typeof KINDS, marker: Attributes): Attributes => {
    const all = shares.map((one) => one[kind]).reverse();
    const percent = (value: number) => 100 * value;
    return {
      type: 'bar',
      orientation: 'h',
      y,
      x: all.map((one) => percent(one.share)),
      name: KINDS[kind],
      marker,
      hovertemplate: '%{x:.0f}%<extra></extra>',
      error_x: {
        type: 'data',
        symmetric: false,
        array: all.map((one) => percent(one.interval[1] - one.share)),
        arrayminus: all.map((one) => percent(one.share - one.interval[0])),
        thickness: 1,
      },
    };
  };
  const height = 130 + 46 * shares.length;
  return {
    height,
    data: [bars('total', striped(ORANGE)), bars('first', { color: BLUE })],
    layout: layout({
      barmode: 'group',
      hovermode: 'closest',
      ...belowBars(height),
      annotations: [axisTitle('Share of the variance, %')],
      x: { ticksuffix: '%' },
      y: { type: 'category', rangemode: 'normal' },
    }),
  };
}
