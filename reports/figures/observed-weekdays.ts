import type { Result } from '../../sim/result.ts';
import { type Beside, besideOf, byWeekday, type Weekday } from '../words/beside.ts';
import { capital, scopeLabel } from '../words/lookup.ts';
import { amount } from '../words/numbers.ts';
import type { Chart, Figure } from './figure.ts';
import { BELOW, BLUE, layout, ORANGE, striped } from './look.ts';
import { slugOf } from './slug.ts';

/** Daily series over the days of the week: mean of the days observed beside the mean simulated on the same days. */
export function observedWeekdays(result: Result): Figure[] {
  return besideOf(result)
    .filter(({ observed: { by, values } }) => by === 'day' && values.length >= 7)
    .flatMap((it) => weekdays(result, it));
}

function weekdays(result: Result, it: Beside): Figure[] {
  const {
    observed: { label, scope },
    title,
    unit,
    points,
  } = it;
  const rows = byWeekday(points);
  const furthest = [...rows].sort((a, b) => apart(b) - apart(a))[0];
  if (!furthest?.agreement) return [];
  const { observed, simulated } = furthest.agreement;
  return [
    {
      id: `observed-weekdays-${slugOf(result.scenario.observed ?? [], it.observed)}`,
      title: `${capital(label)} over the week: furthest apart on ${furthest.name}s, ${amount(observed)} observed and ${amount(simulated)} simulated`,
      label: `${title}, ${scopeLabel(result.scenario, scope)}: mean by day of the week, over the days with a return`,
      notes: [],
      chart: chartOf(rows),
      table: {
        columns: [
          { key: 'weekday', head: 'Day' },
          { key: 'n', head: 'Days with a return', unit: 'days' },
          { key: 'observed', head: 'Observed, mean', unit },
          { key: 'simulated', head: 'Simulated, mean', unit },
          { key: 'absolute_error', head: 'Mean absolute error', unit },
          { key: 'inside', head: 'Inside the 9-in-10 range', unit: 'share' },
        ],
        rows: rows.map(({ name: day, agreement: a }) => [
          day,
          a?.n ?? 0,
          a?.observed ?? null,
          a?.simulated ?? null,
          a?.absoluteError ?? null,
          a?.inside ?? null,
        ]),
      },
    },
  ];
}

function apart({ agreement: a }: Weekday): number {
  return a === null ? -1 : Math.abs(a.observed - a.simulated);
}

function chartOf(rows: Weekday[]): Chart {
  const bars = (name: string, of: 'observed' | 'simulated', marker: object) => ({
    type: 'bar',
    name,
    x: rows.map((row) => row.name),
    y: rows.map((row) => row.agreement?.[of] ?? null),
    marker,
  });
  return {
    height: 340,
    data: [bars('Observed', 'observed', striped(ORANGE)), bars('Simulated', 'simulated', { color: BLUE })],
    layout: layout({ x: { type: 'category', showgrid: false }, y: { hoverformat: ',.1f' }, barmode: 'group', ...BELOW }),
  };
}
