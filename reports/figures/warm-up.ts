import type { Result, WarmUp } from '../../sim/result.ts';
import { dayText, plusDays } from '../words/dates.ts';
import { capital, scopeLabel, titleOf } from '../words/lookup.ts';
import { countOf, fixed } from '../words/numbers.ts';
import type { Cell, Chart, Figure } from './figure.ts';
import { axisTitle, BELOW, DASHES, layout, ORANGE, SERIES } from './look.ts';

type Level = WarmUp['levels'][number];

/** Whether the levels had settled when the period began: what was found, and the course of those that took longest (Welch's plot). */
export function warmUp(result: Result): Figure[] {
  const { warmUp: it } = result;
  if (it === undefined) return [];
  const levels = it.levels.filter(({ means }) => means.some((level) => level > 0));
  return levels.length === 0 ? [] : [...(levels.some(({ judged }) => judged) ? [found(result, it, levels)] : []), course(result, it, levels)];
}

function found(result: Result, it: WarmUp, levels: Level[]): Figure {
  const late = levels.filter(({ tooShort }) => tooShort).length;
  const title = late > 0 ? `${capital(countOf(late, 'level'))} of ${fixed(levels.length)} had not settled after ${fixed(it.days)} days of warm-up` : `No sign that ${fixed(it.days)} days of warm-up are too short`;
  return {
    id: 'warm-up', title, chart: null,
    label: 'Levels at midnight, mean over all replications, and how many days MSER-5 would leave out',
    notes: [
      ...(it.judgedUntil === null ? [] : [`Judged from the empty start to ${dayText(plusDays(startOf(result, it), it.judgedUntil - 1))}${it.judgedUntil < it.days + result.scenario.days ? ', the day before the first dated change' : ''}.`]),
      'A warm-up is called too short where MSER-5 leaves out more than it, and the last four weeks judged clearly differ from the last four of the warm-up (paired over replications; 95% for all levels together).',
    ],
    table: {
      columns: [
        { key: 'level', head: 'Level' }, { key: 'before', head: 'Last four weeks of the warm-up', unit: 'people' }, { key: 'after', head: 'Last four weeks judged', unit: 'people' },
        { key: 'mser5_days', head: 'Days MSER-5 leaves out', unit: 'days' }, { key: 'verdict', head: 'In words' },
      ],
      rows: levels.map((level): Cell[] => [nameOf(result, level), level.drift?.before ?? null, level.drift?.after ?? null, level.settledAfter, verdict(level)]),
    },
  };
}

function verdict({ judged, tooShort, settledAfter, drift }: Level): string {
  if (!judged) return 'Not judged';
  if (tooShort) return 'Still changing';
  if (settledAfter === null) return drift === null ? 'Too few days to say' : 'No clear change, though MSER-5 finds no settled stretch';
  return 'Settled';
}

/** Weekly means as a share of the level in the end, so that large and small ones stand on one scale. */
function course(result: Result, it: WarmUp, levels: Level[]): Figure {
  const latest = (level: Level) => (level.tooShort ? 2e6 : 0) + (level.settledAfter ?? 1e6);
  const drawn = [...levels].sort((a, b) => latest(b) - latest(a)).slice(0, SERIES.length);
  const rows = drawn.map((level) => ({ name: nameOf(result, level), weeks: weekly(level.means) }));
  const x = (rows[0]?.weeks ?? []).map((_, week) => 7 * week);
  return {
    id: 'warm-up-course',
    title: levels.some(({ judged }) => judged) ? 'How the levels rose from the empty start, and where the period begins' : `Whether ${fixed(it.days)} days of warm-up are long enough could not be judged: how the levels rose from the empty start`,
    label: 'Mean of each week from the start of the simulation, as a share of the mean over the whole simulation, all replications',
    notes: [...(it.judgedUntil === null ? ['A season, a trend or a list of people leaves no steady level to settle at: only the course can be looked at.'] : []), ...(drawn.length < levels.length ? [`The ${drawn.length} levels that took longest are drawn.`] : [])],
    chart: chartOf(it, x, rows),
    table: {
      columns: [{ key: 'day', head: 'Day of the simulation', unit: 'number' }, ...rows.map(({ name }, i) => ({ key: `level_${i + 1}`, head: name, unit: 'share' }))],
      rows: x.map((day, week) => [day, ...rows.map(({ weeks }) => weeks[week] ?? null)]),
    },
  };
}

function chartOf(it: WarmUp, x: number[], rows: { name: string; weeks: number[] }[]): Chart {
  return {
    height: 360,
    data: rows.map(({ name, weeks }, i) => ({ type: 'scatter', mode: 'lines', x, y: weeks, name, line: { color: SERIES[i], dash: DASHES[i], width: 2.5 } })),
    layout: layout({
      x: { title: { text: 'Days from the start of the simulation' }, hoverformat: ',.0f' }, y: { tickformat: '.0%', hoverformat: '.0%' }, ...BELOW, legend: { orientation: 'h', x: 0, xanchor: 'left', y: -0.38, yanchor: 'top', traceorder: 'normal' },
      shapes: [{ type: 'line', x0: it.days, x1: it.days, y0: 0, y1: 1, yref: 'paper', line: { color: ORANGE, width: 2, dash: 'dash' } }],
      annotations: [axisTitle('Share of the mean'), { text: 'Period begins', x: it.days, y: 1, yref: 'paper', xanchor: 'left', yanchor: 'bottom', xshift: 4, showarrow: false, font: { color: '#A8410B', size: 13 } }],
    }),
  };
}

function weekly(means: number[]): number[] {
  const mean = (list: number[]) => list.reduce((sum, level) => sum + level, 0) / list.length;
  const all = mean(means);
  return Array.from({ length: Math.floor(means.length / 7) }, (_, week) => mean(means.slice(7 * week, 7 * week + 7)) / all);
}

const startOf = ({ scenario }: Result, { days }: WarmUp): string => plusDays(scenario.start, -days);

function nameOf(result: Result, { measure, scope }: Level): string {
  const title = capital(titleOf(result, measure));
  return scope === 'all' ? title : `${capital(scopeLabel(result.scenario, scope))}: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}
