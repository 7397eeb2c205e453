import type { Result } from '../../sim/result.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthName = (iso: string): string => MONTHS[Number(iso.slice(5, 7)) - 1] ?? iso;

/** `2017-12-04` → `4 December 2017`, or without the year. */
export function dayText(iso: string, year = true): string {
  const text = `${Number(iso.slice(8, 10))} ${monthName(iso)}`;
  return year ? `${text} ${iso.slice(0, 4)}` : text;
}

/** `2017-12` → `December 2017`. */
export const monthText = (month: string): string => `${monthName(month)} ${month.slice(0, 4)}`;

/** What an ambition's row counts: `period`, a month, or months joined by commas, in words. */
export function overText(over: string): string {
  if (over === 'period') return 'the whole period';
  const months = over.split(',');
  const [first = over, last = over] = [months[0], months[months.length - 1]];
  if (months.length === 1) return monthText(first);
  if (!consecutive(months)) return months.map(monthText).join(', ');
  const start = first.slice(0, 4) === last.slice(0, 4) ? monthName(first) : monthText(first);
  return `${start} to ${monthText(last)}`;
}

/** The same, and of a month of which only a part is in the period, how many of its days are. */
export function spellText({ calendar }: Pick<Result, 'calendar'>, over: string): string {
  const months = over.split(',');
  const parts = calendar.months.filter((it) => months.includes(it.month) && isPart(it));
  const said = parts
    .map(({ month, days }) => `${months.length > 1 ? `of ${monthText(month)} ` : ''}${days} of ${daysOf(month)} days`)
    .join(', ');
  return said === '' ? overText(over) : `${overText(over)} (${said})`;
}

type Month = Result['calendar']['months'][number];

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
const isPart = ({ month, days }: Month): boolean => days < daysOf(month);

/** Under half a month says nothing of that month: no sentence names it as the worst, nor calls a period a winter for it. */
export const isMonth = (it: Month | undefined): boolean => it !== undefined && 2 * it.days >= daysOf(it.month);

/** Whether a label says already which months are counted, the year apart: `Stays in January to March`. */
export const namesSpell = (label: string, over: string): boolean => label.includes(overText(over).replace(/ \d{4}$/, ''));

function consecutive(months: string[]): boolean {
  const index = months.map((m) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7)));
  return index.every((m, i) => i === 0 || m === (index[i - 1] ?? m) + 1);
}

export function periodText({ calendar }: Result): string {
  return `${dayText(calendar.start)} to ${dayText(calendar.end)}`;
}

/** What one replication is called: a winter, a year, or simply a period. */
export function runWord({ calendar, scenario }: Result): string {
  const january = calendar.months.some((m) => m.month.endsWith('-01') && isMonth(m));
  if (january && scenario.days >= 60 && scenario.days <= 240) return 'winter';
  if (scenario.days >= 350 && scenario.days <= 380) return 'year';
  return 'period';
}

/** `mean of 200 simulated winters`; of a single one, that it is one. */
export function meanOfRuns(result: Result): string {
  const [n, run] = [result.run.replications, runWord(result)];
  return n < 2 ? `the one ${run} simulated` : `mean of ${n} simulated ${run}s`;
}

/** A date some whole days after another, both ISO. */
export function plusDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
