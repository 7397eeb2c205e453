import type { Result } from '../../sim/result.ts';
import type { Trigger } from '../../sim/scenario/trigger.ts';
import { dayText, meanOfRuns, plusDays, runWord } from '../words/dates.ts';
import { capital, labelOf, measured, outer, summaryOf } from '../words/lookup.ts';
import { amount, share, span } from '../words/numbers.ts';
import type { Cell, Figure } from './figure.ts';

/** How often the capacity of each trigger is needed, for how long, and from when. */
export function triggers(result: Result): Figure[] {
  const all = result.scenario.triggers ?? [];
  if (all.length === 0) return [];
  const run = runWord(result);
  return [
    {
      id: 'triggers',
      title: all.map((trigger) => finding(result, trigger)).join('; '),
      label: `Capacity that opens when a level crosses a threshold, ${meanOfRuns(result)}`,
      notes: [
        `Days open and times opened count ${run}s in which it stays closed as none; the first day is over those in which it opens.`,
      ],
      chart: null,
      table: {
        columns: [
          { key: 'trigger', head: 'Trigger' },
          { key: 'opened', head: `Opens in, of all ${run}s`, unit: 'share' },
          { key: 'days_open', head: 'Days open', unit: 'days' },
          { key: 'days_open_range', head: `9 in 10 ${run}s` },
          { key: 'times', head: 'Times opened' },
          { key: 'earliest', head: 'Earliest first day' },
          { key: 'middle', head: `First day, middle ${run}` },
        ],
        rows: all.map((trigger) => rowOf(result, trigger)),
      },
    },
  ];
}

const scopeOf = ({ name }: Trigger) => `trigger:${name}`;

function finding(result: Result, trigger: Trigger): string {
  const opened = summaryOf(result, 'trigger-opened', scopeOf(trigger));
  const days = summaryOf(result, 'trigger-days-open', scopeOf(trigger));
  const name = capital(labelOf(trigger));
  if (!opened || !days || opened.mean === 0) return `${name}: never open`;
  const each = opened.mean < 1 ? ` when it opens, ${amount(days.mean)} over all` : '';
  return `${name}: opens in ${share(opened.mean)} of ${runWord(result)}s, and is open for ${amount(days.mean / opened.mean)} days on average${each}`;
}

function rowOf(result: Result, trigger: Trigger): Cell[] {
  const of = (measure: string) => summaryOf(result, measure, scopeOf(trigger));
  const days = of('trigger-days-open');
  const range = outer(days);
  const first = (measured(result, 'trigger-first-day', scopeOf(trigger))?.winters ?? [])
    .filter((day) => day !== null)
    .sort((a, b) => a - b);
  const times = of('trigger-openings')?.mean;
  return [
    capital(labelOf(trigger)),
    of('trigger-opened')?.mean ?? null,
    days?.mean ?? null,
    range ? span(range[0], range[1], 'days') : '',
    times === undefined ? '' : amount(times),
    date(result, first[0]),
    date(result, first[Math.floor((first.length - 1) / 2)]),
  ];
}

const date = ({ calendar }: Result, day: number | undefined): string =>
  day === undefined ? 'never' : dayText(plusDays(calendar.start, day));
