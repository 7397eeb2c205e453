import { type Asked, askedAs, entriesOf } from '../../sim/decide/question.ts';
import { Refusal } from '../exit.ts';
import type { FileSpace } from './space.ts';

const USUAL: Asked[] = [
  { measure: 'bed-days-delayed', scope: 'all' },
  { measure: 'delay-mean', scope: 'all' },
];

/** What the user wants to see of every point; a scenario without hospitals has no delays to show. */
export function shownOf({ base: { scenario } }: FileSpace, show: string[], kept?: string): Asked[] {
  if (show.length === 0) return USUAL.filter((_, i) => entriesOf(scenario, USUAL)[i] !== null);
  const found = show.map((said) => askedAs(scenario, said));
  const unknown = show
    .filter((_, i) => found[i] === null)
    .map((said) => (kept === undefined ? `--show "${said}"` : `decide.${kept}.show: ${said}`));
  if (unknown.length > 0)
    throw new Refusal(
      `${unknown.join('\n')}\n  The scenario has no such measure. Write one as “waiting of SERVICE”; all are listed under Measures in scenarios/README.md.`,
    );
  return found.flatMap((asked) => asked ?? []);
}
