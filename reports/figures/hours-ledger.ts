import type { Result } from '../../sim/result.ts';
import type { HoursService } from '../../sim/scenario/service.ts';
import type { Limit } from '../../sim/scenario/dated.ts';
import { meanOfRuns, plusDays, runWord } from '../words/dates.ts';
import { hoursFinding } from '../words/findings/hours.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { withUnit } from '../words/numbers.ts';
import { capacityOver, dailySteps, means, stepText, stepsOf, timeline } from '../words/timeline.ts';
import { usedServices } from '../words/used-services.ts';
import { changeMarks } from './change-marks.ts';
import type { Attributes, Chart, Figure } from './figure.ts';
import { BELOW, BLUE, dateAxis, hoverRange, inTheMiddle, layout, ORANGE, PLUM } from './look.ts';
import { slugOf } from './slug.ts';

const PARTS = ['needed', 'commissioned', 'delivered', 'unused', 'over-delivered'] as const;

/** Hours commissioned, needed and delivered, one figure a service that is bought in hours. */
export function hoursLedger(result: Result): Figure[] {
  return usedServices(result)
    .filter((s): s is HoursService => s.kind === 'hours')
    .flatMap((service) => ledgerOf(result, service));
}

function ledgerOf(result: Result, service: HoursService): Figure[] {
  const scope = serviceScope(service);
  const { step, at } = stepsOf(result);
  const [needed = [], commissioned = [], delivered = [], unused = [], over = []] = PARTS.map((p) =>
    means(timeline(result, `hours-${p}`, scope)),
  );
  if (delivered.length === 0) return [];
  const limit = limits(result, scope, commissioned);
  const label = capital(labelOf(service));
  const spot = service.spot === null ? null : means(timeline(result, 'hours-spot', scope));
  return [
    {
      id: `hours-${slugOf(result.scenario.services, service)}`,
      about: { key: 'service', name: service.name },
      title: hoursFinding({
        label,
        step,
        at: (i) => stepText(result, step, at[i] ?? ''),
        needed,
        delivered,
        commissioned: limit,
      }),
      label: `${label}: hours of care by ${step}, ${meanOfRuns(result)}`,
      notes: [
        ledgerNote(result, scope),
        'Needed is what would be delivered in that week or month if everyone waiting had also started: anyone who waits counts in every week of the wait.',
        ...(spot === null
          ? []
          : ['Spot hours are bought beside those commissioned; what is unused or over-delivered is told against both.']),
        ...changeMarks(result).notes,
      ].filter((n) => n !== ''),
      chart: chartOf(result, scope, needed, limit, delivered),
      table: {
        columns: [
          { key: 'from', head: `First day of ${step}`, unit: 'date' },
          ...PARTS.map((p) => ({ key: `hours_${p.split('-').join('_')}`, head: capital(p), unit: 'hours' })),
          ...(spot === null ? [] : [{ key: 'hours_spot', head: 'Spot', unit: 'hours' }]),
        ],
        rows: at.map((day, i) => [
          day,
          needed[i] ?? null,
          hoursCell(limit[i] ?? null),
          delivered[i] ?? null,
          unused[i] ?? null,
          over[i] ?? null,
          ...(spot === null ? [] : [spot[i] ?? null]),
        ]),
      },
    },
  ];
}

const hoursCell = (limit: Limit | null): string | number | null => (limit === 'unlimited' ? 'no limit' : limit);

/** The ledger's own line where it has one, else the capacity in force. */
function limits(result: Result, scope: string, commissioned: (number | null)[]): (Limit | null)[] {
  if (commissioned.some((c) => c !== null)) return commissioned;
  return capacityOver(result, scope);
}

function ledgerNote(result: Result, scope: string): string {
  const parts = (['unused', 'over-delivered'] as const).flatMap((p) => {
    const total = meanOf(result, `hours-${p}`, scope);
    return total !== null && total >= 0.5 ? [`${withUnit(total, 'hours')} ${p}`] : [];
  });
  return parts.length > 0 ? `Over the whole period, on average: ${parts.join(', ')}.` : '';
}

/** Needed and delivered as steps over their weeks; commissioned by day, as it was bought. */
function chartOf(
  result: Result,
  scope: string,
  needed: (number | null)[],
  limit: (Limit | null)[],
  delivered: (number | null)[],
): Chart {
  const { step, at } = stepsOf(result);
  const marks = changeMarks(result);
  const bought = step === 'week' ? dailySteps(result, scope) : null;
  const steps = (y: (number | null)[], look: Attributes): Attributes =>
    step === 'week'
      ? {
          type: 'scatter',
          mode: 'lines',
          x: [...at, plusDays(at[at.length - 1] ?? '', 7)],
          y: [...y, y[y.length - 1] ?? null],
          ...look,
          line: { ...(look['line'] as Attributes), shape: 'hv' },
        }
      : { type: 'scatter', mode: 'lines', x: at, y, ...look, ...inTheMiddle(step, at[0]) };
  const line = { color: ORANGE, width: 3 };
  const hover = (part: string): Attributes =>
    hoverRange(timeline(result, `hours-${part}`, scope)?.values ?? [], 'hours', runWord(result));
  return {
    height: 400,
    data: [
      steps(delivered, {
        name: 'Delivered',
        ...hover('delivered'),
        fill: 'tozeroy',
        fillcolor: 'rgba(18,67,109,0.25)',
        line: { color: BLUE, width: 2 },
      }),
      steps(needed, { name: 'Needed', ...hover('needed'), line: { color: PLUM, width: 2, dash: 'dot' } }),
      bought
        ? {
            type: 'scatter',
            mode: 'lines',
            ...bought,
            name: 'Commissioned',
            meta: 'capacity in force',
            line: { ...line, shape: 'hv' },
          }
        : steps(
            limit.map((l) => (typeof l === 'number' ? l : null)),
            { name: 'Commissioned', line },
          ),
    ],
    layout: layout({
      x: dateAxis(step, result.calendar),
      y: { hoverformat: ',.0f' },
      ...BELOW,
      ...marks.layout(`Hours a ${step}`),
    }),
  };
}
