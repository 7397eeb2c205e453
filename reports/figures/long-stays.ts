import type { Result } from '../../sim/result.ts';
import { runWord } from '../words/dates.ts';
import { meanOf, outer, summaryOf, unitOf } from '../words/lookup.ts';
import { roughNote } from '../words/reading.ts';
import { amount, plain, share, span } from '../words/numbers.ts';
import { type Cell, type Figure, type Table, withoutEmpty } from './figure.ts';

/** The three things called "21+": always apart, always labelled. */
const MEANINGS = [
  { prefix: 'beds', name: 'Occupied beds', means: 'share of occupied beds at midnight whose stay so far is this long' },
  { prefix: 'discharges', name: 'Discharges', means: 'share of people discharged whose whole stay was this long' },
  { prefix: 'past-ready', name: 'Past the ready date', means: 'people at midnight this long past their ready date' },
] as const;
const NIGHTS = [7, 14, 21];

export function longStays(result: Result): Figure[] {
  const rows = MEANINGS.flatMap((m) => NIGHTS.flatMap((n) => rowOf(result, m, n)));
  if (rows.length === 0) return [];
  const run = runWord(result);
  return [
    {
      id: 'long-stays',
      title: finding(result),
      label: '7+, 14+ and 21+ nights in its three meanings, whole period',
      notes: [...MEANINGS.map((m) => `${m.name}: ${m.means}.`), ...roughNote(result)],
      chart: null,
      table: withoutEmpty({
        columns: [
          { key: 'meaning', head: 'Counted over' },
          { key: 'nights', head: 'Nights' },
          { key: 'mean', head: 'Mean' },
          { key: 'p5_to_p95', head: `9 in 10 ${run}s` },
        ],
        rows,
      }),
      csv: numbersOf(result),
    },
  ];
}

function rowOf(result: Result, { prefix, name }: (typeof MEANINGS)[number], nights: number): Cell[][] {
  const measure = `${prefix}-${nights}-plus`;
  const summary = summaryOf(result, measure);
  if (!summary) return [];
  const unit = unitOf(result, measure);
  const range = outer(summary);
  return [[name, `${nights}+`, plain(summary.mean, unit), range ? span(range[0], range[1], unit) : null]];
}

/** The same rows as numbers, for CSV. */
function numbersOf(result: Result): Table {
  return {
    columns: ['meaning', 'nights', 'measure', 'unit', 'mean', 'p5', 'p95'].map((key) => ({ key, head: key })),
    rows: MEANINGS.flatMap((m) =>
      NIGHTS.flatMap((n): Cell[][] => {
        const measure = `${m.prefix}-${n}-plus`;
        const summary = summaryOf(result, measure);
        return summary ? [[m.name, n, measure, unitOf(result, measure), summary.mean, ...(outer(summary) ?? [null, null])]] : [];
      }),
    ),
  };
}

function finding(result: Result): string {
  const beds = meanOf(result, 'beds-21-plus');
  const people = meanOf(result, 'discharges-21-plus');
  const past = meanOf(result, 'past-ready-21-plus');
  const parts = [
    ...(beds === null ? [] : [`${share(beds)} of occupied beds`]),
    ...(people === null ? [] : [`${share(people)} of discharges`]),
  ];
  const head = parts.length > 0 ? `21+ nights: ${parts.join(', ')}` : 'Long stays';
  if (past === null) return head;
  const people21 = past === 0 ? 'nobody is' : past < 0.05 ? 'almost nobody is' : `${amount(past)} people a night are`;
  return `${head}; ${people21} 21+ nights past their ready date`;
}
