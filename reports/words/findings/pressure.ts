import type { Steps } from '../timeline.ts';
import { runs } from '../timeline.ts';
import { countOf, inWords } from '../numbers.ts';

/** Used share of capacity from which a service is called as good as full. */
export const FULL = 0.95;

/**
 * In words, the steps for which something holds: `in every week`, `in no week`, `in the first nine weeks`,
 * `from the week of 4 December, for nine weeks running`, `in 14 of 26 weeks, nine of them running from …`.
 * `inside`: these are only some steps of the period, so neither its first nor its last is spoken of.
 */
export function whenHeld(holds: boolean[], step: Steps['step'], at: (index: number) => string, inside = false): string {
  const held = holds.filter(Boolean).length;
  if (held === 0) return `in no ${step}`;
  if (held === holds.length) return `in every ${step}`;
  const found = runs(holds, (h) => h);
  const longest = found.reduce((a, b) => (b.length > a.length ? b : a));
  const start = at(longest.from);
  if (held === 1) return `in ${start} only`;
  if (found.length === 1 && longest.from === 0 && !inside) return `in the first ${countOf(held, step)}`;
  if (found.length === 1) {
    const toEnd = longest.from + longest.length === holds.length;
    return toEnd && !inside
      ? `from ${start} to the end, ${countOf(held, step)}`
      : `from ${start}, for ${countOf(held, step)} running`;
  }
  const of = `in ${inWords(held)} of ${countOf(holds.length, step)}`;
  return longest.length === 1 ? of : `${of}, the longest run ${countOf(longest.length, step)} from ${start}`;
}

/** Steps in which `used` is at least 95% of `limit`; unknown or zero limits never count. */
export function fullSteps(used: (number | null)[], limit: (number | 'unlimited' | null)[]): boolean[] {
  return used.map((u, i) => {
    const most = limit[i];
    return u !== null && typeof most === 'number' && most > 0 && u >= FULL * most;
  });
}

/** Steps in which `a` is more than `b`, by more than rounding. */
export function above(a: (number | null)[], b: (number | 'unlimited' | null)[]): boolean[] {
  return a.map((v, i) => {
    const limit = b[i];
    return v !== null && typeof limit === 'number' && v > limit * 1.001 + 1e-9;
  });
}
