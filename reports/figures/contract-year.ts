import type { Result } from '../../sim/result.ts';
import type { Contract, HoursService } from '../../sim/scenario/service.ts';
import { dayText, meanOfRuns, runWord } from '../words/dates.ts';
import { capital, labelOf, meanOf, outer, serviceScope, summaryOf } from '../words/lookup.ts';
import { plain, share, span, withUnit } from '../words/numbers.ts';
import { means, stepsOf, timeline } from '../words/timeline.ts';
import type { Attributes, Cell, Chart, Column, Figure } from './figure.ts';
import { axisTitle, BELOW, BLUE, dateAxis, inTheMiddle, layout, ORANGE, PLUM } from './look.ts';
import { slugOf } from './slug.ts';

const PARTS = ['needed', 'commissioned', 'spot', 'delivered', 'unused', 'over-delivered'] as const;
const UNITS = [
  ['hours', 'hours'],
  ['cost', '£'],
] as const;

/** The hours ledger since the contract year began, in hours and £, and when a budget runs out: one figure a service with a contract. */
export function contractYear(result: Result): Figure[] {
  return result.scenario.services.flatMap((service) =>
    service.kind === 'hours' && service.contract !== null ? ledgerOf(result, service, service.contract) : [],
  );
}

function ledgerOf(result: Result, service: HoursService, contract: Contract): Figure[] {
  const scope = serviceScope(service);
  const { step, at } = stepsOf(result);
  const columns = UNITS.flatMap(([what, unit]) =>
    PARTS.map((part) => ({ part, what, unit, values: means(timeline(result, `year-${what}-${part}`, scope)) })),
  ).filter(({ values }) => values.length > 0);
  if (columns.length === 0) return [];
  const label = capital(labelOf(service));
  const left = leftOf(contract);
  const budget: Column[] = left === null ? [] : [{ key: 'hours_budget_left', head: `${LEFT}, hours`, unit: 'hours' }];
  const heads = columns.map(
    ({ part, what, unit }): Column => ({ key: `${what}_${part.replace('-', '_')}`, head: `${capital(part)}, ${unit}`, unit }),
  );
  return [
    {
      id: `contract-year-${slugOf(result.scenario.services, service)}`,
      about: { key: 'service', name: service.name },
      title: `${label}: ${finding(result, scope, contract)}`,
      label: `${label}: hours since the contract year began, ${meanOfRuns(result)}`,
      notes: notesOf(contract),
      chart: chartOf(
        result,
        contract,
        columns.filter(({ what }) => what === 'hours'),
      ),
      table: {
        columns: [{ key: 'from', head: `First day of ${step}`, unit: 'date' }, ...heads, ...budget],
        rows: at.map((day, i): Cell[] => [day, ...columns.map(({ values }) => values[i] ?? null), ...budget.map(() => left)]),
      },
    },
  ];
}

/** When the budget runs out; or else how much is over-delivered. */
function finding(result: Result, scope: string, { budget }: Contract): string {
  if (budget === null)
    return `${withUnit(meanOf(result, 'year-hours-over-delivered', scope), 'hours')} over-delivered since the contract year began, on average`;
  const said = withUnit(budget.amount, budget.in);
  const often = meanOf(result, 'budget-run-out-share', scope) ?? 0;
  const date = summaryOf(result, 'budget-runs-out', scope);
  if (date === null) return `the budget of ${said} lasts in every ${runWord(result)}`;
  const range = outer(date);
  const when =
    range === null
      ? `on ${plain(date.mean, 'date')}`
      : `between ${span(range[0], range[1], 'date').replace(' to ', ' and ')} in 9 of 10 of these`;
  return `the budget of ${said} runs out in ${often === 1 ? `every ${runWord(result)}` : `${share(often)} of ${runWord(result)}s`}, ${when}`;
}

function notesOf({ yearStarts: { day, month }, overDeliveredBefore, budget }: Contract): string[] {
  return [
    `Figures begin again with the contract year, on ${dayText(`2001-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, false)}.`,
    ...(overDeliveredBefore > 0
      ? [`${withUnit(overDeliveredBefore, 'hours')} were over-delivered before the period and are among those over-delivered.`]
      : []),
    ...(budget !== null && budget.usedBefore > 0
      ? [`${withUnit(budget.usedBefore, budget.in)} of the budget went before the period.`]
      : []),
  ];
}

const LEFT = 'Left of the budget at the start';

/** Hours that the contract year had left when the period began; null where its budget is not in hours. */
const leftOf = ({ budget }: Contract): number | null => (budget?.in === 'hours' ? budget.amount - budget.usedBefore : null);

function chartOf(result: Result, contract: Contract, columns: { part: string; values: (number | null)[] }[]): Chart {
  const { step, at } = stepsOf(result);
  const look: Record<string, Attributes> = {
    delivered: { color: BLUE, width: 3 },
    commissioned: { color: ORANGE, width: 3 },
    needed: { color: PLUM, width: 2, dash: 'dot' },
  };
  const lines = columns
    .filter(({ part }) => part in look)
    .map(
      ({ part, values }): Attributes => ({
        type: 'scatter',
        mode: 'lines',
        x: at,
        y: values,
        name: capital(part),
        line: look[part],
        ...inTheMiddle(step, at[0]),
      }),
    );
  const left = leftOf(contract);
  const limit: Attributes[] =
    left === null
      ? []
      : [
          {
            type: 'scatter',
            mode: 'lines',
            x: at,
            y: at.map(() => left),
            name: LEFT,
            line: { color: '#555555', width: 2, dash: 'dash' },
          },
        ];
  return {
    height: 360,
    data: [...lines, ...limit],
    layout: layout({
      x: dateAxis(step, result.calendar),
      y: { hoverformat: ',.0f', tickformat: ',.0f', rangemode: 'tozero' },
      ...BELOW,
      annotations: [axisTitle('Hours since the contract year began')],
    }),
  };
}
