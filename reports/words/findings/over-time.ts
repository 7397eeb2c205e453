import { amount, countOf, inWords } from '../numbers.ts';
import type { Steps } from '../timeline.ts';
import { peak } from '../timeline.ts';
import { above, whenHeld } from './pressure.ts';

/** A peak closer than this to the average is called level. */
const LEVEL = 1.1;

export interface OverTime {
  what: string;
  values: (number | null)[];
  average: number | null;
  step: Steps['step'];
  at: (index: number) => string;
}

/** `People with no criteria to reside: 41 a night on average, most in the week of 8 January (58)`. */
export function courseOf(course: OverTime): string {
  const { what, values, average, at } = course;
  const top = peak(values);
  const most = values[top];
  if (average === null) return what;
  if (average === 0) return `${what}: none in the whole period`;
  const mean = `${what}: ${amount(average)} a night on average`;
  if (most === undefined || most === null || values.length < 2) return mean;
  const drift = driftOf(course);
  if (most < LEVEL * average) return `${mean}, ${drift || 'about level throughout'}`;
  return `${mean}, most in ${at(top)} (${amount(most)})${growth(values)}`;
}

/** Said of what rises from each quarter of the period to the next by a tenth or more: it has no level yet, and its average is that of a rise. */
export function growth(values: (number | null)[]): string {
  const known = values.filter((v) => v !== null);
  const size = Math.floor(known.length / 4);
  if (size < 2) return '';
  const quarters = [0, 1, 2, 3].map((q) => known.slice(q * size, q === 3 ? undefined : (q + 1) * size));
  const means = quarters.map((list) => list.reduce((sum, v) => sum + v, 0) / list.length);
  return means.every((v, q) => q === 0 || v >= LEVEL * (means[q - 1] ?? 0)) && (means[3] ?? 0) > (means[0] ?? 0)
    ? '; it grows from each quarter of the period to the next and is still growing when the period ends'
    : '';
}

/** The first weeks against the last: a slow rise or fall that no single peak shows; empty where there is none. */
function driftOf({ values, step }: OverTime): string {
  const n = Math.min(4, Math.floor(values.length / 2));
  const known = (list: (number | null)[]): number[] => list.filter((v) => v !== null);
  const [first, last] = [known(values.slice(0, n)), known(values.slice(-n))];
  if (first.length === 0 || last.length === 0) return '';
  const [a, b] = [first, last].map((list) => list.reduce((sum, v) => sum + v, 0) / list.length) as [number, number];
  if (Math.max(a, b) < LEVEL * Math.min(a, b)) return '';
  const steps = n === 1 ? step : countOf(n, step);
  return `${b > a ? 'rising' : 'falling'} from ${amount(a)} in the first ${steps} to ${amount(b)} in the last${n === 1 ? '' : ` ${inWords(n)}`}`;
}

interface UpperLine {
  value: number;
  atMost: boolean;
  from: string;
  to: string;
}

/** Where the mean stands to the lines of several ambitions: the first it exceeds is spoken of. */
export function againstLines(course: OverTime, lines: UpperLine[], dates: string[]): string {
  const counting = lines.filter((line) => counted(line, dates).length > 0);
  const exceeded = counting.find((line) => overIn(course, line, dates).some(Boolean));
  const [spoken] = exceeded === undefined ? counting : [exceeded];
  if (spoken === undefined) return '';
  if (exceeded === undefined && counting.length > 1) return '; the average is never above an ambition while it counts';
  return againstLine(course, spoken, dates);
}

/** Where the mean stands to an upper line, over the steps the line covers; empty where it says nothing. */
export function againstLine(course: OverTime, line: UpperLine, dates: string[]): string {
  const inside = counted(line, dates);
  if (inside.length === 0) return '';
  const over = overIn(course, line, dates);
  const name = `the ${amount(line.value)} of the ambition`;
  const months = inside.length < dates.length ? ' in the months it counts' : '';
  if (!over.some(Boolean)) return `; the average is never above ${name}${months}`;
  if (over.every(Boolean)) return `; the average is above ${name} in every ${course.step}${months ? ' it counts' : ''}`;
  return `; the average is above ${name} ${whenHeld(over, course.step, (k) => course.at(inside[k] ?? 0), months !== '')}`;
}

/** The steps that an upper line covers; none of a lower one. */
function counted({ atMost, from, to }: UpperLine, dates: string[]): number[] {
  return atMost ? dates.flatMap((day, i) => (day >= from && day <= to ? [i] : [])) : [];
}

/** Of those steps, where the mean is above it. */
function overIn({ values }: OverTime, line: UpperLine, dates: string[]): boolean[] {
  const inside = counted(line, dates);
  return above(
    inside.map((i) => values[i] ?? null),
    inside.map(() => line.value),
  );
}

/** The rows of a table (pathways, say) with the largest value anywhere, in words. */
export function worstOf(
  rows: { label: string; values: (number | null)[] }[],
): { row: number; step: number; value: number } | null {
  let worst: { row: number; step: number; value: number } | null = null;
  rows.forEach(({ values }, row) => {
    const step = peak(values);
    const value = values[step];
    if (value !== undefined && value !== null && (!worst || value > worst.value)) worst = { row, step, value };
  });
  return worst;
}

export function daysText(days: number): string {
  return days === 1 ? countOf(1, 'day') : `${amount(days)} days`;
}
