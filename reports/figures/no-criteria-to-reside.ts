import type { Result, Summary } from '../../sim/result.ts';
import { againstLines, courseOf } from '../words/findings/over-time.ts';
import { runWord } from '../words/dates.ts';
import { roughNote } from '../words/reading.ts';
import { meanOf, seriesIn } from '../words/lookup.ts';
import { means, stepText, stepsOf, timeline } from '../words/timeline.ts';
import { changeMarks } from './change-marks.ts';
import type { Chart, Figure, Table } from './figure.ts';
import { type Goal, goalsOf } from './goals.ts';
import { BELOW, BLUE, dateAxis, fan, inTheMiddle, layout, levelLine } from './look.ts';

const MEASURE = 'no-criteria-to-reside';
/** More days than this are drawn by week or month. */
const MOST_DAYS = 400;

/** People with no criteria to reside at midnight, over time, against the ambition where there is one. */
export function noCriteriaToReside(result: Result): Figure[] {
  const line = dailyOrTimeline(result);
  if (!line) return [];
  const goals = goalsOf(result);
  const weekly = timeline(result, MEASURE);
  const course = {
    what: 'People with no criteria to reside still in an acute bed',
    values: means(weekly),
    average: meanOf(result, MEASURE),
    step: stepsOf(result).step,
    at: (i: number) => stepText(result, stepsOf(result).step, weekly?.at[i] ?? ''),
  };
  return [
    {
      id: MEASURE,
      title: courseOf(course) + againstLines(course, goals, weekly?.at ?? []),
      label: labelText(line, runWord(result)),
      notes: [...goals.flatMap((g) => (g.note ? [g.note] : [])), ...changeMarks(result).notes, ...roughNote(result)],
      chart: chartOf(result, line, goals),
      table: tableOf(line, runWord(result)),
    },
  ];
}

function labelText(line: Line, run: string): string {
  const bands = line.values.some((s) => s?.range)
    ? `: the middle ${run} (line), half of the ${run}s (dark band) and 9 in 10 of them (pale band)`
    : '';
  return `People at midnight, by ${line.step}${bands}`;
}

interface Line {
  step: 'day' | 'week' | 'month';
  at: string[];
  values: (Summary | null)[];
}

function dailyOrTimeline(result: Result): Line | null {
  const { days } = result.calendar;
  const values = seriesIn(result.byDay, MEASURE);
  const whole = values.length > 0 && values.length === days.length && days.length <= MOST_DAYS;
  return whole ? { step: 'day', at: days, values } : timeline(result, MEASURE);
}

function chartOf(result: Result, line: Line, goals: Goal[]): Chart {
  const run = runWord(result);
  const known = line.at.map((day, i) => ({ day, s: line.values[i] ?? null })).filter((p) => p.s !== null);
  const x = known.map((p) => p.day);
  const ranged = known.every((p) => p.s?.range);
  const at = (k: 0 | 1 | 2 | 3 | 4) => known.map((p) => p.s?.range?.[k] ?? p.s?.mean ?? 0);
  const single = {
    type: 'scatter',
    mode: 'lines',
    x,
    y: known.map((p) => p.s?.mean ?? 0),
    name: `The one ${run} simulated`,
    line: { color: BLUE, width: 2.5 },
  };
  const data = (ranged ? fan(x, { p5: at(0), p25: at(1), p50: at(2), p75: at(3), p95: at(4) }, run) : [single]).map((trace) => ({
    ...trace,
    ...inTheMiddle(line.step, x[0]),
  }));
  const levels = goals.map((g) => levelLine(g.value, g.text, g.from, g.to));
  const top = Math.max(...at(4), ...goals.map((g) => g.value), 1);
  const marks = changeMarks(result);
  return {
    data,
    height: 420,
    layout: layout({
      x: dateAxis(line.step, result.calendar),
      y: { hoverformat: ',.0f', range: [0, top * 1.15] },
      ...marks.layout('People at midnight', { annotations: levels.map((l) => l.note), shapes: levels.map((l) => l.shape) }),
      ...(ranged ? BELOW : {}),
    }),
  };
}

function tableOf(line: Line, run: string): Table {
  return {
    columns: [
      { key: 'from', head: line.step === 'day' ? 'Night of' : `First day of ${line.step}`, unit: 'date' },
      { key: 'mean', head: 'Mean', unit: 'people' },
      { key: 'p5', head: `5% of ${run}s below`, unit: 'people' },
      { key: 'p25', head: '25% below', unit: 'people' },
      { key: 'p50', head: `Middle ${run}`, unit: 'people' },
      { key: 'p75', head: '75% below', unit: 'people' },
      { key: 'p95', head: '95% below', unit: 'people' },
    ],
    rows: line.at.map((day, i) => {
      const s = line.values[i] ?? null;
      return [day, s?.mean ?? null, ...[0, 1, 2, 3, 4].map((k) => s?.range?.[k] ?? null)];
    }),
  };
}
