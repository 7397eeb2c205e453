import type { Result } from '../../sim/result.ts';
import type { HoursService, Limit } from '../../sim/scenario.ts';
import { hoursFinding } from '../words/findings/hours.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { withUnit } from '../words/numbers.ts';
import { capacityOver, means, stepText, stepsOf, timeline } from '../words/timeline.ts';
import type { Chart, Figure } from './figure.ts';
import { axisTitle, BLUE, dateAxis, inTheMiddle, layout, onLine, ORANGE, PLUM } from './look.ts';

const PARTS = ['needed', 'commissioned', 'delivered', 'unused', 'over-delivered'] as const;

/** Hours commissioned, needed and delivered, one figure a service that is bought in hours. */
export function hoursLedger(result: Result): Figure[] {
  return result.scenario.services
    .filter((s): s is HoursService => s.kind === 'hours')
    .flatMap((service) => ledgerOf(result, service));
}

function ledgerOf(result: Result, service: HoursService): Figure[] {
  const scope = serviceScope(service);
  const { step, at } = stepsOf(result);
  const [needed = [], commissioned = [], delivered = [], unused = [], over = []] =
    PARTS.map((p) => means(timeline(result, `hours-${p}`, scope)));
  if (delivered.length === 0) return [];
  const limit = limits(result, scope, commissioned);
  const label = capital(labelOf(service));
  return [{
    id: `hours-${result.scenario.services.indexOf(service) + 1}`,
    title: hoursFinding({ label, step, at: (i) => stepText(result, step, at[i] ?? ''), needed, delivered, commissioned: limit }),
    label: `${label}: hours of care by ${step}, mean of all replications`,
    notes: [ledgerNote(result, scope), 'Needed is what would be delivered if everyone waiting had also started.'].filter((n) => n !== ''),
    chart: chartOf(step, at, needed, limit, delivered),
    table: {
      columns: [{ key: 'from', head: `First day of ${step}`, unit: 'date' }, ...PARTS.map((p) => ({ key: `hours_${p.split('-').join('_')}`, head: capital(p), unit: 'hours' }))],
      rows: at.map((day, i) => [day, needed[i] ?? null, hoursCell(limit[i] ?? null), delivered[i] ?? null, unused[i] ?? null, over[i] ?? null]),
    },
  }];
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

function chartOf(step: 'week' | 'month', at: string[], needed: (number | null)[], limit: (Limit | null)[], delivered: (number | null)[]): Chart {
  const numbers = limit.map((l) => (typeof l === 'number' ? l : null));
  const shape = step === 'week' ? 'hvh' : 'linear';
  const middle = Math.floor(at.length / 2);
  const label = (text: string, i: number, y: (number | null)[], color: string, place = {}) =>
    typeof y[i] === 'number' ? [onLine(text, at[i], y[i], color, place)] : [];
  const last = at.length - 1;
  return {
    height: 380,
    data: [
      { type: 'scatter', mode: 'lines', x: at, y: delivered, name: 'Delivered', fill: 'tozeroy', fillcolor: 'rgba(18,67,109,0.25)', line: { color: BLUE, width: 2, shape } },
      { type: 'scatter', mode: 'lines', x: at, y: needed, name: 'Needed', line: { color: PLUM, width: 2, dash: 'dot', shape } },
      { type: 'scatter', mode: 'lines', x: at, y: numbers, name: 'Commissioned', line: { color: ORANGE, width: 3, shape } },
    ].map((trace) => ({ ...trace, ...inTheMiddle(step, at[0]) })),
    layout: layout({
      x: dateAxis(step), y: { hoverformat: ',.0f' },
      annotations: [
        axisTitle(`Hours a ${step}`),
        ...label('Delivered', middle, delivered, BLUE, { yanchor: 'top', yshift: -6 }),
        ...label('Needed', last, needed, PLUM, { xanchor: 'right', yshift: 6 }),
        ...label('Commissioned', 0, numbers, ORANGE, { xanchor: 'left', yshift: 6 }),
      ],
    }),
  };
}

