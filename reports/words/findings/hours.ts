import type { Limit } from '../../../sim/scenario/dated.ts';
import { countOf, fixed, inWords } from '../numbers.ts';
import { peak, type Steps } from '../timeline.ts';
import { above, fullSteps, whenHeld } from './pressure.ts';

export interface HoursCourse {
  label: string;
  step: Steps['step'];
  at: (index: number) => string;
  /** Means over replications, by step. */
  needed: (number | null)[];
  delivered: (number | null)[];
  commissioned: (Limit | null)[];
}

/** What the hours ledger shows, in one sentence. */
export function hoursFinding(course: HoursCourse): string {
  const { label, step, at, delivered, commissioned } = course;
  if (delivered.length === 0) return `${label}: no whole ${step} to show`;
  if (commissioned.some((c) => c === 'unlimited')) return unlimitedHours(course);
  const over = above(delivered, commissioned);
  if (over.some(Boolean))
    return `${label}: on average more than the commissioned hours are delivered ${whenHeld(over, step, at)}${shortfall(course)}`;
  const full = fullSteps(delivered, commissioned);
  if (full.some(Boolean)) {
    return `${label}: on average at least 95% of the commissioned hours are delivered ${whenHeld(full, step, at)}${shortfall(course)}`;
  }
  const ratio = delivered.map((d, i) => ratioOf(d, commissioned[i]));
  const top = peak(ratio);
  if (top < 0) return `${label}: nothing is commissioned`;
  return `${label}: on average at most ${fixed(100 * (ratio[top] ?? 0))}% of the commissioned hours are delivered, in ${at(top)}${shortfall(course)}`;
}

function unlimitedHours({ label, step, at, delivered }: HoursCourse): string {
  const top = peak(delivered);
  return `${label}: without limit, on average at most ${fixed(delivered[top] ?? 0)} hours a ${step} are delivered, in ${at(top)}`;
}

const ratioOf = (used: number | null, limit: Limit | null | undefined): number | null =>
  used !== null && typeof limit === 'number' && limit > 0 ? used / limit : null;

/** In how many steps need is above commissioned, and its worst; empty where it never is. */
function shortfall({ needed, commissioned, step, at }: HoursCourse): string {
  const short = needed.map((n, i) => {
    const limit = commissioned[i];
    return n !== null && typeof limit === 'number' ? n - limit : null;
  });
  const top = peak(short);
  const worst = short[top];
  if (worst === undefined || worst === null || worst < 0.5) return '';
  const many = above(needed, commissioned).filter(Boolean).length;
  return `; need is above commissioned hours ${many === needed.length ? `in every ${step}` : `in ${inWords(many)} of ${countOf(needed.length, step)}`}, by up to ${fixed(worst)} hours a ${step} (${at(top)})`;
}
