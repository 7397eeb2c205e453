import type { Result, TimeToSettle, WarmUp } from '../../sim/result.ts';
import { dayText, plusDays } from '../words/dates.ts';
import { capital, lower, scopeLabel, titleOf } from '../words/lookup.ts';
import { amount, countOf, fixed, withUnit } from '../words/numbers.ts';
import { lengthText, tooSlow, weeksText } from '../words/settled.ts';
import type { Cell, Chart, Figure } from './figure.ts';
import { axisTitle, BELOW, DASHES, layout, ORANGE, SERIES } from './look.ts';

type Level = WarmUp['levels'][number];

/** Whether the levels had settled when the period began: by the loads, by what was found, and the course of those that took longest (Welch's plot). */
export function warmUp(result: Result): Figure[] {
  const { warmUp: it } = result;
  if (it === undefined) return [];
  const levels = it.levels.filter(({ means }) => means.some((level) => level > 0));
  return [
    ...byLoad(result, it),
    ...(levels.some(({ judged }) => judged) ? [found(result, it, levels)] : []),
    ...(levels.length > 0 ? [course(result, it, levels)] : []),
  ];
}

function byLoad(result: Result, it: WarmUp): Figure[] {
  const needed = it.needed ?? [];
  if (needed.length === 0) return [];
  const late = tooSlow(it).length;
  const title =
    late === 0
      ? `By its load, nothing takes longer to settle than the ${lengthText(it.days)} of warm-up`
      : `${it.days === 0 ? 'There is no warm-up' : `A warm-up of ${lengthText(it.days)} is too short`}: ${slowestPart(result, it)}`;
  return [
    {
      id: 'warm-up-by-load',
      title,
      chart: null,
      label:
        'What is needed and what there is when the period begins, and how long it takes from an empty start until the number waiting is within about 5% of what it comes to',
      notes: [
        'Worked out before the run, from who comes and how long they stay. Time spent waiting in one place for the next comes on top and is left out, so it may take longer.',
        ...(late === 0
          ? []
          : [
              'Until a service has settled, how many wait depends on how long the warm-up is. Lengthen it, or start from the people present.',
            ]),
      ],
      table: {
        columns: [
          { key: 'service', head: 'Service' },
          { key: 'needed', head: 'Needed on average', unit: 'number' },
          { key: 'open', head: 'There is', unit: 'number' },
          { key: 'of', head: 'Counted in' },
          { key: 'load', head: 'Load', unit: 'share' },
          { key: 'weeks', head: 'Weeks to settle', unit: 'number' },
          { key: 'verdict', head: 'In words' },
        ],
        rows: needed.map((one): Cell[] => [
          capital(scopeLabel(result.scenario, one.scope)),
          one.needed,
          one.open === 'unlimited' ? 'no limit' : one.open,
          UNITS[one.of],
          one.open === 'unlimited' || one.open === 0 ? null : one.needed / one.open,
          one.days === null ? null : Math.ceil(one.days / 7),
          loadVerdict(one, it),
        ]),
      },
    },
  ];
}

const UNITS = { beds: 'beds', hours: 'hours a week', starts: 'starts a week' };

function slowestPart({ scenario }: Result, it: WarmUp): string {
  const [slowest] = tooSlow(it);
  if (slowest === undefined) return '';
  const label = scopeLabel(scenario, slowest.scope);
  return slowest.days === null ? `${label} never settles` : `${label} takes ${weeksText(slowest.days)} to settle`;
}

function loadVerdict({ days }: TimeToSettle, it: WarmUp): string {
  if (days === null) return 'Never settles: more is needed than there is';
  return days > it.days ? 'Longer than the warm-up' : 'Within the warm-up';
}

function found(result: Result, it: WarmUp, levels: Level[]): Figure {
  return {
    id: 'warm-up',
    title: foundTitle(it, levels),
    chart: null,
    label: 'Levels at midnight, mean over all replications, and how many days MSER-5 would leave out',
    notes: [
      ...missed(result, levels),
      ...(it.judgedUntil === null
        ? []
        : [
            `Judged from the empty start to ${dayText(plusDays(startOf(result, it), it.judgedUntil - 1))}${it.judgedUntil < it.days + result.scenario.days ? ', the day before the first dated change' : ''}.`,
          ]),
      'Still changing: MSER-5 leaves out more than the warm-up, and the last four weeks judged clearly differ from the last four of the warm-up (paired over replications; 95% for all levels together). Settled: even the most it may have changed by is no more than a tenth of the level or half a person, and its load needs no longer. Anything else cannot be told.',
    ],
    table: {
      columns: [
        { key: 'level', head: 'Level' },
        { key: 'before', head: 'Last four weeks of the warm-up', unit: 'people' },
        { key: 'after', head: 'Last four weeks judged', unit: 'people' },
        { key: 'unseen', head: 'A smaller change could not be seen', unit: 'people' },
        { key: 'mser5_days', head: 'Days MSER-5 leaves out', unit: 'days' },
        { key: 'verdict', head: 'In words' },
      ],
      rows: levels.map((level): Cell[] => [
        nameOf(result, level),
        level.drift?.before ?? null,
        level.drift?.after ?? null,
        level.drift?.half ?? null,
        level.settledAfter,
        verdict(level),
      ]),
    },
  };
}

function foundTitle(it: WarmUp, levels: Level[]): string {
  const late = levels.filter(({ tooShort }) => tooShort).length;
  if (late > 0)
    return `${capital(countOf(late, 'level'))} of ${fixed(levels.length)} had not settled after ${fixed(it.days)} days of warm-up`;
  if (it.settled === 'yes') return `No sign that ${fixed(it.days)} days of warm-up are too short`;
  return `The levels cannot tell whether ${fixed(it.days)} days of warm-up are long enough`;
}

/** What the check could have missed, at its worst. */
function missed(result: Result, levels: Level[]): string[] {
  const open = levels
    .flatMap((level) => (level.settled === 'cannot tell' && level.drift?.half != null ? [{ level, half: level.drift.half }] : []))
    .sort((a, b) => b.half - a.half);
  return open
    .slice(0, 1)
    .map(
      ({ level, half }) =>
        `The check could not have seen a change of less than ${withUnit(half, 'people')} in one level: ${nameInside(result, level)}.`,
    );
}

function verdict({ judged, tooShort, settled, drift }: Level): string {
  if (!judged) return 'Not judged';
  if (tooShort) return 'Still changing';
  if (settled === 'yes') return 'Settled';
  if (drift === null) return 'Too few days to say';
  if (drift.half == null) return 'Cannot be told: what it could have missed is not known';
  const most = Math.abs(drift.after - drift.before) + drift.half;
  if (most <= Math.max(0.1 * drift.after, 0.5)) return 'Cannot be told: by its load it needs longer'; // the rule of the note below
  return `Cannot be told: it may have changed by up to ${amount(most)}`;
}

/** Weekly means as a share of the level in the end, so that large and small ones stand on one scale. */
function course(result: Result, it: WarmUp, levels: Level[]): Figure {
  const latest = (level: Level) =>
    (level.tooShort ? 4e6 : 0) + (level.settled === 'cannot tell' ? 2e6 : 0) + (level.settledAfter ?? 1e6);
  const drawn = [...levels].sort((a, b) => latest(b) - latest(a)).slice(0, SERIES.length);
  const rows = drawn.map((level) => ({ name: nameOf(result, level), weeks: weekly(level.means, it.step ?? 1) }));
  const x = (rows[0]?.weeks ?? []).map((_, week) => 7 * week);
  return {
    id: 'warm-up-course',
    title: levels.some(({ judged }) => judged)
      ? 'How the levels rose from the empty start, and where the period begins'
      : `Whether ${fixed(it.days)} days of warm-up are long enough could not be judged: how the levels rose from the empty start`,
    label:
      'Mean of each week from the start of the simulation, as a share of the mean over the whole simulation, all replications',
    notes: [
      ...(it.judgedUntil === null
        ? ['A season, a trend or a list of people leaves no steady level to settle at: only the course can be looked at.']
        : []),
      ...(drawn.length < levels.length ? [`The ${drawn.length} levels that took longest are drawn.`] : []),
    ],
    chart: chartOf(it, x, rows),
    table: {
      columns: [
        { key: 'day', head: 'Day of the simulation', unit: 'number' },
        ...rows.map(({ name }, i) => ({ key: `level_${i + 1}`, head: name, unit: 'share' })),
      ],
      rows: x.map((day, week) => [day, ...rows.map(({ weeks }) => weeks[week] ?? null)]),
    },
  };
}

function chartOf(it: WarmUp, x: number[], rows: { name: string; weeks: number[] }[]): Chart {
  return {
    height: 360,
    data: rows.map(({ name, weeks }, i) => ({
      type: 'scatter',
      mode: 'lines',
      x,
      y: weeks,
      name,
      line: { color: SERIES[i], dash: DASHES[i], width: 2.5 },
    })),
    layout: layout({
      x: { title: { text: 'Days from the start of the simulation' }, hoverformat: ',.0f' },
      y: { tickformat: '.0%', hoverformat: '.0%' },
      ...BELOW,
      legend: { orientation: 'h', x: 0, xanchor: 'left', y: -0.38, yanchor: 'top', traceorder: 'normal' },
      shapes: [
        { type: 'line', x0: it.days, x1: it.days, y0: 0, y1: 1, yref: 'paper', line: { color: ORANGE, width: 2, dash: 'dash' } },
      ],
      annotations: [
        axisTitle('Share of the mean'),
        {
          text: 'Period begins',
          x: it.days,
          y: 1,
          yref: 'paper',
          xanchor: 'left',
          yanchor: 'bottom',
          xshift: 4,
          showarrow: false,
          font: { color: '#A8410B', size: 13 },
        },
      ],
    }),
  };
}

/** Of means over `step` midnights each. */
function weekly(means: number[], step: number): number[] {
  const mean = (list: number[]) => list.reduce((sum, level) => sum + level, 0) / list.length;
  const [all, each] = [mean(means), Math.max(1, Math.round(7 / step))];
  return Array.from(
    { length: Math.floor(means.length / each) },
    (_, week) => mean(means.slice(each * week, each * week + each)) / all,
  );
}

const startOf = ({ scenario }: Result, { days }: WarmUp): string => plusDays(scenario.start, -days);

const nameOf = (result: Result, level: Level): string => capital(nameInside(result, level));

/** As it stands inside a sentence: a label keeps its capitals. */
function nameInside(result: Result, { measure, scope }: Level): string {
  const title = lower(titleOf(result, measure));
  return scope === 'all' ? title : `${scopeLabel(result.scenario, scope)}: ${title}`;
}
