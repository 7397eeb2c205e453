import type { Comparison } from '../../sim/comparison.ts';
import { isUnlike, whyUnlike } from './unlike.ts';

/** Why a difference can be read as the effect of the change; first, of which scenarios none is given. */
export function pairedText(comparison: Comparison): string {
  const others = comparison.scenarios.slice(1);
  const apart = others.flatMap((name, i) =>
    isUnlike(comparison, i) ? [`“${name}” is not compared: ${whyUnlike(comparison, i)}.`] : [],
  );
  if (apart.length === others.length) return apart.join(' ');
  return [...apart, readText(apart.length > 0 ? 'All other scenarios' : 'All scenarios', comparison)].join(' ');
}

const readText = (all: string, { paired }: Comparison): string =>
  paired
    ? `${all} met the same simulated people, so a difference between them is the effect of the change; its 95% interval says how well that difference is known, from the simulated replications that both have.`
    : `${all.replace('All', 'The')} met different simulated people (their seeds differ), so part of a difference may be chance in who came; the 95% intervals allow for it.`;
