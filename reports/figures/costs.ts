import type { Result } from '../../sim/result.ts';
import type { Price, Service } from '../../sim/scenario/service.ts';
import { meanOfRuns, runWord } from '../words/dates.ts';
import { capital, labelOf, meanOf, outer, serviceScope, shortLabels, summaryOf } from '../words/lookup.ts';
import { money, span } from '../words/numbers.ts';
import { usedText } from '../words/tiles.ts';
import { listed } from '../words/doubts.ts';
import { unpricedAdded } from '../words/unpriced.ts';
import type { Attributes, Cell, Chart, Figure } from './figure.ts';
import { BLUE, eachOf, layout, ORANGE, ticks } from './look.ts';

/** What the services cost, commissioned and used, and what the delayed bed-days are valued at. */
export function costs(result: Result): Figure[] {
  const priced = result.scenario.services.filter((s) => costOf(result, s) !== null);
  const delayed = summaryOf(result, 'cost-delayed-bed-days');
  if (priced.length === 0 && !delayed) return [];
  const bySpot = meanOf(result, 'cost-spot') !== null;
  const amounts = (scope?: string): Cell[] => [
    meanOf(result, 'cost-commissioned', scope),
    ...(bySpot ? [meanOf(result, 'cost-spot', scope)] : []),
    meanOf(result, 'cost-used', scope),
  ];
  const rows: Cell[][] = priced.map((s) => [capital(labelOf(s)), ...amounts(serviceScope(s)), priceText(s)]);
  if (priced.length > 1) rows.push(['All services with a price', ...amounts(), '']);
  for (const name of payersOf(result)) rows.push([`Paid by ${name}`, ...amounts(`payer:${name}`), '']);
  if (delayed)
    rows.push([
      'Delayed acute bed-days (opportunity cost, not money spent)',
      null,
      ...(bySpot ? [null] : []),
      delayed.mean,
      valueText(result),
    ]);
  return [
    {
      id: 'costs',
      title: finding(result),
      label: `Cost over the period, ${meanOfRuns(result)}`,
      notes: notesOf(result),
      chart: priced.length > 0 ? chartOf(result, priced) : null,
      table: {
        columns: [
          { key: 'what', head: 'What' },
          { key: 'commissioned', head: 'Commissioned', unit: '£' },
          ...(bySpot ? [{ key: 'spot', head: 'of it spot', unit: '£' }] : []),
          { key: 'used', head: 'Used', unit: '£' },
          { key: 'price', head: 'Price' },
        ],
        rows,
      },
    },
  ];
}

const payersOf = ({ scenario }: Result): string[] => [
  ...new Set(scenario.services.flatMap(({ payers }) => payers.map(({ name }) => name))),
];

const costOf = (result: Result, s: Service): number | null =>
  meanOf(result, 'cost-commissioned', serviceScope(s)) ?? meanOf(result, 'cost-used', serviceScope(s));

function priceText(service: Service): string {
  const { price, spot } = service;
  const bySpot = spot?.price ? [`spot ${perUnit(spot.price)}`] : [];
  if (!price) return bySpot.join('');
  const paid =
    service.kind === 'hours' && service.paidHours !== 1 ? `, ${service.paidHours} paid hours for each contact hour` : '';
  return [perUnit(price) + paid, ...bySpot].join('; ');
}

const perUnit = ({ amount, per, year, stated }: Price): string =>
  `£${Number(amount.toFixed(2))} ${per === 'hour' ? 'an' : 'a'} ${per}${year ? ` (${year}${stated ? `; £${stated.amount} in ${stated.year}` : ''})` : ''}`;

const valueText = ({ scenario }: Result): string =>
  scenario.delayedBedDay === null ? '' : `£${scenario.delayedBedDay} a bed-day`;

function finding(result: Result): string {
  const [commissioned, used] = [meanOf(result, 'cost-commissioned'), meanOf(result, 'cost-used')];
  const delayed = meanOf(result, 'cost-delayed-bed-days');
  const added = unpricedAdded(result);
  if (added.length > 0)
    return `No cost can be given for the whole plan: ${listed(added)} ${added.length > 1 ? 'are' : 'is'} added without a price`;
  const lost = delayed === null ? '' : `delayed bed-days are valued at ${money(delayed)}, which is not cash`;
  if (used === null) return capital(lost) || 'Costs';
  const over = meanOf(result, 'cost-over-delivered') ?? 0;
  const bought =
    commissioned !== null && commissioned > 0 && over >= 0.5
      ? `Services commissioned at ${money(commissioned)}, and ${money(over)} of hours delivered above that`
      : commissioned !== null && commissioned > 0
        ? `Services commissioned at ${money(commissioned)}, ${usedText(used / commissioned)} of it used`
        : `Services used cost ${money(used)}`;
  return lost ? `${bought}; ${lost}` : bought;
}

function notesOf(result: Result): string[] {
  const range = outer(summaryOf(result, 'cost-delayed-bed-days'));
  const without = result.scenario.services.filter((s) => s.price === null).map((s) => labelOf(s));
  return [
    ...(range
      ? [
          `Delayed bed-days: 9 in 10 ${runWord(result)}s ${span(range[0], range[1], '£')}. This values the bed; it is not cash that could be released.`,
        ]
      : []),
    ...(result.scenario.pricesOf === null ? [] : [`All prices are of ${result.scenario.pricesOf}.`]),
    ...(without.length > 0 ? [`No price is given for: ${without.join(', ')}.`] : []),
  ];
}

function chartOf(result: Result, priced: Service[]): Chart {
  const y = shortLabels(priced);
  const most = Math.max(
    1,
    ...priced.flatMap((s) => [
      meanOf(result, 'cost-used', serviceScope(s)) ?? 0,
      meanOf(result, 'cost-commissioned', serviceScope(s)) ?? 0,
    ]),
  );
  const at = ticks(0, most * 1.1);
  const bar = (measure: string, name: string, color: string, ink: string): Attributes => {
    const x = priced.map((s) => meanOf(result, measure, serviceScope(s)));
    return {
      type: 'bar',
      orientation: 'h',
      y,
      x,
      name,
      text: x.map((v) => (v === null ? '' : money(v))),
      textposition: 'auto',
      insidetextfont: { color: ink },
      textangle: 0,
      marker: { color },
    };
  };
  return {
    height: 120 + eachOf(priced.length, 84) * priced.length,
    data: [bar('cost-used', 'Used', BLUE, '#FFFFFF'), bar('cost-commissioned', 'Commissioned', ORANGE, '#000000')],
    layout: layout({
      x: {
        rangemode: 'tozero',
        tickvals: at,
        ticktext: at.map(money),
        hoverformat: ',.0f',
        title: { text: '£ over the period', font: { size: 13 } },
      },
      y: { type: 'category', showgrid: false, ticksuffix: ' ' },
      barmode: 'group',
      hovermode: 'y unified',
      showlegend: true,
      legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' },
    }),
  };
}
