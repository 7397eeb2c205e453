import type { Result, Summary } from '../../sim/result.ts';
import { acuteQueues } from '../words/acute-queue.ts';
import { meanOfRuns, runWord } from '../words/dates.ts';
import { growth } from '../words/findings/over-time.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { amount, countOf } from '../words/numbers.ts';
import { means, peak, stepText, stepsOf, timeline } from '../words/timeline.ts';
import { changeMarks } from './change-marks.ts';
import type { Chart, Figure } from './figure.ts';
import { BELOW, DASHES, dateAxis, hoverRange, inTheMiddle, layout, SERIES } from './look.ts';

interface Row {
  key: string;
  label: string;
  name: string;
  average: number;
  values: (number | null)[];
  spread: (Summary | null)[];
}

/** People waiting for each service, and for an acute bed, by week: at most four queues drawn, all of them in the table. */
export function waiting(result: Result): Figure[] {
  const { step, at } = stepsOf(result);
  const acute = acuteQueues(result);
  const rows = [
    ...result.scenario.services.flatMap((s) => rowOf(result, s.name, labelOf(s), 'waiting', serviceScope(s))),
    ...acute.flatMap(({ scope, bed }) => rowOf(result, scope, bed, 'acute-waiting', scope)),
  ];
  if (rows.length === 0) return [];
  const drawn = [...rows].sort((a, b) => b.average - a.average).slice(0, SERIES.length);
  return [
    {
      id: 'waiting',
      title: finding(rows, (i) => stepText(result, step, at[i] ?? '')),
      label: `People waiting for ${acute.length > 0 ? 'an acute bed and for ' : ''}each service, time average by ${step}, ${meanOfRuns(result)}`,
      notes: [
        ...(rows.length > drawn.length
          ? [`The ${countOf(drawn.length, 'queue')} with most people are drawn; the table has all.`]
          : []),
        ...changeMarks(result).notes,
      ],
      chart: chartOf(result, drawn),
      table: {
        columns: [
          { key: 'from', head: `First day of ${step}`, unit: 'date' },
          ...rows.map((r) => ({ key: r.key, head: r.label, unit: 'people' })),
        ],
        rows: at.map((day, i) => [day, ...rows.map((r) => r.values[i] ?? null)]),
      },
    },
  ];
}

function rowOf(result: Result, key: string, name: string, measure: string, scope: string): Row[] {
  const line = timeline(result, measure, scope);
  const average = meanOf(result, measure, scope) ?? 0;
  return line ? [{ key, label: capital(name), name, average, values: means(line), spread: line.values }] : [];
}

function finding(rows: Row[], at: (i: number) => string): string {
  const longest = [...rows].sort((a, b) => b.average - a.average)[0];
  if (!longest || longest.average === 0)
    return `Nobody waits for ${rows.some(({ key }) => key.startsWith('hospital:')) ? 'an acute bed or ' : ''}a service`;
  const top = peak(longest.values);
  return `Most people wait for ${longest.name}: ${amount(longest.average)} on average, ${amount(longest.values[top] ?? 0)} in ${at(top)}, the most${growth(longest.values)}`;
}

function chartOf(result: Result, rows: Row[]): Chart {
  const { step, at } = stepsOf(result);
  const marks = changeMarks(result);
  return {
    height: 380,
    data: rows.map((r, k) => ({
      type: 'scatter',
      mode: 'lines',
      x: at,
      y: r.values,
      name: r.label,
      ...hoverRange(r.spread, 'people', runWord(result)),
      ...inTheMiddle(step, at[0]),
      line: { color: SERIES[k], dash: DASHES[k], width: 2.5 },
    })),
    layout: layout({
      x: dateAxis(step, result.calendar),
      y: { hoverformat: ',.1f' },
      ...BELOW,
      ...marks.layout('People waiting'),
    }),
  };
}
